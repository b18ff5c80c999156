import type { Preset } from './preset';

export const freshaCommission: Preset = {
  id: 'fresha-commission',
  tells: [['date', 'team member', 'client', 'item', 'item type', 'sale price', 'commission rate']],
  columns: {
    date: 'date',
    name: 'client',
    amount: 'sale price',
    product: 'item',
    employee: 'team member',
  },
};
