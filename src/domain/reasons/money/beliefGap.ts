import { REASON_TYPES, type ReasonType } from '../../notebook/reason';
import type { Known } from '../knowledge';
import type { BeliefGap } from '../reasonsReport';
import { reasonsKnown, type Counted, type KnownClients } from './known';
import type { LostClients } from './lostClients';

/**
 * What staff believe beside what clients say, by type of reason and in money, over the clients of whom both are known (method.md
 * [4.3], [4.7]). Null where there are none, or nothing was lost with them.
 */
export function beliefGap(
  lost: Pick<LostClients, 'value'>,
  known: KnownClients,
  counted: Counted,
): BeliefGap | null {
  const believed = new Float64Array(REASON_TYPES.length);
  const said = new Float64Array(REASON_TYPES.length);
  let clients = 0;
  let cents = 0;
  let apart = 0;
  for (const [place, { staff, stated }] of known) {
    const theirs = typesOf(staff, counted);
    const own = typesOf(stated, counted);
    if (!theirs || !own) continue;
    const value = lost.value[place]!;
    clients++;
    cents += value;
    let shared = 0;
    for (let type = 0; type < REASON_TYPES.length; type++) {
      believed[type]! += value * theirs[type]!;
      said[type]! += value * own[type]!;
      shared += Math.min(theirs[type]!, own[type]!);
    }
    apart += value * Math.max(0, 1 - shared);
  }
  if (!(cents > 0)) return null;
  return {
    clients,
    cents: Math.round(cents),
    staff: mostNamed(believed, cents),
    client: mostNamed(said, cents),
    apart: Math.round(apart),
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
