import type { Day } from '../../../domain/kernel/day';
import { ABC, type Abc } from '../../../domain/loss/abc';
import { STATUS } from '../../../domain/loss/status';
import { entriesOf } from '../../../domain/notebook/notebook';
import type { Employee } from '../../../domain/notebook/person';
import type { Reason } from '../../../domain/notebook/reason';
import { catalogue } from '../../../domain/reasons/catalogue';
import { needsNothing } from '../../../domain/winback/known';
import { playbooksOf, type Chain } from '../../../domain/winback/playbooks';
import type { DatedStep } from '../../../domain/winback/workload';
import { asked } from '../../../reactive/asked.svelte';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import type { ClientListColumns } from '../../../workers/protocol';
import type { PlanRow } from '../../../workers/winbackJobs';

/** A lost client to choose. */
export interface LostRow {
  readonly client: number;
  readonly name: string;
  /** Cents. */
  readonly yearlyValue: number;
  readonly silence: number;
  readonly abc: Abc;
}

/** Whom to choose from, and what with. */
export interface LostList {
  /** Lost clients without a plan, open or ended, the dearest first: whoever refused deserves a second thought of their own. */
  readonly rows: readonly LostRow[];
  /** How many more have, or had, a plan. */
  readonly planned: number;
  /** How many more need nothing any more: nobody is to call them (method.md [4.13]). */
  readonly gone: number;
  /** The next steps of the plans there are. */
  readonly busy: readonly DatedStep[];
  readonly employees: readonly Employee[];
  readonly reasons: readonly Reason[];
  readonly chains: readonly Chain[];
}

const LAST = ABC.length - 1;

const rowsOf = ({
  length,
  client,
  names,
  yearlyValue,
  silence,
  classes,
}: ClientListColumns): readonly LostRow[] => {
  const name = length === 0 ? [] : names.split('\0');
  return Array.from({ length }, (_, at) => ({
    client: client[at]!,
    name: name[at] ?? '',
    yearlyValue: yearlyValue[at]!,
    silence: silence[at]!,
    abc: ABC[classes?.[at] ?? LAST]!,
  }));
};

/** What is overdue waits for today. */
const busyWith =
  (now: Day) =>
  ({ nextStep, responsible, state: { next } }: PlanRow): readonly DatedStep[] =>
    nextStep && next
      ? [{ day: next.due < now ? now : next.due, who: nextStep.who ?? responsible, step: nextStep }]
      : [];

const namedFor = (session: Session, shopId: string, key: string, signal: AbortSignal) =>
  session.ask(
    'reasonClients',
    { shopId, today: today(), view: 'best', dimension: 'reason', key },
    { signal },
  );

/** Whoever closed down, died or needs nothing any more, as far as anybody knows. */
async function goneClients(
  session: Session,
  shopId: string,
  reasons: readonly Reason[],
  signal: AbortSignal,
): Promise<ReadonlySet<number>> {
  const keys = reasons.filter(({ id }) => needsNothing(id, reasons)).map(({ id }) => id);
  const named = await Promise.all(keys.map((key) => namedFor(session, shopId, key, signal)));
  return new Set(named.flat().map(({ client }) => client));
}

/** The lost clients of the open shop, asked again whenever sales or plans changed, or something else is searched for. */
export const lostList = (session: Session, query: () => string) =>
  asked(
    () =>
      session.shop && {
        input: { shopId: session.shop.id, today: today() },
        query: query(),
        now: [session.revision, session.notes],
      },
    async ({ input, query: text }, signal): Promise<LostList> => {
      const list = {
        ...input,
        statuses: [STATUS.lost],
        query: text,
        sort: 'value',
        rising: false,
        withClasses: true,
      } as const;
      const [columns, plans, { entries }, employees] = await Promise.all([
        session.ask('clientList', list, { signal }),
        session.ask('plans', input, { signal }),
        session.ask('entries', { shopId: input.shopId, kinds: ['reason', 'playbook'] }, { signal }),
        session.ask('employees', input, { signal }),
      ]);
      const reasons = catalogue(entriesOf(entries, 'reason'));
      const gone = await goneClients(session, input.shopId, reasons, signal);
      const open = new Set(plans.map(({ client }) => client));
      const all = rowsOf(columns);
      const unplanned = all.filter(({ client }) => !open.has(client));
      const rows = unplanned.filter(({ client }) => !gone.has(client));
      return {
        rows,
        planned: all.length - unplanned.length,
        gone: unplanned.length - rows.length,
        busy: plans.flatMap(busyWith(input.today)),
        employees,
        reasons,
        chains: playbooksOf(entriesOf(entries, 'playbook')).filter(({ retired }) => !retired),
      };
    },
  );

/** The clients who left for a reason, as far as anybody knows; null for any reason. */
export const clientsOfReason = (session: Session, reason: () => string) =>
  asked(
    () => session.shop && { shopId: session.shop.id, key: reason(), now: [session.revision, session.notes] },
    async ({ shopId, key }, signal): Promise<ReadonlySet<number> | null> => {
      if (key === '') return null;
      const clients = await namedFor(session, shopId, key, signal);
      return new Set(clients.map(({ client }) => client));
    },
  );
