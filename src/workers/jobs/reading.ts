import { recalledMapping } from '../../domain/intake/arrange/recalled';
import { forgottenAmong } from '../../domain/identity/forgottenAmong';
import type { Draft } from '../../domain/intake/draft';
import { fixesFor } from '../../domain/intake/fixes/fixesFor';
import { leftOutCsv } from '../../domain/intake/leftOutCsv';
import { CAPS } from '../../domain/intake/open/caps';
import { openFiles, type OpenedFiles } from '../../domain/intake/open/openFile';
import type { OpenedTable } from '../../domain/intake/open/opened';
import { rightTable } from '../../domain/intake/open/rightTable';
import { readSales } from '../../domain/intake/readSales';
import type { Refusal } from '../../domain/intake/refusal';
import { gathered } from '../../domain/intake/several/gathered';
import type { ByteSource } from '../../domain/intake/source';
import type { Day } from '../../domain/kernel/day';
import { err, ok, type Result } from '../../domain/kernel/result';
import { Failure } from '../../storage/failure';
import { readForgotten } from '../../storage/forgotten';
import type { JobContext } from '../dispatch';
import type { DraftReport, GivenFile, Input, Output, TableInside } from '../protocol';
import { alreadyThere } from './alreadyThere';
import { atHome } from './atHome';
import { shop } from './openShops';
import { layoutOf, lookAgain, type Looked } from './remembering';
import { sameFile } from './sameFile';

const sourceOf = ({ name, file }: GivenFile): ByteSource => ({
  name,
  size: file.size,
  read: async (from, to) => {
    try {
      return new Uint8Array(await file.slice(from, to).arrayBuffer());
    } catch (cause) {
      throw new Failure('file-unreadable', name, cause);
    }
  },
});

type LeftOut = Pick<Draft, 'leftOutRows' | 'layout' | 'files'>;

let given: GivenFile | undefined;
let draft: Draft | undefined;
/** What the file was found to hold, and the table of it that is looked at. */
let found: OpenedFiles = { tables: [], unread: [] };
let chosen: ByteSource | undefined;
/** Why tables of it hold no sales. */
let refused: ReadonlyMap<number, Refusal> = new Map();
let looked: Looked | undefined;
/** What an import that is saved by now left out, for as long as nothing else is looked at. */
let leftBehind: LeftOut | undefined;

/** The file that was read last, and what was read; fails where there is none. */
export function reading(): { readonly name: string; readonly draft: Draft; readonly looked: Looked } {
  if (!draft || !given || !looked) throw new Failure('file-unreadable');
  return { name: given.name, draft, looked };
}

/** The table that was looked at last and the name of its file; fails where there is none. */
export function lookedAt(): { readonly name: string; readonly source: ByteSource } {
  if (!given) throw new Failure('file-unreadable');
  return { name: given.name, source: chosen ?? sourceOf(given) };
}

/** Whether nothing else was read since. */
export const isLast = (read: Draft): boolean => read === draft;

/** The rows that a saved import left out can still be had. */
export function keepLeftOut({ leftOutRows, layout, files }: Draft): void {
  leftBehind = { leftOutRows, layout, ...(files && { files }) };
}

/** Whether the text of a table was written out of a workbook. */
export const isSheet = ({ hints }: OpenedTable): boolean =>
  hints.encoding !== undefined && hints.delimiter !== undefined;

/** Milliseconds after which a file that will not open is put down. */
const OPENING_MOST = 20_000;

const allOf = (file: GivenFile): readonly GivenFile[] => file.several ?? [file];

/** A picked file comes anew with every question; pasted text and the like cannot be told apart and are opened again. */
const isSameFile = (a: Blob | undefined, b: Blob) =>
  a instanceof File &&
  b instanceof File &&
  a.name === b.name &&
  a.size === b.size &&
  a.lastModified === b.lastModified;

const isSame = (a: GivenFile, b: GivenFile) => {
  const [ones, others] = [allOf(a), allOf(b)];
  return ones.length === others.length && others.every(({ file }, i) => isSameFile(ones[i]?.file, file));
};

/** The signals are joined by hand: `AbortSignal.any` is younger than the browsers this app is for. */
async function foundIn(
  file: GivenFile,
  today: Day,
  signal: AbortSignal,
): Promise<Result<OpenedFiles, Refusal>> {
  if (given && found.tables.length > 0 && isSame(given, file)) return ok(found);
  signal.throwIfAborted();
  const either = new AbortController();
  const stop = () => either.abort(signal.reason);
  const late = setTimeout(() => either.abort(), OPENING_MOST);
  signal.addEventListener('abort', stop);
  try {
    const opened = await openFiles(allOf(file).map(sourceOf), CAPS, either.signal);
    if (!opened.ok) return opened;
    return ok({ ...opened.value, tables: await gathered(opened.value.tables, today, CAPS, either.signal) });
  } catch (cause) {
    if (either.signal.aborted && !signal.aborted) return err({ code: 'too-large' });
    throw cause;
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
  }
}

