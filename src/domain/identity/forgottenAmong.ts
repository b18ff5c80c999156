import { keyKindOf } from '../intake/list/keyOfPerson';
import { foldedName } from '../intake/values/cleanText';
import { clientKey, phoneKey } from '../intake/values/clientKey';
import type { Forgetful } from './forgetful';

/** People by what they are told apart by, and what is said of them. */
interface People {
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/**
 * For each of the people a file brings the place of the forgotten client they are, `undefined` for anybody else. The key counts, and
 * where the shop knows nobody by it the e-mail and the name, so that nobody comes back under another key. Where numbers tell
 * clients apart, somebody of the same name may be somebody else: there the phone has to be the same too.
 */
export function forgottenAmong(
  people: People,
  forgotten: Forgetful | undefined,
  known: Pick<People, 'keys' | 'names'>,
): readonly (number | undefined)[] {
  if (!forgotten) return [];
  const live = new Set(known.keys);
  const areNumbered = keyKindOf(known.keys, known.names) === 'number';
  const placeOf = (text: string) => (text === '' ? undefined : forgotten.placeOf(text));
  return people.keys.map((key, k) => {
    const place = placeOf(key);
    if (place !== undefined || live.has(key)) return place;
    const mailed = placeOf(clientKey(people.emails[k] ?? ''));
    if (mailed !== undefined) return mailed;
    const named = placeOf(foldedName(people.names[k] ?? ''));
    const isSure = !areNumbered || placeOf(phoneKey(people.phones[k] ?? '')) === named;
    return isSure ? named : undefined;
  });
}
