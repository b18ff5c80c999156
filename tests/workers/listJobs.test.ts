import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { proposeList } from '../../src/domain/intake/list/proposeList';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { STATUS } from '../../src/domain/loss/status';
import { readLog } from '../../src/storage/shopLog';
import { readCards } from '../../src/storage/settings';
import { openShop } from '../../src/storage/shops';
import { isGone } from '../../src/storage/undo';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';

const today = parseIsoDay('2026-11-23');

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const SALES = [
  'Date;Client;Phone;Employee;Amount',
  '2026-01-05;Ada Brook;020 7946 0001;Mia;20,00',
  '2026-02-05;Ada Brook;020 7946 0001;Mia;20,00',
  '2026-01-05;Ben Frost;;Tom;12,00',
  '2026-11-20;Cleo Marsh;020 7946 0003;Tom;5,00',
].join('\n');

const [ada, ben, cleo, dora] = [0, 1, 2, 3] as const;

async function importSales(text: string, into: string | null): Promise<string> {
  const seen = await run('survey', {
    shopId: into,
    given: { name: 'till.csv', file: new Blob([text]) },
    today,
  });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: into, layout, mapping, today, minorDigits: 2 });
  return (await run('commit', { shopId: into, settings: { name: 'Fleur' }, fingerprint, today })).shopId;
}

let shopId: string;

beforeEach(async () => {
  shopId = await importSales(SALES, null);
});

