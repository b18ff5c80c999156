import { uncountedKey } from '../byHand/handKeys';
import { foldedName } from '../intake/values/cleanText';
import { nameWords } from './alikeName';

/** Why two clients may be one: from the surest to the weakest. */
export const SAME_REASONS = ['email', 'phone', 'spelling', 'order'] as const;
export type SameReason = (typeof SAME_REASONS)[number];

/** Two clients who may be one, by client index, the smaller first. */
export interface SamePair {
  readonly one: number;
  readonly two: number;
  readonly reason: SameReason;
  /** How sure it is, 0-1; a measure to sort by, not a chance. */
  readonly sure: number;
}

/** What is known of the clients, by client index; phones as the world dials them, blank where they are not known. */
export interface KnownClients {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** So many clients under one phone or name are a shop's own number, or a name that many bear. */
const MOST_IN_BLOCK = 6;

/** A customer's number, as opposed to a name or address that stands for one; blank where there is none. */
export function clientNumber(key: string, name: string, phone: string): string {
  if (key.includes('@') || uncountedKey(key) === foldedName(name)) return '';
  const digits = key.replace(/\D/g, '');
  return digits.length >= 7 && phone.endsWith(digits.slice(-7)) ? '' : key;
}

/** Those who share a text, as groups of two and more. */
class Blocks {
  readonly #first = new Map<string, number>();
  readonly #more = new Map<string, number[]>();

  add(text: string, client: number): void {
    if (text === '') return;
    const first = this.#first.get(text);
    if (first === undefined) {
      this.#first.set(text, client);
      return;
    }
    const group = this.#more.get(text);
    if (group) group.push(client);
    else this.#more.set(text, [first, client]);
  }

  each(tell: (one: number, two: number) => void): void {
    for (const group of this.#more.values()) {
      if (group.length > MOST_IN_BLOCK) continue;
      group.forEach((one, k) => {
        for (const two of group.slice(k + 1)) tell(one, two);
      });
    }
  }
}

/**
 * Clients who may be the same person, the surest first: one e-mail or phone under two names, or names that differ in case, accents, the
 * order of words or the legal form only. Never two whose customer numbers and phones both differ, nor two of one name who were written
 * down as two people, nor a pair that was decided upon.
 * `among` are the clients to compare.
 */
export function samePairs(
  { keys, names, phones, emails }: KnownClients,
  among: readonly number[],
  isDecided: (one: number, two: number) => boolean,
): SamePair[] {
  const [byEmail, byPhone, byName] = [new Blocks(), new Blocks(), new Blocks()];
  const inOrder: string[] = [];
  const sorted: string[] = [];
  for (const client of among) {
    byEmail.add(emails[client]!.trim().toLowerCase(), client);
    byPhone.add(phones[client]!, client);
    const words = nameWords(names[client]!);
    inOrder[client] = words.join(' ');
    const key = (sorted[client] = words.sort().join(' '));
    if (/\p{L}/u.test(key)) byName.add(key, client);
  }
  const pairs = new Map<string, SamePair>();
  const numberOf = (client: number) => clientNumber(keys[client]!, names[client]!, phones[client]!);
  const differ = (a: string, b: string) => a !== '' && b !== '' && a !== b;
  const propose = (reason: SameReason) => (a: number, b: number) => {
    const [one, two] = a < b ? [a, b] : [b, a];
    const id = `${one}/${two}`;
    if (pairs.has(id) || isDecided(one, two)) return;
    const [oneNumber, twoNumber] = [numberOf(one), numberOf(two)];
    const namedApart = oneNumber + twoNumber === '' && uncountedKey(keys[one]!) === uncountedKey(keys[two]!);
    if (namedApart) return;
    const otherNumber = differ(oneNumber, twoNumber);
    const otherPhone = differ(phones[one]!, phones[two]!);
    if (otherNumber && otherPhone) return;
    const alike = sorted[one] === sorted[two];
    const sure = sureness(reason, alike) - (otherNumber ? 0.2 : 0) - (otherPhone ? 0.25 : 0);
    pairs.set(id, { one, two, reason, sure });
  };
  byEmail.each(propose('email'));
  byPhone.each(propose('phone'));
  byName.each((one, two) => propose(inOrder[one] === inOrder[two] ? 'spelling' : 'order')(one, two));
  return [...pairs.values()].sort((a, b) => b.sure - a.sure || a.one - b.one || a.two - b.two);
}

const WEIGHTS: Readonly<Record<SameReason, number>> = { email: 0.8, phone: 0.6, spelling: 0.75, order: 0.7 };

const sureness = (reason: SameReason, alike: boolean): number =>
  reason === 'email' || reason === 'phone' ? WEIGHTS[reason] + (alike ? 0.15 : 0) : WEIGHTS[reason];
