import type { Day } from '../../../domain/kernel/day';
import { ABC, type Abc } from '../../../domain/loss/abc';
import { STATUS } from '../../../domain/loss/status';
import { entriesOf } from '../../../domain/notebook/notebook';
import type { Employee } from '../../../domain/notebook/person';
import type { Reason } from '../../../domain/notebook/reason';
import { catalogue } from '../../../domain/reasons/catalogue';
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
      const open = new Set(plans.map(({ client }) => client));
      const all = rowsOf(columns);
      const rows = all.filter(({ client }) => !open.has(client));
      return {
        rows,
        planned: all.length - rows.length,
        busy: plans.flatMap(busyWith(input.today)),
        employees,
        reasons: catalogue(entriesOf(entries, 'reason')),
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
      const line = { shopId, today: today(), view: 'best', dimension: 'reason', key } as const;
      const clients = await session.ask('reasonClients', line, { signal });
      return new Set(clients.map(({ client }) => client));
    },
  );
