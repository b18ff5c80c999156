import { birthdayFrom } from '../../domain/intake/list/birthday';
import { LIST_FACTS, type ListFact } from '../../domain/intake/list/listFields';
import { NEW } from '../../domain/intake/list/matchList';
import type { Facts, ListPerson } from '../../domain/intake/list/planList';
import { readList as readRows, type ReadList } from '../../domain/intake/list/readList';
import { ok } from '../../domain/kernel/result';
import type { Employee } from '../../domain/notebook/person';
import { emptySales } from '../../domain/sales/emptySales';
import { Failure } from '../../storage/failure';
import type { Saveable } from '../../storage/importWriter';
import { listedRecord, type ListedCard } from '../../storage/listed';
import type { JobContext } from '../dispatch';
import type { ListReport } from '../listJobs';
import type { Input, Output } from '../protocol';
import { compared, type Compared } from './listCompared';
import { alone, shop } from './openShops';
import { discard, lookedAt } from './reading';
import { save } from './saving';

const MOST_SHOWN = 200;
const MOST_NAMES = 20;

let last: { readonly name: string; readonly list: ReadList } | undefined;

/** Reads the file as a list of clients, saves nothing, and says what saving would bring. */
export async function readList(
  { shopId, layout, mapping }: Input<'readList'>,
  { signal }: Pick<JobContext<'readList'>, 'signal'>,
): Promise<Output<'readList'>> {
  last = undefined;
  const { name, source } = lookedAt();
  const list = await readRows(source, layout, mapping, signal);
  signal.throwIfAborted();
  if (!list.ok) return list;
  last = { name, list: list.value };
  const open = await shop(shopId);
  const [beside, sameFile] = await Promise.all([
    compared(open, list.value),
    open.db.imports.where('contentHash').equals(list.value.contentHash).first(),
  ]);
  return ok({ ...reportOf(list.value, beside), sameFile: sameFile ?? null });
}

/** Saves the list that was read last in one transaction, compared anew with what the shop holds by now. */
export async function saveList({ shopId, withNew, today }: Input<'saveList'>): Promise<Output<'saveList'>> {
  const mine = last;
  if (!mine) throw new Failure('file-unreadable');
  const { name, list } = mine;
  const saved = await alone(shopId, async () => {
    const open = await shop(shopId);
    if (await open.db.imports.where('contentHash').equals(list.contentHash).first())
      throw new Failure('same-file');
    const { plan, leftOut, keys, staff } = await compared(open, list);
    const people = plan.people.filter(({ client }) => withNew || client !== NEW);
    const about = { by: 'list', fileName: name, contentHash: list.contentHash, rows: list.read } as const;
    const none = new Uint8Array(0);
    return save(open, saveableOf(people, keys, staff), none, today, undefined, {
      ...about,
      leftOut,
      overlap: 0,
    });
  });
  if (last === mine) {
    last = undefined;
    await discard();
  }
  return { headline: saved.headline, record: saved.record };
}

function saveableOf(
  people: readonly ListPerson[],
  keys: readonly string[],
  staff: readonly Employee[],
): Saveable {
  const text = (fact: ListFact) => people.map(({ facts }) => facts[fact] ?? '');
  const idOf = new Map(staff.map(({ id, name }) => [name, id]));
  const cards = people.flatMap(({ facts }, at) => {
    const card = cardOf(facts, idOf);
    return Object.keys(card).length > 0 ? [[at, card] as const] : [];
  });
  return {
    sales: emptySales(0),
    clients: {
      keys: people.map(({ client, key }) => (client === NEW ? key : keys[client]!)),
      names: people.map(({ client, facts, name }) => facts.name ?? (client === NEW ? name : '')),
      phones: text('phone'),
      emails: text('email'),
      segments: text('segment'),
    },
    products: [],
    employees: [],
    identity: new Uint32Array(0),
    known: people.map((_, at) => at),
    ...(cards.length > 0 && { listed: listedRecord(cards) }),
  };
}

function cardOf(
  { address, note, wishes, employee, birthday }: Facts,
  idOf: ReadonlyMap<string, string>,
): ListedCard {
  const likes = idOf.get(employee ?? '');
  const day = birthdayFrom(birthday ?? '');
  return {
    ...(address !== undefined && { address }),
    ...(note !== undefined && { note }),
    ...(wishes !== undefined && { wishes }),
    ...(likes !== undefined && { likes }),
    ...(day && { birthday: day }),
  };
}

function reportOf(list: ReadList, { plan, issues, leftOut }: Compared): Omit<ListReport, 'sameFile'> {
  const { people, changes, kept } = plan;
  const fresh = people.filter(({ client }) => client === NEW);
  const tells = (fact: ListFact) =>
    fresh.filter(({ facts }) => facts[fact] !== undefined).length +
    changes.filter((change) => change.fact === fact && change.from === '').length;
  const otherwise = changes.filter(({ from }) => from !== '');
  return {
    lines: list.read,
    leftOut,
    known: people.length - fresh.length,
    told: new Set(changes.map(({ client }) => client)).size,
    fresh: fresh.length,
    freshNames: fresh.slice(0, MOST_NAMES).map(({ name }) => name),
    adds: Object.fromEntries(LIST_FACTS.filter((fact) => fact !== 'name').map((fact) => [fact, tells(fact)])),
    changes: [...otherwise, ...changes.filter(({ from }) => from === '')].slice(0, MOST_SHOWN),
    changed: changes.length,
    kept: kept.slice(0, MOST_SHOWN),
    keptCount: kept.length,
    issues: issues.all(),
    ...(list.doubtful !== undefined && { doubtful: list.doubtful }),
  };
}
