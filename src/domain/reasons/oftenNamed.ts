import type { Claim } from '../notebook/interview';
import type { Reason } from '../notebook/reason';
import { countedAs, offered } from './catalogue';
import { shuffled } from './order';

/**
 * The reasons on offer that were named most in a shop, so many of them, for a form that must be short; filled up by lot, and price never
 * first. None where nobody named any yet: then no few of them may stand before the others.
 */
export function oftenNamed(
  claims: readonly Claim[],
  reasons: readonly Reason[],
  seed: string,
  most: number,
): readonly Reason[] {
  const times = new Map<string, number>();
  for (const claim of claims)
    for (const id of new Set(claim.reasons.map(({ reason }) => countedAs(reasons, reason))))
      times.set(id, (times.get(id) ?? 0) + 1);
  const onOffer = shuffled(offered(reasons), seed);
  if (!onOffer.some(({ id }) => times.has(id))) return [];
  const first = onOffer.toSorted((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0)).slice(0, most);
  const lead = first.findIndex(({ type }) => type !== 'price');
  return lead <= 0 ? first : [first[lead]!, ...first.toSpliced(lead, 1)];
}
