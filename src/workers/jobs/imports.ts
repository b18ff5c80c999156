import type { Draft } from '../../domain/intake/draft';
import { overlap } from '../../domain/intake/overlap';
import type { Refusal } from '../../domain/intake/refusal';
import { leftOutCsv } from '../../domain/intake/leftOutCsv';
import { readSales } from '../../domain/intake/readSales';
import type { ByteSource } from '../../domain/intake/source';
import { survey as surveyFile } from '../../domain/intake/surveyFile';
import { ok, type Result } from '../../domain/kernel/result';
import { Failure } from '../../storage/failure';
import { decodeAll, decodeIdentity, decodeImport, decodeMapping } from '../../storage/decodeRecords';
import { expectRevision } from '../../storage/revision';
import { nextNumbers, prepareImport, writeImport, type Saveable } from '../../storage/importWriter';
import type { ImportRecord } from '../../storage/shopDb';
import { createShop, deleteShop, makeCurrent } from '../../storage/shops';
import { logWithout, undoImport } from '../../storage/undo';
import type { JobContext } from '../dispatch';
import type { DraftReport, GivenFile, Input, Output } from '../protocol';
import { alone, announce, close, metaDb, shop, type OpenShop } from './openShops';
import { basisOf, figuresOf, markShop } from './shopFigures';
import { figures } from './figures';

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
    overlap: sum(marks),
    sameFile: sameFile ?? null,
    newClients: draft.clients.keys.filter((key) => !known.has(key)).length,
  });
}

const sum = (marks: Uint8Array): number => marks.reduce((total, mark) => total + mark, 0);

async function overlapWith(open: OpenShop | undefined, { identity, sales }: Saveable): Promise<Uint8Array> {
  const stored = open ? decodeAll(await open.db.identities.toArray(), decodeIdentity).records : [];
  return stored.length === 0
    ? new Uint8Array(sales.length)
    : overlap(
        stored.map((record) => record.words),
        identity,
      );
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

/** Saves the file that was read last: all of it in one transaction, with the figures it leads to, or nothing. */
export async function commit(
  { shopId, settings, fingerprint, today }: Input<'commit'>,
  { signal, report }: JobContext<'commit'>,
): Promise<Output<'commit'>> {
  if (!draft || !given) throw new Failure('file-unreadable');
  const reading = draft;
  const name = given.name;
  const id = shopId ?? (await newShop('own', settings));
  try {
    const saved = await alone(id, () =>
      saveReading(id, reading, name, fingerprint, today, { signal, report }),
    );
    if (shopId === null) await makeCurrent(await metaDb(), id);
    if (draft === reading) await discard();
    return { shopId: id, ...saved };
  } catch (error) {
    if (shopId === null) await removeShop(id).catch(() => undefined);
    throw error;
  }
}

async function saveReading(
  shopId: string,
  reading: Draft,
  fileName: string,
  fingerprint: string,
  today: Input<'commit'>['today'],
  { signal, report }: JobContext<'commit'>,
): Promise<Omit<Output<'commit'>, 'shopId'>> {
  const open = await shop(shopId);
  const { contentHash, summary, mapping, sales } = reading;
  if (await open.db.imports.where('contentHash').equals(contentHash).first()) throw new Failure('same-file');
  report({ rows: sales.length, share: 0.2 });
  const marks = await overlapWith(open, reading);
  signal.throwIfAborted();
  report({ rows: sales.length, share: 0.5 });
  const about = { fileName, contentHash, rows: summary.rows, leftOut: summary.leftOut, overlap: sum(marks) };
  const writing = () => report({ rows: sales.length, share: 0.9 });
  return save(open, reading, marks, today, signal, { ...about, remember: { fingerprint, mapping }, writing });
}

interface About {
  readonly fileName: string;
  readonly contentHash: string;
  readonly rows: number;
  readonly leftOut: number;
  readonly overlap: number;
  readonly remember?: { readonly fingerprint: string; readonly mapping: Draft['mapping'] };
  /** Told when stopping would come too late. */
  readonly writing?: () => void;
}

/** Lets messages in that came during a long computation, such as a wish to stop. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Prepares everything in memory first, so that the transaction only writes. After `signal` fires nothing is written. */
export async function save(
  open: OpenShop,
  saveable: Saveable,
  marks: Uint8Array,
  today: Input<'commit'>['today'],
  signal: AbortSignal | undefined,
  { remember, writing, ...about }: About,
): Promise<Omit<Output<'commit'>, 'shopId'>> {
  const next = await nextNumbers(open.db);
  const known = await open.log();
  const prepared = prepareImport(known, saveable, marks, next);
  const at = Date.now();
  const record: ImportRecord = {
    ...about,
    id: next.importId,
    at,
    added: prepared.added,
    clientsAdded: prepared.clientsAdded,
    from: prepared.from,
    to: prepared.to,
    total: prepared.total,
  };
  const basis = await basisOf(open, today);
  const revision = basis.revision + 1;
  const results = figuresOf(prepared.log, { ...basis, revision, imports: basis.imports + 1 });
  await breathe();
  signal?.throwIfAborted();
  writing?.();
  await writeImport(open.db, prepared, record, results, async (db) => {
    await expectRevision(db, basis.revision);
    await db.facts.put({ key: 'revision', value: revision });
    if (remember) await db.layouts.put({ ...remember, at });
  });
  open.keep({ log: prepared.log, results, revision });
  await markShop(open, prepared.log.sales.length, at);
  announce(open.id);
  return { headline: results.headline, record };
}

/** A new shop with its own database, not yet the current one; its id. */
export async function newShop(
  kind: 'own' | 'example',
  settings: Input<'commit'>['settings'],
): Promise<string> {
  const id = crypto.randomUUID();
  const meta = await metaDb();
  await alone(id, () => createShop(meta, { id, kind, at: Date.now() }, settings));
  return id;
}

/** Removes a shop with everything in it. */
export async function removeShop(shopId: string): Promise<void> {
  await close();
  await deleteShop(await metaDb(), shopId);
}

export const imports = async ({ shopId }: Input<'imports'>): Promise<Output<'imports'>> =>
  decodeAll(await (await shop(shopId)).db.imports.toArray(), decodeImport).records.reverse();

/** What the loss would be without one import; `null` when no sales would be left. */
export async function undoEffect({
  shopId,
  importId,
  today,
}: Input<'undoEffect'>): Promise<Output<'undoEffect'>> {
  const open = await shop(shopId);
  const basis = await basisOf(open, today);
  const without = figures(await logWithout(open.db, importId), { ...basis, imports: basis.imports - 1 });
  return without?.headline ?? null;
}

export async function undo({ shopId, importId, today }: Input<'undo'>): Promise<Output<'undo'>> {
  return alone(shopId, async () => {
    const open = await shop(shopId);
    const without = await logWithout(open.db, importId);
    const basis = await basisOf(open, today);
    const revision = basis.revision + 1;
    const results = figures(without, { ...basis, revision, imports: basis.imports - 1 });
    const log = await undoImport(open.db, importId, without, results, revision);
    open.forget();
    open.keep(results ? { log, results, revision } : { log, revision });
    await markShop(open, log.sales.length, Date.now());
    announce(shopId);
    return results?.headline ?? null;
  });
}
