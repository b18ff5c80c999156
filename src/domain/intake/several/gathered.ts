import type { Day } from '../../kernel/day';
import { CAPS, type Caps } from '../open/caps';
import type { OpenedTable } from '../open/opened';
import type { FilePart } from '../source';
import { byKey } from './byKey';
import { headOf, withCommonLetters, type FileHead } from './fileHead';
import { joinedSource } from './joinedSource';
import { sameShapes, type Shaped } from './sameShape';

const byName = new Intl.Collator('en', { numeric: true }).compare;

function joined(group: readonly Shaped[]): OpenedTable {
  const tables = group.map(({ head }) => head.table);
  const parts = group.map(({ head, layout }): FilePart => {
    const { name, source } = head.table;
    return { source: { ...source, name, read: (from, to) => source.read(from, to) }, layout };
  });
  const { name, file } = tables[0]!;
  const rows = tables.reduce((sum, table) => sum + (table.rows ?? NaN), 0);
  const counted = Number.isNaN(rows) ? {} : { rows };
  const known = tables.every((table) => table.hints.encoding !== undefined) ? tables[0]!.hints : {};
  return { name, file, source: joinedSource(name, parts), hints: known, joins: tables, ...counted };
}

/**
 * Tables of one shape, such as a log in daily files or a sheet for each month, as one table more, ahead of the tables themselves; the files
 * of one table follow each other by name, sheets as they stand. So are orders and their lines, by what they have in common. Tables out of
 * sight join none.
 */
export async function gathered(
  tables: readonly OpenedTable[],
  today: Day,
  caps: Caps = CAPS,
  signal?: AbortSignal,
): Promise<readonly OpenedTable[]> {
  const inSight = tables.filter(({ hidden }) => !hidden);
  if (inSight.length < 2) return tables;
  const order = inSight.every(({ file }) => file === inSight[0]!.file)
    ? inSight
    : inSight.toSorted((a, b) => byName(a.file, b.file));
  const heads: FileHead[] = [];
  for (const table of order) {
    signal?.throwIfAborted();
    const head = await headOf(table);
    if (head) heads.push(head);
  }
  const groups = sameShapes(withCommonLetters(heads));
  const same = groups.filter((group) => group.length > 1).map(joined);
  const single = groups.flatMap(([first, second]) => (second ? [] : [first!]));
  const keyed = await byKey(single, today, caps, signal);
  return [...(keyed ? [keyed] : []), ...same, ...tables];
}
