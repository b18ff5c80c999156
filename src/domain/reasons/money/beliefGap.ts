import { REASON_TYPES, type ReasonType } from '../../notebook/reason';
import type { Known } from '../knowledge';
import type { BeliefGap, StatedGap, View } from '../reasonsReport';
import { reasonsKnown, type Counted, type KnownClients } from './known';
import type { LostClients } from './lostClients';

type Money = Pick<LostClients, 'value'>;

/**
 * What staff believe beside what clients say, by type of reason and in money, over the clients of whom both are known (method.md
 * [4.3], [4.7]). Null where there are none, or nothing was lost with them.
 */
export function beliefGap(lost: Money, known: KnownClients, counted: Counted): BeliefGap | null {
  const gap = gapBetween('staff', 'stated', lost, known, counted);
  return gap && { ...gap.sums, staff: gap.one, client: gap.other };
}

/**
 * What clients say beside what it really was, in the same way (method.md [4.7]): the first answer is often the convenient one. Null
 * where of no client both are known.
 */
export function statedGap(lost: Money, known: KnownClients, counted: Counted): StatedGap | null {
  const gap = gapBetween('stated', 'real', lost, known, counted);
  return gap && { ...gap.sums, client: gap.one, real: gap.other };
}

/** Two views over the clients of whom both are known. */
function gapBetween(one: View, other: View, lost: Money, known: KnownClients, counted: Counted) {
  const ones = new Float64Array(REASON_TYPES.length);
  const others = new Float64Array(REASON_TYPES.length);
  let clients = 0;
  let cents = 0;
  let apart = 0;
  for (const [place, views] of known) {
    const first = typesOf(views[one], counted);
    const second = typesOf(views[other], counted);
    if (!first || !second) continue;
    const value = lost.value[place]!;
    clients++;
    cents += value;
    let shared = 0;
    for (let type = 0; type < REASON_TYPES.length; type++) {
      ones[type]! += value * first[type]!;
      others[type]! += value * second[type]!;
      shared += Math.min(first[type]!, second[type]!);
    }
    apart += value * Math.max(0, 1 - shared);
  }
  if (!(cents > 0)) return null;
  return {
    sums: { clients, cents: Math.round(cents), apart: Math.round(apart) },
    one: mostNamed(ones, cents),
    other: mostNamed(others, cents),
  };
}

/** Parts of the types of the reasons that are known, summing to 1; undefined where none is. */
function typesOf(known: Known, counted: Counted): Float64Array | undefined {
  const { reasons, part } = reasonsKnown(known);
  if (!(part > 0)) return undefined;
  const types = new Float64Array(REASON_TYPES.length);
  for (const { reason, weight } of reasons) {
    const type = counted(reason)?.type;
    if (type !== undefined) types[REASON_TYPES.indexOf(type)]! += weight / part;
  }
  return types;
}

function mostNamed(cents: Float64Array, total: number): { type: ReasonType; share: number } {
  const most = cents.indexOf(Math.max(...cents));
  return { type: REASON_TYPES[most]!, share: Math.min(1, cents[most]! / total) };
}
