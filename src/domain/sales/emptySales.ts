import type { SaleColumns } from './columns';

/** Room for a number of sales; every entry is 0 until it is filled. */
export const emptySales = (length: number): SaleColumns => ({
  length,
  day: new Int32Array(length),
  client: new Uint32Array(length),
  cents: new Float64Array(length),
  receipt: new Uint32Array(length),
  product: new Uint32Array(length),
  employee: new Uint32Array(length),
  quantity: new Int32Array(length),
  cost: new Float64Array(length),
});
