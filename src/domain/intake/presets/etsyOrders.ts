import { NOT_SALES, PAID_BACK } from './notSales';
import type { Preset } from './preset';

export const etsyOrders: Preset = {
  id: 'etsy-orders',
  tells: [['sale date', 'order id', 'buyer user id', 'full name', 'order value', 'order total', 'buyer']],
  columns: {
    date: 'sale date',
    client: 'buyer',
    name: 'full name',
    amount: 'order total',
    receipt: 'order id',
  },
  dateOrder: 'mdy',
  decimal: '.',
  rules: {
    never: [['status', ...NOT_SALES, ...PAID_BACK]],
    currency: 'currency',
    corrected: 'adjusted order total',
    instead: [['buyer', 'buyer user id']],
    sure: ['date-order', 'decimal'],
  },
};
