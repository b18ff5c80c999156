import type { Brainstorm } from '../notebook/brainstorm';

export const MOST_DOTS = 10;

/** How one person spreads their dots: heap id -> dots. */
export type Ballot = Readonly<Record<string, number>>;

/** Dots a ballot gives in all. */
export const dotsGiven = (ballot: Ballot): number =>
  Object.values(ballot).reduce((sum, dots) => sum + dots, 0);

/** Dots left to give. */
export const dotsLeft = (storm: Brainstorm, ballot: Ballot): number => storm.dots - dotsGiven(ballot);

/** Whether a ballot counts: whole dots on heaps that are there, at least one and no more than each person has. */
export function isFair(storm: Brainstorm, ballot: Ballot): boolean {
  const known = new Set(storm.heaps.map(({ id }) => id));
  const isSound = Object.entries(ballot).every(
    ([heap, dots]) => known.has(heap) && Number.isInteger(dots) && dots >= 0,
  );
  return isSound && dotsGiven(ballot) >= 1 && dotsLeft(storm, ballot) >= 0;
}

/** One person's dots added to the others'; nobody can tell afterwards whose they were. Nothing changes unless the vote is open and the ballot fair. */
export function vote(storm: Brainstorm, ballot: Ballot): Brainstorm {
  if (storm.stage !== 'vote' || !isFair(storm, ballot)) return storm;
  return {
    ...storm,
    voters: storm.voters + 1,
    heaps: storm.heaps.map((heap) => ({ ...heap, votes: heap.votes + (ballot[heap.id] ?? 0) })),
  };
}

/** All dots given so far. */
export const votesOf = ({ heaps }: Brainstorm): number => heaps.reduce((sum, { votes }) => sum + votes, 0);
