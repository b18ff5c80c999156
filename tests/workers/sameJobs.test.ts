import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { openShop } from '../../src/storage/shops';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { anEntry } from '../support/notebook';

const today = parseIsoDay('2026-11-23');

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const header = 'Date;Client;Phone;Amount';

/** Ann came every week until June under one name, and goes on under another one; Bob comes and goes. */
const rows = [
  ...Array.from({ length: 20 }, (_, k) => `${dayText(k * 7)};Ann Peeters;0470 11 22 33;20,00`),
  ...Array.from({ length: 26 }, (_, k) => `${dayText(140 + k * 7)};Peeters Ann;+32 470 11 22 33;20,00`),
  '2026-01-05;Bob Vos;;12,00',
  '2026-02-20;Bob Vos;;12,00',
  '2026-11-20;Eve Maes;0470 99 88 77;5,00',
];

function dayText(days: number): string {
  return new Date(Date.UTC(2026, 0, 5) + days * 86_400_000).toISOString().slice(0, 10);
}

async function importRows(lines: readonly string[], into: string | null): Promise<string> {
  const file = new Blob([[header, ...lines].join('\n')]);
  const seen = await run('survey', { shopId: into, given: { name: 'till.csv', file }, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: into, layout, mapping, today, minorDigits: 2 });
  return (await run('commit', { shopId: into, settings: { name: 'Fleur' }, fingerprint, today })).shopId;
}

const list = async (shopId: string) => {
  const columns = await run('clientList', {
    shopId,
    statuses: [],
    query: '',
    sort: 'name',
    rising: true,
    today,
  });
  return columns.length === 0 ? [] : columns.names.split('\0');
};

/** Everything the shop holds but the counters of changes and the kept figures. */
async function exported(shopId: string): Promise<unknown> {
  const db = await openShop(shopId);
  const tables = [db.packs, db.identities, db.names, db.clients, db.imports, db.cards, db.entries];
  const all = await Promise.all(tables.map((table) => table.toArray()));
  db.close();
  return all;
}

const [ann, peeters, bob, eve] = [0, 1, 2, 3] as const;
let shopId: string;

beforeEach(async () => {
  shopId = await importRows(rows, null);
});

const merge = (client: number, other: number) =>
  run('saveSame', { shopId, client, other, verdict: 'same', today });
const lostNow = async () => {
  const report = (await run('confirm', { shopId, today }))!.report;
  return { lost: report.counts.lost + report.counts.lostTwice, loss: report.annualLost };
};

describe('two spellings of one client', () => {
  it('are proposed with the reason, the one who came more often as the one to keep', async () => {
    const { proposals, found } = await run('sameProposals', { shopId, today });
    expect(found).toBe(1);
    expect(proposals[0]).toMatchObject({
      reason: 'phone',
      kept: { client: peeters, name: 'Peeters Ann', visits: 26, number: '' },
      other: { client: ann, name: 'Ann Peeters', phone: '0470 11 22 33' },
    });
  });

  it('are one client after merging, and the loss changes by what the preview said', async () => {
    const before = await lostNow();
    const effect = await run('sameEffect', { shopId, client: peeters, other: ann, today });
    expect(effect).toMatchObject({ lost: -1 });
    expect(effect!.loss).toBeLessThan(0);
    const { headline } = await merge(peeters, ann);
    const after = await lostNow();
    expect(after).toEqual({ lost: before.lost + effect!.lost, loss: before.loss + effect!.loss });
    expect(headline!.report.clientsWithPurchase).toBe(3);
    expect(headline!.report.turnover).toBe((46 * 20 + 24 + 5) * 100);
    expect(await list(shopId)).toEqual(['Bob Vos', 'Eve Maes', 'Peeters Ann']);
    expect(await run('client', { shopId, client: peeters, today })).toMatchObject({
      figures: { visits: 46 },
      receiptCount: 46,
    });
    expect(await run('sameProposals', { shopId, today })).toEqual({ proposals: [], found: 0 });
    expect(await run('sameAs', { shopId, client: peeters })).toMatchObject([
      { client: ann, name: 'Ann Peeters', decidedOn: today },
    ]);
    expect(await run('sameAs', { shopId, client: bob })).toEqual([]);
  });

  it('stay one when the next file brings either of them, and when the same sales come again', async () => {
    await merge(peeters, ann);
    await importRows(
      [...rows.slice(0, 25), '2026-11-21;ANN PEETERS;;7,00', '2026-11-22;Peeters Ann;;8,00'],
      shopId,
    );
    expect(await list(shopId)).toEqual(['Bob Vos', 'Eve Maes', 'Peeters Ann']);
    expect(await run('client', { shopId, client: peeters, today })).toMatchObject({
      figures: { visits: 48 },
    });
    const imports = await run('imports', { shopId });
    expect(imports.map(({ added, clientsAdded }) => [added, clientsAdded])).toEqual([
      [2, 0],
      [49, 4],
    ]);
    await run('undo', { shopId, importId: imports[0]!.id, today });
    expect(await run('client', { shopId, client: peeters, today })).toMatchObject({
      figures: { visits: 46 },
    });
  });

  it('are two again after splitting, exactly as they were', async () => {
    const [before, figures] = [await exported(shopId), await lostNow()];
    const { id } = await merge(peeters, ann);
    const split = await run('undecide', { shopId, id, today });
    expect(split!.report.clientsWithPurchase).toBe(4);
    expect(await exported(shopId)).toEqual(before);
    expect(await lostNow()).toEqual(figures);
    expect(await list(shopId)).toEqual(['Ann Peeters', 'Bob Vos', 'Eve Maes', 'Peeters Ann']);
  });

  it('found to be two people are not proposed again, until that is taken back', async () => {
    const { id } = await run('saveSame', { shopId, client: peeters, other: ann, verdict: 'two', today });
    expect(await run('sameProposals', { shopId, today })).toMatchObject({ found: 0 });
    expect(await list(shopId)).toHaveLength(4);
    await run('undecide', { shopId, id, today });
    expect(await run('sameProposals', { shopId, today })).toMatchObject({ found: 1 });
  });
});

