import 'fake-indexeddb/auto';
import '../support/fileReader';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { STATUS } from '../../src/domain/loss/status';
import { NONE } from '../../src/domain/sales/columns';
import { readLog } from '../../src/storage/shopLog';
import { openShop } from '../../src/storage/shops';
import { isGone } from '../../src/storage/undo';
import type { RowChange } from '../../src/workers/correctionJobs';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { anEntry } from '../support/notebook';
import { rowsOf } from '../support/sales';

const today = parseIsoDay('2026-11-23');
const day = parseIsoDay;

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const header = 'Date;Receipt;Client;Item;Amount';

/** Bob came every two weeks and is lost; Ann still comes; a walk-in names nobody. Two lines of R3 are the same in everything. */
const rows = [
  '2026-01-05;R1;Bob Vos;Rose;40,00',
  '2026-01-19;R2;Bob Vos;Rose;40,00',
  '2026-02-02;R3;Bob Vos;Tulip;12,00',
  '2026-02-02;R3;Bob Vos;Tulip;12,00',
  '2026-02-02;R3;Bob Vos;Vase;30,00',
  '2026-10-26;R4;Ann Peeters;Rose;20,00',
  '2026-11-09;R5;Ann Peeters;Rose;20,00',
  '2026-11-20;R6;Ann Peeters;Rose;20,00',
  '2026-11-20;R7;;Card;3,00',
];
const later = ['2026-11-21;R8;Cleo Maes;Rose;25,00', '2026-11-22;R9;Bob Vos;Rose;35,00'];

async function importRows(lines: readonly string[], into: string | null): Promise<string> {
  const file = new Blob([[header, ...lines].join('\n')]);
  const seen = await run('survey', { shopId: into, given: { name: 'till.csv', file }, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: into, layout, mapping, today, minorDigits: 2 });
  return (await run('commit', { shopId: into, settings: { name: 'Fleur' }, fingerprint, today })).shopId;
}

/** Everything the shop holds but the counters of changes, the kept figures, and the places of names that are gone, which stay. */
async function exported(): Promise<unknown> {
  const db = await openShop(shopId);
  const tables = [db.packs, db.identities, db.imports, db.cards, db.entries];
  const all = await Promise.all(tables.map((table) => table.toArray()));
  const { clients } = (await readLog(db)).log;
  db.close();
  return [...all, clients.keys.filter((key) => !isGone(key)), clients.names.filter((name) => name !== '')];
}

/** The log as it is stored now. */
async function storedLog() {
  const db = await openShop(shopId);
  const { log } = await readLog(db);
  db.close();
  return log;
}

/** Makes the next question read everything anew, as after a change in another tab. */
async function readAnew(): Promise<void> {
  const db = await openShop(shopId);
  const fact = (await db.facts.get('revision'))!;
  await db.facts.put({ ...fact, value: Number(fact.value) + 1 } as typeof fact);
  db.close();
}

let shopId: string;
let bob: number;
let ann: number;

beforeEach(async () => {
  shopId = await importRows(rows, null);
  [bob, ann] = await Promise.all([clientCalled('Bob Vos'), clientCalled('Ann Peeters')]);
});

async function clientCalled(name: string): Promise<number> {
  const list = await run('clientList', {
    shopId,
    statuses: [],
    query: name,
    sort: 'name',
    rising: true,
    today,
  });
  return list.client[list.names.split('\0').indexOf(name)]!;
}

const detailOf = (client: number) => run('client', { shopId, client, today });
const keysOf = async (client: number, on: string) => {
  const receipt = (await detailOf(client))!.receipts.find((one) => one.day === day(on))!;
  const lines = receipt.lines.map(({ row }) => row);
  return (await run('rowsToCorrect', { shopId, client, rows: lines }))!;
};
const correct = (...changes: RowChange[]) => run('correct', { shopId, changes, today });
const turnover = async () => (await run('confirm', { shopId, today }))!.report.turnover;

