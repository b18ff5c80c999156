import { dayParts, type Day } from '../kernel/day';
import { PRODUCTS, SEGMENTS, type Segment } from './catalogue';
import { wholeBetween, weighted, type Draw } from './seededDraw';

/** One line of a receipt: index into `PRODUCTS`, pieces, and cents for all of them. */
export interface Line {
  readonly product: number;
  readonly pieces: number;
  readonly cents: number;
  readonly cost: number;
}

export const lineOf = (product: number, pieces: number): Line => {
  const { price, costShare } = PRODUCTS[product]!;
  return { product, pieces, cents: price * pieces, cost: Math.round(price * pieces * costShare) };
};

/** What somebody of a segment buys on a day: one to three different things of the season; firms buy more of each. */
export function basket(draw: Draw, segment: Segment, day: Day, most = 3): Line[] {
  const { month } = dayParts(day);
  const column = SEGMENTS.indexOf(segment);
  const appeal = PRODUCTS.map(({ appeal, months }) =>
    !months || months.includes(month) ? appeal[column]! : 0,
  );
  const count = Math.min(most, 1 + (draw() < 0.22 ? 1 : 0) + (draw() < 0.1 ? 1 : 0));
  const lines: Line[] = [];
  for (let i = 0; i < count; i++) {
    const product = weighted(draw, appeal);
    appeal[product] = 0;
    const [few, many] = PRODUCTS[product]!.pieces ?? [1, segment === 'Private' ? 1 : 2];
    lines.push(lineOf(product, wholeBetween(draw, few, many)));
  }
  return lines;
}
