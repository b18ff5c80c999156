import type { Mapping } from '../layout';
import { isBlank } from '../values/blank';
import { exactOf, exactText, plus, sumOf } from './exactSum';

/** A row's amount put together from its columns, or why the row is no sale. */
export type Settled = { readonly text: string } | { readonly notASale: string };

/**
 * The amount of a row whose money stands in several columns or whose sign stands in a word. A sale that was wholly paid back is none; an
 * amount that cannot be read stays as it is, for the reader to say so.
 */
export function settledAmount(cells: readonly string[], mapping: Mapping, refund: boolean): Settled {
  const { decimal, columns, rules = {} } = mapping;
  const amount = cells[columns.amount ?? -1] ?? '';
  const after = cells[rules.corrected ?? -1] ?? '';
  const own = (exactOf(after, decimal)?.units ?? 0) === 0 ? amount : after;
  const at = (places: readonly number[] = []) => places.map((place) => cells[place] ?? '');
  const added = sumOf(at(rules.plus), decimal);
  const taken = sumOf(at(rules.minus), decimal);
  if (typeof added === 'string') return { text: added };
  if (typeof taken === 'string') return { text: taken };
  const base = isBlank(own) ? undefined : exactOf(own, decimal);
  if (!isBlank(own) && !base) return { text: own };
  if (!base && !added && !taken) return { text: own };
  let sum = base ?? { units: 0, scale: 0 };
  if (added) sum = plus(sum, added);
  if (taken) {
    sum = plus(
      sum,
      taken.units < 0 && sum.units > 0 && !rules.ledger ? { ...taken, units: -taken.units } : taken,
      -1,
    );
    if (sum.units === 0 && taken.units !== 0) return { notASale: exactText(taken, decimal) };
  }
  if (refund && sum.units > 0) sum = { ...sum, units: -sum.units };
  else if (!refund && rules.othersSpend && sum.units < 0) return { notASale: '' };
  return { text: !added && !taken && sum.units === base?.units ? own : exactText(sum, decimal) };
}
