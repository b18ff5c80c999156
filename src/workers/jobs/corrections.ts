import { standsFor, type Aliases } from '../../domain/identity/aliases';
import type { RowEdits } from '../../domain/corrections/rowEdits';
import type { Day } from '../../domain/kernel/day';
import { correctionId, type Correction, type RowKey, type RowSays } from '../../domain/notebook/correction';
import { filedRows, placesOfRows, readCorrections } from '../../storage/corrections';
import { decodeEntry } from '../../storage/decodeEntries';
import { Failure } from '../../storage/failure';
import type { ShopLog } from '../../storage/importWriter';
import { readAliases } from '../../storage/sameClients';
import { countSave } from '../../storage/saves';
import { readLog } from '../../storage/shopLog';
import type { LineCorrected, RowChange, RowShown } from '../correctionJobs';
import type { Input, Output } from '../protocol';
import { contacts } from './contacts';
import { figures, nameOf } from './figures';
import { touched } from './notebook';
import { shop, type OpenShop } from './openShops';
import { recoveredPlans } from './recoveredPlans';
import { basisOf, tried, writeWithFigures } from './shopFigures';

/** The rows of a receipt with what their file says, so that they can be put right. */
export async function rowsToCorrect({
  shopId,
  client,
  rows,
}: Input<'rowsToCorrect'>): Promise<Output<'rowsToCorrect'>> {
  const open = await shop(shopId);
  const log = await soundLog(open);
  if (!rows.every((row) => row < log.sales.length && log.sales.client[row] === client)) return null;
  const shown = await shower(open);
  const filed = await filedRows(open.db, rows);
  return filed.map((one, k) => {
    const correction = log.edits?.byRow.get(rows[k]!);
    return {
      row: one.row,
      nth: one.nth,
      was: shown(one.was),
      now: shown(correction?.now ?? one.was),
      isCorrected: correction !== undefined,
    };
  });
}

/** What the loss would be after corrections; null for a shop without sales. */
export async function correctionEffect({
  shopId,
  changes,
  today,
}: Input<'correctionEffect'>): Promise<Output<'correctionEffect'>> {
  const open = await shop(shopId);
  const basis = await basisOf(open, today);
  const { corrections } = await changed(open, changes, today);
  const { log } = await readLog(open.db, undefined, { corrections });
  return figures(log, basis)?.headline ?? null;
}

/** Keeps corrections with the figures they lead to, in one transaction; what was kept before takes them back. */
export async function correct({ shopId, changes, today }: Input<'correct'>): Promise<Output<'correct'>> {
  return tried(async () => {
    const open = await shop(shopId);
    const before = await basisOf(open, today);
    const wereBack = await recoveredPlans(open, today);
    const { put, remove, corrections, undo } = await changed(open, changes, today);
    const { log } = await readLog(open.db, undefined, { corrections });
    if (log.setAside && !changes.every(isTakenBack)) throw new Failure('data-damaged');
    const basis = { ...before, revision: before.revision + 1 };
    const results = await writeWithFigures(open, log, basis, async (db) => {
      await db.entries.bulkPut(put);
      await db.entries.bulkDelete(remove.map((key) => ['correction', correctionId(key)]));
      await countSave(db);
    });
    await touched(shopId);
    const areBack = new Set(wereBack.length > 0 ? await recoveredPlans(open, today) : []);
    return {
      headline: results?.headline ?? null,
      undo,
      returnsGone: wereBack.filter((plan) => !areBack.has(plan)).length,
    };
  });
}

/** The shop's corrections, or those that one client's receipts are concerned by. */
export async function corrections({ shopId, client }: Input<'corrections'>): Promise<Output<'corrections'>> {
  const open = await shop(shopId);
  const stored = await readCorrections(open.db);
  if (stored.length === 0) return [];
  const shown = await shower(open);
  const holds = (await open.log()).edits?.holds ?? (() => false);
  return stored
    .map((correction) => ({
      row: correction.row,
      nth: correction.nth,
      was: shown({ ...correction.was, client: correction.client }),
      now: correction.now && shown(correction.now),
      at: correction.changedAt,
      isWaiting: !holds(correction),
    }))
    .filter(({ was, now }) => client === undefined || was.client === client || now?.client === client)
    .sort((a, b) => b.at - a.at);
}

/** What was corrected in a row of the log; undefined where nothing was. */
export const correctedIn =
  ({ byRow }: RowEdits, shown: (says: RowSays) => RowShown) =>
  (row: number): LineCorrected | undefined => {
    const correction = byRow.get(row);
    if (!correction) return undefined;
    return { was: shown({ ...correction.was, client: correction.client }), at: correction.changedAt };
  };

