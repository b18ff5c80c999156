import 'fake-indexeddb/auto';
import '../support/fileReader';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/domain/kernel/sha256';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { proposeList } from '../../src/domain/intake/list/proposeList';
import type { Entry } from '../../src/domain/notebook/notebook';
import { openShop } from '../../src/storage/shops';
import { close } from '../../src/workers/jobs/openShops';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { someEntries } from '../support/entries';

const today = parseIsoDay('2026-11-23');

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const SALES = [
  'Date;Client;Phone;E-mail;Amount',
  '2026-01-05;Ada Brook;020 7946 0001;ada@example.com;20,00',
  '2026-02-05;Ada Brook;020 7946 0001;ada@example.com;20,00',
  '2026-01-05;Ben Frost;020 7946 0002;;12,00',
  '2026-11-20;Cleo Marsh;;;5,00',
];

const [ada, ben] = [0, 1] as const;

async function importSales(lines: readonly string[], into: string | null): Promise<string> {
  const given = { name: 'till.csv', file: new Blob([lines.join('\n')]) };
  const seen = await run('survey', { shopId: into, given, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: into, layout, mapping, today, minorDigits: 2 });
  return (await run('commit', { shopId: into, settings: { name: 'Fleur' }, fingerprint, today })).shopId;
}

