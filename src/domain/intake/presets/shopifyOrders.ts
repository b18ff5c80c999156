import { NOT_SALES, PAID_BACK } from './notSales';
import type { Preset } from './preset';

export const shopifyOrders: Preset = {
  id: 'shopify-orders',
  tells: [['name', 'financial status', 'lineitem name', 'lineitem price', 'created at']],
  columns: {
    date: 'created at',
    client: 'email',
    name: 'billing name',
    email: 'email',
    phone: ['billing phone', 'phone'],
    amount: ['total', 'subtotal'],
    quantity: 'lineitem quantity',
    receipt: 'name',
    product: 'lineitem name',
    employee: 'employee',
  },
  decimal: '.',
  rules: {
    fill: {
      receipt: 'name',
      columns: [
        ...['created at', 'email', 'billing name', 'shipping name', 'billing phone', 'phone', 'currency'],
        ...['financial status', 'cancelled at', 'employee'],
      ],
    },
    lines: { receipt: 'name', quantity: 'lineitem quantity', price: 'lineitem price' },
    never: [
      ['financial status', ...NOT_SALES, ...PAID_BACK],
      ['cancelled at', '*'],
    ],
    instead: [
      ['billing name', 'shipping name'],
      ['billing phone', 'phone'],
    ],
    currency: 'currency',
    minus: ['refunded amount'],
    sure: ['decimal'],
  },
};
