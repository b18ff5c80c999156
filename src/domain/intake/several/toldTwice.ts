import { NONE } from '../../sales/columns';
import { PairIndex } from '../table/pairIndex';
import type { SalesTable } from '../table/salesTable';
import type { FileLines } from './fileLines';
import type { SaleLines } from './saleLines';

/** Two files that share more than this, of what the smaller tells of their common days, tell the same sales. */
const SAME = 0.5;

interface Told {
  readonly table: Pick<SalesTable, 'sales' | 'receipts'>;
  readonly lines: SaleLines;
  readonly files: readonly FileLines[];
}

/** The first sale of a file and the one behind its last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function stretches({ table: { sales }, lines, files }: Told): Stretch[] {
  const found: Stretch[] = [];
  let sale = 0;
  for (let file = 0; file < files.length; file++) {
    const end = files[file + 1]?.before ?? Infinity;
    const from = sale;
    while (sale < sales.length && lines.of(sale) <= end) sale++;
    found.push({ from, to: sale });
  }
  return found;
}

/** Rows of a day: all, and those that name a client or a receipt and so are not alike by chance. */
type Counted = Record<'all' | 'named', Map<number, number>>;

const nothing = (): Counted => ({ all: new Map(), named: new Map() });

const add = (counts: Map<number, number>, day: number) => counts.set(day, (counts.get(day) ?? 0) + 1);

/** Rows that two files could share at most, day by day. */
function shareable(one: Map<number, number>, other: Map<number, number>): number {
  let sum = 0;
  for (const [day, count] of one) sum += Math.min(count, other.get(day) ?? 0);
  return sum;
}

/** A client's receipt of a day, for each sale; NaN for one that names no client or no receipt. */
function receiptsOf({ sales, receipts }: Told['table']): (sale: number) => number {
  const { client, day, receipt } = sales;
  const settled = receipt?.slice(0, sales.length);
  if (settled) receipts.settle(settled);
  return (sale) =>
    !settled || settled[sale] === NONE || client[sale] === NONE ? NaN : settled[sale]! * 2 ** 17 + day[sale]!;
}

/** Of the sales shared with earlier files those whose whole receipt is: no chance makes two clients' receipts equal. */
function wholeReceipts(
  { from, to }: Stretch,
  shared: readonly number[],
  receiptOf: (sale: number) => number,
  isTwice: (sale: number) => boolean,
): number[] {
  const counted = (of: Iterable<number>) => {
    const counts = new Map<number, number>();
    for (const sale of of) add(counts, receiptOf(sale));
    return counts;
  };
  const both = counted(shared);
  const inBoth = (sale: number) => both.has(receiptOf(sale));
  const range = (begin: number, end: number) => Array.from({ length: end - begin }, (_, i) => begin + i);
  const here = counted(range(from, to).filter(inBoth));
  const before = counted(range(0, from).filter((sale) => inBoth(sale) && !isTwice(sale)));
  return shared.filter((sale) => {
    const one = receiptOf(sale);
    return !Number.isNaN(one) && both.get(one) === Math.min(here.get(one) ?? 0, before.get(one) ?? 0);
  });
}

/**
 * Lines that stand in one of the files and in an earlier one too, as exports of overlapping periods do, or a file given twice: they count
 * once, as if the files had been imported one after the other. Whether two files tell the same is judged by the sales of their common days
 * that name a client or a receipt; files that share few of them, such as those of two tills, share them by chance and keep them, but for
 * whole receipts of a client.
 */
export function toldTwice(told: Told): ReadonlySet<number> {
  const { table, lines } = told;
  const { sales } = table;
  const index = new PairIndex(sales.length);
  const slots = new Uint32Array(sales.length);
  for (let sale = 0; sale < sales.length; sale++)
    slots[sale] = index.of(sales.identity[sale * 2]!, sales.identity[sale * 2 + 1]!);
  const isNamed = (sale: number) =>
    sales.client[sale] !== NONE || (sales.receipt !== undefined && sales.receipt[sale] !== NONE);
  const known = new Uint32Array(index.size);
  const here = new Uint32Array(index.size);
  const before = nothing();
  const twice = new Set<number>();
  const isTwice = (sale: number) => twice.has(lines.of(sale));
  let receiptOf: ((sale: number) => number) | undefined;
  const count = (counted: Counted, sale: number) => {
    add(counted.all, sales.day[sale]!);
    if (isNamed(sale)) add(counted.named, sales.day[sale]!);
  };
  for (const stretch of stretches(told)) {
    const { from, to } = stretch;
    const counted = nothing();
    const shared: number[] = [];
    for (let sale = from; sale < to; sale++) {
      count(counted, sale);
      const slot = slots[sale]!;
      if (++here[slot]! <= known[slot]!) shared.push(sale);
    }
    const named = shareable(counted.named, before.named);
    const same =
      named > 0
        ? shared.filter(isNamed).length > named * SAME
        : shared.length === shareable(counted.all, before.all);
    const again = new Set(
      same || shared.length === 0
        ? shared
        : wholeReceipts(stretch, shared, (receiptOf ??= receiptsOf(table)), isTwice),
    );
    for (const sale of again) twice.add(lines.of(sale));
    for (let sale = from; sale < to; sale++) {
      here[slots[sale]!] = 0;
      if (again.has(sale)) continue;
      known[slots[sale]!]!++;
      count(before, sale);
    }
  }
  return twice;
}