async function takeList(text: string): Promise<Output<'saveList'>['record']> {
  const given = { name: 'clients.csv', file: new Blob([text]) };
  const seen = await run('survey', { shopId, given, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { survey } = seen.value;
  await run('readList', { shopId, layout: survey.layout, mapping: proposeList(survey), today });
  return (await run('saveList', { shopId, withNew: true, today })).record;
}

let shopId: string;

beforeEach(async () => {
  shopId = await importSales(SALES, null);
});

const forget = (client: number) => run('forgetClient', { shopId, client, today });
const client = (index: number) => run('client', { shopId, client: index, today });

/** Every byte that the shop's database holds, as one text. */
async function everyByte(): Promise<string> {
  const db = await openShop(shopId);
  const rows = (await Promise.all(db.tables.map((table) => table.toArray()))).flat() as unknown[];
  db.close();
  const latin = new TextDecoder('latin1');
  return JSON.stringify(rows, (_, value: unknown) => {
    if (value instanceof ArrayBuffer) return latin.decode(value);
    if (ArrayBuffer.isView(value)) return latin.decode(value.buffer);
    return value;
  });
}

/** Hexadecimal digits may spell the name by chance, but never alone. */
const NAMED = /(?<![0-9a-z])ada(?![0-9a-z])|adamson|brook|7946 ?0001/i;

/** The figures without whom to call first: nobody calls a client who is forgotten. */
async function figures() {
  const headline = (await run('confirm', { shopId, today }))!;
  const { basis: _, top: __, ...rest } = headline;
  return rest;
}

const written = (entries: readonly Entry[]) => run('saveEntries', { shopId, change: { put: entries } });

describe('a client who is forgotten', () => {
  beforeEach(async () => {
    const card = {
      client: ada,
      name: 'Ada Brook-Vale',
      note: 'Ada calls at noon',
      interval: 40,
      birthday: { month: 2, date: 13 },
    };
    await run('saveCard', { shopId, card, today });
    await run('saveCard', {
      shopId,
      card: { client: ben, note: 'brother of Ada Brook, 020-79460001' },
      today,
    });
    await written([
      { ...someEntries.statement, client: ada, words: 'Ada was angry', competitor: 'Adamson' },
      { ...someEntries.contact, client: ada, text: 'called Ada' },
      { ...someEntries.complaint, client: null, text: 'Mrs Ada Brook complained, see ada@example.com' },
    ]);
    await takeList('Name;Phone;Note;Employee\nAda Brook;020 7946 0001;likes Ada lilies;\n');
  });

  it('is in no byte of the shop any more, and no figure changes', async () => {
    expect(await everyByte()).toMatch(NAMED);
    const before = await figures();
    const headline = await forget(ada);
    expect(await everyByte()).not.toMatch(NAMED);
    expect(await figures()).toEqual(before);
    expect(JSON.stringify(headline)).not.toMatch(NAMED);
    expect(await client(ada)).toMatchObject({
      isForgotten: true,
      name: '#1',
      key: '',
      phone: '',
      email: '',
      receiptCount: 2,
      card: { client: ada, doNotContact: true, interval: 40 },
    });
  });

  it('is among nobody to call at once, also where there was no card', async () => {
    await importSales([SALES[0]!, '2026-01-07;Dan Hill;;;900,00'], shopId);
    expect((await run('confirm', { shopId, today }))!.top.map(({ name }) => name)).toContain('Dan Hill');
    expect((await forget(3))!.top.map((one) => one.client)).not.toContain(3);
    expect((await run('confirm', { shopId, today }))!.top.map((one) => one.client)).not.toContain(3);
  });

  it('leaves what others said, without the name', async () => {
    await forget(ada);
    const { entries } = await run('entries', { shopId, kinds: ['statement', 'complaint', 'contact'] });
    const texts = Object.fromEntries(entries.map((entry) => [entry.kind, entry]));
    expect(texts.statement).toMatchObject({ words: '', reasons: someEntries.statement.reasons });
    expect(texts.contact).toMatchObject({ text: '' });
    expect(texts.complaint).toMatchObject({ text: 'Mrs … complained, see …' });
    expect((await client(ben))!.card).toMatchObject({ note: 'brother of …, …' });
  });

  it('does not come back with the next file, whose sales are counted without a name', async () => {
    await forget(ada);
    await importSales([SALES[0]!, '2026-11-21;ADA BROOK;020 7946 0001;ada@example.com;7,00'], shopId);
    expect(await everyByte()).not.toMatch(NAMED);
    expect(await client(ada)).toMatchObject({ name: '#1', receiptCount: 3 });
    await takeList('Name;E-mail\nA. Brook;ada@example.com\nDora Vale;dora@example.com\n');
    expect(await everyByte()).not.toMatch(NAMED);
    const [record] = await run('imports', { shopId });
    expect(record).toMatchObject({ clientsAdded: 1, leftOut: 1 });
  });

  it('does not come back under another key, as a number or an e-mail', async () => {
    await forget(ada);
    const { report } = (await run('confirm', { shopId, today }))!;
    await importSales(
      ['Date;Customer no;Customer;Amount', '2026-11-21;C7;Ada Brook;7,00', '2026-11-21;C8;Dan Hill;1,00'],
      shopId,
    );
    await importSales(['Date;E-mail;Amount', '2026-11-22;ada@example.com;3,00'], shopId);
    await importSales([SALES[0]!, '2026-11-23;A. Brook;;Ada@Example.com;4,00'], shopId);
    expect(await everyByte()).not.toMatch(NAMED);
    expect(await client(ada)).toMatchObject({ name: '#1', receiptCount: 5 });
    const after = (await run('confirm', { shopId, today }))!.report;
    expect(after.turnover).toBe(report.turnover + 1500);
    expect(after.clientsWithPurchase).toBe(report.clientsWithPurchase + 1);
    const given = {
      kind: 'new',
      id: 'c1',
      phone: '',
      email: '',
      segment: '',
      number: 'C9',
      another: false,
    } as const;
    const byHand = { shopId, settings: {}, sales: [], draft: null, today };
    await expect(
      run('saveByHand', { ...byHand, clients: [{ ...given, name: 'Ada Brook' }] }),
    ).rejects.toMatchObject({ code: 'nothing-to-save' });
  });

  it('is not taken for somebody of the same name where numbers tell clients apart', async () => {
    const numbered = (row: string) => ['Date;Customer no;Customer;Phone;Amount', row];
    shopId = await importSales(numbered('2026-01-05;C1;Ada Brook;020 7946 0001;20,00'), null);
    await importSales(numbered('2026-01-05;C2;Ben Frost;;12,00'), shopId);
    await forget(0);
    await importSales(numbered('2026-11-21;C3;Ada Brook;;7,00'), shopId);
    expect(await client(2)).toMatchObject({ name: 'Ada Brook', receiptCount: 1 });
    await importSales(numbered('2026-11-22;C4;Ada Brook;020 7946 0001;7,00'), shopId);
    expect(await client(0)).toMatchObject({ name: '#1', receiptCount: 2 });
  });

  it('stays forgotten when the imports that brought them are taken back and done again', async () => {
    await forget(ada);
    for (const { id } of await run('imports', { shopId })) await run('undo', { shopId, importId: id, today });
    expect(await everyByte()).not.toMatch(NAMED);
    await importSales(SALES, shopId);
    expect(await everyByte()).not.toMatch(NAMED);
    expect(await client(ada)).toMatchObject({ name: '#1', receiptCount: 2 });
    expect(await client(ben)).toMatchObject({ name: 'Ben Frost' });
  });

  it('stays forgotten in a saved file that is brought back', async () => {
    await forget(ada);
    const { blob } = await run('shopFile', { shopId });
    ({ id: shopId } = await run('restore', { file: blob }));
    expect(await everyByte()).not.toMatch(NAMED);
    await importSales([SALES[0]!, '2026-11-21;Ada Brook;020 7946 0001;;7,00'], shopId);
    expect(await client(ada)).toMatchObject({ name: '#1', receiptCount: 3 });
  });

  it('takes along those who were merged into them', async () => {
    await run('saveSame', { shopId, client: ben, other: ada, verdict: 'same', today });
    await forget(ben);
    expect(await everyByte()).not.toMatch(/brook|ben|frost/i);
    expect(await client(ben)).toMatchObject({ isForgotten: true, figures: { revenue: 5200 } });
  });

  it('takes nothing from those who share a name or a phone', async () => {
    const card = { client: ben, name: 'Ada Brook', phone: '020 7946 0001', note: 'Ada Brook, 020 7946 0001' };
    await run('saveCard', { shopId, card, today });
    await forget(ada);
    expect(await client(ben)).toMatchObject({ name: 'Ada Brook', phone: '020 7946 0001', card });
  });

  it('without a sale is gone altogether', async () => {
    await takeList('Name;E-mail\nDora Vale;dora@example.com\n');
    const list = { shopId, statuses: [], query: '', sort: 'name', rising: true, today } as const;
    expect((await run('clientList', list)).length).toBe(4);
    await forget(3);
    expect((await run('clientList', list)).length).toBe(3);
    expect(await everyByte()).not.toMatch(/dora|vale@/i);
  });

  it('is no client without a sale, also where the sale was corrected away', async () => {
    const cleo = 2;
    const { receipts } = (await client(cleo))!;
    const rows = receipts.flatMap(({ lines }) => lines.map(({ row }) => row));
    const lines = (await run('rowsToCorrect', { shopId, client: cleo, rows }))!;
    const changes = lines.map(({ row, nth }) => ({ row, nth, to: 'cancelled' as const }));
    await run('correct', { shopId, changes, today });
    const { report } = (await forget(cleo))!;
    expect(report.counts.potential).toBe(0);
    await importSales([SALES[0]!, '2026-11-21;Dan Hill;;;1,00'], shopId);
    expect((await run('confirm', { shopId, today }))!.report.counts.potential).toBe(0);
    await close();
    const list = { shopId, statuses: [], query: '', sort: 'name', rising: true, today } as const;
    await run('saveCard', { shopId, card: { client: ben, note: 'x' }, today });
    expect((await run('confirm', { shopId, today }))!.report.counts.potential).toBe(0);
    expect((await run('clientList', list)).length).toBe(3);
  });

  it('is not found by what is left of them', async () => {
    await forget(ada);
    const list = { shopId, statuses: [], query: '\u0001', sort: 'name', rising: true, today } as const;
    expect((await run('clientList', { ...list, query: 'ada' })).length).toBe(0);
    expect((await run('clientList', { ...list, query: '0' })).length).toBe(0);
    expect((await run('sameProposals', { shopId, today })).found).toBe(0);
  });
});

it('the hash of a forgotten name is SHA-256, whatever its length', () => {
  for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
