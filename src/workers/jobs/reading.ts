import { recalledMapping } from '../../domain/intake/arrange/recalled';
import type { Draft } from '../../domain/intake/draft';
import { leftOutCsv } from '../../domain/intake/leftOutCsv';
import { CAPS } from '../../domain/intake/open/caps';
import { openFile } from '../../domain/intake/open/openFile';
import type { OpenedTable } from '../../domain/intake/open/opened';
import { rightTable } from '../../domain/intake/open/rightTable';
import { readSales } from '../../domain/intake/readSales';
import type { Refusal } from '../../domain/intake/refusal';
import type { ByteSource } from '../../domain/intake/source';
import { err, ok, type Result } from '../../domain/kernel/result';
import { decodeMapping } from '../../storage/decodeRecords';
import { Failure } from '../../storage/failure';
import type { JobContext } from '../dispatch';
import type { DraftReport, GivenFile, Input, Output } from '../protocol';
import { shop } from './openShops';
import { marked, overlapWith } from './overlapWith';

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

let given: GivenFile | undefined;
let draft: Draft | undefined;
/** What the file was found to hold, and the table of it that is looked at. */
let tables: readonly OpenedTable[] = [];
let chosen = 0;

/** The file that was read last, and what was read; fails where there is none. */
export function reading(): { readonly name: string; readonly draft: Draft } {
  if (!draft || !given) throw new Failure('file-unreadable');
  return { name: given.name, draft };
}

/** Whether nothing else was read since. */
export const isLast = (read: Draft): boolean => read === draft;

/** Milliseconds after which a file that will not open is put down. */
const OPENING_MOST = 20_000;

/** A picked file comes anew with every question; pasted text and the like cannot be told apart and are opened again. */
const isSame = (a: Blob, b: Blob) =>
  a instanceof File &&
  b instanceof File &&
  a.name === b.name &&
  a.size === b.size &&
  a.lastModified === b.lastModified;

/** The signals are joined by hand: `AbortSignal.any` is younger than the browsers this app is for. */
async function tablesOf(
  file: GivenFile,
  signal: AbortSignal,
): Promise<Result<readonly OpenedTable[], Refusal>> {
  if (given && tables.length > 0 && isSame(given.file, file.file)) return ok(tables);
  signal.throwIfAborted();
  const either = new AbortController();
  const stop = () => either.abort(signal.reason);
  const late = setTimeout(() => either.abort(), OPENING_MOST);
  signal.addEventListener('abort', stop);
  try {
    return await openFile(sourceOf(file), CAPS, either.signal);
  } catch (cause) {
    if (either.signal.aborted && !signal.aborted) return err({ code: 'too-large' });
    throw cause;
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
  }
}

/** A first look at the file, at the table of it that holds the sales, and how one of this shape was read before. */
export async function survey(
  { shopId, given: file, today, hints = {} }: Input<'survey'>,
  { signal }: Pick<JobContext<'survey'>, 'signal'>,
): Promise<Output<'survey'>> {
  draft = undefined;
  const opened = await tablesOf(file, signal);
  signal.throwIfAborted();
  given = file;
  tables = opened.ok ? opened.value : [];
  if (!opened.ok) return opened;
  const { table, ...layout } = hints;
  const { chosen: at, seen } = await rightTable(tables, today, layout, table);
  if (!seen.ok) return seen;
  chosen = at;
  const known = shopId ? await (await shop(shopId)).db.layouts.get(seen.value.fingerprint) : undefined;
  const remembered = decodeMapping(known?.mapping);
  return ok({
    survey: seen.value,
    remembered: remembered ? recalledMapping(remembered, seen.value.mapping) : null,
    ...(tables.length > 1 && { tables: tables.map(({ name, rows = 0 }) => ({ name, rows })), chosen }),
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
  const source = tables[chosen]?.source ?? sourceOf(given);
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
  const marks = await overlapWith(open, draft);
  const sameFile = await open?.db.imports.where('contentHash').equals(draft.contentHash).first();
  const known = new Set(open ? (await open.clients()).keys : []);
  return ok({
    summary: draft.summary,
    layout: draft.layout,
    mapping: draft.mapping,
    questions: draft.questions,
    overlap: marked(marks),
    sameFile: sameFile ?? null,
    newClients: draft.clients.keys.filter((key) => !known.has(key)).length,
  });
}

export const leftOutFile = ({ reasons, heads: [line, reason] }: Input<'leftOutFile'>): Promise<Blob> => {
  const words = { line, reason, reasonOf: (code: string) => reasons[code] ?? code };
  const text = draft ? leftOutCsv(draft.leftOutRows, draft.layout.titles, words) : '';
  return Promise.resolve(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
};

export const discard = (): Promise<null> => {
  given = undefined;
  draft = undefined;
  tables = [];
  return Promise.resolve(null);
};
