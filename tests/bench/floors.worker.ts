import Papa from 'papaparse';
import { Dexie } from 'dexie';
import { appendSales, packSales, unpackSales } from '../../src/storage/salesPacks';
import { ShopDb, type PackRecord } from '../../src/storage/shopDb';
import { NONE, type SaleColumns } from '../../src/domain/sales/columns';
import { timeAnalysis, wrongAnswers } from './analysis';
import { benchSales } from './benchSales';
import { timeFit, wrongFits } from './chances';

/** The least that each stage could take, measured in a worker of the same browser, beside the app's own code for it. */
const stages = {
  /** papaparse alone over the whole text, arrays, in chunks: milliseconds and rows. */
  async tokenise({ file }: { file: Blob }) {
    const text = await file.text();
    const start = performance.now();
    let rows = 0;
    await new Promise<void>((complete) => {
      Papa.parse<string[]>(text, {
        chunk: ({ data }: { data: string[][] }) => {
          rows += data.length;
        },
        complete: () => {
          complete();
        },
      });
    });
    return { milliseconds: performance.now() - start, rows };
  },

  analysis({ sales, clients, rounds }: { sales: number; clients: number; rounds: number }) {
    const wrong = wrongAnswers();
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    const log = benchSales(sales, clients, 7);
    return timeAnalysis(log.sales, log.clientCount, rounds);
  },

  chances({ clients, rounds }: { clients: number; rounds: number }) {
    const wrong = wrongFits(2_000);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    return timeFit(clients, rounds);
  },

  /** Writes a log as packs, reads it back as columns, and does the same with the bare bytes in OPFS. */
  async store({ sales: count, clients, rounds }: { sales: number; clients: number; rounds: number }) {
    const { sales } = benchSales(count, clients, 7);
    const name = `bench-${crypto.randomUUID()}`;
    const db = new ShopDb(name);
    const packs = packSales(sales, 1, 1);
    const bytes = packs.reduce((sum, pack) => sum + pack.columns.byteLength, 0);
    const before = (await navigator.storage.estimate()).usage ?? 0;
    const write = await timed(() => writePacks(db, packs));
    const usage = ((await navigator.storage.estimate()).usage ?? 0) - before;
    let read = Infinity;
    let raw = Infinity;
    for (let round = 0; round < rounds; round++) {
      read = Math.min(read, await timed(async () => unpackSales(await db.packs.toArray())));
      raw = Math.min(raw, await timedRead(packs));
    }
    const { sales: back, damaged } = unpackSales(await db.packs.toArray());
    if (damaged.length > 0 || !sameSales(sales, back)) throw new Error('the log did not come back as it was');
    await db.delete();
    return { write, read, raw, bytesASale: bytes / count, usageASale: usage / count };
  },

  /** Appends 1,000 sales to a stored log as a pack, and as records of their own with two indexes. */
  async append({ sales: count, clients, rounds }: { sales: number; clients: number; rounds: number }) {
    const { sales } = benchSales(count, clients, 7);
    const added = benchSales(1000, clients, 8).sales;
    const db = new ShopDb(`bench-${crypto.randomUUID()}`);
    await writePacks(db, packSales(sales, 1, 1));
    const rows = new Dexie(`bench-rows-${crypto.randomUUID()}`);
    rows.version(1).stores({ sales: '++id, client, [client+day]' });
    const records = Array.from({ length: added.length }, (_, i) => ({
      day: added.day[i]!,
      client: added.client[i] === NONE ? -1 : added.client[i]!,
      cents: added.cents[i]!,
      product: added.product[i]!,
      employee: added.employee[i]!,
    }));
    await rows.open();
    let packed = Infinity;
    let bulk = Infinity;
    for (let round = 0; round < rounds; round++) {
      packed = Math.min(
        packed,
        await timed(() => writePacks(db, packSales(added, round + 2, 1000 * (round + 1)))),
      );
      bulk = Math.min(bulk, await timed(() => rows.table('sales').bulkAdd(structuredClone(records))));
    }
    const stored = unpackSales(await db.packs.toArray()).sales.length;
    if (stored !== count + rounds * added.length) throw new Error(`${stored} sales were stored`);
    if (appendSales(sales, added).length !== count + added.length) throw new Error('columns do not join');
    await db.delete();
    await rows.delete();
    return { packed, bulk };
  },
};

/** Packs and their identities, as an import writes them. */
const writePacks = (db: ShopDb, packs: readonly PackRecord[]): Promise<void> =>
  db.transaction('rw', db.packs, db.identities, () => {
    void db.packs.bulkAdd([...packs]);
    void db.identities.bulkAdd(
      packs.map(({ id, importId, rows }) => ({ packId: id, importId, words: new Uint32Array(2 * rows) })),
    );
  });

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Milliseconds to read the packs' bytes from one file of the private file system into memory of its own. */
async function timedRead(packs: readonly PackRecord[]): Promise<number> {
  const folder = await navigator.storage.getDirectory();
  const handle = await (await folder.getFileHandle('bench.bin', { create: true })).createSyncAccessHandle();
  try {
    let at = 0;
    for (const { columns } of packs) at += handle.write(new Uint8Array(columns), { at });
    handle.flush();
    const start = performance.now();
    handle.read(new Uint8Array(at), { at: 0 });
    return performance.now() - start;
  } finally {
    handle.close();
    await folder.removeEntry('bench.bin');
  }
}

const sameSales = (a: SaleColumns, b: SaleColumns): boolean =>
  a.length === b.length &&
  (['day', 'client', 'cents', 'receipt', 'product', 'employee', 'quantity', 'cost'] as const).every((name) =>
    a[name].every((value, i) => Object.is(value, b[name][i])),
  );

type Stage = keyof typeof stages;

self.addEventListener('message', (event: MessageEvent<{ stage: Stage; given: never }>) => {
  void Promise.resolve()
    .then(() => stages[event.data.stage](event.data.given) as unknown)
    .then(
      (answer) => {
        self.postMessage({ answer });
      },
      (error: unknown) => {
        self.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      },
    );
});
