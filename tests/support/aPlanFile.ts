import { addDays } from '../../src/domain/kernel/day';
import type { Plan } from '../../src/domain/notebook/plan';
import type { Recovery } from '../../src/domain/winback/planState';
import { scheduler } from '../../src/domain/winback/schedule';
import { planState } from '../../src/domain/winback/stage';
import { today } from '../../src/reactive/today';
import type { CaseFile } from '../../src/workers/reasonsJobs';
import type { PlanFile } from '../../src/workers/winbackJobs';
import { aCase } from './aCase';

/** A return worth 40.00, seven days after the step, on which nothing followed yet. */
export const aRecovery = (facts: Partial<Recovery> = {}): Recovery => ({
  day: addDays(today(), -3),
  sum: 4_000,
  ours: true,
  daysSinceStep: 7,
  step: null,
  since: 4_000,
  visits: 1,
  volume: 0.5,
  yearWell: null,
  lostAgainOn: null,
  ...facts,
});

interface Circumstances {
  readonly of?: Partial<CaseFile>;
  readonly card?: PlanFile['card'];
  readonly knowledge?: Partial<PlanFile['knowledge']>;
  readonly plans?: readonly Plan[];
  readonly recovery?: Recovery | null;
}

/** Everything about the way back of client 7, lost 50 days ago over a late delivery, with plans as the rules see them. */
export function aPlanFile({
  of,
  card = null,
  knowledge,
  plans = [],
  recovery = null,
}: Circumstances = {}): PlanFile {
  const now = today();
  const lostDate = addDays(now, -50);
  const file = aCase({ asOf: now, lostDate, lastVisit: addDays(now, -92), silence: 92, ...of });
  return {
    case: file,
    card,
    knowledge: {
      reason: 'late-delivery',
      source: 'client',
      severity: 3,
      human: false,
      competitor: '',
      wish: '',
      chance: null,
      ...knowledge,
    },
    plans: plans.map((plan) => ({
      plan,
      state: planState(plan, recovery, scheduler([]), now, now),
      expectedGain: 5_000,
    })),
  };
}
