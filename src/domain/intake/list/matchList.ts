import { nameWords } from '../../identity/alikeName';
import { clientNumber } from '../../identity/proposals';
import { foldedName } from '../values/cleanText';
import { clientKey } from '../values/clientKey';
import { keyKindOf, keyOfPerson, type KeyKind } from './keyOfPerson';
import type { ListRow } from './listFields';
import type { ListIssueCode, ListIssues } from './listIssues';

/** What is known of a shop's clients, by client index; phones as the world dials them, all blank for a client who is gone. */
export interface KnownPeople {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** Who stands for a client after a merge; every client for themselves where absent. */
  readonly standsFor?: (client: number) => number;
}

/** Nobody the shop knows, and nobody who is taken. */
export const NEW = -1;
export const LEFT = -2;

/** Who the people of a list are: by row the client's index, `NEW` or `LEFT`, and for new ones the key they are kept under. */
export interface MatchedList {
  readonly clientOf: Int32Array;
  readonly keys: readonly string[];
}

/** Several clients share the text. */
const SEVERAL = -3;

function indexOf(texts: readonly string[], standsFor: (client: number) => number): Map<string, number> {
  const index = new Map<string, number>();
  texts.forEach((text, client) => {
    if (text === '') return;
    const known = index.get(text);
    if (known === undefined) index.set(text, client);
    else if (known === SEVERAL || standsFor(known) !== standsFor(client)) index.set(text, SEVERAL);
  });
  return index;
}

/** Whether two names can be one person's: each word of the shorter stands in the longer, at least as an initial. */
export function mayBeOne(one: string, other: string): boolean {
  const [short, long] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  const fits = (a: string, b: string) =>
    a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
  return short.every((word) => long.some((longer) => fits(word, longer)));
}

const sorted = (name: string): string => nameWords(name).sort().join(' ');

/** Finds the people of a list among the clients of a shop, by the strongest key at hand: number, e-mail, phone, name. */
class Matcher {
  readonly #known: KnownPeople;
  readonly #byKey: ReadonlyMap<string, number>;
  readonly #byEmail: ReadonlyMap<string, number>;
  readonly #byPhone: ReadonlyMap<string, number>;
  readonly #byName: ReadonlyMap<string, number>;
  readonly #byWords: ReadonlyMap<string, number>;
  readonly #kind: KeyKind;

  constructor(known: KnownPeople) {
    const { standsFor = (client: number) => client } = known;
    this.#known = known;
    this.#byKey = indexOf(known.keys, standsFor);
    this.#byEmail = indexOf(known.emails, standsFor);
    this.#byPhone = indexOf(known.phones, standsFor);
    this.#byName = indexOf(known.names.map(foldedName), standsFor);
    this.#byWords = indexOf(known.names.map(sorted), standsFor);
    this.#kind = keyKindOf(known.keys, known.names);
  }

  /** The client by something surer than a name; `LEFT` where a number or an e-mail belongs to somebody of another name. */
  byKey(row: ListRow, phone: string): number {
    const numbered = row.number === '' ? undefined : this.#byKey.get(clientKey(row.number));
    if (numbered !== undefined && numbered >= 0) return this.#isNamed(numbered, row) ? numbered : LEFT;
    const mailed = this.#one(this.#byEmail, row.email, row);
    if (mailed >= 0) return this.#isNamed(mailed, row) ? mailed : LEFT;
    const phoned = this.#one(this.#byPhone, phone, row);
    return phoned >= 0 && this.#isNamed(phoned, row) ? phoned : NEW;
  }

