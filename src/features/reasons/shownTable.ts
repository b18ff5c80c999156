import { DIMENSIONS, VIEWS, type Dimension, type View } from '../../domain/reasons/reasonsReport';
import type { Query } from '../../reactive/address';

/** Which table of lost money is looked at. */
export interface ShownTable {
  readonly view: View;
  readonly dimension: Dimension;
}

/** What the sales alone say: alike whoever's word counts, and there before anybody was asked. */
export const FACTS: readonly Dimension[] = ['employee', 'product', 'month'];

/** The table that an address names among those on offer; the best known reasons, or the first on offer, where it names none. */
export function chosen({ view, dimension }: Query, among: readonly Dimension[] = DIMENSIONS): ShownTable {
  return {
    view: VIEWS.find((one) => one === view) ?? 'best',
    dimension: among.find((one) => one === dimension) ?? among[0] ?? 'reason',
  };
}
