import type { Day } from '../../../domain/kernel/day';
import { STATUS } from '../../../domain/loss/status';
import { entriesOf } from '../../../domain/notebook/notebook';
import type { Plan } from '../../../domain/notebook/plan';
import { catalogue } from '../../../domain/reasons/catalogue';
import { kept, stepsCost } from '../../../domain/winback/offers';
import { playbooksOf } from '../../../domain/winback/playbooks';
import { propose } from '../../../domain/winback/propose';
import { newEntry } from '../../../reactive/notes';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import type { Desk } from '../plan/desk.svelte';
import { isAway, lossOf, planFacts } from '../plan/facts';

/** Why somebody gets no plan. */
export const LEFT_OUT = ['alone', 'open', 'twice', 'back', 'nothing'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** A plan that is ready to be saved, and whose it is. Cents. */
export interface Ready {
  readonly plan: Plan;
  readonly name: string;
  readonly cost: number;
}

export interface Prepared {
  readonly ready: readonly Ready[];
  readonly leftOut: readonly { readonly client: number; readonly name: string; readonly why: LeftOut }[];
}

/** What the owner chose for all of them. */
export interface Choice {
  readonly clients: readonly number[];
  /** Null for the best one for each. */
  readonly playbook: string | null;
  /** The days on which plans begin, one for each client. */
  readonly startDays: readonly Day[];
}

/** How many clients are asked about at a time. */
const AT_ONCE = 4;

/** A plan for each client, made from what is known of that one (method.md [5.1]); nothing is saved. `onDone` counts the clients. */
export async function preparePlans(
  session: Session,
  shopId: string,
  { clients, playbook, startDays }: Choice,
  { signal, onDone }: { signal: AbortSignal; onDone: (count: number) => void },
): Promise<Prepared> {
  const [employees, { entries }] = await Promise.all([
    session.ask('employees', { shopId, today: today() }, { signal }),
    session.ask('entries', { shopId, kinds: ['reason', 'playbook'] }, { signal }),
  ]);
  const known = {
    employees,
    reasons: catalogue(entriesOf(entries, 'reason')),
    chains: playbooksOf(entriesOf(entries, 'playbook')),
  };
  const desks: (Desk | null)[] = [];
  for (let at = 0; at < clients.length; at += AT_ONCE) {
    const files = await Promise.all(
      clients
        .slice(at, at + AT_ONCE)
        .map((client) => session.ask('planFile', { shopId, client, today: today() }, { signal })),
    );
    desks.push(...files.map((file) => file && { ...known, file }));
    onDone(desks.length);
  }
  return sorted(desks, playbook, startDays);
}

function sorted(
  desks: readonly (Desk | null)[],
  playbook: string | null,
  startDays: readonly Day[],
): Prepared {
  const ready: Ready[] = [];
  const leftOut: Prepared['leftOut'][number][] = [];
  for (const desk of desks) {
    if (!desk) continue;
    const { client, name } = desk.file.case;
    const why = whyNot(desk);
    const made = why ?? planOf(desk, playbook, startDays[ready.length] ?? today());
    if (typeof made === 'string') leftOut.push({ client, name, why: made });
    else ready.push(made);
  }
  return { ready, leftOut };
}

/** Nobody is written to against their will [5.10], nobody is pursued twice at once, and whoever was lost twice is let go (method.md [2.5]). */
function whyNot({ file }: Desk): LeftOut | undefined {
  if (file.case.doNotContact) return 'alone';
  if (file.plans.some(({ state }) => state.stage !== 'closed')) return 'open';
  if (file.case.status === STATUS.lostTwice) return 'twice';
  return isAway(file) ? undefined : 'back';
}

function planOf(desk: Desk, playbook: string | null, startedOn: Day): Ready | LeftOut {
  const { file } = desk;
  const facts = planFacts(desk, startedOn, { playbook, override: null });
  const proposal = propose(facts, () => crypto.randomUUID());
  const steps = kept(proposal.steps);
  if (steps.length === 0) return 'nothing';
  const plan = newEntry('plan', {
    client: file.case.client,
    lostDate: lossOf(file, today()),
    reason: file.knowledge.reason,
    playbook: proposal.playbook?.id ?? null,
    responsible: proposal.responsible,
    startedOn,
    steps,
    closed: null,
    override: null,
    greeted: null,
  });
  return { plan, name: file.case.name, cost: stepsCost(steps, facts.hourCost) };
}
