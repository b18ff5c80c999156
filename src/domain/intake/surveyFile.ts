import type { Day } from '../kernel/day';
import { err, ok, type Result } from '../kernel/result';
import { wordsByCount } from './arrange/wordsByCount';
import { arrangedRows } from './arrange/arrangedRows';
import { orderInSections } from './arrange/orderInSections';
import { proposeRules } from './arrange/proposeRules';
import { encodingOf } from './bytes/encoding';
import { refusedKind } from './bytes/fileKind';
import { byteSamples, textSamples } from './bytes/samples';
import { textDecoder } from './bytes/textDecoder';
import type { Field } from './fields';
import type { DateOrder, Delimiter, Encoding, Layout, Mapping } from './layout';
import { recognise } from './presets/recognise';
import type { Refusal } from './refusal';
import { fingerprintOf } from './roles/fingerprint';
import { judgeColumn, type JudgedColumn } from './roles/judgeColumn';
import { proposeRoles } from './roles/proposeRoles';
import { collapseBlanks } from './rows/blankRuns';
import { delimiterOf, namedDelimiter, newlineOf } from './rows/delimiter';
import { headerOf, trimmedLength, type Row } from './rows/header';
import { rowsOf } from './rows/rowReader';
import { titlesOf } from './rows/titles';
import type { ByteSource } from './source';
import type { Question, Survey } from './survey';
import { AmountReader } from './values/amountReader';
import { isBlank } from './values/blank';
import { DateEvidence } from './values/dateEvidence';
import { DateReader, UNREADABLE } from './values/dateReader';
import { DecimalEvidence } from './values/decimalEvidence';
import { serialOrderOf } from './values/serialOrder';

const PREVIEW = 20;
const LARGEST = 2 ** 31;

/** What the owner corrected after a first look; the rest is found again. */
export interface SurveyHints {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Line of the header; 0 says that there is none. */
  readonly headerLine?: number;
}

interface Shape {
  readonly layout: Layout;
  readonly rows: readonly (readonly string[])[];
  /** The filled line above the titles; empty where there is none. */
  readonly above: readonly string[];
}

function shapeOf(texts: readonly string[], encoding: Encoding, hints: SurveyHints): Shape | undefined {
  const head = texts[0]!;
  const newline = newlineOf(head);
  const named = namedDelimiter(head);
  const delimiter = hints.delimiter ?? named?.delimiter ?? delimiterOf(texts, newline);
  if (delimiter === undefined) return undefined;
  const given = { delimiter, newline, width: 0 };
  const rowsIn = (text: string): Row[] => rowsOf(delimiter === ' ' ? collapseBlanks(text) : text, given);
  const top = rowsIn(head).filter((row) => row.line > (named?.line ?? 0));
  const place = headerOf(top, hints.headerLine);
  if (!place) return undefined;
  const rest = texts.slice(1).flatMap(rowsIn);
  const rows = [...top.slice(place.first), ...rest]
    .map((row) => row.cells)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const titles = place.header < 0 ? [] : top[place.header]!.cells;
  const used = Math.max(
    trimmedLength(titles),
    ...rows
      .slice(0, 5000)
      .map(trimmedLength)
      .filter((length) => length <= place.width),
  );
  const width = Math.min(place.width, Math.max(used, 2));
  const layout: Layout = {
    encoding,
    delimiter,
    newline,
    headerLine: place.header < 0 ? 0 : top[place.header]!.line,
    firstLine: top[place.first]?.line ?? (top.at(-1)?.line ?? 0) + 1,
    width,
    titles:
      place.header < 0 ? Array<string>(width).fill('') : titlesOf(titles, width, top[place.second]?.cells),
  };
  const above = top.slice(0, Math.max(0, place.header)).findLast((row) => trimmedLength(row.cells) > 0);
  return { layout, rows, above: above?.cells ?? [] };
}

function decimalOf(
  shape: Pick<Shape, 'rows'>,
  columns: readonly JudgedColumn[],
  roles: Partial<Record<Field, number>>,
) {
  const read = new AmountReader();
  const evidence = new DecimalEvidence();
  const money = [roles.amount, roles.price, roles.cost].filter((index) => index !== undefined);
  const from = money.length
    ? money
    : columns.filter((column) => column.numberShare > 0.5).map((column) => column.index);
  for (const cells of shape.rows) {
    for (const index of from) {
      const cell = cells[index];
      if (cell === undefined || isBlank(cell)) continue;
      if (read.read(cell, '.') || read.read(cell, ',')) evidence.see(read, cell);
    }
  }
  return { ...evidence.verdict(), sample: evidence.sample, column: from[0] ?? 0 };
}

