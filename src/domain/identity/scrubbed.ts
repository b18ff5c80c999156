import type { Entry } from '../notebook/notebook';

/** Where people write freely in what is kept of a client; the rest are choices, days and sums. */
const FREE = new Set([
  'text',
  'texts',
  'words',
  'note',
  'why',
  'wish',
  'what',
  'message',
  'subject',
  'override',
  'competitor',
  'title',
  'name',
]);

const blanked = (value: unknown): unknown => {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(blanked);
  return typeof value === 'object' && value !== null ? withoutWords(value) : value;
};

const withoutWords = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).map(([field, inside]: [string, unknown]) => [
      field,
      FREE.has(field) ? blanked(inside) : inner(inside),
    ]),
  );

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  return typeof value === 'object' && value !== null ? withoutWords(value) : value;
}

/** An entry about a client without a word that was written freely: choices, days and sums stay, so that figures do. */
export const wordless = (entry: Entry): Entry => withoutWords(entry) as Entry;

const HIDDEN = '…';
const SHORTEST = 5;

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Digits of a telephone number with whatever may stand between them. */
const dialled = (phone: string): string => Array.from(phone.replace(/\D/g, '')).join('[\\s./()-]*');

/** A name of one word is too much like any other word; two words, an address or a number are not. */
const isTelling = (name: string): boolean => name.length >= SHORTEST && /[\s@\d]/.test(name);

/** What finds the names and addresses of a client in other texts. */
export function namingOf(names: readonly string[], phones: readonly string[]): RegExp | undefined {
  const parts = [
    ...names
      .map((name) => name.trim())
      .filter(isTelling)
      .map(quoted),
    ...phones.filter((phone) => phone.replace(/\D/g, '').length > SHORTEST).map(dialled),
  ].sort((a, b) => b.length - a.length);
  if (parts.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** A text, list or entry with every name hidden; the very same where there is none. */
export function hidden<Value>(value: Value, naming: RegExp): Value {
  if (typeof value === 'string') return value.replace(naming, HIDDEN) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((item: unknown) => hidden(item, naming));
    return (list.every((item, at) => item === value[at]) ? value : list) as Value;
  }
  const fields = Object.entries(value).map(
    ([field, inside]: [string, unknown]) => [field, isId(field) ? inside : hidden(inside, naming)] as const,
  );
  const same = fields.every(([field, inside]) => inside === (value as Record<string, unknown>)[field]);
  return same ? value : (Object.fromEntries(fields) as Value);
}

/** Ids and marks are random; what looks like a number in them is none. */
const isId = (field: string): boolean =>
  ['id', 'kind', 'secret', 'taken', 'salt', 'marks', 'row'].includes(field);