describe('a single row', () => {
  it('says what its file says until it is corrected', async () => {
    const [line, same, other] = await keysOf(bob, '2026-02-02');
    expect(line).toMatchObject({
      nth: 0,
      was: { day: day('2026-02-02'), cents: 1200, client: bob, name: 'Bob Vos' },
      now: { cents: 1200 },
      isCorrected: false,
    });
    expect(same).toMatchObject({ row: line!.row, nth: 1 });
    expect(other!.row).not.toBe(line!.row);
  });

  it('changes the figures by what was shown before, also for its day and its client', async () => {
    const before = await run('confirm', { shopId, today });
    const [line] = await keysOf(bob, '2026-01-19');
    const change = { ...line!, to: { day: day('2026-11-22'), cents: 10_000, client: bob } };
    const effect = await run('correctionEffect', { shopId, changes: [change], today });
    expect(effect!.report.year.lost).toBe(before!.report.year.lost - 1);
    expect(await run('confirm', { shopId, today })).toEqual(before);
    const { headline } = await correct(change);
    expect(headline!.report).toEqual(effect!.report);
    expect(await turnover()).toBe(before!.report.turnover + 6_000);
    const detail = await detailOf(bob);
    expect(detail!.receipts[0]).toMatchObject({
      day: day('2026-11-22'),
      total: 10_000,
      lines: [{ corrected: { was: { day: day('2026-01-19'), cents: 4_000, name: 'Bob Vos' } } }],
    });
    const [again] = await keysOf(bob, '2026-11-22');
    await correct({ ...again!, to: { ...again!.now, client: ann } });
    expect((await detailOf(ann))!.receiptCount).toBe(4);
    expect((await detailOf(bob))!.receiptCount).toBe(2);
  });

  it('of two that are the same is corrected alone', async () => {
    const [, second] = await keysOf(bob, '2026-02-02');
    await correct({ ...second!, to: { ...second!.was, cents: 1_500 } });
    const detail = await detailOf(bob);
    expect(detail!.receipts[0]!.lines.map(({ cents }) => cents)).toEqual([1_200, 1_500, 3_000]);
    expect((await keysOf(bob, '2026-02-02')).map(({ isCorrected }) => isCorrected)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is not found for another client’s page, or one that shows older sales', async () => {
    expect(await run('rowsToCorrect', { shopId, client: ann, rows: [0] })).toBeNull();
    expect(await run('rowsToCorrect', { shopId, client: bob, rows: [999] })).toBeNull();
  });

  it('takes no day to come and nobody unknown', async () => {
    const [line] = await keysOf(bob, '2026-01-19');
    const to = { ...line!.was, cents: 1 };
    await expect(correct({ ...line!, to: { ...to, day: day('2026-11-24') } })).rejects.toThrow();
    await expect(correct({ ...line!, to: { ...to, client: 99 } })).rejects.toThrow();
    await expect(correct({ ...line!, to: { ...to, cents: 0.5 } })).rejects.toThrow();
    await expect(correct({ row: 'ffffffffffffffff', nth: 0, to: 'cancelled' })).rejects.toMatchObject({
      code: 'busy-elsewhere',
    });
    expect(await run('corrections', { shopId })).toEqual([]);
  });
});

describe('a cancelled receipt', () => {
  it('counts for nothing, and comes back whole', async () => {
    const [before, stored] = [await run('confirm', { shopId, today }), await exported()];
    const lines = await keysOf(bob, '2026-02-02');
    const { headline, undo } = await correct(
      ...lines.map((line): RowChange => ({ ...line, to: 'cancelled' })),
    );
    const { report } = headline!;
    expect(report.turnover).toBe(before!.report.turnover - 5_400);
    expect(report.rowsUsed).toBe(before!.report.rowsUsed - 3);
    expect(report.rowsWithoutClient).toBe(before!.report.rowsWithoutClient);
    expect((await detailOf(bob))!.figures.visits).toBe(2);
    expect(await run('corrections', { shopId, client: bob })).toMatchObject([
      { now: null, isWaiting: false },
      { now: null },
      { now: null },
    ]);
    const back = await correct(...undo);
    expect(back.headline!.report).toEqual(before!.report);
    expect(await exported()).toEqual(stored);
  });

  it('at the end of the log does not leave its day behind', async () => {
    await importRows(['2026-11-22;R9;Bob Vos;Rose;35,00'], shopId);
    const [line] = await keysOf(bob, '2026-11-22');
    const { headline } = await correct({ ...line!, to: 'cancelled' });
    expect(headline!.dataEnds).toBe(day('2026-11-20'));
  });

  it('of a client who bought nothing else leaves them known without a purchase, with what was corrected', async () => {
    await importRows(later, shopId);
    const cleo = await clientCalled('Cleo Maes');
    const [line] = await keysOf(cleo, '2026-11-21');
    const { undo } = await correct({ ...line!, to: 'cancelled' });
    const detail = await detailOf(cleo);
    expect(detail).toMatchObject({ status: STATUS.potential, receiptCount: 0, name: 'Cleo Maes' });
    expect(await run('corrections', { shopId, client: cleo })).toHaveLength(1);
    await correct(...undo);
    expect((await detailOf(cleo))!.receiptCount).toBe(1);
  });
});

describe('a correction', () => {
  it('holds when the same sales come again in another file, and for the figures of new ones', async () => {
    const [line] = await keysOf(bob, '2026-01-19');
    await correct({ ...line!, to: { ...line!.was, cents: 100, client: ann } });
    await importRows([...rows, ...later], shopId);
    const [record] = await run('imports', { shopId });
    expect(record).toMatchObject({ added: 2, overlap: 9 });
    const detail = await detailOf(ann);
    expect(detail!.receipts.at(-1)).toMatchObject({ day: day('2026-01-19'), total: 100 });
    const inMemory = (await run('confirm', { shopId, today }))!.report;
    await readAnew();
    expect((await run('confirm', { shopId, today }))!.report).toEqual(inMemory);
    expect(await turnover()).toBe(19_700 - 3_900 + 6_000);
  });

  it('waits while its import is undone, with the names of those it speaks of, and holds when it comes back', async () => {
    await importRows(later, shopId);
    const cleo = await clientCalled('Cleo Maes');
    const [line] = await keysOf(bob, '2026-11-22');
    await correct({ ...line!, to: { ...line!.was, client: cleo } });
    const [record] = await run('imports', { shopId });
    const undone = await run('undo', { shopId, importId: record!.id, today });
    expect(undone!.sales).toBe(9);
    expect(await run('corrections', { shopId })).toMatchObject([
      { isWaiting: true, was: { name: 'Bob Vos' }, now: { name: 'Cleo Maes' } },
    ]);
    await importRows(later, shopId);
    expect(await run('corrections', { shopId })).toMatchObject([{ isWaiting: false }]);
    expect(await clientCalled('Cleo Maes')).toBe(cleo);
    expect((await detailOf(cleo))!.receiptCount).toBe(2);
    expect(rowsOf((await storedLog()).sales)).toHaveLength(11);
  });

  it('that waits can be taken back', async () => {
    const [line] = await keysOf(bob, '2026-01-19');
    await importRows(later, shopId);
    await correct({ ...line!, to: 'cancelled' });
    const first = (await run('imports', { shopId })).at(-1)!;
    await run('undo', { shopId, importId: first.id, today });
    await correct({ row: line!.row, nth: line!.nth, to: 'as-filed' });
    expect(await run('corrections', { shopId })).toEqual([]);
    await importRows(rows, shopId);
    expect((await detailOf(bob))!.receiptCount).toBe(4);
  });

  it('that says what the file says is none', async () => {
    const [line] = await keysOf(bob, '2026-01-19');
    await correct({ ...line!, to: { ...line!.was, cents: 1 } });
    await correct({ ...line!, to: { ...line!.was } });
    expect(await run('corrections', { shopId })).toEqual([]);
  });

  it('of a merged client’s row stays with the client of the file when they are split', async () => {
    const merged = await run('saveSame', { shopId, client: ann, other: bob, verdict: 'same', today });
    const [line] = await keysOf(ann, '2026-01-19');
    expect(line!.was).toMatchObject({ client: ann, name: 'Ann Peeters' });
    await correct({ ...line!, to: { ...line!.was, cents: 1 } });
    await run('undecide', { shopId, id: merged.id, today });
    const detail = await detailOf(bob);
    expect(detail!.receipts.map(({ total }) => total)).toEqual([5_400, 1, 4_000]);
  });

  it('stays in the file of the shop', async () => {
    const [line] = await keysOf(bob, '2026-01-19');
    await correct({ ...line!, to: { ...line!.was, cents: 1 } });
    const { blob, envelope } = await run('shopFile', { shopId });
    expect(envelope).toMatchObject({ sales: 9, entries: 1 });
    const record = await run('restore', { file: blob });
    const restored = await run('corrections', { shopId: record.id });
    expect(restored).toMatchObject([{ now: { cents: 1 }, isWaiting: false }]);
    const headline = await run('confirm', { shopId: record.id, today });
    expect(headline!.report.turnover).toBe(19_700 - 3_999);
  });

  it('that takes away the winning purchase takes the return back', async () => {
    const plan = anEntry('plan', {
      client: bob,
      lostDate: day('2026-03-20'),
      startedOn: day('2026-04-01'),
      closed: null,
      greeted: null,
      steps: [],
    });
    await run('saveEntries', { shopId, change: { put: [plan] } });
    await importRows(later, shopId);
    expect((await run('work', { shopId, today })).back).toMatchObject([{ plan: plan.id }]);
    const [line] = await keysOf(bob, '2026-11-22');
    const { returnsGone, undo } = await correct({ ...line!, to: 'cancelled' });
    expect(returnsGone).toBe(1);
    expect((await run('work', { shopId, today })).back).toEqual([]);
    expect((await correct(...undo)).returnsGone).toBe(0);
    expect((await run('work', { shopId, today })).back).toHaveLength(1);
  });
});

describe('a full disk', () => {
  it('keeps a correction with all it leads to, or nothing of it', async () => {
    const [before, figures] = [await exported(), await run('confirm', { shopId, today })];
    const [line] = await keysOf(bob, '2026-01-19');
    const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put');
    spy.mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name === 'results') throw new DOMException('no room for figures', 'QuotaExceededError');
      return put.apply(this, given);
    });
    await expect(correct({ ...line!, to: 'cancelled' })).rejects.toThrow('no room for figures');
    spy.mockRestore();
    expect(await exported()).toEqual(before);
    expect(await run('confirm', { shopId, today })).toEqual(figures);
    expect((await detailOf(bob))!.receiptCount).toBe(3);
    await correct({ ...line!, to: 'cancelled' });
    expect((await detailOf(bob))!.receiptCount).toBe(2);
  });
});