const tableInside = (
  { name, rows = 0, file, joins, key }: OpenedTable,
  place: number,
  all: readonly OpenedTable[],
): TableInside => ({
  name,
  rows,
  file,
  ...(joins && { joins: joins.map((table) => all.indexOf(table)) }),
  ...(key && { key }),
  ...(refused.has(place) && { refusal: refused.get(place)! }),
});

/** A first look at the file, at the table of it that holds the sales, and how one of this shape was read before. */
export async function survey(
  { shopId, given: file, today, hints = {} }: Input<'survey'>,
  { signal }: Pick<JobContext<'survey'>, 'signal'>,
): Promise<Output<'survey'>> {
  draft = undefined;
  leftBehind = undefined;
  const opened = await foundIn(file, today, signal);
  signal.throwIfAborted();
  given = file;
  if (!opened.ok || opened.value !== found) refused = new Map();
  found = opened.ok ? opened.value : { tables: [], unread: [] };
  if (!opened.ok) return opened;
  const { tables, unread } = found;
  const { table, ...layout } = hints;
  const plain = await rightTable(tables, today, layout, table);
  if (plain.refused) ({ refused } = plain);
  if (!plain.seen.ok) return plain.seen;
  const isPlain = Object.keys(layout).length === 0;
  const shape = plain.seen.value.fingerprint;
  const db = shopId ? (await shop(shopId)).db : undefined;
  const kept = db && (await layoutOf(db, shape));
  const taught = kept && isPlain ? await lookAgain(kept, tables, today, table) : undefined;
  const survey = await atHome(db, taught?.seen.ok ? taught.seen.value : plain.seen.value);
  const known = db && taught ? await layoutOf(db, survey.fingerprint) : kept;
  const { chosen: at, source } = taught ?? plain;
  chosen = source;
  looked = {
    survey,
    table: tables[at]!,
    oneOfSeveral: tables.length > 1,
    hints: taught ? taught.hints : hints,
    first: isPlain ? shape : (looked?.first ?? shape),
  };
  return ok({
    survey,
    remembered: known ? recalledMapping(known.mapping, survey.mapping, survey.preset !== undefined) : null,
    ...(tables.length > 1 && { tables: tables.map(tableInside), chosen: at }),
    ...(taught && { hints: taught.hints }),
    ...(isSheet(looked.table) && { isSheet: true }),
    ...(unread.length > 0 && { unread }),
  });
}

/** Milliseconds between two words on progress: an eye needs no more, and each of them costs time. */
const PROGRESS_EVERY = 100;

function nowAndThen(tell: (rows: number, bytes: number) => void): (rows: number, bytes: number) => void {
  let told = -Infinity;
  return (rows, bytes) => {
    const now = performance.now();
    if (now - told < PROGRESS_EVERY) return;
    told = now;
    tell(rows, bytes);
  };
}

/** Reads the whole file, saves nothing, and says what saving would bring. */
export async function dryRun(
  { shopId, layout, mapping, today, minorDigits }: Input<'dryRun'>,
  { signal, report }: JobContext<'dryRun'>,
): Promise<Result<DraftReport, Refusal>> {
  if (!given) throw new Failure('file-unreadable');
  const source = chosen ?? sourceOf(given);
  draft = undefined;
  const read = await readSales(source, layout, mapping, {
    today,
    minorDigits,
    signal,
    onProgress: nowAndThen((rows, bytes) => {
      report({ rows, share: source.size === 0 ? 1 : bytes / source.size });
    }),
  });
  signal.throwIfAborted();
  if (!read.ok) return read;
  draft = read.value;
  const open = shopId ? await shop(shopId) : undefined;
  const { overlap, byHand } = await alreadyThere(open, draft);
  const earlier = await sameFile(open, draft, { overlap, byHand });
  const list = open && (await open.clients());
  const known = new Set(list?.keys);
  const away = open && list ? forgottenAmong(draft.clients, await readForgotten(open.db), list) : [];
  return ok({
    summary: draft.summary,
    layout: draft.layout,
    mapping: draft.mapping,
    questions: draft.questions,
    overlap,
    ...(byHand > 0 && { byHand }),
    sameFile: earlier ?? null,
    newClients: draft.clients.keys.filter((key, k) => !known.has(key) && away[k] === undefined).length,
    ...(draft.summary.leftOut > 0 && { fixes: fixesFor(draft, today) }),
    ...(draft.files && { files: draft.files }),
  });
}

export const leftOutFile = ({
  reasons,
  heads: [line, reason, file = ''],
}: Input<'leftOutFile'>): Promise<Blob> => {
  const words = { line, file, reason, reasonOf: (code: string) => reasons[code] ?? code };
  const from: LeftOut | undefined = draft ?? leftBehind;
  const text = from ? leftOutCsv(from.leftOutRows, from.layout.titles, words, from.files) : '';
  return Promise.resolve(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
};

export const discard = (): Promise<null> => {
  given = undefined;
  draft = undefined;
  found = { tables: [], unread: [] };
  chosen = undefined;
  looked = undefined;
  return Promise.resolve(null);
};
