import type { Day } from '../kernel/day';
import type { SaleColumns } from './columns';
import { receiptsOf, type ClientReceipt } from './receiptsOf';

/** The last receipt on which a client really spent money, up to a day; null where there is none. Refunds alone are no purchase. */
export const lastTicket = (sales: SaleColumns, client: number, asOf: Day): ClientReceipt | null =>
  receiptsOf(sales, client, asOf).find(({ total }) => total > 0) ?? null;
