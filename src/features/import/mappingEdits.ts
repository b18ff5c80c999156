import type { Field } from '../../domain/intake/fields';
import type { Mapping } from '../../domain/intake/layout';
import type { Survey } from '../../domain/intake/survey';

/** Where the money of a sale comes from: a column, pieces x price, or nowhere, so that visits are counted. */
export type MoneyFrom = 'amount' | 'product' | 'visits';

export const PEOPLE_FIELDS = ['client', 'name'] as const;

/** Fields that no file needs, in the order in which they are offered. */
export const MORE_FIELDS = [
  'receipt',
  'product',
  'employee',
  'phone',
  'email',
  'segment',
  'quantity',
  'cost',
] as const;

const without = (columns: Mapping['columns'], ...fields: readonly Field[]): Mapping['columns'] =>
  Object.fromEntries(Object.entries(columns).filter(([field]) => !fields.includes(field as Field)));

export function moneyFrom({ columns, countVisits }: Mapping): MoneyFrom {
  if (countVisits) return 'visits';
  return columns.amount === undefined && columns.quantity !== undefined && columns.price !== undefined
    ? 'product'
    : 'amount';
}

/** One column means one thing: a field takes it from the field that had it. `undefined` says the file has no such column. */
export function withColumn(mapping: Mapping, field: Field, column: number | undefined): Mapping {
  const freed: Mapping['columns'] = Object.fromEntries(
    Object.entries(mapping.columns).filter(([other, index]) => other !== field && index !== column),
  );
  const columns = column === undefined ? freed : { ...freed, [field]: column };
  const changed = { ...mapping, columns };
  return columns.amount === mapping.columns.amount ? changed : withoutMoneyRules(changed);
}

/** Rules that put an amount together hold for its column alone. */
function withoutMoneyRules({ rules, ...mapping }: Mapping): Mapping {
  if (!rules) return mapping;
  const { plus: _, everyLine: _every, heads: _heads, othersSpend: _spend, minus, ...others } = rules;
  const { amount } = mapping.columns;
  const taken = minus?.filter((column) => column !== amount) ?? [];
  const left = taken.length > 0 ? { ...others, minus: taken } : others;
  return Object.keys(left).length > 0 ? { ...mapping, rules: left } : mapping;
}

/** Another source of the money; the columns that were proposed for it come back. */
export function withMoneyFrom(mapping: Mapping, from: MoneyFrom, proposed: Mapping): Mapping {
  const taken = new Set(Object.values(mapping.columns));
  const back = (field: 'amount' | 'quantity' | 'price'): Mapping['columns'] => {
    const column = proposed.columns[field];
    return mapping.columns[field] !== undefined || column === undefined || taken.has(column)
      ? {}
      : { [field]: column };
  };
  if (from === 'amount')
    return {
      ...mapping,
      countVisits: false,
      columns: { ...without(mapping.columns, 'price'), ...back('amount') },
    };
  if (from === 'product')
    return {
      ...mapping,
      countVisits: false,
      columns: { ...without(mapping.columns, 'amount'), ...back('quantity'), ...back('price') },
    };
  return { ...mapping, countVisits: true, columns: without(mapping.columns, 'amount', 'price') };
}

/** A mapping as it is first shown: with an amount the price of a piece has no say. */
export const settled = (mapping: Mapping): Mapping =>
  moneyFrom(mapping) === 'amount' ? { ...mapping, columns: without(mapping.columns, 'price') } : mapping;

/** Fields whose column was proposed by its values alone and has not been changed since. */
export const stillGuessed = ({ guessed, mapping: proposed }: Survey, mapping: Mapping): readonly Field[] =>
  guessed.filter(
    (field) => mapping.columns[field] !== undefined && mapping.columns[field] === proposed.columns[field],
  );

/** A remembered mapping fits when all its columns exist in this file. */
export const fits = ({ columns }: Mapping, width: number): boolean =>
  Object.values(columns).every((column) => column < width);

const reading = ({ columns, dateOrder, decimal, countVisits }: Mapping) =>
  JSON.stringify([Object.entries(columns).sort(), dateOrder, decimal, countVisits]);

/** Whether two mappings read the same columns in the same way. */
export const isSameReading = (one: Mapping, other: Mapping): boolean => reading(one) === reading(other);
