import { foldedName } from '../values/cleanText';
import { clientKey, phoneKey } from '../values/clientKey';
import type { ListRow } from './listFields';

/** What a shop's clients are told apart by. */
export type KeyKind = 'number' | 'name' | 'email' | 'phone';

/** What most clients of a shop are told apart by, so that a new one is found again by the next file of sales. */
export function keyKindOf(keys: readonly string[], names: readonly string[]): KeyKind {
  const counts: Record<KeyKind, number> = { name: 0, number: 0, email: 0, phone: 0 };
  keys.forEach((key, client) => {
    if (key === '' || key.startsWith('\u0001')) return;
    counts[kindOf(key, names[client] ?? '')]++;
  });
  return (Object.keys(counts) as KeyKind[]).reduce((best, kind) =>
    counts[kind] > counts[best] ? kind : best,
  );
}

function kindOf(key: string, name: string): KeyKind {
  if (key.includes('@')) return 'email';
  if (key === foldedName(name) && /\p{L}/u.test(key)) return 'name';
  return /^\+?\d{9,}$/.test(key) ? 'phone' : 'number';
}

/** The key a new client of a list is kept under: of the shop's kind where the list tells it, else as a file of sales would do. */
export function keyOfPerson({ number, name, email, phone }: Omit<ListRow, 'line'>, kind: KeyKind): string {
  const keys: Readonly<Record<KeyKind, string>> = {
    number: clientKey(number),
    name: foldedName(name),
    email: clientKey(email),
    phone: phoneKey(phone),
  };
  return keys[kind] || keys.name || keys.email || keys.phone || keys.number;
}

/** Everything a person of a list could be known by. */
export const keysOfPerson = (row: ListRow): string[] => [
  ...new Set((['number', 'name', 'email', 'phone'] as const).map((kind) => keyOfPerson(row, kind))),
];
