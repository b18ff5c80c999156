import { birthdayText } from '../../domain/intake/list/birthday';
import type { ListFact, ListRow } from '../../domain/intake/list/listFields';
import type { ListIssues } from '../../domain/intake/list/listIssues';
import { keysOfPerson } from '../../domain/intake/list/keyOfPerson';
import { LEFT, matchList } from '../../domain/intake/list/matchList';
import { planList, type KnownFacts, type ListPlan } from '../../domain/intake/list/planList';
import type { ReadList } from '../../domain/intake/list/readList';
import { standsFor } from '../../domain/identity/aliases';
import { phoneKeys } from '../../domain/identity/phoneKeys';
import type { Employee } from '../../domain/notebook/person';
import { entriesOf } from '../../domain/notebook/notebook';
import { employees as everybody } from '../../domain/people/employees';
import { foldedText } from '../../domain/sales/foldedText';
import type { ClientList } from '../../storage/clientList';
import type { ShopLog } from '../../storage/importWriter';
import { readListed, type ListedCard, type ListedCards } from '../../storage/listed';
import type { ListedFact } from '../../storage/listedFacts';
import { readEntries } from '../../storage/notebook';
import { readAliases } from '../../storage/sameClients';
import { readOwnCards } from '../../storage/settings';
import type { CardRecord } from '../../storage/shopDb';
import { isGone } from '../../storage/undo';
import type { OpenShop } from './openShops';

/** A list beside what the shop knows. */
export interface Compared {
  readonly plan: ListPlan;
  readonly issues: ListIssues;
  /** Lines of which nobody is taken. */
  readonly leftOut: number;
  /** The shop's clients by the key they are kept under. */
  readonly keys: readonly string[];
  readonly staff: readonly Employee[];
}

/** Who the people of a list are, and what it tells of them that nobody knew or that was known otherwise. */
export async function compared(open: OpenShop, read: ReadList): Promise<Compared> {
  const [log, owned, { records }, listed, aliases] = await Promise.all([
    open.log(),
    readOwnCards(open.db),
    readEntries(open.db, ['person', 'letterhead']),
    readListed(open.db),
    readAliases(open.db),
  ]);
  const list = log.clients;
  const own = new Map(owned.map((card) => [card.client, card]));
  const staff = everybody(log.employees, entriesOf(records, 'person'));
  const issues = read.issues.copy();
  const rows = withStaff(read.rows, staff, issues);
  const shown = (texts: readonly string[], field: 'name' | 'phone' | 'email') =>
    texts.map((text, client) => (isGone(list.keys[client]!) ? '' : (own.get(client)?.[field] ?? text)));
  const country = entriesOf(records, 'letterhead')[0]?.country ?? '';
  const knownPhones = shown(list.phones, 'phone');
  const dialled = await dialledAs([...knownPhones, ...rows.map(({ phone }) => phone)], country);
  const known = {
    keys: list.keys.map((key) => (isGone(key) ? '' : key)),
    names: shown(list.names, 'name'),
    phones: knownPhones.map(dialled),
    emails: shown(list.emails, 'email').map(
      (email, client) => email.toLowerCase() || mailOf(list.keys[client]!),
    ),
  };
  const matched = matchList(
    rows,
    rows.map(({ phone }) => dialled(phone)),
    known,
    issues,
    forgottenAmong(rows, log),
  );
  const clientOf = matched.clientOf.map((client) => (client < 0 ? client : standsFor(aliases, client)));
  const named = rows.map((row, at) => (clientOf[at] === matched.clientOf[at] ? row : { ...row, name: '' }));
  const plan = planList(named, { ...matched, clientOf }, factsOf(list, own, listed, staff));
  const taken = clientOf.reduce((count, client) => count + (client === LEFT ? 0 : 1), 0);
  return { plan, issues, leftOut: read.read - taken, keys: list.keys, staff };
}

const mailOf = (key: string): string => (key.includes('@') ? key : '');

/** Numbers as the world dials them; each way to write one is looked at once. */
async function dialledAs(phones: readonly string[], country: string): Promise<(phone: string) => string> {
  const texts = [...new Set(phones)];
  const keys = await phoneKeys(texts, country);
  const keyOf = new Map(texts.map((text, at) => [text, keys[at]!]));
  return (phone) => keyOf.get(phone) ?? '';
}

/** Rows of people the shop must not know any more. */
function forgottenAmong(rows: readonly ListRow[], { forgotten }: ShopLog): ReadonlySet<number> {
  if (!forgotten) return new Set();
  const isForgotten = (row: ListRow) => keysOfPerson(row).some((key) => forgotten.placeOf(key) !== undefined);
  return new Set(rows.flatMap((row, at) => (isForgotten(row) ? [at] : [])));
}

/** Employees by the name the team has them under; one it does not know is noted. */
function withStaff(rows: readonly ListRow[], staff: readonly Employee[], issues: ListIssues): ListRow[] {
  const names = new Map(staff.map(({ name }) => [foldedText(name), name]));
  return rows.map((row) => {
    if (row.employee === '') return row;
    const employee = names.get(foldedText(row.employee));
    if (employee === undefined) issues.note('employee-unknown', row.line, row.employee);
    return { ...row, employee: employee ?? '' };
  });
}

function factsOf(
  list: ClientList,
  own: ReadonlyMap<number, CardRecord>,
  listed: ListedCards,
  staff: readonly Employee[],
): KnownFacts {
  const nameOf = (id: string | undefined) => staff.find((person) => person.id === id)?.name;
  const written = (card: ListedCard | undefined, fact: ListFact): string | undefined => {
    if (fact === 'birthday') return card?.birthday && birthdayText(card.birthday);
    if (fact === 'employee') return nameOf(card?.likes);
    return fact === 'note' || fact === 'wishes' || fact === 'address' ? card?.[fact] : undefined;
  };
  return {
    said: (client, fact) => {
      if (fact === 'name') return list.names[client] ?? '';
      if (fact === 'phone') return list.phones[client] ?? '';
      if (fact === 'email') return list.emails[client] ?? '';
      if (fact === 'segment') return list.segments[client] ?? '';
      return written(listed.get(client), fact) ?? '';
    },
    own: (client, fact) => {
      const card = own.get(client);
      if (fact === 'name' || fact === 'phone' || fact === 'email') return card?.[fact];
      const isCleared = card?.cleared?.includes(fact === 'employee' ? 'likes' : (fact as ListedFact));
      return isCleared ? '' : written(card, fact);
    },
  };
}
