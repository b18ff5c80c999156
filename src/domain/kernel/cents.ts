import type { Brand } from './brand';

/** A sum of money as a whole number of the currency's minor unit (cents, kopecks, yen); negative for refunds. */
export type Cents = Brand<number, 'Cents'>;
