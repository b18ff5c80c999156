import type { Draft } from '../../domain/intake/draft';
import { leftOutCsv } from '../../domain/intake/leftOutCsv';
import { readSales } from '../../domain/intake/readSales';
import type { Refusal } from '../../domain/intake/refusal';
import type { ByteSource } from '../../domain/intake/source';
import { survey as surveyFile } from '../../domain/intake/surveyFile';
import { ok, type Result } from '../../domain/kernel/result';
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

/** The file that was read last, and what was read; fails where there is none. */
export function reading(): { readonly name: string; readonly draft: Draft } {
  if (!draft || !given) throw new Failure('file-unreadable');
  return { name: given.name, draft };
}

/** Whether nothing else was read since. */
export const isLast = (read: Draft): boolean => read === draft;

/** A first look at the file, and how a file of this shape was read before. */
export async function survey({
  shopId,
  given: file,
  today,
  hints,
}: Input<'survey'>): Promise<Output<'survey'>> {
  given = file;
  draft = undefined;
  const seen = await surveyFile(sourceOf(file), today, hints);
  if (!seen.ok) return seen;
  const known = shopId ? await (await shop(shopId)).db.layouts.get(seen.value.fingerprint) : undefined;
  return ok({ survey: seen.value, remembered: decodeMapping(known?.mapping) ?? null });
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
  const source = sourceOf(given);
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
  return Promise.resolve(null);
};
