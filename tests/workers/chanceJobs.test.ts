import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isoDay, parseIsoDay, type Day } from '../../src/domain/kernel/day';
import { ShopDb, type ChancesRecord } from '../../src/storage/shopDb';
import { close } from '../../src/workers/jobs/openShops';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { BENCH_AS_OF, benchSales } from '../bench/benchSales';

const today = BENCH_AS_OF;

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

async function imported(rows: readonly string[], day: Day): Promise<string> {
  const file = new Blob([['Date;Client;Amount', ...rows].join('\n')]);
  const seen = await run('survey', { shopId: null, given: { name: 'till.csv', file }, today: day });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: null, layout, mapping, today: day, minorDigits: 2 });
  return (await run('commit', { shopId: null, settings: { name: 'Fleur' }, fingerprint, today: day })).shopId;
}

async function stored(shopId: string): Promise<ChancesRecord | undefined> {
  const db = new ShopDb(shopId);
  const record = await db.results.get('chances');
  db.close();
  return record?.id === 'chances' ? record : undefined;
}

const store = async (shopId: string, record: unknown): Promise<void> => {
  await close();
  const db = new ShopDb(shopId);
  await db.results.put(record as ChancesRecord);
  db.close();
};

let shopId: string;
let keptByImport: ChancesRecord | undefined;

beforeAll(async () => {
  const { sales } = benchSales(6_000, 300, 5);
  const rows = Array.from(sales.day, (day, i) => {
    const amount = (sales.cents[i]! / 100).toFixed(2).replace('.', ',');
    return `${isoDay(day as Day)};${sales.client[i]! < 300 ? `C${sales.client[i]}` : ''};${amount}`;
  });
  shopId = await imported(rows, today);
  keptByImport = await stored(shopId);
});

describe('what the log foretells', () => {
  it('is learnt when it is first asked for, not while importing, and then kept', async () => {
    expect(keptByImport).toBeUndefined();
    const { report } = (await run('confirm', { shopId, today }))!;
    const { model, evidence } = await run('chances', { shopId, today });
    expect(model!.clients).toBe(report.clientsWithPurchase);
    expect(model!.expectedLoss).toBeGreaterThan(0);
    expect(model!.expectedLoss).toBeLessThan(report.annualLost);
    expect(model!.expectedYearLoss).toBeGreaterThan(0);
    expect(model!.expectedYearLoss).toBeLessThan(report.year.lostValue);
    expect(evidence.followUp).toBe(180);
    expect(await stored(shopId)).toMatchObject({ id: 'chances', evidence });
  });

  it('is read back at the next start instead of being learnt again', async () => {
    const before = await run('chances', { shopId, today });
    const kept = (await stored(shopId))!;
    await store(shopId, { ...kept, evidence: { ...kept.evidence, followUp: 7 } });
    const after = await run('chances', { shopId, today });
    expect(after).toEqual({ ...before, evidence: { ...before.evidence, followUp: 7 } });
    await store(shopId, kept);
  });

  it.each([
    ['cannot be read', (kept: ChancesRecord) => ({ ...kept, parameters: { r: 1, alpha: -3, a: 1, b: 1 } })],
    [
      'lacks a part',
      (kept: ChancesRecord) => ({ ...kept, evidence: { followUp: 180, lost: [], longer: [] } }),
    ],
    ['rests on other figures', (kept: ChancesRecord) => ({ ...kept, basis: '0@0' })],
  ])('is learnt again where what was kept %s', async (_, spoilt) => {
    const before = await run('chances', { shopId, today });
    const kept = (await stored(shopId))!;
    await store(shopId, spoilt(kept));
    const after = await run('chances', { shopId, today });
    expect(after.evidence).toEqual(before.evidence);
    expect(after.model!.expectedLoss / before.model!.expectedLoss).toBeCloseTo(1, 4);
    expect((await stored(shopId))!.basis).toBe(kept.basis);
  });

  it('is learnt once where two pages ask at the same time', async () => {
    const kept = (await stored(shopId))!;
    await store(shopId, { ...kept, basis: '0@0' });
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    const ask = () => run('chances', { shopId, today });
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).toEqual(other);
    const written = puts.mock.calls.filter(([record]) => (record as { id?: unknown }).id === 'chances');
    expect(written).toHaveLength(1);
    puts.mockRestore();
  });

  it('follows changed settings, and proposes more patience only where the rhythm rules', async () => {
    const { proposal } = await run('chances', { shopId, today });
    const settings = await run('settings', { shopId });
    expect(proposal!.some((times, band) => times > settings.patience[band]!)).toBe(true);
    await run('saveSettings', { shopId, settings: { ...settings, patience: proposal! }, today });
    const patient = await run('chances', { shopId, today });
    for (const [band, times] of (patient.proposal ?? proposal!).entries())
      expect(times).toBeGreaterThanOrEqual(proposal![band]!);
    await run('saveSettings', { shopId, settings: { ...settings, preset: 'fixed' }, today });
    expect((await run('chances', { shopId, today })).proposal).toBeNull();
    await run('saveSettings', { shopId, settings, today });
  });

  it('is nothing but what happened in a shop too small for a model', async () => {
    const day = parseIsoDay('2026-11-23');
    const small = await imported(
      ['2026-01-05;Ann;12,50', '2026-01-20;Bob;40,00', '2026-02-20;Bob;40,00'],
      day,
    );
    const found = await run('chances', { shopId: small, today: day });
    expect(found).toMatchObject({ model: null, proposal: null });
    expect(await run('clientChance', { shopId: small, client: 1, today: day })).toEqual({
      client: 1,
      model: null,
      alike: null,
    });
    expect(found.evidence.followUp).toBe(15);
    expect((await stored(small))!.parameters).toBeNull();
  });

  it('fails as every figure does for a shop without sales', async () => {
    const empty = await imported(['2026-01-05;Ann;12,50'], parseIsoDay('2026-11-23'));
    const [only] = await run('imports', { shopId: empty });
    await run('undo', { shopId: empty, importId: only!.id, today });
    await expect(run('chances', { shopId: empty, today })).rejects.toMatchObject({ code: 'nothing-to-save' });
  });
});

