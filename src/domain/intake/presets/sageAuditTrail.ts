import type { Preset } from './preset';

/** SI is a sale, SC a credit note; SR, SA and purchases are no sales. */
export const sageAuditTrail: Preset = {
  id: 'sage-audit-trail',
  tells: [['type', 'account reference', 'nominal a c ref', 'date', 'details', 'net amount', 'tax amount']],
  columns: {
    date: 'date',
    client: 'account reference',
    amount: 'net amount',
    receipt: 'reference',
    product: 'details',
  },
  dateOrder: 'dmy',
  decimal: '.',
  rules: {
    only: [['type', 'si', 'sc']],
    refunds: [['type', 'sc']],
    plus: ['tax amount'],
    sure: ['date-order', 'decimal'],
  },
};