async function compare(text: string) {
  const given = { name: 'clients.csv', file: new Blob([text]) };
  const seen = await run('survey', { shopId, given, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { survey } = seen.value;
  const mapping = proposeList(survey);
  const report = await run('readList', { shopId, layout: survey.layout, mapping, today });
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

async function take(text: string, withNew = true) {
  const report = await compare(text);
  return { report, ...(await run('saveList', { shopId, withNew, today })) };
}

const client = (index: number) => run('client', { shopId, client: index, today });

/** Everything a shop knows and everything people wrote, as anybody can see it: places of clients who are gone do not count. */
async function exported() {
  const db = await openShop(shopId);
  const { log } = await readLog(db);
  const { same: _, edits: __, ...seen } = log;
  const cards = (await readCards(db)).records.toSorted((a, b) => a.client - b.client);
  const stored = await Promise.all([db.cards.toArray(), db.entries.toArray(), db.imports.toArray()]);
  const results = await run('confirm', { shopId, today });
  db.close();
  const here = seen.clients.keys.flatMap((key, at) => (isGone(key) ? [] : [at]));
  const lists = Object.entries(seen.clients) as [string, string[]][];
  const clients = lists.map(([field, texts]) => [field, here.map((at) => texts[at])]);
  return JSON.stringify([{ ...seen, clients }, cards, stored, { ...results, basis: '' }]);
}

const LIST = [
  'Name;Phone;E-mail;Birthday;Group;Employee;Note',
  'Ada Brook;020 7946 0009;ada@example.com;13.02.1970;vip;Mia;',
  'FROST, Ben;;ben@example.com;;;Nobody;peonies',
  'Cleo Marsh;+44 20 7946 0003;;;;;',
  'Dora Vale;020 7946 0004;;05.12.1990;;;',
  'Guest;;;;;;',
].join('\n');

describe('a list of clients', () => {
  it('is compared with the shop before anything is saved', async () => {
    const before = await exported();
    const report = await compare(LIST);
    expect(report).toMatchObject({
      lines: 5,
      leftOut: 1,
      known: 3,
      told: 2,
      fresh: 1,
      freshNames: ['Dora Vale'],
      adds: { phone: 1, email: 2, birthday: 2, segment: 1, employee: 1, note: 1 },
      kept: [],
      sameFile: null,
    });
    expect(report.changes[0]).toEqual({
      client: ada,
      name: 'Ada Brook',
      fact: 'phone',
      from: '020 7946 0001',
      to: '020 7946 0009',
    });
    expect(report.issues.map(({ code, lines }) => [code, ...lines])).toEqual([
      ['nobody', 6],
      ['employee-unknown', 3],
    ]);
    expect(await exported()).toBe(before);
  });

  it('tells facts of known clients, and new ones are potential', async () => {
    const { headline, record } = await take(LIST);
    expect(record).toMatchObject({ by: 'list', fileName: 'clients.csv', rows: 5, added: 0, clientsAdded: 1 });
    expect(headline.report.counts.potential).toBe(1);
    expect(await client(ada)).toMatchObject({
      name: 'Ada Brook',
      phone: '020 7946 0009',
      email: 'ada@example.com',
      segment: 'vip',
      card: { birthday: { month: 2, date: 13 }, likes: 'sold:Mia' },
    });
    expect(await client(ben)).toMatchObject({ email: 'ben@example.com', card: { note: 'peonies' } });
    expect(await client(dora)).toMatchObject({
      name: 'Dora Vale',
      status: STATUS.potential,
      phone: '020 7946 0004',
      card: { birthday: { month: 12, date: 5 } },
    });
    expect((await run('imports', { shopId }))[0]).toEqual(record);
  });

  it('can leave new clients out', async () => {
    const { record } = await take(LIST, false);
    expect(record.clientsAdded).toBe(0);
    expect(await client(dora)).toBeNull();
    expect(await client(ada)).toMatchObject({ email: 'ada@example.com' });
  });

  it('is taken back exactly', async () => {
    const before = await exported();
    const { record } = await take(LIST);
    expect(await exported()).not.toBe(before);
    await run('undo', { shopId, importId: record.id, today });
    expect(await exported()).toBe(before);
    await take(LIST);
    expect(await client(ada)).toMatchObject({ email: 'ada@example.com' });
  });

  it('changes nothing the second time', async () => {
    await take(LIST);
    const { leftOut, known, fresh, changed, sameFile } = await compare(LIST);
    expect({ leftOut, known, fresh, changed }).toEqual({ leftOut: 1, known: 4, fresh: 0, changed: 0 });
    expect(sameFile?.by).toBe('list');
    await expect(run('saveList', { shopId, withNew: true, today })).rejects.toMatchObject({
      code: 'same-file',
    });
    const again = await compare(`${LIST}\n`);
    expect([again.changed, again.fresh, again.sameFile]).toEqual([0, 0, null]);
  });

  it('is found again by the sales that come later', async () => {
    await take(LIST);
    await importSales('Date;Client;Phone;Employee;Amount\n2026-11-21;dora vale;;Tom;9,00', shopId);
    expect(await client(dora)).toMatchObject({ name: 'dora vale', phone: '020 7946 0004', receiptCount: 1 });
  });

  it('never turns what the owner wrote: that stays, and is told', async () => {
    const card = { client: ada, phone: '020 1', note: 'calls at noon', birthday: { month: 3, date: 1 } };
    await run('saveCard', { shopId, card, today });
    const { report } = await take(LIST);
    expect(report.kept.map(({ fact, from, to }) => [fact, from, to])).toEqual([
      ['phone', '020 1', '020 7946 0009'],
      ['birthday', '03-01', '02-13'],
    ]);
    expect(await client(ada)).toMatchObject({ phone: '020 1', card });
  });

  it('does not become the owner’s words by being shown in a form, and stays out where the owner took it out', async () => {
    const { record } = await take(LIST);
    const shown = (await client(ada))!.card!;
    await run('saveCard', { shopId, card: { ...shown, wishes: 'lilies' }, today });
    const db = await openShop(shopId);
    expect(await db.cards.get(ada)).toEqual({ client: ada, wishes: 'lilies' });
    const { birthday: _, ...rest } = (await client(ada))!.card!;
    await run('saveCard', { shopId, card: rest, today });
    expect((await client(ada))!.card).not.toHaveProperty('birthday');
    expect((await client(ada))!.card).toMatchObject({ wishes: 'lilies', likes: 'sold:Mia' });
    await run('undo', { shopId, importId: record.id, today });
    expect((await client(ada))!.card).toMatchObject({ wishes: 'lilies' });
    expect((await client(ada))!.card).not.toHaveProperty('likes');
    db.close();
  });

  it('leaves alone whoever asked to be left alone', async () => {
    await run('saveCard', { shopId, card: { client: cleo, doNotContact: true }, today });
    await take(LIST);
    await importSales(`${SALES}\n2026-11-22;Cleo Marsh;020 7946 0003;Tom;5,00`, shopId);
    expect((await client(cleo))!.card).toMatchObject({ doNotContact: true });
  });

  it('speaks of the kept one of two merged clients', async () => {
    await run('saveSame', { shopId, client: ada, other: ben, verdict: 'same', today });
    const { report } = await take(LIST);
    expect(report.known).toBe(2);
    expect(await client(ada)).toMatchObject({ name: 'Ada Brook', card: { note: 'peonies' } });
    expect(await client(ben)).toBeNull();
  });

  it('of whatever people, taken in and back leaves the shop as it was; taken in twice is once', async () => {
    const word = fc.constantFrom(
      '',
      'Ada Brook',
      'ben frost',
      'Cleo',
      'Eve Maes',
      'Guest',
      '"x;y"',
      '<i>Zoe</i>',
    );
    const cell = fc.constantFrom(
      '',
      '020 7946 0001',
      '0470 11 22 33',
      'ada@example.com',
      'e@e.be',
      '1.2.1990',
      'x',
    );
    const rows = fc.array(fc.tuple(word, cell, cell, cell), { minLength: 1, maxLength: 5 });
    const csv = (list: readonly (readonly string[])[]) =>
      [
        'Name;Phone;E-mail;Note',
        'Zed Quill;020 7946 0077;z@q.org;',
        ...list.map((row) => row.join(';')),
      ].join('\n');
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (list, withNew) => {
        shopId = await importSales(SALES, null);
        const before = await exported();
        const { record } = await take(csv(list), withNew);
        if (withNew) {
          const again = await compare(`${csv(list)}\n`);
          expect([again.changed, again.fresh]).toEqual([0, 0]);
        }
        await run('undo', { shopId, importId: record.id, today });
        expect(await exported()).toBe(before);
      }),
      { numRuns: 20 },
    );
  });
});
