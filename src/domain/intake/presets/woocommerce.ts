import { NOT_SALES, PAID_BACK } from './notSales';
import type { Preset } from './preset';

export const woocommerceAnalytics: Preset = {
  id: 'woocommerce-analytics',
  tells: [
    ['date', 'order number', 'status', 'customer', 'customer type', 'product s', 'items sold', 'coupon s'],
  ],
  columns: {
    date: 'date',
    name: 'customer',
    amount: ['n revenue', 'net sales'],
    quantity: 'items sold',
    receipt: 'order number',
    product: 'product s',
  },
  rules: { never: [['status', ...NOT_SALES, ...PAID_BACK]] },
};

export const woocommerceOrders: Preset = {
  id: 'woocommerce-orders',
  tells: [
    [
      'order id',
      'order date',
      'status',
      'order total',
      'order currency',
      'billing email',
      'billing first name',
    ],
  ],
  columns: {
    date: 'order date',
    client: 'billing email',
    name: 'billing first name',
    email: 'billing email',
    phone: 'billing phone',
    amount: 'order total',
    receipt: ['order number', 'order id'],
    product: 'product item 1 name',
  },
  decimal: '.',
  rules: {
    never: [['status', ...NOT_SALES, ...PAID_BACK]],
    joined: ['billing first name', 'billing first name', 'billing last name'],
    instead: [['billing email', 'customer email']],
    currency: 'order currency',
    sure: ['decimal'],
  },
};
