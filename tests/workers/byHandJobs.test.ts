import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HandClient, HandSale, NewClient } from '../../src/domain/byHand/handSale';
import { addDays, parseIsoDay } from '../../src/domain/kernel/day';
import { STATUS } from '../../src/domain/loss/status';
import { HAND_SALES } from '../../src/domain/notebook/handSales';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { aPlan } from '../support/aPlan';
import '../support/fileReader';

const today = parseIsoDay('2026-11-23');

const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const lines = [
  'Date;Receipt;Client;Phone;Product;Amount',
  '2026-01-05;R1;Ann Peeters;0470 00 00 01;Rose;12,50',
  '2026-01-20;R3;Bob Vos;0470 00 00 02;Rose;40,00',
  '2026-02-20;R4;Bob Vos;0470 00 00 02;Rose;40,00',
  '2026-11-20;R5;Čleo Novák;0470 00 00 03;Tulip;9,90',
];

async function check(rows: readonly string[], shopId: string | null) {
  const given = { name: 'till.csv', file: new Blob([rows.join('\n')]) };
  const seen = await run('survey', { shopId, given, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  const checked = await run('dryRun', { shopId, layout, mapping, today, minorDigits: 2 });
  if (!checked.ok) throw new Error(checked.error.code);
  return { fingerprint, report: checked.value };
}

async function importFile(rows: readonly string[], shopId: string | null, byHandToo?: boolean) {
  const { fingerprint } = await check(rows, shopId);
  return run('commit', { shopId, settings: { name: 'Fleur' }, fingerprint, today, byHandToo });
}

let count = 0;
const aSale = (who: HandClient | null, cents: number, facts: Partial<HandSale> = {}): HandSale => ({
  id: `sale ${++count}`,
  day: today,
  who,
  cents,
  product: '',
  employee: '',
  ...facts,
});
const aNewClient = (name: string, facts: Partial<NewClient> = {}): NewClient => ({
  kind: 'new',
  id: `client ${++count}`,
  name,
  phone: '',
  email: '',
  segment: '',
  number: '',
  another: false,
  ...facts,
});

let shopId: string;
const byHand = (facts: Partial<Input<'saveByHand'>>) =>
  run('saveByHand', { shopId, settings: {}, sales: [], clients: [], draft: null, today, ...facts });
const clientOf = async (query: string) => {
  const list = await run('clientList', {
    shopId,
    statuses: [],
    query,
    sort: 'value',
    rising: false,
    today,
  });
  return list.client[0]!;
};
const known = async (name: string): Promise<HandClient> => ({
  kind: 'known',
  client: await clientOf(name),
  name,
});
beforeEach(async () => {
  shopId = (await importFile(lines, null)).shopId;
});

describe('sales written down by hand', () => {
  it('are saved as one import, with the figures they lead to', async () => {
    const saved = await byHand({
      sales: [
        aSale(await known('Bob Vos'), 2_500, { product: 'Rose', employee: 'Mia' }),
        aSale(aNewClient('Eva Blom', { phone: '0470 9' }), 1_000),
        aSale(null, 300),
      ],
    });
    expect(saved.record).toMatchObject({
      by: 'hand',
      fileName: '',
      rows: 3,
      added: 3,
      overlap: 0,
      clientsAdded: 1,
      total: 3_800,
    });
    expect(saved.headline).toMatchObject({ sales: 7, imports: 2 });
    expect(saved.clients).toEqual([await clientOf('Bob Vos'), await clientOf('Eva Blom')]);
    expect((await run('imports', { shopId }))[0]).toEqual(saved.record);
    const bob = await run('client', { shopId, client: await clientOf('Bob Vos'), today });
    expect(bob?.receipts[0]).toMatchObject({
      day: today,
      total: 2_500,
      lines: [{ product: 'Rose', employee: 'Mia', cents: 2_500 }],
    });
    expect(bob?.status).toBe(STATUS.recovered);
    const news = await run('importNews', { shopId, importId: saved.record.id, today });
    expect(news?.moved).toEqual({ fresh: 1, recovered: 1, lost: 0 });
  });

  it('are two where two are alike, and none is taken for the row of a file', async () => {
    const bob = await known('Bob Vos');
    const alike = { day: parseIsoDay('2026-02-20'), product: 'Rose' };
    const { record } = await byHand({ sales: [aSale(bob, 4_000, alike), aSale(bob, 4_000, alike)] });
    expect(record).toMatchObject({ added: 2, overlap: 0 });
  });

  it('are never saved twice', async () => {
    const sales = [aSale(null, 100), aSale(null, 100)];
    await byHand({ sales });
    await expect(byHand({ sales })).rejects.toMatchObject({ code: 'same-file' });
    const { record } = await byHand({ sales: [...sales, aSale(null, 100)] });
    expect(record).toMatchObject({ added: 1, overlap: 2 });
  });

  it('that were undone leave the shop as it was, and can be written down again', async () => {
    const before = await run('confirm', { shopId, today });
    const sales = [aSale(aNewClient('Eva Blom'), 1_000)];
    const { record } = await byHand({ sales });
    const after = await run('undo', { shopId, importId: record.id, today });
    expect(after?.report).toEqual(before?.report);
    expect(await run('namesakes', { shopId, name: 'Eva Blom', number: '', today })).toEqual([]);
    expect((await byHand({ sales })).record).toMatchObject({ added: 1, clientsAdded: 1 });
  });

  it('start a shop that there was not', async () => {
    const saved = await run('saveByHand', {
      shopId: null,
      settings: { name: 'Stall', currency: 'JPY' },
      sales: [aSale(aNewClient('Eva'), 1_000), aSale(aNewClient('Eva'), 500)],
      clients: [],
      draft: null,
      today,
    });
    expect(saved.shopId).not.toBe(shopId);
    expect(await run('settings', { shopId: saved.shopId })).toMatchObject({
      name: 'Stall',
      currency: 'JPY',
    });
    expect(saved.headline.report).toMatchObject({ clientsWithPurchase: 1, turnover: 1_500 });
  });

  it('leave no shop behind where there is nothing to save', async () => {
    const shops = (await run('shops', null)).length;
    const nothing = { shopId: null, settings: {}, sales: [], clients: [], draft: null, today };
    await expect(run('saveByHand', nothing)).rejects.toMatchObject({ code: 'nothing-to-save' });
    const alone = { ...nothing, clients: [aNewClient('Eva')] };
    await expect(run('saveByHand', alone)).rejects.toMatchObject({ code: 'nothing-to-save' });
    expect(await run('shops', null)).toHaveLength(shops);
  });

  it('leave the list that they were kept in, in the same go', async () => {
    const sales = [aSale(null, 100), aSale(null, 200)];
    const list = { kind: 'handSales', id: HAND_SALES, madeAt: 1, changedAt: 1 } as const;
    await run('saveEntries', { shopId, change: { put: [{ ...list, rev: 1, sales }] } });
    await expect(byHand({ sales, draft: 7 })).rejects.toMatchObject({ code: 'busy-elsewhere' });
    expect(await run('imports', { shopId })).toHaveLength(1);
    await byHand({ sales: sales.slice(0, 1), draft: 1 });
    const { entries } = await run('entries', { shopId, kinds: ['handSales'] });
    expect(entries).toMatchObject([{ rev: 2, sales: [{ id: sales[1]!.id }] }]);
  });

  it('win a client back who has a plan', async () => {
    const client = await clientOf('Bob Vos');
    const before = await run('client', { shopId, client, today });
    const plan = {
      ...aPlan(),
      client,
      lostDate: before!.figures.lostDate as typeof today,
      startedOn: addDays(today, -10),
    };
    await run('saveEntries', { shopId, change: { put: [plan] } });
    const { recoveredBefore } = await byHand({ sales: [aSale(await known('Bob Vos'), 2_500)] });
    expect(recoveredBefore).toEqual([]);
    const { back } = await run('work', { shopId, today });
    expect(back).toMatchObject([{ plan: plan.id, state: { recovery: { day: today, sum: 2_500 } } }]);
  });
});

describe('a file that holds what was written down by hand', () => {
  const written = async () =>
    byHand({ sales: [aSale(await known('Bob Vos'), 2_500), aSale(aNewClient('Eva Blom'), 1_000)] });
  const file = [
    lines[0]!,
    '2026-11-23;R7;Bob Vos;;Rose;20,00',
    '2026-11-23;R7;Bob Vos;;Card;5,00',
    '2026-11-23;R8;EVA BLOM;;Rose;10,00',
    '2026-11-23;R9;Eva Blom;;Rose;10,00',
  ];

  it('adds only the rest, and says so before it is saved', async () => {
    await written();
    expect((await check(file, shopId)).report).toMatchObject({ overlap: 0, byHand: 3 });
    const { record, headline } = await importFile(file, shopId);
    expect(record).toMatchObject({ added: 1, overlap: 3, total: 1_000 });
    expect(headline.sales).toBe(7);
    const again = await check([...file, '2026-11-23;R10;Dan;;Rose;1,00'], shopId);
    expect(again.report).toMatchObject({ overlap: 1, byHand: 3 });
  });

  it('adds all of it where the owner says that these are other sales', async () => {
    await written();
    expect((await importFile(file, shopId, true)).record).toMatchObject({ added: 4, overlap: 0 });
  });

  it('also where the file has a number for a client who was written down by name', async () => {
    await written();
    const numbered = [
      'Date;Customer no;Customer;Amount',
      '2026-11-23;C77;Eva Blom;10,00',
      '2026-11-23;C78;Zoe;10,00',
    ];
    expect((await check(numbered, shopId)).report.byHand).toBe(1);
  });

  it('adds all of it once what was written is undone', async () => {
    const { record } = await written();
    await run('undo', { shopId, importId: record.id, today });
    expect((await check(file, shopId)).report.byHand).toBeUndefined();
    expect((await importFile(file, shopId)).record).toMatchObject({ added: 4, overlap: 0 });
  });
});

describe('a client written down by hand', () => {
  it('is potential until the first sale, and in no ratio', async () => {
    const before = (await run('confirm', { shopId, today }))!.report;
    const { record, headline, clients } = await byHand({
      clients: [aNewClient('Eva Blom', { phone: '0470 9', segment: 'Weddings' })],
    });
    expect(record).toMatchObject({ by: 'hand', rows: 0, added: 0, clientsAdded: 1, total: 0 });
    expect(headline.report.counts.potential).toBe(before.counts.potential + 1);
    expect(headline.report.clientsWithPurchase).toBe(before.clientsWithPurchase);
    expect(headline.report.year).toEqual(before.year);
    const eva = await run('client', { shopId, client: clients[0]!, today });
    expect(eva).toMatchObject({
      name: 'Eva Blom',
      phone: '0470 9',
      segment: 'Weddings',
      status: STATUS.potential,
      receipts: [],
    });
    const bought = await byHand({ sales: [aSale(await known('Eva Blom'), 1_000)] });
    expect(bought.record.clientsAdded).toBe(0);
    expect((await run('client', { shopId, client: clients[0]!, today }))?.status).toBe(STATUS.new);
  });

  it('is what a later file that names them goes on with', async () => {
    const { clients } = await byHand({ clients: [aNewClient('Eva Blom', { phone: '0470 9' })] });
    await importFile([lines[0]!, '2026-11-22;R9;EVA BLOM;;Rose;20,00'], shopId);
    const eva = await run('client', { shopId, client: clients[0]!, today });
    expect(eva).toMatchObject({ phone: '0470 9', status: STATUS.new });
  });

  it('stays when a file that names them too is undone, and goes with their own entry in the history', async () => {
    const file = await importFile([lines[0]!, '2026-11-22;R9;Eva Blom;;Rose;20,00'], shopId);
    const hand = await byHand({ clients: [aNewClient('Eva Blom')] });
    await run('undo', { shopId, importId: file.record.id, today });
    const [eva] = await run('namesakes', { shopId, name: 'eva blom', number: '', today });
    expect(eva).toMatchObject({ name: 'Eva Blom', visits: 0 });
    const effect = await run('undoEffect', { shopId, importId: hand.record.id, today });
    expect(effect?.report.counts.potential).toBe(0);
    const after = await run('undo', { shopId, importId: hand.record.id, today });
    expect(after?.report.counts.potential).toBe(0);
    expect(await run('namesakes', { shopId, name: 'eva blom', number: '', today })).toEqual([]);
  });

  it('does not exist yet at a day before their first sale', async () => {
    await byHand({ clients: [aNewClient('Eva Blom')] });
    await byHand({ sales: [aSale(await known('Eva Blom'), 1_000)] });
    const settings = await run('settings', { shopId });
    const past = { ...settings, asOf: parseIsoDay('2026-03-01') };
    expect((await run('trySettings', { shopId, settings: past, today }))?.report.counts.potential).toBe(0);
  });

  it('changes nothing in what is told of clients who bought', async () => {
    const all = { shopId, today };
    const told = async () => ({
      chances: await run('chances', all),
      reasons: await run('reasonsReport', all),
      ask: await run('whoToAsk', all),
      due: await run('dueForSurvey', all),
      staff: await run('employees', all),
      events: await run('eventEffects', all),
      work: await run('work', all),
      same: await run('sameProposals', all),
    });
    const before = await told();
    const { clients } = await byHand({ clients: [aNewClient('Eva Blom')] });
    expect(await told()).toEqual(before);
    const client = clients[0]!;
    expect((await run('clientChance', { ...all, client }))?.alike ?? null).toBeNull();
    await expect(run('caseFile', { ...all, client })).resolves.toBeDefined();
    await expect(run('planFile', { ...all, client })).resolves.toBeDefined();
    const list = { statuses: [], query: '', sort: 'name', rising: true, withClasses: true } as const;
    expect((await run('clientList', { ...all, ...list })).names.split('\0')).toContain('Eva Blom');
  });

  it('comes back with a saved file of the shop', async () => {
    await byHand({ clients: [aNewClient('Eva Blom')], sales: [aSale(null, 100)] });
    const before = await run('confirm', { shopId, today });
    const { blob } = await run('shopFile', { shopId });
    const { id: copy } = await run('restore', { file: blob });
    expect((await run('confirm', { shopId: copy, today }))?.report).toEqual(before?.report);
    expect((await run('imports', { shopId: copy }))[0]).toMatchObject({ by: 'hand', clientsAdded: 1 });
  });
});

describe('somebody who was forgotten', () => {
  it('is not written down again, and their sales go without the name', async () => {
    const client = await clientOf('Bob Vos');
    await run('forgetClient', { shopId, client, today });
    await expect(byHand({ clients: [aNewClient('Bob Vos')] })).rejects.toMatchObject({
      code: 'nothing-to-save',
    });
    const { record, headline } = await byHand({ sales: [aSale(aNewClient('Bob Vos'), 500)] });
    expect(record).toMatchObject({ added: 1, clientsAdded: 0 });
    expect(headline.sales).toBe(5);
    expect(await run('namesakes', { shopId, name: 'Bob Vos', number: '', today })).toEqual([]);
  });
});

describe('what is asked while writing', () => {
  it('is who bears a name or a number already, exactly', async () => {
    const names = async (name: string, number = '') =>
      (await run('namesakes', { shopId, name, number, today })).map((other) => other.name);
    expect(await names(' bob  VOS ')).toEqual(['Bob Vos']);
    expect(await names('Bob')).toEqual([]);
    expect(await names('', '')).toEqual([]);
    await byHand({
      clients: [aNewClient('Bob Vos', { another: true }), aNewClient('Zoe', { number: '42' })],
    });
    expect(await names('bob vos')).toEqual(['Bob Vos', 'Bob Vos']);
    expect(await names('', '42')).toEqual(['Zoe']);
  });

  it('is what is sold most, and by whom', async () => {
    expect(await run('soldWords', { shopId })).toEqual({ products: ['Rose', 'Tulip'], employees: [] });
  });

  it('is whether the shop has such a sale already', async () => {
    const bob = await known('Bob Vos');
    const day = parseIsoDay('2026-02-20');
    const sales = [aSale(bob, 4_000, { day }), aSale(bob, 4_000), aSale(null, 990)];
    expect(await run('alikeSales', { shopId, sales })).toEqual([sales[0]!.id]);
  });
});
