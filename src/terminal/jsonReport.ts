import type { Draft } from '../domain/intake/draft';
import type { Field } from '../domain/intake/fields';
import { isoDay } from '../domain/kernel/day';
import type { LossReport } from '../domain/loss/lossReport';

/** Money in major units with two decimals, percentages too. */
const rounded = (value: number): number | null =>
  Number.isFinite(value) ? Math.round(value * 100) / 100 : null;
const major = (cents: number): number => Math.round(cents) / 100;

/** Titles of the columns that were read, by field; a number from 1 where a column has no title. */
export function columnsRead({ layout, mapping }: Draft): Partial<Record<Field, string | number>> {
  const entries = Object.entries(mapping.columns).map(([field, column]) => [
    field,
    layout.titles[column] || column + 1,
  ]);
  return Object.fromEntries(entries) as Partial<Record<Field, string | number>>;
}

/** The report as one object for other programs. Keys are added over time, never renamed. */
export function jsonReport(draft: Draft, loss: LossReport): Readonly<Record<string, unknown>> {
  const { summary, layout, mapping } = draft;
  return {
    asOf: isoDay(loss.asOf),
    typicalGap: loss.typicalGap,
    counts: loss.counts,
    clientsWithPurchase: loss.clientsWithPurchase,
    lostStockPct: rounded(loss.lostStockPercent),
    annualLost: major(loss.annualLost),
    lossSoFar: major(loss.lostSoFar),
    annualAll: major(loss.annualAll),
    rows: summary.rows,
    leftOut: summary.leftOut,
    issues: summary.issues.map(({ code, count, lines }) => ({ code, count, lines })),
    withoutClient: summary.withoutClient,
    clients: summary.clients,
    from: isoDay(summary.from),
    to: isoDay(summary.to),
    total: major(summary.total),
    read: {
      encoding: layout.encoding,
      delimiter: layout.delimiter,
      headerLine: layout.headerLine,
      dateFormat: mapping.dateOrder,
      decimal: mapping.decimal,
      columns: columnsRead(draft),
    },
  };
}
