import { NOT_SALES, PAID_BACK } from './notSales';
import type { Preset } from './preset';

export const stripePayments: Preset = {
  id: 'stripe-payments',
  tells: [
    ['id', 'created date utc', 'amount', 'amount refunded', 'status', 'customer email'],
    ['id', 'created utc', 'amount', 'amount refunded', 'status', 'customer email'],
  ],
  columns: {
    date: ['created date utc', 'created utc'],
    client: 'customer email',
    name: ['customer description', 'card name'],
    email: 'customer email',
    amount: 'amount',
    receipt: 'id',
    product: 'description',
  },
  decimal: '.',
  rules: {
    never: [['status', ...NOT_SALES, ...PAID_BACK, 'requires*']],
    minus: ['amount refunded'],
    currency: 'currency',
    id: 'id',
  },
};
