import { err, ok, type Result } from '../../kernel/result';
import { fileKind } from '../bytes/fileKind';
import type { Refusal } from '../refusal';
import type { ByteSource } from '../source';
import { Budget } from './budget';
import { CAPS, type Caps } from './caps';
import { gunzip } from './gunzip';
import { sourceOf, type OpenedTable } from './opened';
import { markupText } from './markupText';
import { isVcards, vcardTable } from './vcards';
import type { SheetTable } from './workbook';

const HEAD = 4096;

interface Opening {
  readonly caps: Caps;
  readonly signal: AbortSignal | undefined;
  /** Counts what comes out, over a file inside a file too. */
  readonly budget: Budget;
  /** How many wrappings were taken off: an archive inside an archive stays closed. */
  readonly depth: number;
  /** Notes a file of an archive that could not be opened. */
  readonly unread: (name: string, refusal: Refusal) => void;
}

type Tables = Result<OpenedTable[], Refusal>;

const CANONICAL = { encoding: 'utf-8', delimiter: ',' } as const;

function sheets(name: string, tables: readonly SheetTable[]): Tables {
  const filled = tables.filter(({ rows }) => rows > 0);
  if (filled.length === 0) return err({ code: 'empty-file' });
  const visibleFirst = filled.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  return ok(
    visibleFirst.map(({ name: title, rows, hidden, bytes }) => ({
      name: filled.length > 1 ? title : name,
      file: name,
      source: sourceOf(name, bytes),
      rows,
      hidden,
      hints: CANONICAL,
    })),
  );
}

/** Runs a foreign reader: what it throws says that the file is damaged, locked, or too large. */
async function readingOf(
  name: string,
  read: () => Promise<readonly SheetTable[]>,
  signal: AbortSignal | undefined,
): Promise<Tables> {
  try {
    return sheets(name, await read());
  } catch (cause) {
    signal?.throwIfAborted();
    const { message, code } = cause as Error & { code?: unknown };
    if (code === 'too-large' || code === 'zip-bomb') return err({ code });
    if (/encrypt|password/i.test(message)) return err({ code: 'password' });
    if (/limit of \d+ bytes|zip bomb/i.test(message)) return err({ code: 'zip-bomb' });
    if (/over the \d+ limit|outside the supported/i.test(message)) return err({ code: 'too-large' });
    return err({ code: 'damaged-archive' });
  }
}

/** Tables of one file among several: a sheet's name alone would not tell which. */
const inFile = (file: string, tables: readonly OpenedTable[]): OpenedTable[] =>
  tables.map((table) => ({ ...table, name: tables.length > 1 ? `${file}: ${table.name}` : file }));

/** The same for one of several files that were given; files of an archive have names of their own. */
const named = (given: string, tables: readonly OpenedTable[]) =>
  tables.every(({ file }) => file === given) ? inFile(given, tables) : tables;

const isClutter = (name: string) => /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\/$/i.test(name);

