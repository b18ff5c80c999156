import type { Mapping } from '../layout';
import { orderGroups } from './orderGroups';
import type { RowRules } from './rules';
import { sameMoney, sumOver, type Samples } from './samples';

/** So many different sums over one line each are no chance. */
const FEWEST = 3;

/**
 * Whether orders of several lines begin with a line of their own that names no product and bears the sum of the others: proven where it does in
 * most of them. Undefined where such lines are none, or fees.
 */
export function headsOf(samples: Samples, columns: Mapping['columns']): RowRules['heads'] {
  const { receipt, amount, product } = columns;
  if (receipt === undefined || amount === undefined || product === undefined) return undefined;
  const headed = orderGroups(samples, columns).filter(
    ([first, ...others]) =>
      samples.text(first!, product) === '' && others.some((line) => samples.text(line, product) !== ''),
  );
  const sums = headed.filter(([first, ...others]) => {
    const parts = others.map((line) => samples.number(line, amount)).filter((part) => !Number.isNaN(part));
    return parts.length === 0 || sameMoney(sumOver(parts), samples.number(first!, amount));
  });
  const several = sums.some((lines) => lines.length > 2);
  const different = new Set(sums.map(([first]) => samples.number(first!, amount))).size;
  const proven = sums.length >= headed.length * 0.8 && (several || different >= FEWEST);
  return proven ? { receipt, item: product } : undefined;
}