describe('damage', () => {
  it('to what tells rows apart is said, and nothing is corrected blindly', async () => {
    const [line] = await keysOf(bob, '2026-01-19');
    const { headline } = await correct({ ...line!, to: 'cancelled' });
    expect(headline!.setAside).toBeUndefined();
    const db = await openShop(shopId);
    await db.identities.clear();
    const { log } = await readLog(db);
    db.close();
    expect(log.setAside).toBe(1);
    expect(log.sales.client).not.toContain(NONE - 1);
  });

  it('keeps no correction from being taken back', async () => {
    const [line, other] = [...(await keysOf(bob, '2026-01-19')), ...(await keysOf(bob, '2026-01-05'))];
    await correct({ ...line!, to: 'cancelled' });
    const db = await openShop(shopId);
    await db.identities.clear();
    db.close();
    await readAnew();
    await expect(correct({ ...other!, to: 'cancelled' })).rejects.toMatchObject({ code: 'data-damaged' });
    const { headline } = await correct({ ...line!, to: 'as-filed' });
    expect(headline!.setAside).toBeUndefined();
    expect(headline!.report.turnover).toBe(19_700);
  });

  it('that makes a correction speak of nobody leaves the row as its file has it', async () => {
    const [line] = await keysOf(bob, '2026-01-19');
    await correct({ ...line!, to: { ...line!.was, client: ann } });
    const db = await openShop(shopId);
    const [entry] = await db.entries.toArray();
    await db.entries.put({ ...entry!, now: { day: 1, cents: 1, client: 9_999_999 } } as never);
    const { log } = await readLog(db);
    db.close();
    expect(log.setAside).toBeUndefined();
    expect(log.clients.keys.length).toBeLessThan(5);
    expect(log.sales.cents[1]).toBe(4_000);
  });
});

