import { MOVES } from './notSales';
import type { Preset } from './preset';

export const ebayOrders: Preset = {
  id: 'ebay-orders',
  tells: [
    [
      'sales record number',
      'order number',
      'buyer username',
      'buyer name',
      'item title',
      'sold for',
      'sale date',
    ],
  ],
  columns: {
    date: 'sale date',
    client: 'buyer username',
    name: 'buyer name',
    email: 'buyer email',
    phone: 'ship to phone',
    amount: 'sold for',
    quantity: 'quantity',
    receipt: 'order number',
    product: 'item title',
  },
  rules: {
    fill: {
      receipt: 'order number',
      columns: ['sale date', 'buyer username', 'buyer name', 'buyer email', 'ship to phone'],
      line: 'item title',
    },
    heads: { receipt: 'order number', item: 'item title' },
  },
};

export const ebayTransactions: Preset = {
  id: 'ebay-transactions',
  tells: [
    ['transaction creation date', 'type', 'order number', 'buyer username', 'item subtotal', 'payout id'],
  ],
  columns: {
    date: 'transaction creation date',
    client: 'buyer username',
    name: 'buyer name',
    amount: 'item subtotal',
    quantity: 'quantity',
    receipt: 'order number',
    product: 'item title',
  },
  rules: {
    never: [['type', ...MOVES, 'other fee', 'shipping label', 'charge', 'hold', 'adjustment']],
    refunds: [['type', 'refund', 'claim', 'payment dispute', 'case']],
    plus: ['shipping and handling'],
    currency: 'transaction currency',
  },
};
