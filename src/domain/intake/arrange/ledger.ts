import type { RowRules } from './rules';

const DEBTOR = /^[1-6]\d{4,}$/;
const REVENUE = /^[48]\d{3,}$/;

export interface LedgerSale {
  readonly debtor: string;
  /** The debtor was credited: money or goods came back. */
  readonly back: boolean;
}

/**
 * A booking between a debtor and a revenue account of the usual German charts of accounts (debtors have one digit more; revenue begins
 * with 8 or 4); undefined for every other booking, such as an expense or a payment.
 */
export function ledgerSale(
  cells: readonly string[],
  { account, counter, side }: NonNullable<RowRules['ledger']>,
): LedgerSale | undefined {
  const one = (cells[account] ?? '').trim();
  const two = (cells[counter] ?? '').trim();
  const debit = (cells[side] ?? '').trim().toUpperCase() !== 'H';
  const pair = (debtor: string, revenue: string) =>
    DEBTOR.test(debtor) && REVENUE.test(revenue) && debtor.length > revenue.length;
  if (pair(one, two)) return { debtor: one, back: !debit };
  if (pair(two, one)) return { debtor: two, back: debit };
  return undefined;
}