describe('what people wrote of a merged client', () => {
  const notes = async (client: number) =>
    (await run('entries', { shopId, kinds: ['contact'], client })).entries;

  it('stands with the kept one, and goes back with a split, also after it was written anew', async () => {
    const note = anEntry('contact', { client: ann, text: 'Likes lilies' });
    await run('saveEntries', { shopId, change: { put: [note] } });
    const { id } = await merge(peeters, ann);
    const [seen] = await notes(peeters);
    expect(seen).toMatchObject({ id: note.id, client: peeters });
    await run('saveEntries', {
      shopId,
      change: { put: [{ ...seen!, rev: 2, text: 'Loves lilies' } as typeof note] },
    });
    expect(await notes(peeters)).toMatchObject([{ text: 'Loves lilies', client: peeters }]);
    await run('undecide', { shopId, id, today });
    expect(await notes(peeters)).toEqual([]);
    expect(await notes(ann)).toMatchObject([{ text: 'Loves lilies', client: ann }]);
  });

  it('on a card holds for both, a wish to be left alone above all, and can be taken out for both', async () => {
    await run('saveCard', { shopId, card: { client: ann, note: 'By the door', doNotContact: true }, today });
    await run('saveCard', { shopId, card: { client: peeters, name: 'Ann P.' }, today });
    const { id } = await merge(peeters, ann);
    const merged = await run('client', { shopId, client: peeters, today });
    expect(merged).toMatchObject({ name: 'Ann P.', card: { note: 'By the door', doNotContact: true } });
    await run('saveCard', { shopId, card: { client: peeters, name: 'Ann P.', note: 'By the door' }, today });
    expect((await run('client', { shopId, client: peeters, today }))!.card).toEqual({
      client: peeters,
      name: 'Ann P.',
      note: 'By the door',
    });
    await run('undecide', { shopId, id, today });
    expect((await run('client', { shopId, client: ann, today }))!.card).toEqual({
      client: ann,
      note: 'By the door',
    });
  });

  it('an interval set for either holds for the merged', async () => {
    await run('saveCard', { shopId, card: { client: ann, interval: 90 }, today });
    const { headline } = await merge(peeters, ann);
    expect((await run('client', { shopId, client: peeters, today }))!.figures.interval).toBe(90);
    expect((await run('confirm', { shopId, today }))!.basis).toBe(headline!.basis);
  });
});

describe('merging', () => {
  it('a client with itself is refused', async () => {
    await expect(merge(bob, bob)).rejects.toThrow();
  });

  it('goes through clients who were merged before', async () => {
    await merge(peeters, ann);
    await merge(bob, peeters);
    expect(await list(shopId)).toEqual(['Bob Vos', 'Eve Maes']);
    expect(await run('sameAs', { shopId, client: bob })).toHaveLength(2);
    const [first] = await run('sameAs', { shopId, client: bob });
    await run('undecide', { shopId, id: first!.id, today });
    expect(await list(shopId)).toHaveLength(3);
  });

  it('and splitting in any order gives back what was', async () => {
    const before = await exported(shopId);
    const everyone = fc.constantFrom(ann, peeters, bob, eve);
    const pair = fc.tuple(everyone, everyone).filter(([a, b]) => a !== b);
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 4 }), fc.nat(), async (pairs, turn) => {
        const ids: string[] = [];
        for (const [a, b] of pairs) ids.push((await merge(a, b)).id);
        for (const id of [...ids.slice(turn % ids.length), ...ids.slice(0, turn % ids.length)])
          await run('undecide', { shopId, id, today });
        expect(await exported(shopId)).toEqual(before);
        expect(await list(shopId)).toHaveLength(4);
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});
