import type { Day } from '../../domain/kernel/day';
import type { ShopSettings } from '../../domain/shop/settings';
import { Failure } from '../../storage/failure';
import type { ShopLog } from '../../storage/importWriter';
import { writeMarker } from '../../storage/marker';
import { writeResults, type Results } from '../../storage/results';
import { decodeSettings } from '../../storage/decodeSettings';
import { readSettings } from '../../storage/settings';
import type { CardRecord } from '../../storage/shopDb';
import { basisText, dayOfJudgement, figures, type Basis } from './figures';
import { announce, metaDb, shop, type OpenShop } from './openShops';

/** What a shop's figures rest on besides its log, as stored now. */
export async function basisOf(open: OpenShop, today: Day): Promise<Basis> {
  const [settings, cards, revision, imports] = await Promise.all([
    readSettings(open.db),
    open.db.cards.toArray(),
    open.db.facts.get('revision'),
    open.db.imports.count(),
  ]);
  return {
    settings,
    cards,
    revision: revision?.key === 'revision' ? revision.value : 0,
    imports,
    today,
  };
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
  await open.db.transaction('rw', open.db.results, () => writeResults(open.db, computed));
  open.keep({ results: computed });
  return computed;
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
  const open = await shop(shopId);
  const clean = decodeSettings(settings);
  const basis = { ...(await basisOf(open, today)), settings: clean };
  const results = await saveWithFigures(open, { ...basis, revision: basis.revision + 1 }, () =>
    open.db.facts.put({ key: 'settings', value: clean }),
  );
  await (await metaDb()).shops.update(shopId, { name: clean.name });
  return results;
}

/** Stores an owner's card of a client with the figures it leads to. */
export async function saveCard(shopId: string, card: CardRecord, today: Day): Promise<Results | undefined> {
  const open = await shop(shopId);
  const basis = await basisOf(open, today);
  const cards = [...basis.cards.filter((other) => other.client !== card.client), card];
  return saveWithFigures(open, { ...basis, cards, revision: basis.revision + 1 }, () =>
    open.db.cards.put(card),
  );
}

async function saveWithFigures(
  open: OpenShop,
  basis: Basis,
  write: () => Promise<unknown>,
): Promise<Results | undefined> {
  const computed = basis.imports === 0 ? undefined : figures(await open.log(), basis);
  await open.db.transaction('rw', open.db.facts, open.db.cards, open.db.results, async () => {
    await write();
    await open.db.facts.put({ key: 'revision', value: basis.revision });
    if (computed) await writeResults(open.db, computed);
  });
  if (computed) open.keep({ results: computed });
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
