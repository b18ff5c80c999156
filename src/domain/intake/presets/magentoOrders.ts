import { NOT_SALES, PAID_BACK } from './notSales';
import type { Preset } from './preset';

export const magentoOrders: Preset = {
  id: 'magento-orders',
  tells: [['id', 'purchase point', 'purchase date', 'bill to name', 'grand total purchased', 'status']],
  columns: {
    date: 'purchase date',
    client: 'customer email',
    name: ['customer name', 'bill to name'],
    email: 'customer email',
    amount: 'grand total purchased',
    receipt: 'id',
    segment: 'customer group',
  },
  rules: {
    never: [['status', ...NOT_SALES, ...PAID_BACK, 'holded', 'suspected fraud', 'fraud']],
    instead: [['customer name', 'bill to name']],
    minus: ['total refunded'],
  },
};
