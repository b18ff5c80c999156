import type { Survey } from '../../domain/intake/survey';
import { entriesOf } from '../../domain/notebook/notebook';
import { readEntries } from '../../storage/notebook';
import type { ShopDb } from '../../storage/shopDb';

/** Where telephone numbers stand for clients, those without a country belong to the shop's own, if the owner has told it. */
export async function atHome(db: ShopDb | undefined, seen: Survey): Promise<Survey> {
  if (!db || seen.mapping.phones === undefined) return seen;
  const { records } = await readEntries(db, ['letterhead']);
  const country = entriesOf(records, 'letterhead')[0]?.country ?? '';
  return country === '' ? seen : { ...seen, mapping: { ...seen.mapping, phones: country } };
}
