import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { correctionId, type Correction, type RowSays } from '../../src/domain/notebook/correction';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { filedRows, placesOfRows } from '../../src/storage/corrections';
import { nextNumbers, prepareImport, writeImport, type Saveable } from '../../src/storage/importWriter';
import { writeEntries } from '../../src/storage/notebook';
import { PACK_ROWS } from '../../src/storage/schema';
import { ShopDb } from '../../src/storage/shopDb';
import { readLog } from '../../src/storage/shopLog';
import { isGone, logWithout, undoImport } from '../../src/storage/undo';
import { figuresOf } from '../support/figuresOf';
import { anEntry } from '../support/notebook';
import { rowsOf, saveable, type Sale } from '../support/sales';

let db: ShopDb;
let count = 0;

beforeEach(() => {
  db = new ShopDb(`corrections-${++count}`);
});

afterEach(async () => {
  await db.delete();
});

async function save(draft: Saveable) {
  const next = await nextNumbers(db);
  const prepared = prepareImport((await readLog(db)).log, draft, new Uint8Array(draft.sales.length), next);
  const { added, clientsAdded, from, to, total } = prepared;
  const record = {
    fileName: 'sales.csv',
    contentHash: `hash ${next.importId}`,
    at: 0,
    overlap: 0,
    leftOut: 0,
  };
  await writeImport(
    db,
    prepared,
    { ...record, id: next.importId, rows: draft.sales.length, added, clientsAdded, from, to, total },
    figuresOf(prepared.log),
  );
  return { id: next.importId, prepared };
}

const undo = async (id: number) => {
  const without = await logWithout(db, id);
  await undoImport(db, id, without, without.sales.length > 0 ? figuresOf(without) : undefined, 1);
};

/** Corrects the row at a place of the log. */
async function correct(place: number, now: RowSays | null): Promise<Correction> {
  const [{ was, ...key }] = (await filedRows(db, [place])) as [Awaited<ReturnType<typeof filedRows>>[0]];
  const { client, ...rest } = was;
  const entry = anEntry('correction', { ...key, id: correctionId(key), rev: 1, client, was: rest, now });
  await writeEntries(db, { put: [entry] });
  return entry;
}

const logNow = async () => (await readLog(db)).log;
const says = (day: string, cents: number, client: number | null): RowSays => ({
  day: parseIsoDay(day),
  cents,
  client,
});

const january: Sale[] = [
  { day: '2026-01-05', client: 'ann', amount: 12.5, product: 'Rose' },
  { day: '2026-01-06', amount: 3, product: 'Card' },
  { day: '2026-01-20', client: 'bob', amount: 40, product: 'Rose' },
];
const february: Sale[] = [
  { day: '2026-02-02', client: 'cleo', amount: 8, product: 'Tulip' },
  january[0]!,
  { day: '2026-02-03', client: 'bob', amount: 99.99, product: 'Rose' },
];

describe('a row of the log', () => {
  it('is found again by what it says, and which of the same ones it is', async () => {
    await save(saveable(january));
    await save(saveable(february));
    const rows = await filedRows(db, [4, 0, 1]);
    expect(rows.map(({ nth }) => nth)).toEqual([1, 0, 0]);
    expect(rows[0]).toMatchObject({ row: rows[1]!.row, was: says('2026-01-05', 1250, 0) });
    expect(rows[2]!.was).toEqual(says('2026-01-06', 300, null));
    const unknown = { row: 'ffffffffffffffff', nth: 0 };
    expect(await placesOfRows(db, [...rows, unknown])).toEqual([4, 0, 1, undefined]);
    await expect(filedRows(db, [6])).rejects.toThrow(RangeError);
  });

  it('is found in the second pack of a long import as well', async () => {
    const many = Array.from({ length: PACK_ROWS + 3 }, (_, k): Sale => ({ ...january[0]!, amount: k + 1 }));
    await save(saveable(many));
    await correct(PACK_ROWS + 1, says('2026-03-01', 5, 0));
    const { sales } = await logNow();
    expect([...sales.cents.slice(-3)]).toEqual([(PACK_ROWS + 1) * 100, 5, (PACK_ROWS + 3) * 100]);
    expect(sales.cents[1]).toBe(200);
  });
});

describe('corrections', () => {
  it('stand in the log, while the packs keep what the file said', async () => {
    await save(saveable(january));
    const packs = await db.packs.toArray();
    await correct(2, says('2026-01-21', 4100, 0));
    const log = await logNow();
    expect(rowsOf(log.sales)[2]!.slice(0, 3)).toEqual([parseIsoDay('2026-01-21'), 0, 4100]);
    expect(await db.packs.toArray()).toEqual(packs);
    expect((await filedRows(db, [2]))[0]!.was).toEqual(says('2026-01-20', 4000, 1));
  });

  it('that wait are put over the rows of a new import, in memory as in storage', async () => {
    const { id } = await save(saveable(january));
    await correct(0, null);
    await correct(2, says('2026-01-21', 4100, 0));
    const before = await logNow();
    await undo(id);
    await save(saveable([{ day: '2025-12-01', client: 'dan', amount: 7 }]));
    const { prepared } = await save(saveable(january));
    expect(prepared.log).toEqual(await logNow());
    expect(prepared.total).toBe(5550);
    expect(
      rowsOf(prepared.log.sales)
        .slice(1)
        .map((row) => row[2]),
    ).toEqual(rowsOf(before.sales).map((row) => row[2]));
  });

  it('keep the names of those they speak of through an undo', async () => {
    const { id } = await save(saveable(january));
    await save(saveable(february.slice(0, 1)));
    await correct(3, says('2026-02-02', 800, 0));
    await undo(id);
    const { clients } = await logNow();
    expect(clients.keys.map((key) => (isGone(key) ? 'gone' : key))).toEqual(['ann', 'gone', 'cleo']);
  });

  it('taken back leave the log as it was', async () => {
    await save(saveable(january));
    const before = await logNow();
    const made = [await correct(0, null), await correct(1, says('2026-01-06', -300, 1))];
    expect(rowsOf((await logNow()).sales)).not.toEqual(rowsOf(before.sales));
    await writeEntries(db, { remove: made });
    expect(await logNow()).toEqual(before);
  });
});
