/** What a column of a sales file can mean to us. The names are stored with remembered mappings: never rename. */
export const FIELDS = [
  'date',
  'client',
  'name',
  'amount',
  'quantity',
  'price',
  'receipt',
  'product',
  'employee',
  'phone',
  'email',
  'segment',
  'cost',
] as const;

export type Field = (typeof FIELDS)[number];
