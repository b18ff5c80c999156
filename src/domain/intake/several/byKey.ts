import type { Day } from '../../kernel/day';
import type { Caps } from '../open/caps';
import { sourceOf, type OpenedTable } from '../open/opened';
import { SheetText } from '../open/sheetText';
import { survey } from '../surveyFile';
import { keyIn, namesFrom, ordersOf, tellsSums, titlesOf, type Behind, type Looked } from './behind';
import { sharedKeys } from './sharedKey';
import { eachRow } from './eachRow';
import type { Shaped } from './sameShape';

/** Tables among which orders, lines and clients are looked for; nobody gives more of different shapes. */
const MOST_TABLES = 12;

/** Every line with what stands behind it, on the line it has in its own file. */
async function written(
  lines: Looked,
  behind: readonly Behind[],
  caps: Caps,
): Promise<{ readonly text: SheetText; readonly count: number } | undefined> {
  const text = new SheetText(caps);
  let count = 0;
  const { layout } = lines.part;
  const header = [...layout.titles, ...behind.flatMap(({ titles }) => titles)];
  let stop = text.take(Math.max(0, layout.headerLine - 1), header);
  await eachRow(lines.part, (cells, line) => {
    if (stop) return;
    const row = layout.titles.map((_, i) => cells[i] ?? '');
    for (const { key, titles, rows } of behind) {
      const found = rows.get(keyIn(row, key));
      for (let i = 0; i < titles.length; i++) row.push(found?.[i] ?? '');
    }
    stop = text.take(line - 1, row);
    count++;
  });
  return stop ? undefined : { text, count };
}

async function joinedWith(
  lines: Looked,
  orders: Behind,
  all: readonly Looked[],
  caps: Caps,
): Promise<OpenedTable | undefined> {
  const behind = [orders];
  for (const list of all) {
    if (list === lines || list === orders.from) continue;
    const titles = [...titlesOf(lines), ...behind.flatMap((one) => one.titles)];
    const names = await namesFrom(list, titles, orders);
    if (names) behind.push(names);
  }
  const put = await written(lines, behind, caps);
  if (!put) return undefined;
  const { text, count } = put;
  const { name, file } = lines.table;
  const { layout } = lines.part;
  const source = sourceOf(name, text.bytes());
  const titles = [...layout.titles, ...behind.flatMap((one) => one.titles)];
  const cut = {
    ...layout,
    encoding: 'utf-8',
    delimiter: ',',
    newline: '\n',
    width: titles.length,
    titles,
  } as const;
  return {
    name,
    file,
    source: { ...source, parts: [{ source, layout: cut }] },
    rows: text.rows,
    hints: { encoding: 'utf-8', delimiter: ',' },
    joins: [orders.from.table, lines.table, ...behind.slice(1).map(({ from }) => from.table)],
    key: { title: titlesOf(lines)[orders.key]!, orders: orders.rows.size, lines: count },
  };
}

/**
 * Orders and their lines in two tables, as one: lines that name no day or client point to orders that do, by a common number, such as those
 * of a shop's database. Names of clients and goods are taken from further tables. Undefined where no two tables belong together in
 * this way, the orders tell their sums themselves, or there is more than a device should hold at once.
 */
export async function byKey(
  shaped: readonly Shaped[],
  today: Day,
  caps: Caps,
  signal?: AbortSignal,
): Promise<OpenedTable | undefined> {
  const titled = shaped.filter(({ layout }) => layout.headerLine > 0);
  if (titled.length < 2 || titled.length > MOST_TABLES) return undefined;
  const pointing = titled.some((one) =>
    titled.some(
      (other) =>
        one !== other && sharedKeys(one.layout.titles, other.layout.titles, other.head.table.name).length > 0,
    ),
  );
  const size = titled.reduce((sum, { head }) => sum + head.table.source.size, 0);
  if (!pointing || size > caps.packed) return undefined;
  const looked: Looked[] = [];
  for (const { head, layout } of titled) {
    signal?.throwIfAborted();
    const seen = await survey(head.table.source, today, head.table.hints);
    if (seen.ok)
      looked.push({ table: head.table, part: { source: head.table.source, layout }, survey: seen.value });
  }
  for (const lines of looked) {
    const { missing } = lines.survey;
    if (missing.includes('amount') || missing.length === 0) continue;
    for (const orders of looked) {
      const lacks = orders.survey.missing;
      if (orders === lines || lacks.includes('date') || lacks.includes('client') || tellsSums(orders))
        continue;
      signal?.throwIfAborted();
      for (const key of sharedKeys(titlesOf(lines), titlesOf(orders), orders.table.name)) {
        const found = await ordersOf(lines, orders, key);
        if (found) return joinedWith(lines, found, looked, caps);
      }
    }
  }
  return undefined;
}
