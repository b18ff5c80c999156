import type { Source, WeightedReason } from '../notebook/answer';
import type { Claim } from '../notebook/interview';
import type { Day } from '../kernel/day';
import { NOT_ASKED, UNKNOWN, type View } from './reasonsReport';

/** Why a client left, by one view. */
export interface Known {
  /** Weights sum to 1. One of `NOT_ASKED` or `UNKNOWN` where no reason is known. */
  readonly reasons: readonly WeightedReason[];
  /** By whose word, and when it was last given; null where nobody was asked. */
  readonly source: Source | null;
  readonly day: Day | null;
  /** Empty where none was named. */
  readonly competitor: string;
}

/** Why a client left, by every view. */
export type Knowledge = Readonly<Record<View, Known>>;

const notAsked: Known = {
  reasons: [{ reason: NOT_ASKED, weight: 1 }],
  source: null,
  day: null,
  competitor: '',
};

/** Reasons with weights summing to 1; none where they have no weight at all. */
function normalised(reasons: readonly WeightedReason[]): readonly WeightedReason[] {
  const total = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? reasons.map(({ reason, weight }) => ({ reason, weight: weight / total })) : [];
}

const isKnown = ({ reasons }: Claim): boolean => reasons.some(({ weight }) => weight > 0);

/**
 * The claims that stand: the newest of each source, role and author replaces that one's older ones, but "I do not know" never takes
 * back a reason. Answers without a name are of several people, so that all of the newest day stand; client and owner are but one.
 */
function standing(claims: readonly Claim[]): readonly Claim[] {
  const latest = new Map<string, readonly Claim[]>();
  for (const claim of [...claims].sort((a, b) => a.day - b.day)) {
    const { source, role, author, day } = claim;
    const isOfStaff = source === 'staff' || source === 'brainstorm';
    const key = JSON.stringify([source, role, isOfStaff ? author : null]);
    const before = latest.get(key) ?? [];
    if (before.some(isKnown) && !isKnown(claim)) continue;
    const beside = isOfStaff && author === null ? before.filter((other) => other.day === day) : [];
    latest.set(key, [...beside, claim]);
  }
  return [...latest.values()].flat();
}

/** Several claims as one: the mean of those that name reasons, each counting alike. */
function averaged(claims: readonly Claim[]): Known {
  const newest = claims.reduce((a, b) => (b.day >= a.day ? b : a));
  const naming = claims.filter(isKnown);
  const weights = new Map<string, number>();
  for (const claim of naming)
    for (const { reason, weight } of normalised(claim.reasons))
      weights.set(reason, (weights.get(reason) ?? 0) + weight / naming.length);
  return {
    reasons:
      weights.size === 0
        ? [{ reason: UNKNOWN, weight: 1 }]
        : [...weights].map(([reason, weight]) => ({ reason, weight })),
    source: newest.source,
    day: newest.day,
    competitor: claims.findLast(({ competitor }) => competitor !== '')?.competitor ?? '',
  };
}

/** The first rung of a ladder that names reasons; else the first on which anybody was asked. */
function highest(rungs: readonly (readonly Claim[])[]): Known {
  const asked = rungs.filter((rung) => rung.length > 0);
  const rung = asked.find((claims) => claims.some(isKnown)) ?? asked[0];
  return rung ? averaged(rung) : notAsked;
}

/**
 * Why a client left, by whose word (method.md [4.3], [4.7]), from all claims about one absence in the order of time. `real` takes the
 * owner's finding before the client's, the staff's and a brainstorm's; `staff` what employees and the owner believe, else the
 * brainstorm; `best` the real reason, else the client's word, else `staff`.
 */
export function knowledge(claims: readonly Claim[]): Knowledge {
  const stands = standing(claims);
  const from = (role: Claim['role'], source: Source) =>
    stands.filter((claim) => claim.role === role && claim.source === source);
  const real = (['owner', 'client', 'staff', 'brainstorm'] as const).map((source) => from('real', source));
  const stated = [from('stated', 'client')];
  const believed = stands.filter(
    ({ source, role }) => source === 'staff' || (source === 'owner' && role === 'stated'),
  );
  const staff = [believed, from('stated', 'brainstorm')];
  return {
    best: highest([...real, ...stated, ...staff]),
    stated: highest(stated),
    real: highest(real),
    staff: highest(staff),
  };
}
