import { romi } from '../loss/winBackValue';
import type { Deed } from './deed';
import { EARNED_BY, type Earned, type EarnedBy } from './earnedReport';

/** Below this many contacted clients figures may be chance. */
const FEW = 20;

/**
 * What some plans earned together (method.md [5.13], rules.md 3.6), money in cents; `margin` (0-1) is what stays of a sale, 1 where it is
 * not known and money is turnover.
 */
export function earnedOf(deeds: readonly Deed[], margin: number): Earned {
  const sum = (of: (deed: Deed) => number) => deeds.reduce((total, deed) => total + of(deed), 0);
  const since = sum((deed) => deed.since);
  const cost = sum((deed) => deed.cost);
  const naturalMargin = margin * sum((deed) => deed.natural);
  return {
    contacted: deeds.length,
    reached: sum((deed) => Number(deed.reached)),
    recovered: sum((deed) => Number(deed.recovered)),
    firstPurchases: sum((deed) => deed.firstPurchase),
    since,
    yearly: sum((deed) => deed.yearly),
    cost,
    minutes: sum((deed) => deed.minutes),
    margin: margin * since,
    naturalMargin,
    romi: romi(margin * since, naturalMargin, cost),
    romiGross: romi(margin * since, 0, cost),
    thin: deeds.length < FEW,
  };
}

/** A line of what was earned by something. */
export type EarnedLine = Earned & { readonly key: string };

/** The same by each of reason, playbook, offer, channel, employee and month; every list holds each plan once. */
export const earnedBy = (
  deeds: readonly Deed[],
  margin: number,
): Readonly<Record<EarnedBy, readonly EarnedLine[]>> =>
  Object.fromEntries(EARNED_BY.map((by) => [by, linesOf(deeds, margin, by)])) as unknown as Readonly<
    Record<EarnedBy, readonly EarnedLine[]>
  >;

/** Months in their order; all else by what came back, then by how many were contacted. */
function linesOf(deeds: readonly Deed[], margin: number, by: EarnedBy): readonly EarnedLine[] {
  const groups = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const others = groups.get(deed.keys[by]);
    if (others) others.push(deed);
    else groups.set(deed.keys[by], [deed]);
  }
  const lines = [...groups].map(([key, some]) => ({ key, ...earnedOf(some, margin) }));
  if (by === 'month') return lines.sort((a, b) => Number(a.key) - Number(b.key));
  return lines.sort((a, b) => b.since - a.since || b.contacted - a.contacted || (a.key < b.key ? -1 : 1));
}
