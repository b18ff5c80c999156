import type { Preset } from './preset';

export const kofi: Preset = {
  id: 'kofi',
  tells: [['date time utc', 'from', 'item', 'received', 'currency', 'transaction id']],
  columns: {
    date: 'date time utc',
    name: 'from',
    email: 'buyer email',
    amount: 'received',
    receipt: 'transaction id',
    product: 'item',
  },
  rules: { currency: 'currency', id: 'transaction id' },
};
