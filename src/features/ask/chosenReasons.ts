import type { WeightedReason } from '../../domain/notebook/answer';
import type { Reason } from '../../domain/notebook/reason';
import { MOST_REASONS } from '../../domain/reasons/accepts';
import { offered } from '../../domain/reasons/catalogue';

const MOSTLY = 3;
const ALSO = 1;

/** A reason that counts mostly, beside others that count, too. */
export const isMain = ({ weight }: WeightedReason): boolean => weight >= 2;

export const isFull = (chosen: readonly WeightedReason[]): boolean => chosen.length >= MOST_REASONS;

/**
 * The reasons after one was chosen or taken away: the first counts mostly, what comes after it counts, too. Where they are not
 * weighed (`even`), all count alike.
 */
export function toggledReason(
  chosen: readonly WeightedReason[],
  id: string,
  even = false,
): readonly WeightedReason[] {
  const others = chosen.filter(({ reason }) => reason !== id);
  if (others.length < chosen.length) return others;
  if (isFull(chosen)) return chosen;
  return [...chosen, { reason: id, weight: even || chosen.some(isMain) ? ALSO : MOSTLY }];
}

/** The reasons with one weighed the other way. */
export const reweighed = (chosen: readonly WeightedReason[], id: string): readonly WeightedReason[] =>
  chosen.map((one) => (one.reason === id ? { ...one, weight: isMain(one) ? ALSO : MOSTLY } : one));

/** The reasons to choose from: those on offer, and those chosen before that no longer are. */
export const toChooseFrom = (
  reasons: readonly Reason[],
  chosen: readonly WeightedReason[],
): readonly Reason[] => {
  const onOffer = offered(reasons);
  const kept = reasons.filter(
    (reason) => !onOffer.includes(reason) && chosen.some(({ reason: id }) => id === reason.id),
  );
  return [...onOffer, ...kept];
};
