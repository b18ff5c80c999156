import { MOVES, NOT_SALES, PAID_BACK, REFUNDS } from './notSales';
import type { Preset } from './preset';

/** The e-mail address in it is the shop's own: the file names no client. */
export const sumupTransactions: Preset = {
  id: 'sumup-transactions',
  tells: [
    ['datum', 'transaktions id', 'zahlungsart', 'status', 'betrag inkl mwst', 'auszahlung', 'auszahlungs id'],
    ['date', 'transaction id', 'transaction type', 'status', 'total', 'payout', 'payout id'],
  ],
  columns: {
    date: ['datum', 'date'],
    amount: ['betrag inkl mwst', 'total'],
    receipt: ['transaktions id', 'transaction id'],
    product: ['beschreibung', 'description'],
  },
  rules: {
    never: [
      [['zahlungsart', 'transaction type'], ...MOVES],
      ['status', ...NOT_SALES, ...PAID_BACK],
    ],
    refunds: [[['zahlungsart', 'transaction type'], ...REFUNDS]],
  },
};
