/**
 * What people write about a shop, as opposed to what its sales say. Kept as entries of one form, so that all of it is saved,
 * undone, copied and checked alike. Ids are random and never used twice.
 */
export interface EntryOf<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
  /** How often it was saved, 1 for a first time. The next save brings the next number: two windows cannot overwrite each other unseen. */
  readonly rev: number;
  /** Milliseconds since 1970, the device's clock. */
  readonly madeAt: number;
  readonly changedAt: number;
}
