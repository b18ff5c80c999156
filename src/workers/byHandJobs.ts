import type { HandSale, NewClient } from '../domain/byHand/handSale';
import type { Day } from '../domain/kernel/day';
import type { Headline } from '../domain/loss/headline';
import type { ShopSettings } from '../domain/shop/settings';
import type { ImportRecord } from '../storage/shopDb';

/** A client of the shop who bears a name that was typed; `lastVisit` is `NO_DAY` for one who never bought. */
export interface Namesake {
  readonly client: number;
  readonly name: string;
  readonly phone: string;
  /** What the client is stored under: a number, or the name in small letters. */
  readonly number: string;
  readonly visits: number;
  readonly lastVisit: number;
}

/** Questions about what is written down by hand. */
export interface ByHandJobs {
  /**
   * Saves sales and clients written down by hand as one import, into the shop or into a new one, and empties the list that they were
   * kept in, where it has still the number `draft`.
   */
  saveByHand: {
    input: {
      shopId: string | null;
      settings: Partial<ShopSettings>;
      sales: readonly HandSale[];
      clients: readonly NewClient[];
      draft: number | null;
      today: Day;
    };
    output: {
      shopId: string;
      headline: Headline;
      record: ImportRecord;
      recoveredBefore?: readonly string[];
      /** Whom it was about, by their places in the shop's list. */
      clients: readonly number[];
    };
  };
  /** Clients with exactly this name, or with this number. */
  namesakes: {
    input: { shopId: string; name: string; number: string; today: Day };
    output: readonly Namesake[];
  };
  /** What is sold most, and who sells, to choose from; at most a hundred each. */
  soldWords: {
    input: { shopId: string };
    output: { readonly products: readonly string[]; readonly employees: readonly string[] };
  };
  /** Ids of those sales of which the shop has one already with the same client, day and sum. */
  alikeSales: { input: { shopId: string; sales: readonly HandSale[] }; output: readonly string[] };
}
