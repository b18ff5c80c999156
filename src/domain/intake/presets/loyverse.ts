import { NOT_SALES, REFUNDS } from './notSales';
import type { Preset } from './preset';

const rules: Preset['rules'] = {
  never: [['status', ...NOT_SALES]],
  refunds: [['receipt type', ...REFUNDS]],
};

export const loyverseReceipts: Preset = {
  id: 'loyverse-receipts',
  tells: [
    ['date', 'receipt number', 'receipt type', 'total collected', 'cost of goods', 'customer name', 'store'],
  ],
  columns: {
    date: 'date',
    name: 'customer name',
    phone: 'customer contacts',
    amount: 'total collected',
    receipt: 'receipt number',
    product: 'description',
    employee: 'cashier name',
    cost: 'cost of goods',
  },
  rules,
};

export const loyverseItems: Preset = {
  id: 'loyverse-items',
  tells: [
    [
      'date',
      'receipt number',
      'receipt type',
      'item',
      'net sales',
      'cost of goods',
      'customer name',
      'store',
    ],
  ],
  columns: {
    date: 'date',
    name: 'customer name',
    phone: 'customer contacts',
    amount: 'net sales',
    quantity: 'quantity',
    receipt: 'receipt number',
    product: 'item',
    employee: 'cashier name',
    cost: 'cost of goods',
  },
  rules,
};
