import type { Preset } from './preset';

export const quickbooksSalesByCustomer: Preset = {
  id: 'quickbooks-sales-by-customer',
  tells: [
    ['date', 'transaction type', 'num', 'product service', 'memo description', 'amount', 'balance'],
    ['transaction date', 'transaction type', 'num', 'product service', 'amount', 'balance'],
  ],
  columns: {
    date: ['date', 'transaction date'],
    amount: 'amount',
    quantity: ['qty', 'quantity'],
    receipt: 'num',
    product: 'product service',
  },
  decimal: '.',
  rules: {
    sections: true,
    never: [
      [
        'transaction type',
        'payment',
        'estimate',
        'bill',
        'bill payment',
        'purchase order',
        'deposit',
        'transfer',
      ],
    ],
    refunds: [['transaction type', 'credit memo', 'refund', 'refund receipt']],
  },
};
