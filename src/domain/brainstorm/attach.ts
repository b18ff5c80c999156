import type { Day } from '../kernel/day';
import type { Brainstorm, Heap } from '../notebook/brainstorm';
import type { Claim, Statement } from '../notebook/interview';
import { byVotes } from './heaps';

/** What a brainstorm says about a client: the same in every field as an answer of the quick form, but a guess of many. */
export type AttachedClaim = Claim & Pick<Statement, 'from'>;

/** One heap for each reason that heaps were given, those with the most votes first: what can be attached to a client. */
export function attachable(storm: Brainstorm): readonly (Heap & { readonly reason: string })[] {
  const chosen = new Map<string, Heap & { readonly reason: string }>();
  for (const heap of byVotes(storm)) {
    const { reason } = heap;
    if (reason !== null && !chosen.has(reason)) chosen.set(reason, { ...heap, reason });
  }
  return [...chosen.values()];
}

/** The reasons attached to a client after one was tapped: added where it was not there, else taken away. */
export const tapped = (reasons: readonly string[], reason: string): readonly string[] =>
  reasons.includes(reason) ? reasons.filter((other) => other !== reason) : [...reasons, reason];

/** The claim that a client left for these reasons, of equal weight, as far as the people of the brainstorm can guess (method.md [4.3]). */
export const attachedClaim = (
  storm: Brainstorm,
  client: number,
  reasons: readonly string[],
  day: Day,
): AttachedClaim => ({
  client,
  role: 'stated',
  source: 'brainstorm',
  author: null,
  reasons: reasons.map((reason) => ({ reason, weight: 1 })),
  sure: 'guess',
  severity: null,
  human: null,
  competitor: '',
  words: '',
  day,
  from: storm.id,
});

/** What a brainstorm attached to clients, by client. */
export const attachedBy = (
  storm: Brainstorm,
  statements: readonly Statement[],
): ReadonlyMap<number, Statement> =>
  new Map(
    statements.filter(({ from }) => from === storm.id).map((statement) => [statement.client, statement]),
  );
