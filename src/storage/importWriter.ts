import type { RowEdits } from '../domain/corrections/rowEdits';
import type { Draft } from '../domain/intake/draft';
import type { Forgetful } from '../domain/identity/forgetful';
import { NO_ALIASES, type Aliases } from '../domain/identity/aliases';
import type { SaleColumns } from '../domain/sales/columns';
import { mergeClients, type ClientList } from './clientList';
import { correctedClients, correctedToo } from './corrections';
import { Failure } from './failure';
import { mergeNames, renumbered } from './nameList';
import { joinedClients, joinedKnown, joinedSales } from './sameClients';
import { appendSales, packSales, withoutMarked } from './salesPacks';
import { PACK_ROWS } from './schema';
import type {
  ClientsRecord,
  IdentityRecord,
  ImportRecord,
  ListedRecord,
  NamesRecord,
  PackRecord,
  ShopDb,
} from './shopDb';
import type { Results } from './results';
import { writeResults } from './results';

/** What a shop holds in memory while it is open: everything the figures need, in the order of the imports. */
export interface ShopLog {
  readonly sales: SaleColumns;
  readonly clients: ClientList;
  readonly products: readonly string[];
  readonly employees: readonly string[];
  /** Clients who are known whether or not they bought; absent where there are none. */
  readonly known?: readonly number[];
  /** Where rows were corrected: which, and what to do with the rows of the next import. */
  readonly edits?: RowEdits;
  /** Where clients were forgotten: knows them again, so that no name comes back. */
  readonly forgotten?: Forgetful;
  /** Where clients were merged: who stands for whom, and the clients as the imports brought them. */
  readonly same?: { readonly aliases: Aliases; readonly apart: ClientList };
  /** Records that could not be read, where there are any: the log is without them. */
  readonly setAside?: number;
}

/** The parts of a draft that are saved; the example shop brings the same. */
export type Saveable = Pick<Draft, 'sales' | 'clients' | 'products' | 'employees' | 'identity'> & {
  /** Clients of the draft, by their place in it, who are known from now on whether or not they bought. */
  readonly known?: readonly number[];
  /** What a list says that stands on cards, `clients` by their place in the draft. */
  readonly listed?: ListedRecord;
};

/** Numbers for the records of the next import; none of them is ever given twice, also after an undo. */
export interface NextNumbers {
  readonly importId: number;
  readonly packId: number;
}

export interface PreparedImport {
  readonly log: ShopLog;
  readonly packs: readonly PackRecord[];
  readonly identities: readonly IdentityRecord[];
  readonly names: readonly Omit<NamesRecord, 'id'>[];
  readonly clients: Omit<ClientsRecord, 'id'>;
  readonly added: number;
  readonly clientsAdded: number;
  /** Sum of the added rows in cents, their first and last day (NaN without rows). */
  readonly total: number;
  readonly from: number;
  readonly to: number;
}

