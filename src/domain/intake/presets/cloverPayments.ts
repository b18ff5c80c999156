import { NOT_SALES } from './notSales';
import type { Preset } from './preset';

export const cloverPayments: Preset = {
  id: 'clover-payments',
  tells: [['payment date', 'payment id', 'tender', 'amount', 'customer name', 'result', 'refund amount']],
  columns: {
    date: 'payment date',
    name: 'customer name',
    amount: 'amount',
    receipt: ['order id', 'payment id'],
    employee: 'payment employee name',
  },
  rules: {
    never: [['result', ...NOT_SALES]],
    minus: ['refund amount'],
    currency: 'currency',
    id: 'payment id',
  },
};
