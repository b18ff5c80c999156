import type { DecimalMark, Mapping } from '../layout';
import { isBlank } from '../values/blank';
import { exactOf, exactText, type Exact } from './exactSum';
import type { RowRules } from './rules';
import { titleList, type Samples } from './samples';

const DISCOUNT = titleList(
  'discount,discounts,discount rate,discount percent,discount percentage,discount pct,discount amount,line discount,item discount,' +
    'rabatt,nachlass,rabatt prozent,korting,korting procent,kortingspercentage,remise,remises,taux de remise,rabais,скидка,процент скидки,' +
    'reducere,discount procent,sconto,descuento,desconto,rabat',
);
const PERCENT = /%|percent|pct|prozent|procent|процент/iu;

/**
 * What a column of discounts beside pieces and their price takes off, where it was not taken off yet: a share of the price (0.15 or `15%`), or
 * percent of it where the title says so; `open` where the file leaves open whether it means percent or money. Undefined without such a column, or where all
 * of it is nothing.
 */
export function discountOf(
  samples: Samples,
  titles: readonly string[],
  { amount, price, ...others }: Mapping['columns'],
): RowRules['discount'] {
  if (amount !== undefined || price === undefined) return undefined;
  const [column, ...more] = samples.titled(DISCOUNT, new Set([price, ...Object.values(others)]));
  if (column === undefined || more.length > 0) return undefined;
  const cells = samples.rows.map((row) => row[column] ?? '').filter((cell) => !isBlank(cell));
  const numbers = samples.rows.map((row) => Math.abs(samples.number(row, column))).filter((one) => one > 0);
  const signs = cells.filter((cell) => cell.includes('%'));
  if (numbers.length === 0 && signs.length === 0) return undefined;
  const isShare = numbers.every((one) => one <= 1) && numbers.some((one) => one < 1);
  if (signs.length > 0 || isShare) return { column, off: 'share' };
  const isPercent = PERCENT.test(titles[column] ?? '') && numbers.every((one) => one <= 100);
  return { column, off: isPercent ? 'percent' : 'open' };
}

/** The price of a piece with its discount taken off; undefined where the discount cannot be read as part of it, text as it was without one. */
export function discounted(
  price: string,
  discount: string,
  off: 'share' | 'percent',
  decimal: DecimalMark,
): string | undefined {
  if (isBlank(discount)) return price;
  const whole = exactOf(price, decimal);
  const read = exactOf(discount.replace('%', ''), decimal);
  if (!read) return undefined;
  const percent = off === 'percent' || discount.includes('%');
  const taken: Exact = { units: Math.abs(read.units), scale: read.scale + (percent ? 2 : 0) };
  const one = 10 ** taken.scale;
  if (taken.units > one) return undefined;
  if (!whole || taken.units === 0) return price;
  return exactText({ units: whole.units * (one - taken.units), scale: whole.scale + taken.scale }, decimal);
}
