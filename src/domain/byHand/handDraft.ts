import type { Draft } from '../intake/draft';
import { Dictionary } from '../intake/table/dictionary';
import { RowIdentity } from '../intake/table/rowIdentity';
import { TextHash } from '../intake/table/textHash';
import { NONE } from '../sales/columns';
import { emptySales } from '../sales/emptySales';
import { HandBook, type ShopClients } from './handBook';
import { handText } from './handKeys';
import type { HandSale, NewClient } from './handSale';

/** What was written down by hand, in the parts in which a read file is saved. */
export interface HandDraft extends Pick<Draft, 'sales' | 'clients' | 'products' | 'employees' | 'identity'> {
  /** Clients of the draft who are known from now on also without a sale. */
  readonly known: readonly number[];
  readonly contentHash: string;
}

const hash = new TextHash();

/**
 * Sales and clients written down by hand as a draft to be saved. Each sale is a receipt of its own and never the same row as one of a
 * file or another by hand, however alike; a client of the shop stays as the shop knows them, but for facts that it lacks.
 */
export function handDraft(
  { sales, clients }: { readonly sales: readonly HandSale[]; readonly clients: readonly NewClient[] },
  shop: ShopClients,
): HandDraft {
  const book = new HandBook(shop);
  const products = new Dictionary();
  const employees = new Dictionary();
  const columns = emptySales(sales.length);
  const identity = new Uint32Array(2 * sales.length);
  columns.cost.fill(NaN);
  sales.forEach(({ id, day, who, cents, product, employee }, row) => {
    const client = book.of(who);
    const same = new RowIdentity();
    columns.day[row] = same.day = day;
    columns.client[row] = client;
    columns.cents[row] = same.cents = cents;
    columns.receipt[row] = row;
    columns.product[row] = products.of(handText(product));
    columns.employee[row] = employees.of(handText(employee));
    if (client !== NONE) {
      hash.of(book.columns.keys[client]!);
      same.clientOne = hash.one;
      same.clientTwo = hash.two;
    }
    hash.of(`by hand ${id}`);
    same.receiptOne = hash.one;
    same.receiptTwo = hash.two;
    same.writeTo(identity, row);
  });
  const known = clients.flatMap((client) => {
    const place = book.of(client);
    return place === NONE ? [] : [place];
  });
  return {
    sales: columns,
    clients: book.columns,
    products: products.texts,
    employees: employees.texts,
    identity,
    known: [...new Set(known)],
    contentHash: hashOf([...sales, ...clients].map(({ id }) => id)),
  };
}

/** Two words of hash over everything that was written: the same list is never saved twice. */
function hashOf(ids: readonly string[]): string {
  hash.of(ids.join(' '));
  return `by hand ${[hash.one, hash.two].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')}`;
}
