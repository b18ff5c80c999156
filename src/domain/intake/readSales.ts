import type { Day } from '../kernel/day';
import { err, ok, type Result } from '../kernel/result';
import { NONE, type SaleColumns } from '../sales/columns';
import { ContentHash } from './bytes/contentHash';
import type { Draft, DraftSummary } from './draft';
import type { Layout, Mapping } from './layout';
import { readThrough, type Pass } from './readThrough';
import type { Refusal } from './refusal';
import { toldTwice } from './several/toldTwice';
import type { ByteSource, FilePart } from './source';
import { everyLineQuestion, type Question } from './survey';
import { repeatsIn } from './table/repeats';
import { PairIndex } from './table/pairIndex';
import type { SalesTable } from './table/salesTable';
import { mixed } from './table/textHash';

export interface ReadOptions {
  readonly today: Day;
  /** Decimals of the currency: 2 for euros and cents, 0 for yen. */
  readonly minorDigits: number;
  /** Rows and bytes read so far; begins again where the file has to be read a second time. */
  readonly onProgress?: (rows: number, bytes: number) => void;
  /** Stops the reading: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Sees every block of bytes once, in order. */
  readonly digest?: (block: Uint8Array) => void;
}

function unmapped({ columns, countVisits }: Mapping): Refusal | undefined {
  if (columns.date === undefined) return { code: 'no-date' };
  if (columns.client === undefined && columns.name === undefined) return { code: 'no-client' };
  const money =
    columns.amount !== undefined || (columns.quantity !== undefined && columns.price !== undefined);
  return money || countVisits ? undefined : { code: 'no-amount' };
}

interface Reading {
  readonly parts: readonly FilePart[];
  readonly mapping: Mapping;
}

/** The layout and mapping under which every value of the file can be read, where those given were disproved by it. */
function corrected(pass: Pass, { parts, mapping }: Reading): Reading | undefined {
  const dates = pass.table.dates.verdict();
  const decimals = pass.table.decimals.verdict();
  const dateOrder =
    dates.proven && isPaired(dates.order) && !isDecided(pass.table, mapping)
      ? dates.order
      : mapping.dateOrder;
  const misread = !isPaired(mapping.dateOrder) && isPaired(dates.order) ? dates.order : dateOrder;
  const decimal = decimals.proven ? decimals.decimal : mapping.decimal;
  const misnamed = pass.encodings.some((encoding) => encoding !== undefined);
  if (misread === mapping.dateOrder && decimal === mapping.decimal && !misnamed) return undefined;
  const fitting = parts.map(({ source, layout }, i) => ({
    source,
    layout: { ...layout, encoding: pass.encodings[i] ?? layout.encoding },
  }));
  return { parts: fitting, mapping: { ...mapping, dateOrder: misread, decimal } };
}

const isPaired = (order: Mapping['dateOrder']) => order === 'dmy' || order === 'mdy';

/** Whether the file writes its dates in both ways, and the owner said what becomes of those in the other. */
const isDecided = ({ dates }: SalesTable, { fixes }: Mapping) =>
  dates.isMixed && fixes?.dates?.some(isPaired) === true;

function questionsOf(table: SalesTable, layout: Layout, mapping: Mapping): Question[] {
  const { dates, decimals } = table;
  const questions: Question[] = [];
  const order = dates.verdict();
  const sure = mapping.rules?.sure ?? [];
  const doubted =
    order.asked || (!order.proven && isPaired(order.order) && order.order !== mapping.dateOrder);
  if (doubted && !isDecided(table, mapping) && !sure.includes('date-order'))
    questions.push({
      kind: 'date-order',
      column: mapping.columns.date ?? 0,
      sample: dates.sample,
      readings: ['dmy', 'mdy'],
      ...(!order.asked && { speaksFor: order.order }),
    });
  const column = mapping.columns.amount ?? mapping.columns.price;
  if (column !== undefined && decimals.verdict().asked && !sure.includes('decimal'))
    questions.push({ kind: 'decimal', column, sample: decimals.sample, readings: ['.', ','] });
  if (mapping.rules?.everyLine?.amount === 'open')
    questions.push(everyLineQuestion(layout, mapping.columns.amount));
  return questions;
}

