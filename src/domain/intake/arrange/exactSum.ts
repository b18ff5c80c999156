import type { DecimalMark } from '../layout';
import { AmountReader } from '../values/amountReader';
import { isBlank } from '../values/blank';

/** An amount as `units` / 10^`scale`, whole numbers both. */
export interface Exact {
  readonly units: number;
  readonly scale: number;
}

const read = new AmountReader();

/** The amount in a cell; undefined where none can be read. */
export const exactOf = (cell: string, decimal: DecimalMark): Exact | undefined =>
  read.read(cell, decimal) ? { units: read.mantissa, scale: read.scale } : undefined;

/** The same amount with more decimals. */
export const inScale = ({ units, scale }: Exact, wanted: number): number =>
  scale <= wanted ? units * 10 ** (wanted - scale) : Math.round(units / 10 ** (scale - wanted));

export function plus(one: Exact, two: Exact, sign = 1): Exact {
  const scale = Math.max(one.scale, two.scale);
  return { units: inScale(one, scale) + sign * inScale(two, scale), scale };
}

/** The amount as a cell says it, in the file's own way of writing. */
export function exactText({ units, scale }: Exact, decimal: DecimalMark): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0 ? '-' : ''}${whole}${scale > 0 ? decimal + digits.slice(-scale) : ''}`;
}

/** The sum of the cells that say something; undefined where none does, the text of the first that is no amount where one is not. */
export function sumOf(cells: readonly string[], decimal: DecimalMark): Exact | string | undefined {
  let sum: Exact | undefined;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const amount = exactOf(cell, decimal);
    if (!amount) return cell;
    sum = sum ? plus(sum, amount) : amount;
  }
  return sum;
}
