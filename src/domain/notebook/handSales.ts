import type { HandSale } from '../byHand/handSale';
import type { EntryOf } from './entry';

/** Sales that are being written down by hand and are not yet in the log. There is one such list at most. */
export interface HandSales extends EntryOf<'handSales'> {
  readonly sales: readonly HandSale[];
}

/** The one id that the list has. */
export const HAND_SALES = 'sales';

/** More are saved in two goes. */
export const MOST_HAND_SALES = 500;