function refusedWhole(table: SalesTable, layout: Layout, mapping: Mapping): Refusal | undefined {
  const { log, rows, sales } = table;
  if (rows === 0) return { code: layout.headerLine > 0 ? 'titles-only' : 'empty-file' };
  const named = (column: number | undefined) =>
    column === undefined ? '' : layout.titles[column] || String(column + 1);
  const dated = rows - log.countOf('date-missing') - log.countOf('row-cut') - log.countOf('total-row');
  if (dated > 0 && log.countOf('date-unreadable') > dated / 2)
    return {
      code: 'no-date',
      details: { column: named(mapping.columns.date), sample: log.sampleOf('date-unreadable') },
    };
  const sums = log.countOf('amount-unreadable');
  if (sums > 0 && sums > sales.length)
    return {
      code: 'amount-is-text',
      details: {
        column: named(mapping.columns.amount ?? mapping.columns.price),
        sample: log.sampleOf('amount-unreadable'),
      },
    };
  if (sales.length > 0) return table.withoutClient === sales.length ? { code: 'no-client' } : undefined;
  const future = log.countOf('date-future');
  if (log.countOf('not-a-sale') >= log.count / 2) return { code: 'no-sales' };
  return { code: future > 0 && future >= log.count / 2 ? 'all-future' : 'no-rows' };
}

/** Rows without a receipt of their own count once for each client and day. */
function clientDaysOf({ length, client, day, receipt }: SaleColumns): number {
  const visits = new PairIndex();
  for (let row = 0; row < length; row++) {
    if (receipt[row] !== NONE || client[row] === NONE) continue;
    visits.of(
      mixed(client[row]! ^ Math.imul(day[row]!, 0x9e3779b1)),
      mixed(day[row]! ^ Math.imul(client[row]!, 0x85ebca6b)),
    );
  }
  return visits.size;
}

function summaryOf(table: SalesTable, sales: SaleColumns, { fixes }: Mapping): DraftSummary {
  const { log } = table;
  let from = Infinity;
  let to = -Infinity;
  for (let row = 0; row < sales.length; row++) {
    const day = sales.day[row]!;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return {
    rows: table.rows,
    kept: sales.length,
    leftOut: log.count,
    withoutClient: table.withoutClient,
    clients: table.clients.keys.length,
    receipts: table.receipts.settle(sales.receipt) + clientDaysOf(sales),
    from: from as Day,
    to: to as Day,
    total: table.total,
    totalWithClient: table.totalWithClient,
    issues: log.issues(),
    ...(fixes && { mended: table.mended }),
  };
}

/**
 * Reads a whole sales file into columns, with every row that had to be left out and why; nothing is saved. Where the file disproves the
 * order of dates, the decimal mark or the encoding given, it is read once more with the one that fits. Refuses a file without a
 * single sale to keep, or whose dates or amounts are mostly something else. Rejects only when stopped by the signal. Files of one shape
 * (`source.parts`) are read one after the other, each in its own layout.
 */
export async function readSales(
  source: ByteSource,
  layout: Layout,
  mapping: Mapping,
  options: ReadOptions,
): Promise<Result<Draft, Refusal>> {
  const lacking = unmapped(mapping);
  if (lacking) return err(lacking);
  const hash = new ContentHash();
  const onBlock = (block: Uint8Array) => {
    hash.add(block as Uint8Array<ArrayBuffer>);
    options.digest?.(block);
  };
  let used: Reading = { parts: source.parts ?? [{ source, layout }], mapping };
  let pass = await readThrough(used.parts, used.mapping, options, onBlock);
  const better = corrected(pass, used);
  if (better) {
    used = better;
    pass = await readThrough(used.parts, used.mapping, options);
  }
  const [first] = used.parts;
  const repeats = repeatsIn(pass.table, first!.layout, used.mapping);
  const { files, lines } = pass;
  const twice = lines ? toldTwice({ table: pass.table, lines, files }) : new Set<number>();
  if (repeats || twice.size > 0)
    pass = await readThrough(used.parts, used.mapping, { ...options, repeats, twice });
  const { table } = pass;
  const refusal = refusedWhole(table, first!.layout, used.mapping);
  if (refusal) return err(refusal);
  const sales = table.sales.columns();
  return ok({
    layout: first!.layout,
    mapping: used.mapping,
    questions: questionsOf(table, first!.layout, used.mapping),
    sales,
    clients: table.clients.columns(),
    products: table.products.texts,
    employees: table.employees.texts,
    identity: table.sales.identity.slice(0, table.sales.length * 2),
    summary: summaryOf(table, sales, used.mapping),
    leftOutRows: table.log.rows,
    contentHash: await hash.hex(),
    ...(source.parts && { files }),
  });
}
