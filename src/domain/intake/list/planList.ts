import { nameWords } from '../../identity/alikeName';
import { foldedName } from '../values/cleanText';
import { LIST_FACTS, type ListFact, type ListRow } from './listFields';
import { LEFT, NEW, type MatchedList } from './matchList';

export type Facts = Readonly<Partial<Record<ListFact, string>>>;

/** What is known of the clients before a list is taken in. */
export interface KnownFacts {
  /** What files said, by client index; blank where none did. */
  readonly said: (client: number, fact: ListFact) => string;
  /** What the owner wrote; undefined where the owner wrote nothing, blank where the owner took it out. */
  readonly own: (client: number, fact: ListFact) => string | undefined;
}

/** Somebody of a list with what it tells that was not known. */
export interface ListPerson {
  /** The client's index; `NEW` for somebody the shop does not know. */
  readonly client: number;
  /** Of a new client. */
  readonly key: string;
  /** The name to show. */
  readonly name: string;
  readonly facts: Facts;
}

/** One fact of one client, as it was and as the list has it; blank before where nothing was known. */
export interface ListChange {
  readonly client: number;
  readonly name: string;
  readonly fact: ListFact;
  readonly from: string;
  readonly to: string;
}

/** What taking a list in means. */
export interface ListPlan {
  /** Each client once, known ones with what is new about them, in the order of the list. */
  readonly people: readonly ListPerson[];
  /** What is added to, or changed about, known clients. */
  readonly changes: readonly ListChange[];
  /** Where the owner wrote something else: that stays. */
  readonly kept: readonly ListChange[];
}

const FEWEST_DIGITS = 8;

/** The words of a name, whatever their order, case and accents. */
const sorted = (name: string): string => nameWords(name).sort().join(' ');

const digitsOf = (phone: string): string => phone.replace(/\D/g, '').replace(/^0+/, '');

/** Whether two texts tell the same: case, accents and order of words of a name, case of an e-mail, and how a phone number is written, do not count. */
export function isSameFact(fact: ListFact, one: string, other: string): boolean {
  if (one === other) return true;
  if (fact === 'phone') {
    const [short, long] = [digitsOf(one), digitsOf(other)].sort((a, b) => a.length - b.length) as [
      string,
      string,
    ];
    return short === long || (short.length >= FEWEST_DIGITS && long.endsWith(short));
  }
  if (fact === 'name' && sorted(one) === sorted(other)) return true;
  return foldedName(one) === foldedName(other);
}

/** Each person of a list once; what stands on several lines is told by the last of them. */
function peopleOf(rows: readonly ListRow[], { clientOf, keys }: MatchedList): readonly ListPerson[] {
  const people = new Map<number | string, ListPerson>();
  rows.forEach((row, at) => {
    const client = clientOf[at]!;
    if (client === LEFT) return;
    const key = keys[at]!;
    const id = client === NEW ? key : client;
    const told = LIST_FACTS.filter((fact) => row[fact] !== '').map((fact) => [fact, row[fact]] as const);
    const facts: Facts = { ...people.get(id)?.facts, ...Object.fromEntries(told) };
    const name = facts.name ?? (row.email || row.phone || row.number);
    people.set(id, { client, key, name, facts });
  });
  return [...people.values()];
}

/** Works out what a list adds and changes; nothing that the owner wrote by hand is touched, only told of. */
export function planList(rows: readonly ListRow[], matched: MatchedList, known: KnownFacts): ListPlan {
  const [changes, kept]: ListChange[][] = [[], []];
  const people = peopleOf(rows, matched).map((person): ListPerson => {
    const { client, facts } = person;
    if (client === NEW) return person;
    const name = known.own(client, 'name') || known.said(client, 'name') || person.name;
    const news = LIST_FACTS.flatMap((fact) => {
      const to = facts[fact];
      if (to === undefined) return [];
      const [said, own] = [known.said(client, fact), known.own(client, fact)];
      const from = own ?? said;
      if (isSameFact(fact, from, to)) return [];
      (own === undefined ? changes : kept)!.push({ client, name, fact, from, to });
      return own === undefined ? [[fact, to] as const] : [];
    });
    return { ...person, name, facts: Object.fromEntries(news) };
  });
  return { people, changes: changes!, kept: kept! };
}
