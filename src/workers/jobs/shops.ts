import { version } from '../../../package.json';
import { exampleCsv } from '../../domain/example/exampleCsv';
import { exampleNotebook } from '../../domain/example/notebook';
import { exampleShop } from '../../domain/example/exampleShop';
import type { Day } from '../../domain/kernel/day';
import { closureSuggestions as suggest } from '../../domain/loss/closureSuggestions';
import { Failure } from '../../storage/failure';
import { missingShops } from '../../storage/lostData';
import { removeMarker } from '../../storage/marker';
import { decodeSettings } from '../../storage/decodeSettings';
import { isShopRecord } from '../../storage/firstLook';
import { writeEntries } from '../../storage/notebook';
import { readSettings } from '../../storage/settings';
import { makeCurrent, openShop, removeUnfinished } from '../../storage/shops';
import { fileToShop, openShopFile } from '../../storage/shopFile';
import { shopToFile } from '../../storage/shopToFile';
import type { Input, Output } from '../protocol';
import { figures } from './figures';
import { newShop, removeShop, save } from './saving';
import { alone, announce, close, metaDb, shop } from './openShops';
import { basisOf, currentFigures, markShop } from './shopFigures';

/** The example is the same for everybody on the same day. */
const EXAMPLE_SEED = 20_26;

/** A shop to look around in, saved by the same code as an import, in a database of its own. */
export async function createExample({
  name,
  today,
}: Input<'createExample'>): Promise<Output<'createExample'>> {
  const meta = await metaDb();
  for (const old of await meta.shops.filter((record) => record.kind === 'example').toArray())
    await removeShop(old.id);
  const made = exampleShop(EXAMPLE_SEED, today);
  const shopId = await newShop('example', {
    name,
    currency: 'EUR',
    rentAMonth: 140_000,
    salaryAMonth: 260_000,
    marginPercent: 45,
    hourCost: 1_800,
  });
  const { headline } = await alone(shopId, async () => {
    const saved = await save(await shop(shopId), made, new Uint8Array(made.sales.length), today, undefined, {
      fileName: name,
      contentHash: `example-${EXAMPLE_SEED}-${today}`,
      rows: made.sales.length,
      leftOut: 0,
      overlap: 0,
    });
    await writeEntries((await shop(shopId)).db, { put: exampleNotebook(made, await lostIn(shopId), today) });
    return saved;
  });
  await makeCurrent(meta, shopId);
  return { shopId, headline };
}

/** The clients of a shop who are lost at present, lost twice included. */
async function lostIn(shopId: string): Promise<Parameters<typeof exampleNotebook>[1]> {
  const results = await (await shop(shopId)).results();
  if (!results) return [];
  const { clients, ranked } = results;
  return Array.from(ranked, (entry) => ({
    client: clients.client[entry]!,
    lostDate: clients.lostDate[entry]! as Day,
    yearlyValue: clients.yearlyValue[entry]!,
  }));
}

/** The example's sales as a till would export them, to try an import with. */
export const exampleFile = ({ today }: Input<'exampleFile'>): Promise<Blob> =>
  Promise.resolve(
    new Blob([exampleCsv(exampleShop(EXAMPLE_SEED, today))], { type: 'text/csv;charset=utf-8' }),
  );

export async function confirm({ shopId, today }: Input<'confirm'>): Promise<Output<'confirm'>> {
  const open = await shop(shopId);
  const results = await currentFigures(open, today);
  if (results) await markShop(open, results.headline.sales, Date.now());
  return results?.headline ?? null;
}

export const settings = async ({ shopId }: Input<'settings'>): Promise<Output<'settings'>> =>
  readSettings((await shop(shopId)).db);

/** What the loss would be with other settings; nothing is kept. */
export async function trySettings({
  shopId,
  settings: tried,
  today,
}: Input<'trySettings'>): Promise<Output<'trySettings'>> {
  const open = await shop(shopId);
  const basis = await basisOf(open, today);
  return figures(await open.log(), { ...basis, settings: decodeSettings(tried) })?.headline ?? null;
}

export async function closureSuggestions({
  shopId,
}: Input<'closureSuggestions'>): Promise<Output<'closureSuggestions'>> {
  const { sales } = await (await shop(shopId)).log();
  return suggest(sales.day);
}

export const shops = async (): Promise<Output<'shops'>> =>
  (await (await metaDb()).shops.toArray()).filter(isShopRecord);

export const missing = async (): Promise<Output<'missing'>> => {
  await removeUnfinished(await metaDb(), alone);
  return missingShops(await shops(), async (shopId) => {
    const db = await openShop(shopId);
    return db.imports.count().finally(() => db.close());
  });
};

export async function switchShop({ shopId }: Input<'switchShop'>): Promise<null> {
  await makeCurrent(await metaDb(), shopId);
  return null;
}

export async function deleteShop({ shopId }: Input<'deleteShop'>): Promise<Output<'deleteShop'>> {
  await alone(shopId, () => removeShop(shopId));
  announce(shopId);
  return shops();
}

/** Nothing reminds any more of a shop whose data are gone. */
export async function forgetMissing({ shopId }: Input<'forgetMissing'>): Promise<null> {
  await removeMarker(shopId);
  return null;
}

async function record(shopId: string) {
  const found = await (await metaDb()).shops.get(shopId);
  if (!found) throw new Failure('shop-missing');
  return found;
}

export const shopFile = async ({ shopId }: Input<'shopFile'>): Promise<Output<'shopFile'>> =>
  shopToFile(await record(shopId), version, Date.now());

/** Remembers that the owner has the shop's data in a file, for the age that is always shown. */
export async function fileSaved({ shopId, sales, at }: Input<'fileSaved'>): Promise<Output<'fileSaved'>> {
  const saved = { ...(await record(shopId)), savedAt: at, savedSales: sales };
  await (await metaDb()).shops.put(saved);
  return saved;
}

export const peekFile = async ({ file }: Input<'peekFile'>): Promise<Output<'peekFile'>> =>
  (await openShopFile(file)).envelope;

/** A saved file comes back as a shop of its own; what is here stays as it is. */
export async function restore({ file }: Input<'restore'>): Promise<Output<'restore'>> {
  await close();
  const [meta, shopId] = [await metaDb(), crypto.randomUUID()];
  return alone(shopId, () => fileToShop(meta, file, shopId, Date.now()));
}