/** Puts names to what rows say; the client is the one who stands for them. */
export async function shower(open: OpenShop): Promise<(says: RowSays) => RowShown> {
  const [{ list, cards }, aliases] = await Promise.all([contacts(open), readAliases(open.db)]);
  return ({ day, cents, client: named }) => {
    const client = named === null ? null : standsFor(aliases, named);
    return { day, cents, client, name: client === null ? '' : nameOf(client, list, cards) };
  };
}

/** From damaged data no row is put right: it could be another one. */
async function soundLog(open: OpenShop): Promise<ShopLog> {
  const log = await open.log();
  if (log.setAside) throw new Failure('data-damaged');
  return log;
}

/** Taking back needs no row to be found, so that it also works where the rows are damaged. */
const isTakenBack = ({ to }: RowChange): boolean => to === 'as-filed';

interface Changed {
  readonly put: readonly Correction[];
  readonly remove: readonly RowKey[];
  /** All corrections as they would be. */
  readonly corrections: readonly Correction[];
  readonly undo: readonly RowChange[];
}

async function changed(open: OpenShop, changes: readonly RowChange[], today: Day): Promise<Changed> {
  const [stored, aliases, { clients }] = await Promise.all([
    readCorrections(open.db),
    readAliases(open.db),
    changes.every(isTakenBack) ? open.log() : soundLog(open),
  ]);
  const all = new Map(stored.map((correction) => [correction.id, correction]));
  const undo = changes.map(({ row, nth }): RowChange => {
    const before = all.get(correctionId({ row, nth }));
    return { row, nth, to: before ? (before.now ?? 'cancelled') : 'as-filed' };
  });
  const filed = await filedOf(open, changes, all);
  const put: Correction[] = [];
  const remove: RowKey[] = [];
  changes.forEach((change, k) => {
    const id = correctionId(change);
    const was = filed[k]!;
    const now = says(change, [was, all.get(id)?.now ?? undefined], aliases);
    if (now && isSame(now, was)) {
      remove.push(change);
      all.delete(id);
      return;
    }
    if (now && !isSound(now, was, clients.keys.length, today)) throw new Failure('unexpected', 'not a sale');
    const entry = entryOf(change, was, now, all.get(id));
    put.push(entry);
    all.set(id, entry);
  });
  return { put, remove, corrections: [...all.values()], undo };
}

/** What the files say of rows: a row that is not there at present is told by its correction. */
async function filedOf(
  { db }: OpenShop,
  changes: readonly RowChange[],
  stored: ReadonlyMap<string, Correction>,
): Promise<readonly RowSays[]> {
  const known = changes.map((change) => stored.get(correctionId(change)));
  const missing = changes.filter((_, k) => !known[k]);
  const places = await placesOfRows(db, missing);
  if (places.some((place) => place === undefined)) throw new Failure('busy-elsewhere', 'the row is gone');
  const found = new Map(
    (await filedRows(db, places as readonly number[])).map((row) => [correctionId(row), row.was]),
  );
  return changes.map((change, k) => {
    const correction = known[k];
    return correction ? { ...correction.was, client: correction.client } : found.get(correctionId(change))!;
  });
}

/**
 * What the row shall say. Whoever is chosen may stand for somebody whom the file, or the correction before, names: then it stays with
 * that one, for the day on which they are split.
 */
function says(
  { to }: RowChange,
  [was, before]: readonly [RowSays, RowSays | undefined],
  aliases: Aliases,
): RowSays | null {
  if (to === 'as-filed') return was;
  if (to === 'cancelled') return null;
  const named = [was.client, before?.client ?? null].filter((client) => client !== null);
  const same = named.find((client) => standsFor(aliases, client) === to.client);
  return { day: to.day, cents: to.cents, client: same ?? to.client };
}

const isSame = (a: RowSays, b: RowSays): boolean =>
  a.day === b.day && a.cents === b.cents && a.client === b.client;

/** Nobody can have bought on a day to come; where the file says so, it was the clock that was wrong. */
const isSound = ({ day, client }: RowSays, was: RowSays, clients: number, today: Day): boolean =>
  (day <= today || day === was.day) && (client === null || client < clients);

function entryOf(
  { row, nth }: RowKey,
  { client, ...was }: RowSays,
  now: RowSays | null,
  before: Correction | undefined,
): Correction {
  const at = Date.now();
  const entry = decodeEntry({
    kind: 'correction',
    id: correctionId({ row, nth }),
    rev: (before?.rev ?? 0) + 1,
    madeAt: before?.madeAt ?? at,
    changedAt: at,
    client,
    row,
    nth,
    was,
    now,
  });
  if (entry?.kind !== 'correction') throw new Failure('unexpected', 'a correction that cannot be read back');
  return entry;
}
