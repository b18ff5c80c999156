import type { Preset } from './preset';

export const squareTransactions: Preset = {
  id: 'square-transactions',
  tells: [
    [
      'date',
      'time',
      'time zone',
      'net sales',
      'total collected',
      'transaction id',
      'event type',
      'customer name',
    ],
  ],
  columns: {
    date: 'date',
    client: 'customer id',
    name: 'customer name',
    amount: 'net sales',
    receipt: 'transaction id',
    product: 'description',
    employee: 'staff name',
  },
  rules: { time: 'time', refunds: [['event type', 'refund', 'return']] },
};
