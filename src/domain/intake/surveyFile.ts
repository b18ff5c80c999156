import type { Day } from '../kernel/day';
import { err, ok, type Result } from '../kernel/result';
import { wordsByCount } from './arrange/wordsByCount';
import { arrangedRows } from './arrange/arrangedRows';
import { orderInSections } from './arrange/orderInSections';
import { provenLayout } from './arrange/provenLayout';
import { dateOrderOf, decimalOf } from './columnEvidence';
import { encodingOf } from './bytes/encoding';
import { refusedKind } from './bytes/fileKind';
import { byteSamples, textSamples } from './bytes/samples';
import { textDecoder } from './bytes/textDecoder';
import type { Delimiter, Encoding, Layout, Mapping } from './layout';
import { phonesAtHome } from './phonesAtHome';
import { recognise } from './presets/recognise';
import type { Refusal } from './refusal';
import { fingerprintOf } from './roles/fingerprint';
import { judgeColumn } from './roles/judgeColumn';
import { proposeRoles } from './roles/proposeRoles';
import { collapseBlanks } from './rows/blankRuns';
import { delimiterOf, namedDelimiter, newlineOf } from './rows/delimiter';
import { headerOf, trimmedLength, type Row } from './rows/header';
import { rowsOf } from './rows/rowReader';
import { titlesOf } from './rows/titles';
import type { ByteSource } from './source';
import { everyLineQuestion, type Question, type Survey } from './survey';

const PREVIEW = 20;
const LARGEST = 2 ** 31;

/** What the owner corrected after a first look; the rest is found again. */
export interface SurveyHints {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Line of the header; 0 says that there is none. */
  readonly headerLine?: number;
}

/** How a text is cut into rows of cells, and those rows. */
export interface Shape {
  readonly layout: Layout;
  readonly rows: readonly (readonly string[])[];
  /** The filled line above the titles; empty where there is none. */
  readonly above: readonly string[];
  /** All lines above the titles. */
  readonly head: readonly string[];
}

/** The table that stands in a text and in samples from further down; undefined where there is none. */
export function shapeOf(texts: readonly string[], encoding: Encoding, hints: SurveyHints): Shape | undefined {
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
  const over = top.slice(0, Math.max(0, place.header)).filter((row) => trimmedLength(row.cells) > 0);
  return {
    layout,
    rows,
    above: over.at(-1)?.cells ?? [],
    head: over.map((row) => row.cells.join(' ')),
  };
}

/** What the columns of a table mean, by their titles and by what stands in them. */
export function proposalOf(shape: Shape, today: Day): Survey {
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
  const proposed = known ? { columns: known.columns, guessed: [] } : proposeRoles(columns, titled);
  const proven =
    titled && !known
      ? provenLayout({
          titles: layout.titles,
          rows,
          above: shape.head,
          columns: proposed.columns,
          decimal: decimalOf(shape, columns, proposed.columns).decimal,
          today,
        })
      : undefined;
  const roles = {
    columns: proven?.columns ?? proposed.columns,
    guessed: proposed.guessed.filter((field) => !proven || proven.columns[field] === proposed.columns[field]),
  };
  let rules = known ? known.rules : proven?.rules;
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
  if (rules?.everyLine?.amount === 'open') questions.push(everyLineQuestion(layout, mapping.columns.amount));
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
    mapping: {
      ...mapping,
      dateOrder,
      ...(rules ? { rules } : {}),
      ...(proven ? { isProven: true } : {}),
      ...(client !== undefined && client === roles.columns.phone ? { phones: '' } : {}),
    },
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
  return shape ? ok(await phonesAtHome(proposalOf(shape, today), shape.rows)) : err({ code: 'no-table' });
}
