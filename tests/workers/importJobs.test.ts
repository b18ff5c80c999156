import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { defaultSettings } from '../../src/domain/shop/settings';
import { STATUS } from '../../src/domain/loss/status';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { someEntries } from '../support/entries';

const today = parseIsoDay('2026-11-23');

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(
  name: J,
  input: Input<J>,
  signal = new AbortController().signal,
): Promise<Output<J>> => jobs[name](input, { signal, report: () => undefined });

const header = 'Date;Receipt;Client;Phone;Product;Amount';
const lines = [
  '2026-01-05;R1;Ann Peeters;0470 00 00 01;Rose;12,50',
  '2026-01-06;R2;;;Card;3,00',
  '2026-01-20;R3;Bob Vos;0470 00 00 02;Rose;40,00',
  '2026-02-20;R4;Bob Vos;0470 00 00 02;Rose;40,00',
  '2026-11-20;R5;Čleo Novák;0470 00 00 03;Tulip;9,90',
];
const file = (rows: readonly string[]) => new Blob([[header, ...rows].join('\n')]);

async function dryRun(blob: Blob, shopId: string | null) {
  const seen = await run('survey', { shopId, given: { name: 'till.csv', file: blob }, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { survey, remembered } = seen.value;
  const checked = await run('dryRun', {
    shopId,
    layout: survey.layout,
    mapping: survey.mapping,
    today,
    minorDigits: 2,
  });
  if (!checked.ok) throw new Error(checked.error.code);
  return { report: checked.value, fingerprint: survey.fingerprint, remembered };
}

async function importFile(blob: Blob, shopId: string | null) {
  const { fingerprint } = await dryRun(blob, shopId);
  return run('commit', { shopId, settings: { name: 'Fleur' }, fingerprint, today });
}

let shopId: string;

beforeAll(async () => {
  const saved = await importFile(file(lines), null);
  shopId = saved.shopId;
});

describe('an import', () => {
  it('makes a shop with its figures, and shows what was read', async () => {
    const [shop] = await run('shops', null);
    expect(shop).toMatchObject({ id: shopId, kind: 'own', name: 'Fleur' });
    const headline = await run('confirm', { shopId, today });
    expect(headline?.sales).toBe(5);
    expect(headline?.report.clientsWithPurchase).toBe(3);
    expect(headline?.report.turnover).toBe(10_540);
    expect(headline?.top.map((client) => client.name)).toEqual(['Bob Vos', 'Ann Peeters']);
  });

  it('reads telephone numbers that stand for clients as of the country of the shop', async () => {
    const made = await importFile(file(lines), null);
    const put = [{ ...someEntries.letterhead, country: 'BE' }];
    await run('saveEntries', { shopId: made.shopId, change: { put } });
    const blob = new Blob(['Date;Phone;Total\n2026-01-05;0470 00 00 01;5\n2026-01-06;+33 6 39 98 01 23;5\n']);
    const seen = await run('survey', { shopId: made.shopId, given: { name: 'p.csv', file: blob }, today });
    expect(seen.ok && seen.value.survey.mapping.phones).toBe('BE');
    const fresh = await run('survey', { shopId: null, given: { name: 'p.csv', file: blob }, today });
    expect(fresh.ok && fresh.value.survey.mapping.phones).toBe('FR');
    await run('deleteShop', { shopId: made.shopId });
  });

  it('begins also in a browser that cannot join signals', async () => {
    const any = Object.getOwnPropertyDescriptor(AbortSignal, 'any')!;
    Object.defineProperty(AbortSignal, 'any', { ...any, value: undefined });
    try {
      const seen = await run('survey', {
        shopId: null,
        given: { name: 'till.csv', file: file(lines) },
        today,
      });
      expect(seen.ok).toBe(true);
    } finally {
      Object.defineProperty(AbortSignal, 'any', any);
    }
  });

  it('of the same file again is recognised, and adds nothing', async () => {
    const { report, remembered, fingerprint } = await dryRun(file(lines), shopId);
    expect(report.sameFile?.fileName).toBe('till.csv');
    expect(report.overlap).toBe(5);
    expect(report.newClients).toBe(0);
    expect(remembered?.columns).toMatchObject({ date: 0, name: 2, amount: 5 });
    await expect(run('commit', { shopId, settings: {}, fingerprint, today })).rejects.toMatchObject({
      code: 'same-file',
    });
    expect(await run('imports', { shopId })).toHaveLength(1);
  });

  it('of a file that overlaps adds the new rows only', async () => {
    const next = [...lines.slice(2), '2026-11-21;R6;Dan De Wit;;Rose;20,00'];
    const { report } = await dryRun(file(next), shopId);
    expect(report.overlap).toBe(3);
    expect(report.newClients).toBe(1);
    const { record, headline } = await importFile(file(next), shopId);
    expect(record).toMatchObject({ added: 1, overlap: 3, clientsAdded: 1, total: 2_000 });
    expect(headline.sales).toBe(6);
    const news = await run('importNews', { shopId, importId: record.id, today });
    expect(news?.moved).toEqual({ fresh: 1, recovered: 0, lost: 0 });
    expect(news?.late).toEqual({ rows: 0, cents: 0 });
    const [first] = (await run('imports', { shopId })).slice(-1);
    const older = await run('importNews', { shopId, importId: first!.id, today });
    expect(older?.late).toEqual({ rows: 5, cents: 10_540 });
    const effect = await run('undoEffect', { shopId, importId: record.id, today });
    expect(effect?.sales).toBe(5);
    const after = await run('undo', { shopId, importId: record.id, today });
    expect(after?.sales).toBe(5);
    expect(after?.report.clientsWithPurchase).toBe(3);
  });

  it('that is cancelled before it is written leaves no shop behind', async () => {
    const { fingerprint } = await dryRun(file(lines), null);
    const controller = new AbortController();
    controller.abort();
    const before = (await run('shops', null)).length;
    await expect(
      run('commit', { shopId: null, settings: { name: 'Never' }, fingerprint, today }, controller.signal),
    ).rejects.toThrow();
    expect(await run('shops', null)).toHaveLength(before);
  });

  it('never goes on while another tab is writing', async () => {
    const { fingerprint } = await dryRun(file([...lines, '2026-11-22;R9;Eve;;Rose;5,00']), shopId);
    const taken = {
      request: (_: string, __: unknown, work: (lock: null) => unknown) =>
        Promise.resolve().then(() => work(null)),
    };
    Object.defineProperty(globalThis, 'navigator', { value: { locks: taken }, configurable: true });
    await expect(run('commit', { shopId, settings: {}, fingerprint, today })).rejects.toMatchObject({
      code: 'busy-elsewhere',
    });
    Object.defineProperty(globalThis, 'navigator', { value: undefined, configurable: true });
    expect(await run('imports', { shopId })).toHaveLength(1);
  });
});

describe('the list of clients', () => {
  const names = async (input: Partial<Input<'clientList'>>) => {
    const list = await run('clientList', {
      shopId,
      statuses: [],
      query: '',
      sort: 'value',
      rising: false,
      today,
      ...input,
    });
    return list.length === 0 ? [] : list.names.split('\u0000');
  };

  it('is sorted by yearly value, silence or name, both ways', async () => {
    expect(await names({})).toEqual(['Bob Vos', 'Ann Peeters', 'Čleo Novák']);
    expect(await names({ rising: true })).toEqual(['Čleo Novák', 'Ann Peeters', 'Bob Vos']);
    expect(await names({ sort: 'silence' })).toEqual(['Ann Peeters', 'Bob Vos', 'Čleo Novák']);
    expect(await names({ sort: 'name', rising: true })).toEqual(['Ann Peeters', 'Bob Vos', 'Čleo Novák']);
    expect(await names({ sort: 'name' })).toEqual(['Čleo Novák', 'Bob Vos', 'Ann Peeters']);
  });

  it('finds people by name without accents, and by telephone', async () => {
    expect(await names({ query: 'cleo nov' })).toEqual(['Čleo Novák']);
    expect(await names({ query: '0470000002' })).toEqual(['Bob Vos']);
    expect(await names({ query: 'nobody' })).toEqual([]);
  });

  it('shows one status, with the counts of all', async () => {
    const list = await run('clientList', {
      shopId,
      statuses: [STATUS.new],
      query: '',
      sort: 'value',
      rising: false,
      today,
    });
    expect(list.names).toBe('Čleo Novák');
    expect(list.countsByStatus[STATUS.lost]).toBe(2);
    expect(list.totalRevenue).toBe(990);
  });
});

describe('settings and cards', () => {
  beforeEach(async () => {
    await run('saveSettings', { shopId, settings: { ...defaultSettings, name: 'Fleur' }, today });
  });

  it('change the figures only when they are kept', async () => {
    const before = await run('confirm', { shopId, today });
    const settings = { ...defaultSettings, name: 'Fleur', preset: 'fixed', fixedDays: 730 } as const;
    const tried = await run('trySettings', { shopId, settings, today });
    expect(tried?.report.counts.lost).toBe(0);
    expect((await run('confirm', { shopId, today }))?.report.counts).toEqual(before?.report.counts);
    const kept = await run('saveSettings', { shopId, settings, today });
    expect(kept?.report.counts.lost).toBe(0);
    expect(await run('settings', { shopId })).toEqual(settings);
  });

  it('of a client win over what the files say, and an interval set by hand counts', async () => {
    const bob = (await run('confirm', { shopId, today }))!.top[0]!.client;
    await run('saveCard', {
      shopId,
      card: { client: bob, name: 'Robert Vos', phone: '+32 9', interval: 365 },
      today,
    });
    const detail = await run('client', { shopId, client: bob, today });
    expect(detail).toMatchObject({ name: 'Robert Vos', phone: '+32 9' });
    expect(detail?.figures.interval).toBe(365);
    expect(detail?.status).toBe(STATUS.regular);
    expect(detail?.receipts.map((receipt) => receipt.total)).toEqual([4_000, 4_000]);
    expect(detail?.receipts[0]?.lines).toEqual([
      { row: 3, product: 'Rose', employee: '', cents: 4_000, quantity: 0 },
    ]);
  });

  it('answers with nothing for a client who does not exist', async () => {
    expect(await run('client', { shopId, client: 999, today })).toBeNull();
  });
});

describe('the example shop', () => {
  it('stands apart from the owner’s data and can be removed', async () => {
    const own = await run('confirm', { shopId, today });
    const { shopId: example, headline } = await run('createExample', { name: 'Example', today });
    expect(headline.report.clientsWithPurchase).toBeGreaterThan(400);
    expect((await run('shops', null)).map((shop) => shop.kind).sort()).toEqual(['example', 'own']);
    const left = await run('deleteShop', { shopId: example });
    expect(left.map((shop) => shop.id)).toEqual([shopId]);
    expect(await run('confirm', { shopId, today })).toEqual(own);
  });
});
