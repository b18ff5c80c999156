import {
  DIMENSIONS,
  NO_KEY,
  NOT_ASKED,
  UNKNOWN,
  VIEWS,
  type Dimension,
  type ReasonsReport,
  type View,
} from '../../domain/reasons/reasonsReport';
import type { Query } from '../../reactive/address';

/** Which table of lost money is looked at. */
export interface ShownTable {
  readonly view: View;
  readonly dimension: Dimension;
}

/** What the sales alone say: alike whoever's word counts, and there before anybody was asked. */
export const FACTS: readonly Dimension[] = ['employee', 'product', 'month'];

const NO_NAME: readonly string[] = [NO_KEY, NOT_ASKED, UNKNOWN];

/** What may be sorted by, that of which nothing is known at the end: a shop without sellers does not begin with employees. */
export function withDataFirst(
  tables: ReasonsReport['tables'],
  dimensions: readonly Dimension[],
): readonly Dimension[] {
  const isKnown = (dimension: Dimension) =>
    VIEWS.some((view) =>
      tables[view][dimension].some(({ key, cents }) => cents > 0 && !NO_NAME.includes(key)),
    );
  return dimensions.toSorted((a, b) => Number(isKnown(b)) - Number(isKnown(a)));
}

/** The table that an address names among those on offer; the best known reasons, or the first on offer, where it names none. */
export function chosen({ view, dimension }: Query, among: readonly Dimension[] = DIMENSIONS): ShownTable {
  return {
    view: VIEWS.find((one) => one === view) ?? 'best',
    dimension: among.find((one) => one === dimension) ?? among[0] ?? 'reason',
  };
}
