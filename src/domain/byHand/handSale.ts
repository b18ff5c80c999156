import type { Day } from '../kernel/day';

/** Somebody whom the shop does not know yet, as the owner writes them down; blank texts where nothing is known. */
export interface NewClient {
  readonly kind: 'new';
  /** Random: sales of one new client bear the same one. */
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly segment: string;
  /** Their number in the till or in the books; it tells them apart where it is there. */
  readonly number: string;
  /** Really another person than the one who bears the same name already. */
  readonly another: boolean;
}

/** A client of the shop, by their place in its list, with the name as it stood. */
export interface KnownClient {
  readonly kind: 'known';
  readonly client: number;
  readonly name: string;
}

export type HandClient = KnownClient | NewClient;

/** A sale written down by hand. */
export interface HandSale {
  /** Random, and what tells this sale from another like it. */
  readonly id: string;
  readonly day: Day;
  /** Null for a sale without a client. */
  readonly who: HandClient | null;
  /** `Cents`; money given back is negative, a visit is 100 where the shop counts visits. */
  readonly cents: number;
  readonly product: string;
  readonly employee: string;
}
