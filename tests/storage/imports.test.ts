import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyClientList } from '../../src/storage/clientList';
import {
  nextNumbers,
  prepareImport,
  writeImport,
  type Saveable,
  type ShopLog,
} from '../../src/storage/importWriter';
import { emptySales } from '../../src/domain/sales/emptySales';
import { readLog } from '../../src/storage/shopLog';
import { ShopDb } from '../../src/storage/shopDb';
import { writeEntries } from '../../src/storage/notebook';
import { someEntries } from '../support/entries';
import { isGone, logWithout, undoImport } from '../../src/storage/undo';
import { figuresOf } from '../support/figuresOf';
import { rowsOf, saveable, type Sale } from '../support/sales';

const emptyLog = (): ShopLog => ({
  sales: emptySales(0),
  clients: emptyClientList(),
  products: [],
  employees: [],
});

let db: ShopDb;
let count = 0;

beforeEach(() => {
  db = new ShopDb(`test-${++count}`);
});

afterEach(async () => {
  await db.delete();
});

async function save(draft: Saveable, marks = new Uint8Array(draft.sales.length)) {
  const next = await nextNumbers(db);
  const { log } = await readLog(db);
  const prepared = prepareImport(log, draft, marks, next);
  await writeImport(
    db,
    prepared,
    {
      id: next.importId,
      fileName: 'sales.csv',
      contentHash: `hash ${next.importId}`,
      at: 0,
      rows: draft.sales.length,
      added: prepared.added,
      overlap: 0,
      leftOut: 0,
      clientsAdded: prepared.clientsAdded,
      from: prepared.from,
      to: prepared.to,
      total: prepared.total,
    },
    figuresOf(prepared.log),
  );
  return { id: next.importId, prepared };
}

const january: Sale[] = [
  { day: '2026-01-05', client: 'ann', amount: 12.5, product: 'Rose', employee: 'Mia' },
  { day: '2026-01-06', amount: 3, product: 'Card' },
  { day: '2026-01-20', client: 'bob', amount: 40, product: 'Rose', employee: 'Tom', receipt: 0 },
];
const february: Sale[] = [
  { day: '2026-02-02', client: 'bob', amount: 8, product: 'Tulip', employee: 'Mia' },
  { day: '2026-02-03', client: 'cleo', amount: 99.99, product: 'Rose' },
];

describe('clients who need no sale to be known', () => {
  const eva: Sale = { day: '2026-01-05', client: 'eva', amount: 1 };
  /** Somebody written down without a sale. */
  const alone = (...rows: Sale[]): Saveable => {
    const whole = saveable(rows);
    return { ...saveable([]), clients: whole.clients, known: whole.clients.keys.map((_, place) => place) };
  };
  const knownNow = async () => {
    const { log } = await readLog(db);
    return (log.known ?? []).map((client) => log.clients.keys[client]);
  };

  it('are read back, and known in memory as they are stored', async () => {
    await save(saveable(january));
    const { prepared } = await save(alone(eva, january[0]!));
    expect(await knownNow()).toEqual(['eva', 'ann']);
    expect(prepared.log.known).toEqual((await readLog(db)).log.known);
    expect(prepared).toMatchObject({ added: 0, clientsAdded: 1 });
    await save(saveable(february));
    expect(await knownNow()).toEqual(['eva', 'ann']);
  });

  it('stay when the import that brought their sales is undone, and go with their own', async () => {
    const sales = await save(saveable([...january, eva]));
    const own = await save(alone(eva));
    const rest = await logWithout(db, sales.id);
    await undoImport(db, sales.id, rest, undefined, 1);
    expect(await knownNow()).toEqual(['eva']);
    const without = await logWithout(db, own.id);
    expect(without.known).toBeUndefined();
    const after = await undoImport(db, own.id, without, undefined, 2);
    expect(after.known).toBeUndefined();
  });
});

