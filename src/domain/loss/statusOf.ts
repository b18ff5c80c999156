import { NONE } from '../sales/columns';
import { STATUS, type StatusCode } from './status';
import type { Walk } from './walk';

/** A return is followed as "recovered" up to its third visit, the return included. */
const VISITS_TO_SETTLE = 3;

/**
 * Where a client with at least one visit stands after `silence` days without one (rules.md 3.4); the first that fits of
 * lost (twice, if lost before), sleeping, new, recovered, regular.
 */
export function statusOf(
  walk: Walk,
  client: number,
  silence: number,
  sleep: number,
  lost: number,
): StatusCode {
  const first = walk.visits.start[client]!;
  const end = walk.visits.start[client + 1]!;
  const lastReturn = walk.lastReturn[client]!;
  if (silence >= lost) return lastReturn === NONE ? STATUS.lost : STATUS.lostTwice;
  if (silence >= sleep) return STATUS.sleeping;
  if (end - first === 1) return STATUS.new;
  if (lastReturn !== NONE && end - lastReturn < VISITS_TO_SETTLE) return STATUS.recovered;
  return STATUS.regular;
}
