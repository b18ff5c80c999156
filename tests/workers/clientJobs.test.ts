import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { ABC } from '../../src/domain/loss/abc';
import { STATUS } from '../../src/domain/loss/status';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';

const today = parseIsoDay('2026-11-23');

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const rows = [
  'Date;Client;Phone;Product;Quantity;Amount',
  '2026-01-05;Ann Peeters;0470 11 22 33;Rose;1;12,50',
  '2026-01-20;Bob Vos;;Rose;2;40,00',
  '2026-02-20;Bob Vos;;Tulip;2;40,00',
  '2026-11-20;Čleo Novák;0470 99 88 77;Tulip;1;9,90',
];

let shopId: string;

const list = async (wanted: Partial<Input<'clientList'>>) => {
  const columns = await run('clientList', {
    shopId,
    statuses: [],
    query: '',
    sort: 'value',
    rising: false,
    today,
    ...wanted,
  });
  return { ...columns, names: columns.length === 0 ? [] : columns.names.split('\0') };
};

beforeAll(async () => {
  const file = new Blob([rows.join('\n')]);
  const seen = await run('survey', { shopId: null, given: { name: 'till.csv', file }, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: null, layout, mapping, today, minorDigits: 2 });
  shopId = (await run('commit', { shopId: null, settings: { name: 'Fleur' }, fingerprint, today })).shopId;
});

describe('the list of clients', () => {
  it('comes by falling value with its sums, and by name without regard to accents', async () => {
    const byValue = await list({});
    expect(byValue.names).toEqual(['Bob Vos', 'Ann Peeters', 'Čleo Novák']);
    expect([...byValue.visits]).toEqual([2, 1, 1]);
    expect(byValue.totalRevenue).toBe(10_240);
    expect((await list({ sort: 'name', rising: true })).names).toEqual([
      'Ann Peeters',
      'Bob Vos',
      'Čleo Novák',
    ]);
    expect((await list({ sort: 'silence', rising: true })).names[0]).toBe('Čleo Novák');
  });

  it('counts the statuses of all that the search finds, whichever are shown', async () => {
    const lost = await list({ statuses: [STATUS.lost] });
    expect(lost.names).toEqual(['Bob Vos', 'Ann Peeters']);
    expect(lost.countsByStatus[STATUS.new]).toBe(1);
  });

  it('names the class of each among all clients of the shop, where asked for', async () => {
    const { classes } = await list({ statuses: [STATUS.lost], withClasses: true });
    expect([...classes!].map((place) => ABC[place])).toEqual(['a', 'b']);
    expect((await list({})).classes).toBeUndefined();
  });

  it('is searched by name without accents and by any digits of the phone', async () => {
    expect((await list({ query: ' CLEO' })).names).toEqual(['Čleo Novák']);
    expect((await list({ query: '11 22' })).names).toEqual(['Ann Peeters']);
    expect((await list({ query: 'nobody' })).length).toBe(0);
  });

  it('finds a phone however its country is written', async () => {
    expect((await list({ query: '+32 470 11 22 33' })).names).toEqual(['Ann Peeters']);
    expect((await list({ query: '0032470112233' })).names).toEqual(['Ann Peeters']);
    const [bob] = (await list({ query: 'bob' })).client;
    await run('saveCard', { shopId, card: { client: bob!, phone: '+33 6 39 98 42 40' }, today });
    expect((await list({ query: '06 39 98 42 40' })).names).toEqual(['Bob Vos']);
    expect((await list({ query: '06 39 98' })).names).toEqual(['Bob Vos']);
    await run('saveCard', { shopId, card: { client: bob! }, today });
  });

  it('finds a client by what the owner wrote on the card, and the others as before', async () => {
    const [bob] = (await list({ query: 'bob' })).client;
    await run('saveCard', {
      shopId,
      card: { client: bob!, name: 'Robert Vos', phone: '+32 555 1234' },
      today,
    });
    expect((await list({ query: 'robert' })).names).toEqual(['Robert Vos']);
    expect((await list({ query: 'vos' })).names).toEqual(['Robert Vos']);
    expect((await list({ query: '5551234' })).names).toEqual(['Robert Vos']);
    expect((await list({ query: 'ann' })).names).toEqual(['Ann Peeters']);
    await run('saveCard', { shopId, card: { client: bob! }, today });
    expect((await list({ query: 'robert' })).length).toBe(0);
    expect((await list({ query: '5551234' })).length).toBe(0);
    expect((await list({ query: 'bob vos' })).names).toEqual(['Bob Vos']);
  });
});

describe('one client', () => {
  it('is told with story, figures and receipts, newest first', async () => {
    const [bob] = (await list({ query: 'bob' })).client;
    const found = await run('client', { shopId, client: bob!, today });
    expect(found).toMatchObject({ name: 'Bob Vos', status: STATUS.lost, receiptCount: 2 });
    expect(found!.story.visits).toHaveLength(2);
    expect(found!.receipts[0]!.lines).toEqual([
      { row: 2, product: 'Tulip', employee: '', cents: 4_000, quantity: 2_000 },
    ]);
  });

  it('follows the interval that the owner set', async () => {
    const [bob] = (await list({ query: 'bob' })).client;
    await run('saveCard', { shopId, card: { client: bob!, interval: 365 }, today });
    const found = await run('client', { shopId, client: bob!, today });
    expect(found).toMatchObject({ status: STATUS.regular, card: { interval: 365 } });
    expect(found!.figures.lostAfter).toBe(548);
    await run('saveCard', { shopId, card: { client: bob! }, today });
  });

  it('who wants to be left alone is lost as before, but on no list of whom to win back', async () => {
    const [bob] = (await list({ query: 'bob' })).client;
    const before = await run('confirm', { shopId, today });
    const after = await run('saveCard', { shopId, card: { client: bob!, doNotContact: true }, today });
    expect(before!.top.map(({ name }) => name)).toEqual(['Bob Vos', 'Ann Peeters']);
    expect(after!.top.map(({ name }) => name)).toEqual(['Ann Peeters']);
    expect(after!.report.annualLost).toBe(before!.report.annualLost);
    expect(await run('client', { shopId, client: bob!, today })).toMatchObject({
      status: STATUS.lost,
      card: { client: bob, doNotContact: true },
    });
    await run('saveCard', { shopId, card: { client: bob! }, today });
  });

  it('is null where the shop has no such client', async () => {
    expect(await run('client', { shopId, client: 99, today })).toBeNull();
    expect(await run('client', { shopId, client: NaN, today })).toBeNull();
  });
});
