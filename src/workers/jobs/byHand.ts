import { forgottenAmong } from '../../domain/identity/forgottenAmong';
import { handDraft, type HandDraft } from '../../domain/byHand/handDraft';
import type { ShopClients } from '../../domain/byHand/handBook';
import type { HandSale } from '../../domain/byHand/handSale';
import { HAND_SALES } from '../../domain/notebook/handSales';
import { entriesOf } from '../../domain/notebook/notebook';
import { Failure } from '../../storage/failure';
import type { ShopLog } from '../../storage/importWriter';
import { readEntries } from '../../storage/notebook';
import { countSave } from '../../storage/saves';
import type { ShopDb } from '../../storage/shopDb';
import { makeCurrent } from '../../storage/shops';
import { isGone } from '../../storage/undo';
import type { Input, Output } from '../protocol';
import { alone, metaDb, shop, type OpenShop } from './openShops';
import { marked, overlapWith } from './overlapWith';
import { newShop, removeShop, save } from './saving';

/** Saves what was written down by hand as a file is saved: all of it with its figures in one transaction, or nothing. */
export async function saveByHand(input: Input<'saveByHand'>): Promise<Output<'saveByHand'>> {
  const { shopId, settings } = input;
  const id = shopId ?? (await newShop('own', settings));
  try {
    const saved = await alone(id, () => saveInto(id, input));
    if (shopId === null) await makeCurrent(await metaDb(), id);
    return { shopId: id, ...saved };
  } catch (error) {
    if (shopId === null) await removeShop(id).catch(() => undefined);
    throw error;
  }
}

async function saveInto(
  shopId: string,
  { sales, clients, draft: list, today }: Input<'saveByHand'>,
): Promise<Omit<Output<'saveByHand'>, 'shopId'>> {
  if (sales.length + clients.length === 0) throw new Failure('nothing-to-save');
  const open = await shop(shopId);
  const draft = unforgotten(handDraft({ sales, clients }, await stored(open)), await open.log());
  if (await open.db.imports.where('contentHash').equals(draft.contentHash).first())
    throw new Failure('same-file');
  const marks = await overlapWith(open, draft);
  const saved = await save(open, draft, marks, today, undefined, {
    by: 'hand',
    fileName: '',
    contentHash: draft.contentHash,
    rows: sales.length,
    leftOut: 0,
    overlap: marked(marks),
    ...(list !== null && { alongside: (db: ShopDb) => emptyList(db, list, sales) }),
  });
  const { keys } = await open.clients();
  return {
    ...saved,
    clients: draft.clients.keys.map((key) => keys.indexOf(key)).filter((client) => client >= 0),
  };
}

/** Who was forgotten is not written down again: sales go without the name, and a client alone is nothing to save. */
function unforgotten(draft: HandDraft, { forgotten, same, clients }: ShopLog): HandDraft {
  if (!forgotten) return draft;
  const away = forgottenAmong(draft.clients, forgotten, same?.apart ?? clients);
  const known = draft.known.filter((client) => away[client] === undefined);
  if (draft.sales.length === 0 && known.length === 0) throw new Failure('nothing-to-save');
  return { ...draft, known };
}

/** The clients as the imports brought them; nobody is found under the place of one who is gone. */
async function stored(open: OpenShop): Promise<ShopClients> {
  const { same, clients } = await open.log();
  const list = same?.apart ?? clients;
  return { ...list, keys: list.keys.map((key) => (isGone(key) ? '' : key)) };
}

/** Part of the import's transaction: what is saved stands in the list no more. Another window's newer list is not thrown away. */
async function emptyList(db: ShopDb, rev: number, saved: readonly HandSale[]): Promise<void> {
  const { records } = await readEntries(db, ['handSales']);
  const list = entriesOf(records, 'handSales').find(({ id }) => id === HAND_SALES);
  if (list?.rev !== rev) throw new Failure('busy-elsewhere', 'the list was changed in another window');
  const ids = new Set(saved.map(({ id }) => id));
  await db.entries.put({
    ...list,
    rev: rev + 1,
    changedAt: Date.now(),
    sales: list.sales.filter(({ id }) => !ids.has(id)),
  });
  await countSave(db);
}
