/** Marks a row without a client, receipt, product or employee; the largest value an index column can hold. */
export const NONE = 0xffff_ffff;

/**
 * Sales as columns: row i of the shop's log is entry i of every array. Nothing is sorted.
 * A row is a line of a receipt or a whole receipt, as the file had it.
 */
export interface SaleColumns {
  readonly length: number;
  /** `Day` of the sale. */
  readonly day: Int32Array;
  /** Index of the client in the shop's list of clients, `NONE` where the row names nobody. */
  readonly client: Uint32Array;
  /** `Cents`; refunds and cancellations are negative. Whole numbers, exact up to 2^53. */
  readonly cents: Float64Array;
  /** Index of the receipt within the import, `NONE` where unknown. */
  readonly receipt: Uint32Array;
  /** Index into the shop's products, `NONE` where unknown. */
  readonly product: Uint32Array;
  /** Index into the shop's employees, `NONE` where unknown. */
  readonly employee: Uint32Array;
  /** Thousandths of a piece (three decimals are the most that tills write); 0 where unknown. */
  readonly quantity: Int32Array;
  /** What the row cost the shop, in `Cents`; NaN where unknown. */
  readonly cost: Float64Array;
}

/** The three columns that every figure about losing clients rests on. */
export type LossColumns = Pick<SaleColumns, 'length' | 'day' | 'client' | 'cents'>;
