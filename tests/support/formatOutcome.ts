import { readSales } from '../../src/domain/intake/readSales';
import { refuseUnmapped } from '../../src/domain/intake/refuseUnmapped';
import type { ByteSource } from '../../src/domain/intake/source';
import { survey } from '../../src/domain/intake/surveyFile';
import { isoDay, type Day } from '../../src/domain/kernel/day';
import { NONE } from '../../src/domain/sales/columns';

/** What became of a file that was opened and read without an answer to any question. */
export interface FormatOutcome {
  readonly preset?: string;
  readonly refused?: string;
  readonly questions?: readonly string[];
  readonly rows?: number;
  /** "2026-03-02 | key | name | 45.00 | product" */
  readonly sales?: readonly string[];
  /** Lines of the file, by cause. */
  readonly leftOut?: Readonly<Record<string, readonly number[]>>;
  /** Number of rows, by cause. */
  readonly leftOutBy?: Readonly<Record<string, number>>;
  readonly kept?: number;
  readonly withoutClient?: number;
  readonly clients?: number;
  /** In minor units. */
  readonly total?: number;
}

/** Opens and reads a file as the app does where nobody answers a question. */
export async function formatOutcome(file: ByteSource, today: Day): Promise<FormatOutcome> {
  const seen = await survey(file, today);
  if (!seen.ok) return { refused: seen.error.code };
  const { layout, mapping, preset } = seen.value;
  const known = preset === undefined ? {} : { preset };
  const unmapped = refuseUnmapped(seen.value, mapping);
  if (unmapped) return { ...known, refused: unmapped.code };
  const read = await readSales(file, layout, mapping, { today, minorDigits: 2 });
  if (!read.ok) return { ...known, refused: read.error.code };
  const { sales, clients, products, summary, questions } = read.value;
  const asked = new Set([...seen.value.questions, ...questions].map(({ kind }) => kind));
  const said = Array.from({ length: sales.length }, (_, row) => {
    const client = sales.client[row]!;
    const who = client === NONE ? ['-', '-'] : [clients.keys[client], clients.names[client]];
    const product = sales.product[row] === NONE ? '' : (products[sales.product[row]!] ?? '');
    const money = (sales.cents[row]! / 100).toFixed(2);
    return [isoDay(sales.day[row]! as Day), ...who, money, product].join(' | ');
  });
  return {
    ...known,
    questions: [...asked],
    rows: summary.rows,
    sales: said,
    leftOut: Object.fromEntries(summary.issues.map(({ code, lines }) => [code, lines])),
    leftOutBy: Object.fromEntries(summary.issues.map(({ code, count }) => [code, count])),
    kept: summary.kept,
    withoutClient: summary.withoutClient,
    clients: summary.clients,
    total: summary.total,
  };
}
