import { homeCountry } from '../identity/dialled';
import type { Survey } from './survey';

/** Where telephone numbers stand for clients, the country of those that name none: that of most of the others. */
export async function phonesAtHome(seen: Survey, rows: readonly (readonly string[])[]): Promise<Survey> {
  const { phones, columns } = seen.mapping;
  const { phone } = columns;
  if (phones === undefined || phone === undefined) return seen;
  const country = await homeCountry(rows.map((cells) => cells[phone] ?? ''));
  return { ...seen, mapping: { ...seen.mapping, phones: country } };
}