  /** Whether all that is told of somebody leads to several clients. */
  isAnyOfSeveral({ name, number, email }: ListRow, phone: string): boolean {
    const several = (index: ReadonlyMap<string, number>, text: string) => index.get(text) === SEVERAL;
    return name === '' && number === '' && (several(this.#byEmail, email) || several(this.#byPhone, phone));
  }

  /** The client of that name; `SEVERAL` where there are more. */
  byName(row: ListRow): number {
    const exact = this.#one(this.#byName, foldedName(row.name), row);
    return exact === NEW ? this.#one(this.#byWords, sorted(row.name), row) : exact;
  }

  /** The key of a new client; blank where somebody else has it. */
  newKey(row: ListRow): string {
    const key = keyOfPerson(row, this.#kind);
    return this.#byKey.has(key) ? '' : key;
  }

  /** One with another customer number is another person, whatever else they share. */
  #one(index: ReadonlyMap<string, number>, text: string, row: ListRow): number {
    const found = text === '' ? undefined : index.get(text);
    if (found === undefined) return NEW;
    if (found === SEVERAL) return SEVERAL;
    const { keys, names, phones } = this.#known;
    const number = clientNumber(keys[found]!, names[found]!, phones[found]!);
    return number !== '' && row.number !== '' && number !== clientKey(row.number) ? NEW : found;
  }

  #isNamed(client: number, { name }: ListRow): boolean {
    const known = this.#known.names[client]!;
    const standsIn = known.includes('@') || (known === this.#known.keys[client] && /\d/.test(known));
    return name === '' || standsIn || !/\p{L}/u.test(known) || mayBeOne(name, known);
  }
}

/** Names that stand in a list for more than one person. */
function sharedNames(rows: readonly ListRow[], phones: readonly string[]): ReadonlySet<string> {
  const persons = new Map<string, string>();
  const shared = new Set<string>();
  rows.forEach(({ name, number, email }, at) => {
    const folded = foldedName(name);
    const person = [number, email, phones[at]].join('\0');
    if (folded === '') return;
    if ((persons.get(folded) ?? person) !== person) shared.add(folded);
    persons.set(folded, person);
  });
  return shared;
}

/**
 * Who each person of a list is. Nobody is guessed: a name that several clients or several lines bear, and a number or an e-mail of
 * somebody with another name, are noted and left out. `phones` are those of the rows as the world dials them; `forgotten` are rows of
 * people the shop must not know any more.
 */
export function matchList(
  rows: readonly ListRow[],
  phones: readonly string[],
  known: KnownPeople,
  issues: ListIssues,
  forgotten: ReadonlySet<number> = new Set(),
): MatchedList {
  const matcher = new Matcher(known);
  const shared = sharedNames(rows, phones);
  const clientOf = new Int32Array(rows.length).fill(LEFT);
  const keys = rows.map(() => '');
  const left = new Map<number, ListIssueCode>();
  const named = new Map<string, string>();
  /** A client's index, `NEW`, or why nobody can be told. */
  const whoIs = (row: ListRow, at: number): number | ListIssueCode => {
    const sure = matcher.byKey(row, phones[at]!);
    if (sure === LEFT) return 'other-name';
    if (sure >= 0) return sure;
    const name = foldedName(row.name);
    const byName = name === '' ? NEW : matcher.byName(row);
    if (byName === SEVERAL) return 'several-clients';
    if (byName >= 0) return shared.has(name) ? 'several-rows' : byName;
    const key = matcher.isAnyOfSeveral(row, phones[at]!) ? '' : matcher.newKey(row);
    if (key === '') return 'several-clients';
    if ((key === name && shared.has(name)) || (named.get(key) ?? name) !== name) return 'several-rows';
    named.set(key, name);
    keys[at] = key;
    return NEW;
  };
  rows.forEach((row, at) => {
    const found = forgotten.has(at) ? 'forgotten' : whoIs(row, at);
    if (typeof found === 'number') clientOf[at] = found;
    else left.set(at, found);
  });
  findAmongNew(rows, phones, known, { clientOf, keys }, left);
  for (const [at, why] of left) {
    const { line, name, email, phone, number } = rows[at]!;
    issues.note(why, line, why === 'forgotten' ? '' : name || email || phone || number);
  }
  return { clientOf, keys };
}

/** Rows left out for their name that share a number, an e-mail or a phone with somebody whom another row brings are theirs. */
function findAmongNew(
  rows: readonly ListRow[],
  phones: readonly string[],
  known: KnownPeople,
  { clientOf, keys }: { readonly clientOf: Int32Array; readonly keys: string[] },
  left: Map<number, ListIssueCode>,
): void {
  const unsure = [...left].filter(([, why]) => why !== 'forgotten');
  const fresh = new Map(keys.flatMap((key, at) => (clientOf[at] === NEW ? [[key, at] as const] : [])));
  if (unsure.length === 0 || fresh.size === 0) return;
  const shops = known.keys.length;
  const at = [...fresh.values()];
  const matcher = new Matcher({
    ...known,
    keys: [...known.keys, ...fresh.keys()],
    names: [...known.names, ...at.map((row) => rows[row]!.name || keys[row]!)],
    phones: [...known.phones, ...at.map((row) => phones[row]!)],
    emails: [...known.emails, ...at.map((row) => rows[row]!.email)],
  });
  for (const [row] of unsure) {
    const found = matcher.byKey(rows[row]!, phones[row]!);
    if (found < shops) continue;
    clientOf[row] = NEW;
    keys[row] = keys[at[found - shops]!]!;
    left.delete(row);
  }
}
