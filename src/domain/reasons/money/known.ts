import type { WeightedReason } from '../../notebook/answer';
import type { Claim } from '../../notebook/interview';
import type { Day } from '../../kernel/day';
import type { Reason } from '../../notebook/reason';
import { countedAs, type Traits } from '../catalogue';
import { sinceLastVisit } from '../claims';
import { knowledge, type Knowledge, type Known } from '../knowledge';
import { NOT_ASKED, UNKNOWN, VIEWS } from '../reasonsReport';
import type { LostClients } from './lostClients';

/** What is known of lost clients, by their place among the lost; who is not there was not asked. */
export type KnownClients = ReadonlyMap<number, Knowledge>;

/** The reason that an answer counts under; undefined for one that is not in the catalogue. */
export type Counted = (id: string) => (Traits & Pick<Reason, 'id'>) | undefined;

/** The catalogue as answers are counted by it, merges followed, each id looked up once. */
export function countedBy(reasons: readonly Reason[]): Counted {
  const byId = new Map(reasons.map((reason) => [reason.id, reason]));
  const counted = new Map<string, Reason | undefined>();
  return (id) => {
    if (!counted.has(id)) counted.set(id, byId.get(countedAs(reasons, id)));
    return counted.get(id);
  };
}

/**
 * Why each lost client left, by every view, from what was said since their last visit: what was said before was about another absence.
 * Reasons are those they count under; one that is no longer in the catalogue is unknown.
 */
export function knownClients(
  lost: Pick<LostClients, 'client' | 'lastVisit'>,
  claims: readonly Claim[],
  counted: Counted,
): KnownClients {
  const told = new Set(claims.map(({ client }) => client));
  const placeOf = new Map<number, number>();
  lost.client.forEach((client, place) => {
    if (told.has(client)) placeOf.set(client, place);
  });
  const byPlace = new Map<number, Claim[]>();
  for (const claim of claims) {
    const place = placeOf.get(claim.client);
    if (place === undefined) continue;
    const others = byPlace.get(place);
    if (others) others.push(claim);
    else byPlace.set(place, [claim]);
  }
  const known = new Map<number, Knowledge>();
  for (const [place, all] of [...byPlace].sort(([a], [b]) => a - b)) {
    const present = sinceLastVisit(all, lost.lastVisit[place]! as Day);
    if (present.length === 0) continue;
    const found = knowledge(present);
    const views = VIEWS.map((view) => [view, countedKnown(found[view], counted)] as const);
    known.set(place, Object.fromEntries(views) as Record<(typeof VIEWS)[number], Known>);
  }
  return known;
}

function countedKnown(known: Known, counted: Counted): Known {
  const weights = new Map<string, number>();
  for (const { reason, weight } of known.reasons) {
    const id = isReason(reason) ? (counted(reason)?.id ?? UNKNOWN) : reason;
    weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  return { ...known, reasons: [...weights].map(([reason, weight]) => ({ reason, weight })) };
}

/** A reason of the catalogue, as opposed to "nobody knows" and "not asked". */
export const isReason = (id: string): boolean => id !== NOT_ASKED && id !== UNKNOWN;

/** The reasons that are known, and their part in the whole (0-1). */
export function reasonsKnown({ reasons }: Known): { reasons: readonly WeightedReason[]; part: number } {
  const known = reasons.filter(({ reason }) => isReason(reason));
  return { reasons: known, part: known.reduce((sum, { weight }) => sum + weight, 0) };
}
