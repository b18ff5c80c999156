import type { Field } from '../fields';
import type { OpenedTable } from '../open/opened';
import { plainWords } from '../roles/fold';
import { titleScore } from '../roles/titleScore';
import type { FilePart } from '../source';
import type { Survey } from '../survey';
import { isBlank } from '../values/blank';
import { sharedKeys, type SharedKey } from './sharedKey';
import { eachRow } from './eachRow';

/** Share of the rows that point to another table which must find their row there. */
const FOUND = 0.9;
const TITLED = 40;

/** A table and what its columns mean. */
export interface Looked {
  readonly table: OpenedTable;
  readonly part: FilePart;
  readonly survey: Survey;
}

/** Cells that are put behind the row that points to them, by what it points with. */
export interface Behind {
  readonly from: Looked;
  /** Column of the pointing row, among all that stand there by then. */
  readonly key: number;
  readonly titles: readonly string[];
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

export const titlesOf = ({ part }: Looked) => part.layout.titles;
const says = (title: string, field: Field) => titleScore(plainWords(title), field) >= TITLED;
export const keyIn = (cells: readonly string[], column: number) => (cells[column] ?? '').trim();

/** Rows of a table by the text in one of its columns; undefined where two rows have the same text there. */
async function rowsByKey(
  { part }: Looked,
  column: number,
  columns: readonly number[],
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const rows = new Map<string, readonly string[]>();
  let unique = true;
  await eachRow(part, (cells) => {
    const key = keyIn(cells, column);
    if (isBlank(key)) return;
    unique &&= !rows.has(key);
    const wanted = columns.map((at) => cells[at] ?? '');
    if (unique) rows.set(key, wanted);
  });
  return unique && rows.size > 1 ? rows : undefined;
}

/** Whether the texts in a column point to these rows, each to one and some to the same. */
async function pointsTo(
  { part }: Looked,
  column: number,
  rows: ReadonlyMap<string, unknown>,
): Promise<boolean> {
  const seen = new Set<string>();
  let all = 0;
  let found = 0;
  await eachRow(part, (cells) => {
    const key = keyIn(cells, column);
    if (isBlank(key)) return;
    all++;
    seen.add(key);
    if (rows.has(key)) found++;
  });
  return found >= all * FOUND && seen.size < all;
}

/** Whether orders tell their sums under a title that says so: then they are sales without their lines. */
export const tellsSums = ({ survey: { missing, mapping, columns } }: Looked): boolean => {
  const { amount } = mapping.columns;
  return missing.length === 0 && (amount === undefined || says(columns[amount]!.title, 'amount'));
};

/** Money of the whole order would count once for each of its lines. */
const isMoney = ({ title, numberShare, dateShare, samples }: Survey['columns'][number]) =>
  (['amount', 'price', 'cost', 'quantity'] as const).some((field) => says(title, field)) ||
  (numberShare > 0.8 && dateShare < 0.5 && samples.some((sample) => /\d[.,]\d+\D*$/.test(sample)));

/** The orders that lines belong to, ready to be put behind them: day and client come from there, money from the lines. */
export async function ordersOf(lines: Looked, orders: Looked, key: SharedKey): Promise<Behind | undefined> {
  const own = new Set(titlesOf(lines).map(plainWords));
  const kept = orders.survey.columns.filter(
    (column) =>
      column.title !== '' &&
      column.index !== key.there &&
      !own.has(plainWords(column.title)) &&
      (orders.survey.mapping.columns.date === column.index || !isMoney(column)),
  );
  const rows = await rowsByKey(
    orders,
    key.there,
    kept.map(({ index }) => index),
  );
  if (!rows || !(await pointsTo(lines, key.here, rows))) return undefined;
  return { from: orders, key: key.here, titles: kept.map(({ title }) => title), rows };
}

const PERSON = ['name', 'phone', 'email', 'segment'] as const;

/** Names behind numbers: of the clients from a list of clients, of the goods from a list of goods. */
export async function namesFrom(
  list: Looked,
  titles: readonly string[],
  taken: Behind,
): Promise<Behind | undefined> {
  const client = taken.from.survey.mapping.columns.client;
  const clientTitle = client === undefined ? undefined : taken.from.survey.columns[client]!.title;
  const { columns } = list.survey.mapping;
  for (const { here, there } of sharedKeys(titles, titlesOf(list), list.table.name)) {
    const title = titles[here]!;
    const ofClient = title === clientTitle;
    if (!ofClient && titleScore(plainWords(title), 'product') === 0) continue;
    const goods = titlesOf(list).findIndex(
      (other, i) => i !== there && (says(other, 'product') || says(other, 'name')),
    );
    const wanted = (ofClient ? PERSON.map((field) => columns[field]) : [goods]).filter(
      (at): at is number => at !== undefined && at >= 0 && at !== there,
    );
    const rows = wanted.length > 0 ? await rowsByKey(list, there, wanted) : undefined;
    if (rows) return { from: list, key: here, titles: wanted.map((at) => titlesOf(list)[at]!), rows };
  }
  return undefined;
}
