import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { defaultSettings } from '../../src/domain/shop/settings';
import { firstLook } from '../../src/storage/firstLook';
import { ShopDb } from '../../src/storage/shopDb';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';

const today = parseIsoDay('2026-11-23');

const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const csv = (...rows: string[]) => new Blob([['Date;Client;Amount', ...rows].join('\n')]);
const first = csv('2026-01-05;Ann;12,50', '2026-02-05;Ann;12,50', '2026-11-05;Bob;40,00');
const second = csv('2026-03-05;Zed;7,00', '2026-04-05;Zed;7,00');

async function importFile(file: Blob, shopId: string | null) {
  const seen = await run('survey', { shopId, given: { name: 'till.csv', file }, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  const checked = await run('dryRun', { shopId, layout, mapping, today, minorDigits: 2 });
  if (!checked.ok) throw new Error(checked.error.code);
  return run('commit', { shopId, settings: { name: 'Fleur' }, fingerprint, today });
}

let shopId: string;

/** Writes past the app, as another version, a crash or a forged file might have. */
async function forge(change: (db: ShopDb) => Promise<unknown>): Promise<void> {
  const db = new ShopDb(shopId);
  await db.open();
  await change(db);
  await db.facts.update('revision', { value: 1000 });
  db.close();
}

beforeEach(async () => {
  shopId = (await importFile(first, null)).shopId;
});

const names = async () =>
  (
    await run('clientList', { shopId, statuses: [], query: '', sort: 'name', rising: true, today })
  ).names.split('\0');

it("a client's card never falls to somebody else, also after everything was undone and something else imported", async () => {
  await run('saveCard', { shopId, card: { client: 0, note: 'Ann likes peonies' }, today });
  const [record] = await run('imports', { shopId });
  await run('undo', { shopId, importId: record!.id, today });
  await importFile(second, shopId);
  expect(await names()).toEqual(['Zed']);
  const zed = await run('client', { shopId, client: 0, today });
  expect(zed?.card ?? null).toBeNull();
});

describe('what is stored and not what it should be', () => {
  const wrong = [null, 7, 'x', [], { a: 1 }, NaN, -1, '__proto__', new Date(0)];

  it.each(wrong)('as settings (%j) takes the defaults', async (value) => {
    await forge((db) => db.facts.put({ key: 'settings', value: value as never }));
    expect(await run('settings', { shopId })).toEqual(defaultSettings);
    expect((await run('confirm', { shopId, today }))?.sales).toBe(3);
  });

  it.each(wrong)('as a headline (%j) is computed again, and the first look shows none', async (headline) => {
    await forge((db) => db.results.put({ id: 'headline', headline: headline as never }));
    const look = await firstLook();
    expect(look.kind === 'shop' && look.headline).toBeUndefined();
    expect((await run('confirm', { shopId, today }))?.sales).toBe(3);
  });

  it('as a card is set aside and counted, and the figures stand', async () => {
    await forge((db) => db.cards.put({ client: 1, name: { first: 'x' }, interval: 'soon' } as never));
    const headline = await run('confirm', { shopId, today });
    expect(headline).toMatchObject({ sales: 3, setAside: 1 });
    expect(await names()).toEqual(['Ann', 'Bob']);
    expect((await run('client', { shopId, client: 1, today }))?.card).toBeNull();
  });

  it('as an import leaves the others in the list', async () => {
    await forge((db) => db.imports.put({ id: 9, fileName: {}, at: 'x' } as never));
    expect(await run('imports', { shopId })).toHaveLength(1);
  });

  it.each([
    { columns: new ArrayBuffer(8), rows: 1 },
    { columns: 'x', rows: 1 },
    { columns: null, rows: 4e9 },
  ])('as a pack is set aside, told in the figures, and nothing is added to it: %j', async (wrongPack) => {
    await forge((db) => db.packs.put({ id: 77, importId: 2, ...wrongPack } as never));
    expect(await run('confirm', { shopId, today })).toMatchObject({ sales: 3, setAside: 1 });
    await expect(importFile(second, shopId)).rejects.toMatchObject({ code: 'data-damaged' });
    await expect(run('undo', { shopId, importId: 1, today })).rejects.toMatchObject({ code: 'data-damaged' });
  });

  it.each([
    { first: 4e9, keys: 'far' },
    { first: 0, keys: 7 },
    { first: 0, keys: 'a\0b', names: 'a' },
    { first: 0, keys: 'a', changed: Uint32Array.of(9) },
  ])('as clients leaves clients without a name, but in the figures: %j', async (wrongClients) => {
    const blank = { keys: '', names: '', phones: '', emails: '', segments: '', changed: new Uint32Array(0) };
    await forge((db) => db.clients.put({ id: 1, importId: 1, ...blank, ...wrongClients } as never));
    const headline = await run('confirm', { shopId, today });
    expect(headline?.setAside).toBeGreaterThan(0);
    expect(headline?.report.clientsWithPurchase).toBe(2);
    expect(await names()).toEqual(['0', '1']);
    expect(await run('client', { shopId, client: 1, today })).toMatchObject({ name: '1' });
  });

  it('as a remembered reading of a file is not remembered', async () => {
    await forge(async (db) => {
      const [layout] = await db.layouts.toArray();
      await db.layouts.put({ ...layout!, mapping: { columns: { date: 'x' } } as never });
    });
    const seen = await run('survey', { shopId, given: { name: 'till.csv', file: second }, today });
    expect(seen.ok && seen.value.remembered).toBeNull();
  });
});

it('figures never rest on another tab’s shop of a moment ago, even where its word has not come yet', async () => {
  await run('confirm', { shopId, today });
  const before = await run('client', { shopId, client: 0, today });
  expect(before?.figures.visits).toBe(2);
  await forge(async (db) => {
    await db.packs.clear();
    await db.imports.toCollection().modify({ contentHash: 'other' });
  });
  await run('saveCard', { shopId, card: { client: 0, note: 'hello' }, today });
  expect((await run('confirm', { shopId, today }))?.sales ?? 0).toBe(0);
});

it('two changes at the same moment are both kept, and the figures know both', async () => {
  const settings = { ...defaultSettings, name: 'Fleur', marginPercent: 30 };
  await Promise.all([
    run('saveSettings', { shopId, settings, today }),
    run('saveCard', { shopId, card: { client: 0, interval: 300 }, today }),
    run('saveCard', { shopId, card: { client: 1, note: 'b' }, today }),
  ]);
  expect((await run('settings', { shopId })).marginPercent).toBe(30);
  const ann = await run('client', { shopId, client: 0, today });
  expect(ann?.figures.interval).toBe(300);
  const db = new ShopDb(shopId);
  expect(await db.cards.count()).toBe(2);
  db.close();
});

it('a shop that another tab deleted is missing, and does not come back as an empty one', async () => {
  const other = (await importFile(second, null)).shopId;
  await run('confirm', { shopId: other, today });
  const known = new ShopDb(other);
  await known.open();
  known.close();
  const { openMeta, deleteShop } = await import('../../src/storage/shops');
  const meta = await openMeta();
  await deleteShop(meta, other);
  meta.close();
  await expect(
    run('saveCard', { shopId: other, card: { client: 0, note: 'x' }, today }),
  ).rejects.toMatchObject({
    code: 'shop-missing',
  });
  expect((await indexedDB.databases()).some(({ name }) => name?.includes(other))).toBe(false);
});

it.each(['2026-06-01', '2024-01-01', '1970-01-01'])(
  'a device clock set back to %s leaves no sale out and hides none',
  async (wrong) => {
    const right = await run('confirm', { shopId, today });
    const then = await run('confirm', { shopId, today: parseIsoDay(wrong) });
    expect(then?.sales).toBe(3);
    expect(then?.report.turnover).toBe(right?.report.turnover);
    expect(then?.report.asOf).toBe(parseIsoDay('2026-11-05'));
    expect(await run('confirm', { shopId, today })).toEqual(right);
  },
);
