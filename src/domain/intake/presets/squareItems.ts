import type { Preset } from './preset';

export const squareItems: Preset = {
  id: 'square-items',
  tells: [
    ['date', 'time', 'time zone', 'item', 'price point name', 'net sales', 'transaction id', 'customer name'],
  ],
  columns: {
    date: 'date',
    client: 'customer id',
    name: 'customer name',
    amount: 'net sales',
    quantity: 'qty',
    receipt: 'transaction id',
    product: 'item',
    employee: 'employee',
  },
  rules: { time: 'time', refunds: [['event type', 'refund', 'return']] },
};