describe('the cost of it', () => {
  it('is nothing where nobody corrected anything: what tells rows apart is not even read', async () => {
    const db = await openShop(shopId);
    let reads = 0;
    db.identities.hook('reading', (record: unknown) => {
      reads++;
      return record as never;
    });
    const { log } = await readLog(db);
    expect(reads).toBe(0);
    expect(log.edits).toBeUndefined();
    db.close();
    const [line] = await keysOf(bob, '2026-01-19');
    await correct({ ...line!, to: 'cancelled' });
    const again = await openShop(shopId);
    again.identities.hook('reading', (record: unknown) => {
      reads++;
      return record as never;
    });
    await readLog(again);
    again.close();
    expect(reads).toBe(1);
  });
});

describe('whatever is done in whatever order', () => {
  const kinds = fc.constantFrom('amount', 'day', 'client', 'cancel', 'merge', 'import', 'undo', 'as-filed');
  const steps = fc.array(fc.tuple(kinds, fc.nat({ max: 11 })), { minLength: 1, maxLength: 9 });

  it('importing twice is importing once, undoing and taking back gives the shop that was, to the last byte', async () => {
    const second = rows.slice(0, 3).concat(later);
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const before = await exported();
        const log = rowsOf((await storedLog()).sales);
        const known = await run('rowsToCorrect', { shopId, client: bob, rows: [0, 1, 2, 3, 4] });
        const keys = known!.map(({ row, nth, was }) => ({ row, nth, was }));
        const merged: string[] = [];
        for (const [kind, at] of todo) {
          const { was, ...key } = keys[at % keys.length]!;
          const to = { day: was.day, cents: was.cents, client: was.client };
          const [newest] = await run('imports', { shopId });
          if (kind === 'amount') await correct({ ...key, to: { ...to, cents: at * 100 } });
          else if (kind === 'day') await correct({ ...key, to: { ...to, day: day('2026-03-01') } });
          else if (kind === 'client') await correct({ ...key, to: { ...to, client: ann } });
          else if (kind === 'cancel') await correct({ ...key, to: 'cancelled' });
          else if (kind === 'as-filed') await correct({ ...key, to: 'as-filed' });
          else if (kind === 'merge' && merged.length === 0)
            merged.push(
              (await run('saveSame', { shopId, client: ann, other: bob, verdict: 'same', today })).id,
            );
          else if (kind === 'import' && newest!.id === 1) {
            await importRows(second, shopId);
            const kept = rowsOf((await storedLog()).sales);
            expect((await run('imports', { shopId }))[0]).toMatchObject({ added: 2 });
            await importRows([...second, ''], shopId);
            expect(rowsOf((await storedLog()).sales)).toEqual(kept);
          } else if (kind === 'undo') await undoLater();
        }
        await undoLater();
        for (const id of merged) await run('undecide', { shopId, id, today });
        const made = await run('corrections', { shopId });
        if (made.length > 0)
          await correct(...made.map(({ row, nth }): RowChange => ({ row, nth, to: 'as-filed' })));
        expect(rowsOf((await storedLog()).sales)).toEqual(log);
        expect(await exported()).toEqual(before);
      }),
      { numRuns: 15, seed: 5 },
    );
  }, 30_000);

  it('correcting and merging lead to the same log in any order', async () => {
    const lines = await keysOf(bob, '2026-02-02');
    const [line] = await keysOf(bob, '2026-01-19');
    const todo = [
      () => run('saveSame', { shopId, client: ann, other: bob, verdict: 'same', today }),
      () => correct({ ...lines[1]!, to: { ...lines[1]!.was, cents: 7 } }),
      () => correct({ ...line!, to: { ...line!.was, client: ann } }),
      () => correct({ ...lines[2]!, to: 'cancelled' }),
    ];
    const logs: unknown[] = [];
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 0, 3, 2],
      [2, 0, 1, 3],
    ]) {
      for (const k of order) await todo[k]!();
      logs.push(rowsOf((await storedLog()).sales));
      const made = await run('corrections', { shopId });
      await correct(...made.map(({ row, nth }): RowChange => ({ row, nth, to: 'as-filed' })));
      for (const { id } of await run('sameAs', { shopId, client: ann }))
        await run('undecide', { shopId, id, today });
    }
    expect(new Set(logs.map((log) => JSON.stringify(log))).size).toBe(1);
  });

  /** Undoes all imports but the first. */
  async function undoLater(): Promise<void> {
    for (const { id } of await run('imports', { shopId }))
      if (id !== 1) await run('undo', { shopId, importId: id, today });
  }
});
