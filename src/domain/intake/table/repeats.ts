import type { Layout, Mapping } from '../layout';
import type { TakeRow } from '../rows/rowReader';
import { isBlank } from '../values/blank';
import { isTotalName } from '../values/totalsWords';
import type { SalesTable } from './salesTable';

/** What a whole file shows of rows that stand in it a second time, or that are sums of others; all of it is left out. */
export interface Repeats {
  /** From the sale of this number on, the table is there once more; Infinity where it is not. */
  readonly fromSale: number;
  /** Lines, both included, of a table that stands elsewhere in the file too. */
  readonly lines: readonly (readonly [from: number, to: number])[];
  /** A program left both versions of some rows; the lower one is not read. */
  readonly conflict: boolean;
  /** A client is called "Total". */
  readonly totals: boolean;
}

const FEWEST = 3;
const MOST_TIMES = 5;
const MOST_PARTS = 1000;

/** Whether so many sales from `one` are the same, in the same order, as those from `other`, and not all of one day. */
function sameRun(
  { identity, day }: SalesTable['sales'],
  one: number,
  other: number,
  length: number,
): boolean {
  if (length < FEWEST) return false;
  for (let i = 0; i < length * 2; i++) if (identity[one * 2 + i] !== identity[other * 2 + i]) return false;
  for (let i = 1; i < length; i++) if (day[one + i] !== day[one]) return true;
  return false;
}

function timesOver({ sales }: SalesTable): number {
  const { length } = sales;
  for (let times = MOST_TIMES; times > 1; times--) {
    const once = length / times;
    if (Number.isInteger(once) && sameRun(sales, 0, once, length - once)) return once;
  }
  return Infinity;
}

/** Tables glued together, each under its own titles: the lines of those that hold nothing but what another holds too. */
function gluedTwice({ breaks, sales }: SalesTable, firstLine: number): [number, number][] {
  const starts = [{ line: firstLine - 1, sale: 0 }, ...breaks];
  const parts = starts.map(({ line, sale }, i) => ({
    from: line + 1,
    to: (starts[i + 1]?.line ?? Infinity) - 1,
    sale,
    length: (starts[i + 1]?.sale ?? sales.length) - sale,
  }));
  return parts.flatMap((part, i) => {
    const twin = parts.some(
      (other, j) =>
        (other.length > part.length || (other.length === part.length && j < i)) &&
        sameRun(sales, other.sale, part.sale, part.length),
    );
    return twin ? [[part.from, part.to] as [number, number]] : [];
  });
}

/**
 * Whether a file holds its table twice over, with or without its titles again, two versions of rows that a program could not join,
 * or totals that look like sales; undefined where it holds none of them. Rows that are real duplicates are none of them.
 */
export function repeatsIn(table: SalesTable, layout: Layout, { rules }: Mapping): Repeats | undefined {
  const lines =
    table.breaks.length > 0 && table.breaks.length < MOST_PARTS ? gluedTwice(table, layout.firstLine) : [];
  const isHeld = rules?.lines ?? rules?.heads ?? rules?.everyLine;
  const fromSale = lines.length > 0 || isHeld ? Infinity : timesOver(table);
  const totals = table.clients.keys.some(isTotalName);
  if (lines.length === 0 && fromSale === Infinity && !table.conflict && !totals) return undefined;
  return { fromSale, lines, conflict: table.conflict, totals };
}

/** Rows on their way to the table, without those that repeat others. */
export function withoutRepeats(
  { fromSale, lines, conflict, totals }: Repeats,
  table: SalesTable,
  { columns }: Mapping,
  take: TakeRow,
): TakeRow {
  let lower = false;
  let inConflict = false;
  const person = [columns.client, columns.name].filter((column) => column !== undefined);
  return (cells, line, cut) => {
    const first = cells[0] ?? '';
    if (conflict) {
      if (first.startsWith('<<<<<<<')) inConflict = true;
      else if (first.startsWith('>>>>>>>')) inConflict = lower = false;
      else if (inConflict && first.startsWith('=======')) lower = true;
    }
    const again =
      lower ||
      table.sales.length >= fromSale ||
      (lines.length > 0 && lines.some(([from, to]) => line >= from && line <= to));
    if (again && cells.every(isBlank)) return;
    if (again) table.leave('table-repeated', cells, line, '');
    else if (totals && person.some((column) => isTotalName(cells[column] ?? '')))
      table.leave('total-row', cells, line, '');
    else take(cells, line, cut);
  };
}
