import type { Plan } from '../../../domain/notebook/plan';
import type { Employee } from '../../../domain/notebook/person';
import { agenda, type AgendaStep } from '../../../domain/winback/agenda';
import { scheduler } from '../../../domain/winback/schedule';
import { asked } from '../../../reactive/asked.svelte';
import { notesOf } from '../../../reactive/notes';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import type { PlanRow } from '../../../workers/winbackJobs';

/** A step in the week, with whose it is. */
export interface WeekStep extends AgendaStep {
  readonly row: PlanRow;
  /** Whoever does it: named in the step, else responsible for the plan. */
  readonly who: string | null;
  /** How often the plan was changed. */
  readonly changes: number;
}

/** Everything that is still to do. */
export interface Agenda {
  readonly steps: readonly WeekStep[];
  readonly employees: readonly Employee[];
  /** Whether there is any plan at all. */
  readonly plans: number;
}

/** All steps to do, asked again whenever sales, settings or plans changed. */
export const agendaOf = (session: Session) =>
  asked(
    () => {
      if (!session.shop) return null;
      const input = { shopId: session.shop.id, today: today() };
      return { input, settings: session.settings, revision: session.revision, notes: session.notes };
    },
    async ({ input, settings }, signal): Promise<Agenda> => {
      const { shopId } = input;
      const [rows, { entries }, employees] = await Promise.all([
        session.ask('plans', input, { signal }),
        session.ask('entries', { shopId, kinds: ['plan'] }, { signal }),
        session.ask('employees', input, { signal }),
      ]);
      const plans = notesOf(entries, 'plan');
      const steps = withRows(
        plans,
        rows,
        agenda(
          plans,
          new Map(rows.map(({ plan, state }) => [plan, state])),
          scheduler(settings.closures, settings.freeWeekdays),
          input.today,
        ),
      );
      return { steps, employees, plans: plans.length };
    },
  );

function withRows(
  plans: readonly Plan[],
  rows: readonly PlanRow[],
  steps: readonly AgendaStep[],
): readonly WeekStep[] {
  const rowOf = new Map(rows.map((row) => [row.plan, row]));
  const changes = new Map(plans.map(({ id, rev }) => [id, rev]));
  return steps.flatMap((step) => {
    const row = rowOf.get(step.plan);
    if (!row) return [];
    return [{ ...step, row, who: step.step.who ?? row.responsible, changes: changes.get(step.plan) ?? 0 }];
  });
}