/** A draft turned into records: rows already stored (`marks` 1) left out, indices those of the shop. Nothing is written yet. */
export function prepareImport(
  log: ShopLog,
  draft: Saveable,
  marks: Uint8Array,
  next: NextNumbers,
): PreparedImport {
  if (log.setAside) throw new Failure('data-damaged');
  const aliases = log.same?.aliases ?? NO_ALIASES;
  const clients = mergeClients(log.same?.apart ?? log.clients, draft.clients, log.forgotten);
  const products = mergeNames('product', log.products, draft.products);
  const employees = mergeNames('employee', log.employees, draft.employees);
  const kept = withoutMarked(draft.sales, marks);
  const sales: SaleColumns = {
    ...kept,
    client: renumbered(kept.client, clients.indexOf),
    product: renumbered(kept.product, products.indexOf),
    employee: renumbered(kept.employee, employees.indexOf),
  };
  const known = Uint32Array.from(draft.known ?? [], (client) => clients.indexOf[client]!);
  const packs = packSales(sales, next.importId, next.packId);
  const identity = keptIdentity(draft.identity, marks, sales.length);
  const all = appendSales(log.sales, joinedSales(sales, aliases));
  const corrected = log.edits && correctedToo(all, log.edits, identity);
  const named = [...known, ...(corrected ? correctedClients(corrected.edits) : [])];
  const newlyKnown = named.filter((client) => !log.forgotten?.places.has(client));
  const allKnown = [...new Set([...(log.known ?? []), ...joinedKnown(newlyKnown, aliases)])];
  let total = 0;
  let from = Infinity;
  let to = -Infinity;
  for (let i = 0; i < sales.length; i++) {
    total += sales.cents[i]!;
    const day = sales.day[i]!;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return {
    log: {
      ...(allKnown.length > 0 && { known: allKnown }),
      ...(log.forgotten && { forgotten: log.forgotten }),
      ...(log.same && { same: { aliases, apart: clients.list } }),
      ...(corrected && { edits: corrected.edits }),
      sales: corrected ? joinedSales(corrected.sales, aliases) : all,
      clients: joinedClients(clients.list, aliases),
      products: products.names,
      employees: employees.names,
    },
    packs,
    identities: packs.map((pack, k) => ({
      packId: pack.id,
      importId: next.importId,
      words: identity.slice(2 * k * PACK_ROWS, 2 * (k * PACK_ROWS + pack.rows)),
    })),
    names: [products.record, employees.record].flatMap((record) =>
      record ? [{ ...record, importId: next.importId }] : [],
    ),
    clients: {
      ...clients.record,
      importId: next.importId,
      ...(known.length > 0 && { known }),
      ...listedOf(draft, clients.indexOf),
    },
    added: sales.length,
    clientsAdded: clients.added,
    total,
    from: sales.length === 0 ? NaN : from,
    to: sales.length === 0 ? NaN : to,
  };
}

const listedOf = ({ listed }: Saveable, indexOf: Uint32Array): Pick<ClientsRecord, 'listed'> =>
  listed ? { listed: { ...listed, clients: listed.clients.map((client) => indexOf[client]!) } } : {};

function keptIdentity(words: Uint32Array, marks: Uint8Array, kept: number): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(2 * kept);
  let at = 0;
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] !== 0) continue;
    out[at++] = words[2 * i]!;
    out[at++] = words[2 * i + 1]!;
  }
  return out;
}

/** The numbers the next import gets. */
export async function nextNumbers(db: ShopDb): Promise<NextNumbers> {
  const [lastImport, lastPack, lastClients] = await Promise.all([
    db.imports.orderBy(':id').last(),
    db.packs.orderBy(':id').last(),
    db.clients.orderBy(':id').last(),
  ]);
  return {
    importId: Math.max(lastImport?.id ?? 0, lastClients?.importId ?? 0) + 1,
    packId: (lastPack?.id ?? 0) + 1,
  };
}

/**
 * Saves an import in one transaction: its rows, names, history entry and the new figures, or nothing at all.
 * Only the transaction's own promise tells: with a full disk those inside may never settle.
 */
export async function writeImport(
  db: ShopDb,
  prepared: PreparedImport,
  record: ImportRecord,
  results: Results,
  remember?: (db: ShopDb) => Promise<unknown>,
): Promise<void> {
  const tables = [
    db.packs,
    db.identities,
    db.names,
    db.clients,
    db.imports,
    db.results,
    db.layouts,
    db.facts,
    db.entries,
  ];
  await db.transaction('rw', tables, async () => {
    void db.packs.bulkAdd([...prepared.packs]);
    void db.identities.bulkAdd([...prepared.identities]);
    void db.names.bulkAdd(prepared.names.map((names, k) => ({ ...names, id: 2 * record.id + k })));
    const { keys, changed, known } = prepared.clients;
    if (keys !== '' || changed.length > 0 || known)
      void db.clients.add({ ...prepared.clients, id: record.id });
    void db.imports.add(record);
    void writeResults(db, results);
    await remember?.(db);
  });
}
