import { err, ok, type Result } from '../../kernel/result';
import { ContentHash } from '../bytes/contentHash';
import { textDecoder } from '../bytes/textDecoder';
import type { Layout } from '../layout';
import type { Refusal } from '../refusal';
import { RowReader } from '../rows/rowReader';
import type { ByteSource } from '../source';
import { isBlank } from '../values/blank';
import { cleanText, foldedName } from '../values/cleanText';
import { clientKey } from '../values/clientKey';
import { isNobody } from '../values/nobody';
import { isTotalName, isTotalRow } from '../values/totalsWords';
import { birthdayOf, birthdayText, isDoubtful, provenOrder } from './birthday';
import type { ListField, ListMapping, ListRow } from './listFields';
import { ListIssues } from './listIssues';

/** A list of clients read to its end. */
export interface ReadList {
  readonly rows: readonly ListRow[];
  /** Lines with anything on them, the left-out ones included. */
  readonly read: number;
  readonly issues: ListIssues;
  /** A birthday that could be read in two ways, where neither the others nor the owner tell which is right. */
  readonly doubtful?: string;
  readonly contentHash: string;
}

/** No shop has so many clients: beyond, the file is something else. */
const MOST_ROWS = 500_000;
const BLOCK = 4 * 1024 * 1024;
const LONGEST = 2000;
const LONGEST_NAME = 200;
const FEWEST_DIGITS = 6;

/**
 * Reads every line of a list of clients. What cannot be read is noted with its line and left out: the whole line where it names nobody,
 * else the cell alone. Rejects only when stopped by the signal.
 */
export async function readList(
  source: ByteSource,
  layout: Layout,
  mapping: ListMapping,
  signal?: AbortSignal,
): Promise<Result<ReadList, Refusal>> {
  const rows: ListRow[] = [];
  const issues = new ListIssues();
  const hash = new ContentHash();
  const titles = layout.titles.map(foldedName).join('\0');
  let read = 0;
  const take = (cells: string[], line: number, cut: boolean) => {
    if (line < layout.firstLine || cells.every(isBlank)) return;
    if (layout.headerLine > 0 && cells.map(foldedName).join('\0') === titles) return;
    read++;
    const row = cut || isFoot(cells) ? undefined : rowOf(cells, line, mapping, issues);
    if (row) rows.push(row);
    else issues.note(cut ? 'row-cut' : 'nobody', line, cells.filter((cell) => cell.trim() !== '').join(' '));
  };
  let before = 0;
  for (const part of source.parts ?? [{ source, layout }]) {
    const reader = new RowReader(part.layout, (cells, line, cut) => {
      if (line >= part.layout.firstLine) take(cells, before + line, cut);
    });
    const decode = textDecoder(part.layout.encoding);
    for (let from = 0; from < part.source.size; from += BLOCK) {
      signal?.throwIfAborted();
      const block = await part.source.read(from, Math.min(from + BLOCK, part.source.size));
      hash.add(block as Uint8Array<ArrayBuffer>);
      reader.push(decode(block), false);
      if (read > MOST_ROWS) return err({ code: 'too-large' });
    }
    reader.push(decode(), true);
    before += reader.lines;
  }
  if (rows.length === 0) return err({ code: read === 0 ? 'titles-only' : 'no-client' });
  const { dated, doubtful } = withBirthdays(rows, mapping, issues);
  return ok({
    rows: dated,
    read,
    issues,
    ...(doubtful !== undefined && { doubtful }),
    contentHash: await hash.hex(),
  });
}

/** Birthdays as they are kept, once all of them were seen: one day above 12 tells the order of all. */
function withBirthdays(rows: readonly ListRow[], { birthdays }: ListMapping, issues: ListIssues) {
  const cells = rows.map(({ birthday }) => birthday);
  const told = birthdays ?? provenOrder(cells);
  const doubtful = told === undefined ? cells.find(isDoubtful) : undefined;
  const dated = rows.map((row) => {
    const found = row.birthday === '' ? undefined : birthdayOf(row.birthday, told ?? 'dmy');
    if (row.birthday !== '' && !found) issues.note('birthday-unreadable', row.line, row.birthday);
    return { ...row, birthday: found ? birthdayText(found) : '' };
  });
  return { dated, doubtful };
}

/** "Total: 412 clients" under the list. */
const isFoot = (cells: readonly string[]): boolean =>
  cells.filter((cell) => !isBlank(cell)).length === 1 && isTotalRow(cells);

/** One person; `undefined` for a line that names nobody. */
function rowOf(
  cells: readonly string[],
  line: number,
  { columns }: ListMapping,
  issues: ListIssues,
): ListRow | undefined {
  const cell = (field: ListField): string => {
    const text = cells[columns[field] ?? -1];
    return text === undefined || isBlank(text) ? '' : cleanText(text).slice(0, LONGEST);
  };
  const joined = (...fields: ListField[]) => fields.map(cell).filter((text) => text !== '');
  const given = cell('name') || joined('first', 'last').join(' ') || cell('company');
  const folded = foldedName(given);
  const name = isNobody(folded) || isTotalName(given) ? '' : given.slice(0, LONGEST_NAME);
  const email = emailOf(cell('email'), line, issues);
  const phone = phoneOf(cell('phone'), line, issues);
  const number = clientKey(cell('number')).slice(0, LONGEST_NAME);
  if (name === '' && email === '' && phone === '' && (number === '' || given !== '')) return undefined;
  const city = joined('zip', 'city').join(' ');
  return {
    line,
    name,
    number,
    email,
    phone,
    segment: cell('segment').slice(0, LONGEST_NAME),
    employee: cell('employee').slice(0, LONGEST_NAME),
    birthday: cell('birthday'),
    note: cell('note'),
    wishes: cell('wishes'),
    address: [...joined('address'), city].filter((text) => text !== '').join('\n'),
  };
}

function emailOf(text: string, line: number, issues: ListIssues): string {
  const [first = ''] = text.split(/[;,\s]+/);
  if (first === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(first)) return first.toLowerCase();
  issues.note('email-wrong', line, text);
  return '';
}

function phoneOf(text: string, line: number, issues: ListIssues): string {
  if (text === '' || text.replace(/\D/g, '').length >= FEWEST_DIGITS) return text.slice(0, LONGEST_NAME);
  issues.note('phone-short', line, text);
  return '';
}
