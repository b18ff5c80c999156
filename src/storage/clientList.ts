import type { Forgetful } from '../domain/identity/forgetful';
import { forgottenAmong } from '../domain/identity/forgottenAmong';
import { decodeAll, decodeClients, type DecodedRecords } from './decodeRecords';
import type { ClientsRecord } from './shopDb';
import { joinTexts, splitTexts } from './texts';

/** The shop's clients as it knows them; entry i of each list is client i. */
export interface ClientList {
  readonly keys: string[];
  readonly names: string[];
  readonly phones: string[];
  readonly emails: string[];
  readonly segments: string[];
}

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

const FIELDS = ['names', 'phones', 'emails', 'segments'] as const;

export const emptyClientList = (): ClientList => ({
  keys: [],
  names: [],
  phones: [],
  emails: [],
  segments: [],
});

/** All clients' records played in the order of the imports: later facts that are not blank win. */
export function readClients(records: readonly ClientsRecord[]): ClientList {
  const list = emptyClientList();
  for (const record of [...records].sort((a, b) => a.id - b.id)) {
    const keys = record.keys === '' ? [] : record.keys.split('\u0000');
    const count = keys.length;
    place(list, 'keys', record.first, keys, count);
    for (const field of FIELDS) {
      const texts = splitTexts(record[field], count + record.changed.length);
      place(list, field, record.first, texts, count);
      record.changed.forEach((client, k) => {
        const text = texts[count + k];
        if (text) list[field][client] = text;
      });
    }
  }
  return list;
}

/** An import that does not count: its new clients keep their places, what it told of others is not known. */
export const placesAlone = (record: ClientsRecord): ClientsRecord => ({
  ...record,
  changed: new Uint32Array(0),
});

/** The clients whom these imports make known whether or not they bought. */
export const knownBy = (records: readonly ClientsRecord[]): readonly number[] => [
  ...new Set(records.flatMap(({ known }) => (known ? [...known] : []))),
];

/** No shop has so many clients: a number beyond is damage. */
export const MOST_CLIENTS = 20_000_000;

/** The records of clients that can be read; places of one that cannot stay, so that other imports' numbers stay right. */
export const soundClients = (stored: readonly unknown[]): DecodedRecords<ClientsRecord> =>
  decodeAll(stored, (record) => {
    const decoded = decodeClients(record);
    return decoded && decoded.first <= MOST_CLIENTS && textsFit(decoded) ? decoded : undefined;
  });

function textsFit(record: ClientsRecord): boolean {
  const keys = record.keys === '' ? 0 : countTexts(record.keys);
  const expected = keys + record.changed.length;
  return (
    record.changed.every((client) => client < record.first) &&
    (record.known ?? []).every((client) => client < record.first + keys) &&
    FIELDS.every((field) => record[field] === '' || countTexts(record[field]) === expected)
  );
}

function countTexts(joined: string): number {
  let count = 1;
  for (let at = joined.indexOf('\u0000'); at !== -1; at = joined.indexOf('\u0000', at + 1)) count++;
  return count;
}

/** The same list with room for `count` clients; those nothing is known of have blank texts. */
export function withPlaces(list: ClientList, count: number): ClientList {
  const filled = (texts: readonly string[]) =>
    Array.from({ length: Math.max(count, texts.length) }, (_, client) => texts[client] ?? '');
  return {
    keys: filled(list.keys),
    names: filled(list.names),
    phones: filled(list.phones),
    emails: filled(list.emails),
    segments: filled(list.segments),
  };
}

/** Puts the first `count` texts into a list from `first` on; an empty list takes them over as they are. */
function place(
  list: Writable<ClientList>,
  field: keyof ClientList,
  first: number,
  texts: string[],
  count: number,
): void {
  if (first === 0 && list[field].length === 0 && texts.length === count) list[field] = texts;
  else for (let k = 0; k < count; k++) list[field][first + k] = texts[k] ?? '';
}

export interface ClientsMerge {
  /** Client index in the shop for each client of the draft. */
  readonly indexOf: Uint32Array;
  readonly added: number;
  readonly record: Omit<ClientsRecord, 'id' | 'importId'>;
  readonly list: ClientList;
}

/**
 * The clients of a new import found in, or added to, the shop's list by their key. Facts that are new about known clients
 * go into `changed`. Nothing is noted of one who was forgotten. The given list is not touched.
 */
export function mergeClients(
  known: ClientList,
  incoming: Readonly<Record<keyof ClientList, readonly string[]>>,
  forgotten?: Forgetful,
): ClientsMerge {
  const byKey = new Map(known.keys.map((key, index) => [key, index]));
  const list: ClientList = {
    keys: [...known.keys],
    names: [...known.names],
    phones: [...known.phones],
    emails: [...known.emails],
    segments: [...known.segments],
  };
  const first = known.keys.length;
  const indexOf = new Uint32Array(incoming.keys.length);
  const changed: number[] = [];
  const changedFrom: number[] = [];
  const away = forgottenAmong(incoming, forgotten, known);
  incoming.keys.forEach((key, k) => {
    const place = away[k];
    if (place !== undefined) {
      indexOf[k] = place;
      return;
    }
    const index = byKey.get(key);
    if (index === undefined) {
      indexOf[k] = list.keys.length;
      byKey.set(key, list.keys.length);
      list.keys.push(key);
      for (const field of FIELDS) list[field].push(incoming[field][k] ?? '');
      return;
    }
    indexOf[k] = index;
    const tellsMore = FIELDS.some((field) => incoming[field][k] && incoming[field][k] !== list[field][index]);
    if (!tellsMore) return;
    changed.push(index);
    changedFrom.push(k);
    for (const field of FIELDS) list[field][index] = incoming[field][k] || list[field][index]!;
  });
  const texts = (field: (typeof FIELDS)[number]) =>
    joinTexts([...list[field].slice(first), ...changedFrom.map((k) => incoming[field][k] ?? '')]);
  return {
    indexOf,
    added: list.keys.length - first,
    list,
    record: {
      first,
      keys: joinTexts(list.keys.slice(first)),
      names: texts('names'),
      phones: texts('phones'),
      emails: texts('emails'),
      segments: texts('segments'),
      changed: Uint32Array.from(changed),
    },
  };
}