describe('clients known without a sale, whatever is imported and undone', () => {
  const NAMES = ['ann', 'bob', 'cleo', 'dan'] as const;
  const step = fc.oneof(
    fc.record({ kind: fc.constant('sales' as const), who: fc.subarray([...NAMES], { minLength: 1 }) }),
    fc.record({ kind: fc.constant('known' as const), who: fc.subarray([...NAMES], { minLength: 1 }) }),
    fc.record({ kind: fc.constant('undo' as const), which: fc.nat(5) }),
  );

  it('are those whom the imports that stand make known, with their names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
        await db.delete();
        await db.open();
        await save(saveable([{ day: '2026-01-04', client: 'zoe', amount: 1 }]));
        const stand: { id: number; known: readonly string[] }[] = [];
        let revision = 0;
        for (const one of steps) {
          if (one.kind === 'undo') {
            const [undone] = stand.splice(one.which % Math.max(1, stand.length), 1);
            if (undone)
              await undoImport(db, undone.id, await logWithout(db, undone.id), undefined, ++revision);
          } else {
            const rows = one.who.map((client) => ({ day: '2026-01-05', client, amount: 1 }));
            const whole = saveable(rows);
            const places = one.who.map((_, place) => place);
            const draft =
              one.kind === 'sales' ? whole : { ...saveable([]), clients: whole.clients, known: places };
            const { id, prepared } = await save(draft);
            stand.push({ id, known: one.kind === 'known' ? one.who : [] });
            expect([...(prepared.log.known ?? [])].sort()).toEqual(
              [...((await readLog(db)).log.known ?? [])].sort(),
            );
          }
          const { log } = await readLog(db);
          const names = (log.known ?? []).map((client) => log.clients.names[client]);
          const expected = new Set(stand.flatMap(({ known }) => known.map((name) => name.toUpperCase())));
          expect(names.sort()).toEqual([...expected].sort());
        }
      }),
      { numRuns: 40, seed: 5 },
    );
  });
});

describe('a saved import', () => {
  it('is read back row for row, with its names', async () => {
    await save(saveable(january));
    const { log, damaged } = await readLog(db);
    expect(damaged).toEqual([]);
    expect(rowsOf(log.sales)).toEqual(rowsOf(saveable(january).sales));
    expect(log.clients.keys).toEqual(['ann', 'bob']);
    expect(log.clients.names).toEqual(['ANN', 'BOB']);
    expect(log.products).toEqual(['Rose', 'Card']);
    expect(log.employees).toEqual(['Mia', 'Tom']);
  });

  it('joins the clients, products and employees that the shop knows already', async () => {
    await save(saveable(january));
    const { prepared } = await save(saveable(february));
    expect(prepared.clientsAdded).toBe(1);
    const { log } = await readLog(db);
    expect(rowsOf(log.sales)).toEqual(rowsOf(saveable([...january, ...february]).sales));
    expect(log.clients.keys).toEqual(['ann', 'bob', 'cleo']);
    expect(log.products).toEqual(['Rose', 'Card', 'Tulip']);
    expect(prepared.log).toEqual(log);
  });

  it('leaves out the rows that an earlier one brought', async () => {
    await save(saveable(january));
    const { prepared } = await save(saveable([...january.slice(1), ...february]), Uint8Array.of(1, 1, 0, 0));
    expect(prepared.added).toBe(2);
    expect(prepared.total).toBe(10_799);
    expect((await readLog(db)).log.sales.length).toBe(5);
    const words = (await db.identities.toArray()).map((record) => record.words.length);
    expect(words).toEqual([6, 4]);
  });

  it('tells more about a known client without forgetting what was known', async () => {
    const first = saveable(january);
    await save({ ...first, clients: { ...first.clients, phones: ['+32 1', ''] } });
    const second = saveable([{ day: '2026-03-01', client: 'ann', amount: 5 }]);
    await save({
      ...second,
      clients: { ...second.clients, names: ['Ann Peeters'], emails: ['ann@example.com'] },
    });
    const { clients } = (await readLog(db)).log;
    expect(clients.names).toEqual(['Ann Peeters', 'BOB']);
    expect(clients.phones).toEqual(['+32 1', '']);
    expect(clients.emails).toEqual(['ann@example.com', '']);
  });

  it('is there completely or not at all when the transaction fails', async () => {
    await save(saveable(january));
    await expect(
      (async () => {
        const next = await nextNumbers(db);
        const prepared = prepareImport((await readLog(db)).log, saveable(february), new Uint8Array(2), next);
        const record = (await db.imports.toArray())[0]!;
        await writeImport(db, prepared, { ...record, id: next.importId }, figuresOf(prepared.log), () => {
          throw new Error('the disk is full');
        });
      })(),
    ).rejects.toThrow('the disk is full');
    expect(await db.imports.count()).toBe(1);
    expect((await readLog(db)).log.sales.length).toBe(3);
    expect(await db.clients.count()).toBe(1);
  });
});

