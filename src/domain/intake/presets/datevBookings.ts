import type { Preset } from './preset';

export const datevBookings: Preset = {
  id: 'datev-bookings',
  tells: [
    [
      'umsatz ohne soll haben kz',
      'soll haben kennzeichen',
      'konto',
      'gegenkonto ohne bu schlussel',
      'belegdatum',
    ],
  ],
  columns: {
    date: 'belegdatum',
    client: 'konto',
    amount: 'umsatz ohne soll haben kz',
    receipt: 'belegfeld 1',
    product: 'buchungstext',
  },
  dateOrder: 'dmy',
  decimal: ',',
  rules: {
    ledger: { account: 'konto', counter: 'gegenkonto ohne bu schlussel', side: 'soll haben kennzeichen' },
    period: { from: 14, to: 15 },
    currency: 'wkz umsatz',
    sure: ['date-order', 'decimal'],
  },
};
