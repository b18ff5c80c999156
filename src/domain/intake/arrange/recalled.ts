import type { Mapping } from '../layout';

/**
 * Columns as remembered from the last file of this shape, with the rules of the file at hand: its period is its own, and what was learnt
 * about the maker's layout since holds for it too. The currency chosen then is still the one to read.
 */
export function recalledMapping(remembered: Mapping, proposed: Mapping): Mapping {
  const { rules: before, ...mapping } = remembered;
  const { rules } = proposed;
  if (!rules) return mapping;
  const { currency } = rules;
  const chosen = currency && before?.currency?.column === currency.column ? before.currency : currency;
  return { ...mapping, rules: chosen ? { ...rules, currency: chosen } : rules };
}
