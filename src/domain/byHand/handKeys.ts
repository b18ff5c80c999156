import { foldedName } from '../intake/values/cleanText';
import { clientKey } from '../intake/values/clientKey';
import { isNobody } from '../intake/values/nobody';
import type { NewClient } from './handSale';

const CONTROL = /\p{Cc}+/gu;

/** A text as it is stored: one line, without outer blanks. */
export const handText = (text: string): string => text.normalize('NFC').replace(CONTROL, ' ').trim();

/** Whether a name says who somebody is; "Guest" and the like stand for everybody who gave none. */
export const namesSomebody = (name: string): boolean => {
  const folded = foldedName(handText(name));
  return folded !== '' && !isNobody(folded);
};

/** What another person of a name is stored under: "anna vos (2)". */
const countedKey = (folded: string, count: number): string => `${folded} (${count})`;

/** The name under which clients were told apart by hand: "anna vos" for "anna vos (2)" too. */
export const uncountedKey = (key: string): string => key.replace(/ \(\d+\)$/, '');

/**
 * What a client written down by hand is stored under, as a file would store them: the number, else the name, whatever its case and
 * blanks. Another person of a name that is taken gets the first number behind the name that is free.
 */
export function handKey({ name, number, another }: NewClient, isTaken: (key: string) => boolean): string {
  const own = clientKey(handText(number));
  if (own !== '') return own;
  const folded = foldedName(handText(name));
  if (!another || !isTaken(folded)) return folded;
  let count = 2;
  while (isTaken(countedKey(folded, count))) count++;
  return countedKey(folded, count);
}
