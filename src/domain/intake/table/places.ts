import { FIELDS, type Field } from '../fields';
import type { Mapping } from '../layout';

/** Where each field stands in a row; -1 for a field that the file lacks. */
export type Places = Readonly<Record<Field, number>>;

export function placesOf({ columns, countVisits }: Mapping): Places {
  const places = Object.fromEntries(FIELDS.map((field) => [field, columns[field] ?? -1])) as Record<
    Field,
    number
  >;
  if (countVisits) places.amount = -1;
  return places;
}

/** The last column without which a row is no sale: date, client, and money. */
export function lastNeeded(places: Places, countVisits: boolean): number {
  const { date, client, name, amount, quantity, price } = places;
  const money = countVisits ? [] : amount >= 0 ? [amount] : [quantity, price];
  return Math.max(date, client >= 0 ? client : name, ...money);
}