async function archive(name: string, bytes: Uint8Array, opening: Opening): Promise<Tables> {
  const { listZip, unzipFiles } = await import('./zipEntries');
  const { caps, signal, budget, depth } = opening;
  const listed = listZip(bytes, caps);
  if (!listed.ok) return listed;
  const names = new Set(listed.value.map((entry) => entry.name));
  const workbook = () => import('./workbook');
  if ((bytes[6]! & 1) === 1) return err({ code: 'password' });
  if (names.has('[Content_Types].xml') && [...names].some((inside) => /^\/?xl\/worksheets\//i.test(inside)))
    return readingOf(name, async () => (await workbook()).readXlsxSheets(bytes, caps, signal), signal);
  if (names.has('mimetype') && names.has('content.xml'))
    return readingOf(name, async () => (await workbook()).readOdsSheets(bytes, caps, signal), signal);
  if ([...names].some((inside) => /^xl\/workbook\.bin$|^Index\/Document\.iwa$/i.test(inside)))
    return err({ code: 'xls' });
  if (depth > 0) return err({ code: 'nested-zip' });
  const files = unzipFiles(bytes, (inside) => !isClutter(inside), budget, signal);
  if (!files.ok) return files;
  const tables: OpenedTable[] = [];
  let refused: Refusal | undefined;
  for (const file of files.value) {
    const inside = await opened(sourceOf(file.name, file.bytes), { ...opening, depth: depth + 1 });
    if (inside.ok) tables.push(...inFile(file.name, inside.value));
    else if (inside.error.code === 'zip-bomb' || inside.error.code === 'too-large') return inside;
    else {
      refused ??= inside.error;
      opening.unread(file.name, inside.error);
    }
  }
  return tables.length > 0 ? ok(tables) : err(refused ?? { code: 'empty-archive' });
}

/** The cards of an address book as a table. */
async function addressBook(source: ByteSource, caps: Caps): Promise<Tables> {
  if (source.size > caps.packed) return err({ code: 'too-large' });
  const bytes = new TextEncoder().encode(vcardTable(await source.read(0, source.size)));
  const { name } = source;
  return ok([{ name, file: name, source: sourceOf(name, bytes), hints: { ...CANONICAL, headerLine: 1 } }]);
}

/** An old workbook, or a new one under a lock: both come in the same wrapping. */
async function oldWorkbook(source: ByteSource): Promise<Tables> {
  const lock = Array.from('EncryptedPackage', (sign) => `${sign}\0`).join('');
  const ends = [
    await source.read(0, Math.min(source.size, 2 ** 20)),
    await source.read(Math.max(0, source.size - 2 ** 20), source.size),
  ];
  const locked = ends.some((bytes) => new TextDecoder('latin1').decode(bytes).includes(lock));
  return err({ code: locked ? 'password' : 'xls' });
}

async function opened(source: ByteSource, opening: Opening): Promise<Tables> {
  const { caps, signal, budget, depth } = opening;
  const head = await source.read(0, Math.min(source.size, HEAD));
  const kind = fileKind(head);
  const packed = kind === 'gzip' || kind === 'zip';
  if ((packed || kind === 'markup') && source.size > caps.packed && depth === 0)
    return err({ code: 'too-large' });
  const whole = () => source.read(0, source.size);
  switch (kind) {
    case 'text':
      if (isVcards(head)) return addressBook(source, caps);
      return ok([{ name: source.name, file: source.name, source, hints: {} }]);
    case 'gzip': {
      if (depth > 0) return err({ code: 'nested-zip' });
      const inside = await gunzip(source, budget, signal);
      return inside.ok
        ? opened(sourceOf(source.name, inside.value), { ...opening, depth: depth + 1 })
        : inside;
    }
    case 'zip':
      return archive(source.name, await whole(), opening);
    case 'markup': {
      const bytes = await whole();
      const tables = await readingOf(
        source.name,
        async () => (await import('./htmlTables')).htmlTables(markupText(bytes), caps),
        signal,
      );
      return tables.ok || tables.error.code !== 'empty-file' ? tables : err({ code: 'unreadable' });
    }
    case 'xls':
      return oldWorkbook(source);
    default:
      return err({ code: kind });
  }
}

/** A file that was given, or one of an archive, that holds no table, and why. */
export interface UnreadFile {
  readonly name: string;
  readonly refusal: Refusal;
}

export interface OpenedFiles {
  readonly tables: readonly OpenedTable[];
  readonly unread: readonly UnreadFile[];
}

/**
 * What the owner gives as tables of text: text as it is, the sheets of an .xlsx or .ods workbook, the files of a .zip, what a .gz holds, the
 * tables of a web page that calls itself .xls. At least one table, those out of sight last; a refusal says what to give instead.
 */
export function openFile(source: ByteSource, caps: Caps = CAPS, signal?: AbortSignal): Promise<Tables> {
  const budget = new Budget(caps, source.size);
  return opened(source, { caps, signal, budget, depth: 0, unread: () => undefined });
}

/**
 * Several files in the same way, under one cap for all they unpack to; one of several that cannot be read at all, such as a folder, is noted
 * like one that holds no table. Refuses what would be too much, or holds no table at all.
 */
export async function openFiles(
  sources: readonly ByteSource[],
  caps: Caps = CAPS,
  signal?: AbortSignal,
): Promise<Result<OpenedFiles, Refusal>> {
  if (sources.length > caps.entries) return err({ code: 'too-large' });
  const budget = new Budget(
    caps,
    sources.reduce((size, source) => size + source.size, 0),
  );
  const tables: OpenedTable[] = [];
  const unread: UnreadFile[] = [];
  const note = (name: string, refusal: Refusal) => void unread.push({ name, refusal });
  for (const source of sources) {
    signal?.throwIfAborted();
    const found = await opened(source, { caps, signal, budget, depth: 0, unread: note }).catch(
      (cause: unknown): Tables => {
        signal?.throwIfAborted();
        if (sources.length === 1) throw cause;
        return err({ code: 'unreadable' });
      },
    );
    if (found.ok) tables.push(...(sources.length > 1 ? named(source.name, found.value) : found.value));
    else if (found.error.code === 'zip-bomb' || found.error.code === 'too-large') return found;
    else note(source.name, found.error);
  }
  if (tables.length > 0) return ok({ tables, unread });
  return err(unread[0]?.refusal ?? { code: 'empty-file' });
}
