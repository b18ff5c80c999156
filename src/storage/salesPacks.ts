import { emptySales } from '../domain/sales/emptySales';
import { type SaleColumns } from '../domain/sales/columns';
import { packColumns, unpackColumns, type NumberColumn } from './columnCodec';
import { decodePack, SALE_COLUMNS } from './decodeRecords';
import { PACK_ROWS } from './schema';
import type { PackRecord } from './shopDb';

const inOrder = (sales: SaleColumns): readonly NumberColumn[] => [
  sales.day,
  sales.client,
  sales.cents,
  sales.receipt,
  sales.product,
  sales.employee,
  sales.quantity,
  sales.cost,
];

/** Sales cut into packs of at most `PACK_ROWS`, numbered from `firstId`. */
export function packSales(sales: SaleColumns, importId: number, firstId: number): PackRecord[] {
  const packs: PackRecord[] = [];
  for (let from = 0; from < sales.length; from += PACK_ROWS) {
    const to = Math.min(from + PACK_ROWS, sales.length);
    packs.push({
      id: firstId + packs.length,
      importId,
      rows: to - from,
      columns: packColumns(inOrder(sales), from, to),
    });
  }
  return packs;
}

export interface UnpackedSales {
  readonly sales: SaleColumns;
  /** Packs that could not be read: damaged, or written by something else. Counted, never guessed. */
  readonly damaged: readonly number[];
}

type Later = 'receipt' | 'product' | 'employee' | 'quantity' | 'cost';

const PLACE: Readonly<Record<Later, number>> = { receipt: 3, product: 4, employee: 5, quantity: 6, cost: 7 };

/**
 * All packs as one set of columns, in the order given. Stored data are foreign: each pack is checked before it is read.
 * Day, client and amount are there at once; the others, which only one client's page needs, are unpacked when first read.
 */
export function unpackSales(packs: readonly PackRecord[]): UnpackedSales {
  const damaged: number[] = [];
  const sound = packs.filter((pack) => {
    const good = decodePack(pack) !== undefined;
    if (!good) damaged.push(pack.id);
    return good;
  });
  const length = sound.reduce((sum, pack) => sum + pack.rows, 0);
  const unpackInto = (columns: readonly (NumberColumn | undefined)[]) => {
    let at = 0;
    for (const pack of sound) {
      unpackColumns(pack.columns, columns, at);
      at += pack.rows;
    }
  };
  const day = new Int32Array(length);
  const client = new Uint32Array(length);
  const cents = new Float64Array(length);
  unpackInto([day, client, cents, ...Array.from({ length: 5 }, () => undefined)]);
  const unpacked = new Map<Later, NumberColumn>();
  const later = <Column extends NumberColumn>(name: Later, make: new (length: number) => Column): Column => {
    const known = unpacked.get(name);
    if (known) return known as Column;
    const column = new make(length);
    unpackInto(Array.from({ length: SALE_COLUMNS }, (_, k) => (k === PLACE[name] ? column : undefined)));
    unpacked.set(name, column);
    return column;
  };
  const sales: SaleColumns = {
    length,
    day,
    client,
    cents,
    get receipt() {
      return later('receipt', Uint32Array);
    },
    get product() {
      return later('product', Uint32Array);
    },
    get employee() {
      return later('employee', Uint32Array);
    },
    get quantity() {
      return later('quantity', Int32Array);
    },
    get cost() {
      return later('cost', Float64Array);
    },
  };
  return { sales, damaged };
}

/** One log behind the other. */
export function appendSales(before: SaleColumns, added: SaleColumns): SaleColumns {
  if (before.length === 0) return added;
  const sales = emptySales(before.length + added.length);
  const target = inOrder(sales);
  inOrder(before).forEach((column, k) => target[k]!.set(column, 0));
  inOrder(added).forEach((column, k) => target[k]!.set(column, before.length));
  return sales;
}

/** The rows whose mark is 0, in order: what an import adds after the overlap is taken out. */
export function withoutMarked(sales: SaleColumns, marks: Uint8Array): SaleColumns {
  let kept = 0;
  for (let i = 0; i < sales.length; i++) kept += 1 - marks[i]!;
  if (kept === sales.length) return sales;
  const out = emptySales(kept);
  const target = inOrder(out);
  inOrder(sales).forEach((column, k) => {
    const into = target[k]!;
    let at = 0;
    for (let i = 0; i < sales.length; i++) if (marks[i] === 0) into[at++] = column[i]!;
  });
  return out;
}
