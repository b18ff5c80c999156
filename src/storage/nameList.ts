import { NONE } from '../domain/sales/columns';
import { decodeAll, decodeNames, type DecodedRecords } from './decodeRecords';
import type { NamesRecord } from './shopDb';
import { joinTexts, splitTexts } from './texts';

/** No shop has so many products or employees: a number beyond is damage. */
const MOST_NAMES = 10_000_000;

export const soundNames = (stored: readonly unknown[]): DecodedRecords<NamesRecord> =>
  decodeAll(stored, (record) => {
    const decoded = decodeNames(record);
    return decoded && decoded.first <= MOST_NAMES ? decoded : undefined;
  });

/** The shop's products, or employees, from the records of all imports; entry i is product or employee i. */
export function readNames(records: readonly NamesRecord[], kind: NamesRecord['kind']): string[] {
  const names: string[] = [];
  for (const record of records) {
    if (record.kind !== kind) continue;
    splitTexts(record.texts, 1).forEach((name, k) => {
      names[record.first + k] = name;
    });
  }
  return names;
}

export interface NamesMerge {
  readonly indexOf: Uint32Array;
  readonly names: string[];
  /** `undefined` where the import names nobody new. */
  readonly record: Omit<NamesRecord, 'id' | 'importId'> | undefined;
}

/** Names of a new import found in, or added to, the shop's list. The given list is not touched. */
export function mergeNames(
  kind: NamesRecord['kind'],
  known: readonly string[],
  incoming: readonly string[],
): NamesMerge {
  const byName = new Map(known.map((name, index) => [name, index]));
  const names = [...known];
  const indexOf = Uint32Array.from(incoming, (name) => {
    const index = byName.get(name) ?? names.length;
    if (index === names.length) {
      byName.set(name, index);
      names.push(name);
    }
    return index;
  });
  const added = names.slice(known.length);
  return {
    indexOf,
    names,
    record: added.length === 0 ? undefined : { kind, first: known.length, texts: joinTexts(added) },
  };
}

/** A column of indices into one list, turned into indices into another; "none" stays none. */
export function renumbered(column: Uint32Array, indexOf: Uint32Array): Uint32Array {
  const out = new Uint32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const index = column[i]!;
    out[i] = index === NONE ? NONE : indexOf[index]!;
  }
  return out;
}
