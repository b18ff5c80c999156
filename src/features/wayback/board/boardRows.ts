import { entriesOf } from '../../../domain/notebook/notebook';
import type { Employee } from '../../../domain/notebook/person';
import type { Reason } from '../../../domain/notebook/reason';
import { catalogue } from '../../../domain/reasons/catalogue';
import { asked } from '../../../reactive/asked.svelte';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import type { PlanRow } from '../../../workers/winbackJobs';

/** All plans, with who and what their filter names. */
export interface BoardRows {
  readonly rows: readonly PlanRow[];
  readonly employees: readonly Employee[];
  readonly reasons: readonly Reason[];
}

/** The plans of the open shop, asked again whenever sales or plans changed. */
export const boardRows = (session: Session) =>
  asked(
    () =>
      session.shop && {
        input: { shopId: session.shop.id, today: today() },
        revision: session.revision,
        notes: session.notes,
      },
    async ({ input }, signal): Promise<BoardRows> => {
      const [rows, employees, { entries }] = await Promise.all([
        session.ask('plans', input, { signal }),
        session.ask('employees', input, { signal }),
        session.ask('entries', { shopId: input.shopId, kinds: ['reason'] }, { signal }),
      ]);
      return { rows, employees, reasons: catalogue(entriesOf(entries, 'reason')) };
    },
  );