describe('the chance of one client', () => {
  const clients = async () =>
    run('clientList', { shopId, statuses: [], query: '', sort: 'silence', rising: true, today });

  it('is high for somebody who was just here often, and low after a long silence', async () => {
    const list = await clients();
    const often = [...list.client].filter((_, row) => list.visits[row]! > 5);
    const chanceOf = async (client: number) =>
      (await run('clientChance', { shopId, client, today }))!.model!.within180;
    const [fresh, stale] = [await chanceOf(often[0]!), await chanceOf(often.at(-1)!)];
    expect(fresh).toBeGreaterThan(0.5);
    expect(stale).toBeLessThan(fresh);
    expect(stale).toBeGreaterThanOrEqual(0);
  });

  it('comes with what the shop’s parameters mean', async () => {
    const list = await clients();
    const { model } = (await run('clientChance', { shopId, client: list.client[0]!, today }))!;
    expect(model!.visitsAYear).toBeGreaterThan(0);
    expect(model!.stopAfterFirst).toBeGreaterThan(0);
    expect(model!.stopAfterFirst).toBeLessThan(1);
  });

  it('comes with past silences like theirs once they are lost, unless the owner set their interval', async () => {
    const list = await clients();
    const lost = [...list.client.keys()].find(
      (row) => list.visits[row] === 2 && list.silence[row]! > 3 * list.interval[row]!,
    )!;
    const client = list.client[lost]!;
    const { alike } = (await run('clientChance', { shopId, client, today }))!;
    expect(alike!.cases).toBeGreaterThanOrEqual(20);
    expect(alike!.times).toBeGreaterThanOrEqual(3);
    const here = (await run('clientChance', { shopId, client: list.client[0]!, today }))!;
    expect(here.alike).toBeNull();
    await run('saveCard', { shopId, card: { client, interval: 7 }, today });
    expect((await run('clientChance', { shopId, client, today }))!.alike).toBeNull();
    await run('saveCard', { shopId, card: { client }, today });
  });

  it('is none for a client who is not there', async () => {
    expect(await run('clientChance', { shopId, client: 99_999, today })).toBeNull();
  });
});