describe('undoing an import', () => {
  const undo = async (id: number) => {
    const without = await logWithout(db, id);
    return undoImport(db, id, without, without.sales.length > 0 ? figuresOf(without) : undefined, 1);
  };

  it('takes its rows back and leaves the others as they were', async () => {
    await save(saveable(january));
    const { id } = await save(saveable(february));
    await undo(id);
    const { log } = await readLog(db);
    expect(rowsOf(log.sales)).toEqual(rowsOf(saveable(january).sales));
    expect(await db.imports.count()).toBe(1);
    expect(await db.identities.count()).toBe(1);
  });

  it('forgets clients who stand nowhere else, and keeps the places of the others', async () => {
    const { id } = await save(saveable(january));
    await save(saveable(february));
    await undo(id);
    const { log } = await readLog(db);
    expect(log.clients.keys.map((key) => (isGone(key) ? 'gone' : key))).toEqual(['gone', 'bob', 'cleo']);
    expect(log.clients.names[0]).toBe('');
    expect(Array.from(log.sales.client)).toEqual([1, 2]);
  });

  it('leaves no name behind where the import that brought a client was undone before the last that names them', async () => {
    const ids = [(await save(saveable(january))).id, (await save(saveable(february))).id];
    for (const id of ids) {
      const without = await logWithout(db, id);
      await undoImport(db, id, without, undefined, ids.indexOf(id) + 1);
    }
    const { log } = await readLog(db);
    expect(log.clients.keys.every(isGone)).toBe(true);
    expect(log.clients.names.join('')).toBe('');
    await save(saveable(january));
    expect((await readLog(db)).log.clients.keys.slice(3)).toEqual(['ann', 'bob']);
  });

  it('keeps a client on whose card the owner wrote', async () => {
    const { id } = await save(saveable(january));
    await db.cards.put({ client: 0, note: 'likes peonies' });
    await undo(id);
    expect((await readLog(db)).log.clients.keys[0]).toBe('ann');
  });

  it('keeps a client of whom somebody wrote why they left', async () => {
    const { id } = await save(saveable(january));
    await writeEntries(db, { put: [{ ...someEntries.statement, client: 0 }] });
    await undo(id);
    expect((await readLog(db)).log.clients.keys[0]).toBe('ann');
  });

  it('and importing again leads to the same shop, whatever was imported in what order', async () => {
    const rows = fc.array(
      fc.record({
        day: fc.constantFrom('2026-01-01', '2026-01-15', '2026-02-01'),
        client: fc.constantFrom('ann', 'bob', 'cleo', 'dan'),
        amount: fc.integer({ min: 1, max: 50 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        await Promise.all(db.tables.map((table) => table.clear()));
        const { id } = await save(saveable(first));
        await save(saveable(second));
        await undo(id);
        await save(saveable(first));
        const { log } = await readLog(db);
        const named = Array.from(
          log.sales.client,
          (client, i) => `${log.clients.keys[client]} ${log.sales.cents[i]}`,
        );
        const expected = [...second, ...first].map((row) => `${row.client} ${row.amount * 100}`);
        expect(named).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a damaged pack', () => {
  it('is set aside and counted, the rest is read', async () => {
    await save(saveable(january));
    await save(saveable(february));
    const pack = (await db.packs.toArray())[0]!;
    await db.packs.put({ ...pack, columns: pack.columns.slice(8) });
    const { log, damaged } = await readLog(db);
    expect(damaged).toEqual([pack.id]);
    expect(log.sales.length).toBe(2);
    expect(emptyLog().sales.length).toBe(0);
  });
});
