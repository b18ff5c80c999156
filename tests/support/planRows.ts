import { parseIsoDay } from '../../src/domain/kernel/day';
import { STATUS } from '../../src/domain/loss/status';
import type { PlanRow, WorkList } from '../../src/workers/winbackJobs';
import { aStep } from './aPlan';

/** A plan with a call due on 23 November 2026, unless it is said otherwise. */
export const aPlanRow = (says: Partial<PlanRow> = {}): PlanRow => {
  const nextStep = says.nextStep === undefined ? aStep() : says.nextStep;
  return {
    plan: 'plan-1',
    client: 7,
    name: 'Ann Peeters',
    phone: '+32 470 12 34 56',
    email: '',
    status: STATUS.lost,
    yearlyValue: 120_000,
    expectedGain: 45_000,
    reason: null,
    playbook: null,
    responsible: null,
    lostDate: parseIsoDay('2026-06-01'),
    startedOn: parseIsoDay('2026-11-20'),
    state: {
      stage: 'preparing',
      next: nextStep && { step: nextStep.id, due: parseIsoDay('2026-11-23'), overdue: 0 },
      recovery: null,
    },
    isLast: nextStep !== null,
    stepsDone: 0,
    steps: 1,
    ...says,
    nextStep,
  };
};

export const aWorkList = (says: Partial<WorkList> = {}): WorkList => ({
  due: [],
  dueCount: says.due?.length ?? 0,
  overdueCount: 0,
  back: [],
  toAsk: 0,
  complaints: 0,
  aftercare: 0,
  idle: 0,
  taken: [],
  ...says,
});
