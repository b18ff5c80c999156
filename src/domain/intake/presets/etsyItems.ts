import type { Preset } from './preset';

export const etsyItems: Preset = {
  id: 'etsy-items',
  tells: [['sale date', 'item name', 'buyer', 'quantity', 'item total', 'listing id', 'order id']],
  columns: {
    date: 'sale date',
    client: 'buyer',
    name: 'ship name',
    amount: 'item total',
    quantity: 'quantity',
    receipt: 'order id',
    product: 'item name',
  },
  dateOrder: 'mdy',
  decimal: '.',
  rules: { currency: 'currency', minus: ['discount amount'], sure: ['date-order', 'decimal'] },
};
