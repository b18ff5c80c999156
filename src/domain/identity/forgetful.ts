import { sha256 } from '../kernel/sha256';
import type { Forgotten } from '../notebook/forgotten';

const bytes = new TextEncoder();

/** What is kept of a number, name or address of a client who was forgotten: nobody can read it, but the same text is known again. */
export const markOf = (salt: string, key: string): string => sha256(bytes.encode(`${salt}\0${key}`));

/** Knows the clients again who were forgotten. */
export interface Forgetful {
  /** The place a text leads to that a forgotten client was known by; `undefined` for anybody else's. */
  readonly placeOf: (key: string) => number | undefined;
  readonly places: ReadonlySet<number>;
}

/** `undefined` where nobody was forgotten, so that nothing has to be compared. */
export function forgetfulOf(
  entries: readonly Pick<Forgotten, 'client' | 'salt' | 'marks'>[],
): Forgetful | undefined {
  if (entries.length === 0) return undefined;
  const bySalt = new Map<string, Map<string, number>>();
  for (const { client, salt, marks } of entries) {
    const places = bySalt.get(salt) ?? new Map<string, number>();
    bySalt.set(salt, places);
    for (const mark of marks) if (!places.has(mark)) places.set(mark, client);
  }
  return {
    places: new Set(entries.map(({ client }) => client)),
    placeOf: (key) => {
      for (const [salt, places] of bySalt) {
        const place = places.get(markOf(salt, key));
        if (place !== undefined) return place;
      }
      return undefined;
    },
  };
}
