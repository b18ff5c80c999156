import type { Day } from '../../domain/kernel/day';
import type { ShopSettings } from '../../domain/shop/settings';
import { Failure, failureOf } from '../../storage/failure';
import type { ShopLog } from '../../storage/importWriter';
import { writeMarker } from '../../storage/marker';
import { writeResults, type Results } from '../../storage/results';
import { decodeSettings } from '../../storage/decodeSettings';
import { expectRevision, readRevision } from '../../storage/revision';
import { readCards, readSettings, writeCard } from '../../storage/settings';
import type { CardRecord, ShopDb } from '../../storage/shopDb';
import { basisText, dayOfJudgement, figures, type Basis } from './figures';
import { announce, metaDb, shop, type OpenShop } from './openShops';

/** What a shop's figures rest on besides its log, as stored now. */
export async function basisOf(open: OpenShop, today: Day): Promise<Basis> {
  const [settings, cards, revision, imports] = await Promise.all([
    readSettings(open.db),
    readCards(open.db),
    readRevision(open.db),
    open.db.imports.count(),
  ]);
  return { settings, cards: cards.records, setAside: cards.setAside, revision, imports, today };
}

/** The shop's figures for today: the kept ones where they still hold, else computed and kept. `undefined` without sales. */
export async function currentFigures(open: OpenShop, today: Day): Promise<Results | undefined> {
  const [basis, kept] = await Promise.all([basisOf(open, today), open.results()]);
  if (basis.imports === 0) return undefined;
  if (kept?.headline.imports === basis.imports) {
    const asOf = dayOfJudgement(basis.settings, kept.headline.dataEnds as Day, today);
    if (kept.headline.basis === basisText(basis.revision, asOf)) return kept;
  }
  const computed = figures(await open.log(), basis);
  if (!computed) return undefined;
  await keepFigures(open, computed, basis.revision);
  return computed;
}

/** Figures that cannot be kept, because the disk is full or the shop has changed since, are still right to show. */
async function keepFigures(open: OpenShop, computed: Results, revision: number): Promise<void> {
  try {
    await open.db.transaction('rw', open.db.facts, open.db.results, async () => {
      await expectRevision(open.db, revision);
      await writeResults(open.db, computed);
    });
    open.keep({ results: computed });
  } catch (error) {
    if (!['busy-elsewhere', 'disk-full'].includes(failureOf(error).code)) throw error;
  }
}

/** The same, for jobs that make no sense without sales. */
export async function figuresOrFail(open: OpenShop, today: Day): Promise<Results> {
  const results = await currentFigures(open, today);
  if (!results) throw new Failure('nothing-to-save');
  return results;
}

/** Figures of a log that is not (or not yet) the stored one. */
export function figuresOf(log: ShopLog, basis: Basis): Results {
  const results = figures(log, basis);
  if (!results) throw new Failure('nothing-to-save');
  return results;
}

/** Stores new settings with the figures they lead to, in one transaction. */
export async function saveSettings(
  shopId: string,
  settings: ShopSettings,
  today: Day,
): Promise<Results | undefined> {
  const clean = decodeSettings(settings);
  const results = await saveWithFigures(
    shopId,
    today,
    (basis) => ({ ...basis, settings: clean }),
    (db) => db.facts.put({ key: 'settings', value: clean }),
  );
  await (await metaDb()).shops.update(shopId, { name: clean.name });
  return results;
}

/** Stores an owner's card of a client with the figures it leads to. */
export async function saveCard(shopId: string, card: CardRecord, today: Day): Promise<Results | undefined> {
  return saveWithFigures(
    shopId,
    today,
    (basis) => ({ ...basis, cards: [...basis.cards.filter((other) => other.client !== card.client), card] }),
    (db) => writeCard(db, card),
  );
}

const MOST_TRIES = 3;

/** A small change with the figures it leads to; worked out again where another tab changed the shop in the meantime. */
function saveWithFigures(
  shopId: string,
  today: Day,
  change: (basis: Basis) => Basis,
  write: (db: ShopDb) => Promise<unknown>,
): Promise<Results | undefined> {
  return tried(async () => {
    const open = await shop(shopId);
    const before = await basisOf(open, today);
    const basis = { ...change(before), revision: before.revision + 1 };
    return writeWithFigures(open, await open.log(), basis, write);
  });
}

/** What another tab's change made vain is worked out once more. */
export async function tried<Answer>(work: () => Promise<Answer>, tries = MOST_TRIES): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (failureOf(error).code !== 'busy-elsewhere' || tries <= 1) throw error;
    return tried(work, tries - 1);
  }
}

/** Writes a small change, and the figures that the log leads to with it, in one transaction. */
export async function writeWithFigures(
  open: OpenShop,
  log: ShopLog,
  basis: Basis,
  write: (db: ShopDb) => Promise<unknown>,
): Promise<Results | undefined> {
  const computed = basis.imports === 0 ? undefined : figures(log, basis);
  const { facts, cards, results, entries, imports, clients } = open.db;
  await open.db.transaction('rw', [facts, cards, results, entries, imports, clients], async () => {
    await expectRevision(open.db, basis.revision - 1);
    await write(open.db);
    await open.db.facts.put({ key: 'revision', value: basis.revision });
    if (computed) await writeResults(open.db, computed);
  });
  open.keep({ log, revision: basis.revision, ...(computed && { results: computed }) });
  announce(open.id);
  return computed;
}

/** Writes down outside the database what it holds now (see `marker`). Best effort: what is saved is saved. */
export async function markShop(open: OpenShop, sales: number, at: number): Promise<void> {
  const [record, imports] = await Promise.all([
    metaDb().then((meta) => meta.shops.get(open.id)),
    open.db.imports.count(),
  ]).catch(() => []);
  if (!record || imports === undefined) return;
  await writeMarker({ shopId: open.id, name: record.name, kind: record.kind, sales, imports, at });
}
