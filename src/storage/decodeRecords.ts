import * as v from 'valibot';
import { FIELDS } from '../domain/intake/fields';
import { DATE_ORDERS, DELIMITERS, ENCODINGS, type Mapping } from '../domain/intake/layout';
import { CHANNELS } from '../domain/notebook/plan';
import { packedRows } from './columnCodec';
import { settingsUsed } from './decodeSettingsUsed';
import { LISTED_FACTS } from './listedFacts';
import { PACK_ROWS } from './schema';
import type {
  CardRecord,
  ClientsRecord,
  IdentityRecord,
  ImportRecord,
  LayoutRecord,
  NamesRecord,
  PackRecord,
} from './shopDb';

const whole = v.pipe(v.number(), v.integer());
const count = v.pipe(whole, v.minValue(0));
const upTo = (most: number) => v.pipe(whole, v.minValue(1), v.maxValue(most));
const text = v.string();
const number = v.union([v.number(), v.nan()]);
const words = v.custom<Uint32Array<ArrayBuffer>>((input) => input instanceof Uint32Array);

export const SALE_COLUMNS = 8;

const pack = v.pipe(
  v.object({
    id: whole,
    importId: whole,
    rows: v.pipe(count, v.maxValue(PACK_ROWS)),
    columns: v.custom<ArrayBuffer>((input) => input instanceof ArrayBuffer),
  }),
  v.check(({ columns, rows }) => packedRows(columns, SALE_COLUMNS) === rows),
);

const identity = v.object({ packId: whole, importId: whole, words });

const names = v.object({
  id: whole,
  importId: whole,
  kind: v.picklist(['product', 'employee']),
  first: count,
  texts: text,
});

const clients = v.object({
  id: whole,
  importId: whole,
  first: count,
  keys: text,
  names: text,
  phones: text,
  emails: text,
  segments: text,
  changed: words,
  known: v.exactOptional(words),
  listed: v.exactOptional(
    v.object({ clients: words, addresses: text, notes: text, wishes: text, likes: text, birthdays: text }),
  ),
});

const importRecord = v.object({
  id: whole,
  fileName: text,
  contentHash: text,
  at: number,
  rows: count,
  added: count,
  overlap: count,
  leftOut: count,
  clientsAdded: count,
  from: number,
  to: number,
  total: number,
  by: v.exactOptional(v.picklist(['hand', 'list'])),
  settings: settingsUsed,
});

const card = v.object({
  client: count,
  name: v.optional(text),
  phone: v.optional(text),
  email: v.optional(text),
  address: v.optional(text),
  note: v.optional(text),
  interval: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(36_525))),
  doNotContact: v.optional(v.boolean()),
  prefers: v.optional(v.picklist(CHANNELS)),
  hours: v.optional(text),
  likes: v.optional(text),
  wishes: v.optional(text),
  annoys: v.optional(text),
  tastes: v.optional(text),
  gifts: v.optional(text),
  birthday: v.optional(v.object({ month: upTo(12), date: upTo(31) })),
  occasions: v.optional(text),
  debt: v.optional(count),
  cleared: v.optional(v.array(v.picklist(LISTED_FACTS))),
});

const column = v.optional(count);

const columns = v.array(count);
const cellWords = v.array(v.object({ column: count, words: v.array(text) }));

const orderLines = {
  receipt: v.exactOptional(count),
  quantity: v.exactOptional(count),
  price: v.exactOptional(count),
};

const rules = v.object({
  sections: column,
  fill: v.optional(v.object({ receipt: v.exactOptional(count), columns, line: v.exactOptional(count) })),
  lines: v.optional(v.object(orderLines)),
  everyLine: v.optional(
    v.object({ ...orderLines, receipt: count, amount: v.picklist(['order', 'line', 'open']) }),
  ),
  heads: v.optional(v.object({ receipt: count, item: count })),
  only: v.optional(cellWords),
  never: v.optional(cellWords),
  refunds: v.optional(cellWords),
  othersSpend: v.optional(v.boolean()),
  currency: v.optional(v.object({ column: count, code: text })),
  id: column,
  instead: v.optional(v.array(v.object({ column: count, from: count, unless: v.array(text) }))),
  joined: v.optional(v.object({ column: count, from: columns })),
  year: column,
  time: column,
  period: v.optional(v.object({ from: text, to: text })),
  discount: v.exactOptional(v.object({ column: count, off: v.picklist(['share', 'percent', 'open']) })),
  plus: v.optional(columns),
  minus: v.optional(columns),
  corrected: column,
  ledger: v.optional(v.object({ account: count, counter: count, side: count })),
  sure: v.optional(v.array(v.picklist(['date-order', 'decimal']))),
});

const fixes = v.object({
  dates: v.optional(v.array(v.picklist(DATE_ORDERS))),
  gifts: v.optional(v.boolean()),
  counted: v.optional(cellWords),
});

const mapping = v.object({
  columns: v.object(Object.fromEntries(FIELDS.map((field) => [field, column]))),
  dateOrder: v.picklist(DATE_ORDERS),
  decimal: v.picklist(['.', ',']),
  countVisits: v.boolean(),
  rules: v.optional(rules),
  phones: v.exactOptional(text),
  isProven: v.exactOptional(v.boolean()),
  fixes: v.optional(fixes),
});

const layout = v.object({
  fingerprint: text,
  mapping,
  at: number,
  about: v.optional(v.object({ fileName: text, titles: v.array(text), preset: v.optional(text) })),
  again: v.optional(
    v.object({
      of: text,
      encoding: v.optional(v.picklist(ENCODINGS)),
      delimiter: v.optional(v.picklist(DELIMITERS)),
      headerLine: column,
    }),
  ),
});

/** A stored record with its known fields only; `undefined` where it is not what it should be. */
function decoded(schema: v.GenericSchema, stored: unknown): unknown {
  const { success, output } = v.safeParse(schema, stored);
  return success ? output : undefined;
}

export const decodePack = (stored: unknown) => decoded(pack, stored) as PackRecord | undefined;
export const decodeIdentity = (stored: unknown) => decoded(identity, stored) as IdentityRecord | undefined;
export const decodeNames = (stored: unknown) => decoded(names, stored) as NamesRecord | undefined;
export const decodeClients = (stored: unknown) => decoded(clients, stored) as ClientsRecord | undefined;
export const decodeImport = (stored: unknown) => decoded(importRecord, stored) as ImportRecord | undefined;
export const decodeCard = (stored: unknown) => decoded(card, stored) as CardRecord | undefined;
export const decodeLayout = (stored: unknown) => decoded(layout, stored) as LayoutRecord | undefined;
export const decodeMapping = (stored: unknown) => decoded(mapping, stored) as Mapping | undefined;

export interface DecodedRecords<Shape> {
  readonly records: Shape[];
  /** Records that cannot be read. */
  readonly setAside: number;
}

/** Stored data are foreign: what can be read, in order, and how many records could not. */
export function decodeAll<Shape>(
  stored: readonly unknown[],
  decode: (record: unknown) => Shape | undefined,
): DecodedRecords<Shape> {
  const records = stored.map(decode).filter((record) => record !== undefined);
  return { records, setAside: stored.length - records.length };
}
