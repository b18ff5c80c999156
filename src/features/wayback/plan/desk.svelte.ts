import { entriesOf } from '../../../domain/notebook/notebook';
import type { Employee } from '../../../domain/notebook/person';
import type { Reason } from '../../../domain/notebook/reason';
import { catalogue } from '../../../domain/reasons/catalogue';
import { playbooksOf, type Chain } from '../../../domain/winback/playbooks';
import { asked } from '../../../reactive/asked.svelte';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import type { PlanFile } from '../../../workers/winbackJobs';

/** Everything that a way back is made and shown from. */
export interface Desk {
  readonly file: PlanFile;
  readonly employees: readonly Employee[];
  readonly reasons: readonly Reason[];
  readonly chains: readonly Chain[];
}

/** Whose way back: a client's, or that of a plan. */
export type Whose = { readonly client: number } | { readonly plan: string };

/** What a way back is made and shown from, asked anew whenever something was written or imported; null where there is nobody. */
export const desk = (session: Session, whose: () => Whose) =>
  asked(
    () => session.shop && { shopId: session.shop.id, whose: whose(), now: [session.revision, session.notes] },
    async ({ shopId, whose: of }, signal) => ({
      of,
      desk: await deskOf(session, shopId, of, signal),
    }),
  );

async function deskOf(
  session: Session,
  shopId: string,
  of: Whose,
  signal: AbortSignal,
): Promise<Desk | null> {
  const client =
    'client' in of ? of.client : await session.ask('clientOfPlan', { shopId, plan: of.plan }, { signal });
  if (client === null || !Number.isInteger(client)) return null;
  const [file, employees, { entries }] = await Promise.all([
    session.ask('planFile', { shopId, client, today: today() }, { signal }),
    session.ask('employees', { shopId, today: today() }, { signal }),
    session.ask('entries', { shopId, kinds: ['reason', 'playbook'] }, { signal }),
  ]);
  if (!file) return null;
  return {
    file,
    employees,
    reasons: catalogue(entriesOf(entries, 'reason')),
    chains: playbooksOf(entriesOf(entries, 'playbook')),
  };
}