function dateOrderOf(shape: Pick<Shape, 'rows'>, column: number, today: Day) {
  const read = new DateReader();
  const evidence = new DateEvidence(today);
  const unread: string[] = [];
  let readable = false;
  let halfDays = false;
  for (const cells of shape.rows) {
    const cell = cells[column];
    if (cell === undefined || isBlank(cell)) continue;
    if (read.read(cell, 'dmy') === UNREADABLE) {
      if (/\d/.test(cell)) unread.push(cell);
      continue;
    }
    readable = true;
    evidence.see(read, cell);
    halfDays ||= /\d\s?[ap]\.?m/i.test(cell);
  }
  const readings = (one: DateOrder, other: DateOrder): readonly DateOrder[] => [one, other];
  const serial = readable ? undefined : serialOrderOf(unread, today);
  if (serial) return { ...serial, readings: readings('serial', 'serial1904') };
  return { ...evidence.verdict(halfDays), sample: evidence.sample, readings: readings('dmy', 'mdy') };
}

function proposalOf(shape: Shape, today: Day): Survey {
  const { layout, rows } = shape;
  const columns = layout.titles.map((title, i) =>
    judgeColumn(
      i,
      title,
      rows.map((cells) => cells[i] ?? ''),
    ),
  );
  const titled = layout.headerLine > 0;
  const known = recognise(layout, rows, shape.above);
  const roles = known ? { columns: known.columns, guessed: [] } : proposeRoles(columns, titled);
  let rules = known ? known.rules : titled ? proposeRules(layout.titles, rows, roles) : undefined;
  const sure = rules?.sure ?? [];
  const questions: Question[] = [];
  const decimal = decimalOf(shape, columns, roles.columns);
  if (decimal.asked && !sure.includes('decimal'))
    questions.push({ kind: 'decimal', column: decimal.column, sample: decimal.sample, readings: ['.', ','] });
  const mapping: Mapping = {
    columns: roles.columns,
    dateOrder: 'ymd',
    decimal: decimal.proven ? decimal.decimal : (known?.preset.decimal ?? decimal.decimal),
    countVisits: false,
    ...(rules ? { rules } : {}),
  };
  let dateOrder = mapping.dateOrder;
  if (roles.columns.date !== undefined) {
    const arranged = { rows: arrangedRows(rows, layout, mapping) };
    const dates = dateOrderOf(arranged, roles.columns.date, today);
    const dayFirstCountry = dates.asked && !dates.proven && decimal.proven && decimal.decimal === ',';
    const sorted =
      rules?.sections === undefined || dates.proven
        ? undefined
        : orderInSections(arranged.rows, rules.sections, roles.columns.date);
    if (sorted) rules = { ...rules, sure: [...sure, 'date-order'] };
    const usual = dates.proven ? undefined : (sorted ?? known?.preset.dateOrder);
    dateOrder = usual ?? (dayFirstCountry ? 'dmy' : dates.order);
    if (dates.asked && !dayFirstCountry && !sorted && !sure.includes('date-order'))
      questions.push({
        kind: 'date-order',
        column: roles.columns.date,
        sample: dates.sample,
        readings: dates.readings,
      });
  }
  const { date, client, name, amount, quantity, price } = roles.columns;
  const missing: Survey['missing'][number][] = [];
  if (date === undefined) missing.push('date');
  if (client === undefined && name === undefined) missing.push('client');
  if (amount === undefined && (quantity === undefined || price === undefined)) missing.push('amount');
  return {
    layout,
    columns: columns.map(({ index, title, samples, filled, distinct, dateShare, numberShare }) => ({
      index,
      title,
      samples,
      filled,
      distinct,
      dateShare,
      numberShare,
    })),
    preview: rows.slice(0, PREVIEW).map((cells) => cells.slice(0, layout.width)),
    mapping: { ...mapping, dateOrder, ...(rules ? { rules } : {}) },
    guessed: roles.guessed,
    questions,
    fingerprint: fingerprintOf(columns, titled),
    missing,
    ...(known ? { preset: known.preset.id } : {}),
    ...(rules?.currency ? { currencies: wordsByCount(rows, rules.currency.column) } : {}),
  };
}

/**
 * A first look at a file of unknown making, on samples from its whole length: encoding, table, what each column means and how its
 * dates and sums are written, with a question only where two readings fit. Refuses what cannot be a table.
 */
export async function survey(
  source: ByteSource,
  today: Day,
  hints: SurveyHints = {},
): Promise<Result<Survey, Refusal>> {
  if (source.size === 0) return err({ code: 'empty-file' });
  const head = await source.read(0, Math.min(source.size, 4096));
  const kind = refusedKind(head);
  if (kind) return err({ code: kind });
  if (source.size > LARGEST) return err({ code: 'too-large' });
  const samples = await byteSamples(source);
  const encoding = hints.encoding ?? encodingOf(samples);
  if (!encoding) return err({ code: 'binary' });
  const texts = textSamples(samples, encoding);
  if (texts.every((text) => text.trim() === '')) {
    const inked = samples.some((bytes) => textDecoder(encoding)(bytes).trim() !== '');
    return err({ code: inked ? 'no-table' : 'empty-file' });
  }
  const shape = shapeOf(texts, encoding, hints);
  return shape ? ok(proposalOf(shape, today)) : err({ code: 'no-table' });
}
