import { shareWithClient } from '../domain/sales/shareWithClient';
import type { Draft } from '../domain/intake/draft';
import type { Question } from '../domain/intake/survey';
import { isoDay } from '../domain/kernel/day';
import type { LossReport } from '../domain/loss/lossReport';
import { STATUS_NAMES } from '../domain/loss/status';
import { columnsRead } from './jsonReport';
import { say } from './words';

const counted = new Intl.NumberFormat('en');
const priced = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const count = (value: number) => counted.format(value);
const money = (cents: number) => priced.format(cents / 100);
const percent = (value: number) => (Number.isFinite(value) ? `${priced.format(value)} %` : 'none');

const DELIMITER_NAMES: Readonly<Record<string, string>> = { '\t': 'tab', ' ': 'blanks' };

type Line = readonly [label: string, value: string];

/** Two columns, labels to the left, values to the right. */
function aligned(lines: readonly Line[]): string[] {
  const label = Math.max(...lines.map(([text]) => text.length));
  const value = Math.max(...lines.map(([, text]) => text.length));
  return lines.map(([left, right]) => `  ${left.padEnd(label)}  ${right.padStart(value)}`);
}

const named = (lines: readonly Line[]): string[] => {
  const label = Math.max(...lines.map(([text]) => text.length));
  return lines.map(([left, right]) => `  ${left.padEnd(label)}  ${right}`);
};

function howRead(draft: Draft): string[] {
  const { layout, mapping } = draft;
  const columns = Object.entries(columnsRead(draft)).map(([field, title]): Line => [
    field,
    `column ${title}`,
  ]);
  return named([
    ['encoding', layout.encoding],
    ['delimiter', DELIMITER_NAMES[layout.delimiter] ?? layout.delimiter],
    ['header', layout.headerLine > 0 ? `line ${layout.headerLine}` : 'none'],
    ['dates', mapping.dateOrder],
    ['decimal mark', mapping.decimal],
    ...columns,
  ]);
}

const DOUBTS = {
  'date-order': 'be read in order',
  decimal: 'be read in decimal mark',
  'every-line': 'be that of the',
} as const satisfies Record<Question['kind'], string>;

const doubt = ({ kind, column, sample, readings }: Question): string =>
  `  Please check: "${sample}" in column ${column + 1} may ${DOUBTS[kind]} ${readings.join(' or ')}.`;

function dryRun({ summary }: Draft): string[] {
  const share = shareWithClient(summary.totalWithClient, summary.total);
  return aligned([
    ['rows', count(summary.rows)],
    ['left out', count(summary.leftOut)],
    ['without a client', count(summary.withoutClient)],
    ['clients', count(summary.clients)],
    ['receipts', count(summary.receipts)],
    ['first day', isoDay(summary.from)],
    ['last day', isoDay(summary.to)],
    ['total', money(summary.total)],
    ['of it with a client', percent(share)],
  ]);
}

const leftOut = ({ summary }: Draft): string[] =>
  summary.issues.map(
    ({ code, count: rows, lines, sample }) =>
      `  ${say(`issue.${code}`)}: ${count(rows)}, line ${lines.join(', ')}${rows > lines.length ? '...' : ''}  "${sample}"`,
  );

function losses(loss: LossReport): string[] {
  return [
    ...aligned([
      ['typical gap, days', count(loss.typicalGap)],
      ...STATUS_NAMES.map((status): Line => [status, count(loss.counts[status])]),
      ['clients with a purchase', count(loss.clientsWithPurchase)],
      ['of them lost', percent(loss.lostStockPercent)],
      ['all clients a year', money(loss.annualAll)],
      ['lost clients a year', money(loss.annualLost)],
      ['lost so far', money(loss.lostSoFar)],
    ]),
  ];
}

function headline(loss: LossReport): string {
  const { from, to, lost, base, lostValue } = loss.year;
  const days = to - from + 1;
  const sentence = say('loss.year.sentence', {
    period: days >= 365 ? 'past' : 'short',
    upTo: isoDay(to),
    days,
    lost,
    base,
  });
  return `${sentence} ${money(lostValue)} a year.`;
}

/** The report for a person: how the file was read, the dry run, what was left out, and the loss, its headline last. */
export const plainReport = (name: string, draft: Draft, loss: LossReport): string =>
  [
    name,
    '',
    'Read as',
    ...howRead(draft),
    ...draft.questions.map(doubt),
    '',
    'Sales',
    ...dryRun(draft),
    ...(draft.summary.leftOut > 0 ? ['', 'Left out', ...leftOut(draft)] : []),
    '',
    `Clients on ${isoDay(loss.asOf)}`,
    ...losses(loss),
    '',
    headline(loss),
  ].join('\n');
