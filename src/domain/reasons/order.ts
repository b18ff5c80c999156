import { REASON_GROUPS, type Reason, type ReasonGroup } from '../notebook/reason';

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A number 0 <= n < 2^32 that looks drawn by lot and is always the same for the same text (FNV-1a, then murmur3's last mixing). */
function lot(text: string): number {
  let mixed = FNV_START;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), FNV_PRIME);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Every id has a lot of its own, so that one more reason never shuffles the others anew. */
function byLot<T>(items: readonly T[], seed: string, idOf: (item: T) => string): T[] {
  const drawn = items.map((item) => ({ item, id: idOf(item), lot: lot(`${seed}\n${idOf(item)}`) }));
  return drawn.sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1)).map(({ item }) => item);
}

/** The same list with the first item that `may` lead moved to the front; as it is where none may. */
function ledBy<T>(items: readonly T[], may: (item: T) => boolean): T[] {
  const first = items.findIndex(may);
  return first <= 0 ? [...items] : [items[first]!, ...items.slice(0, first), ...items.slice(first + 1)];
}

/** Plain options in the order in which one client's conversation (`seed`) offers them: by lot, and always the same. */
export const shuffledOptions = (options: readonly string[], seed: string): readonly string[] =>
  byLot(options, seed, (option) => option);

/**
 * Reasons in the order in which one client's form (`seed`) offers them: by lot, always the same, and price never first where there is
 * any other. One firm had 90 % "price" because it stood first.
 */
export const shuffled = <T extends Pick<Reason, 'id' | 'type'>>(
  reasons: readonly T[],
  seed: string,
): readonly T[] =>
  ledBy(
    byLot(reasons, seed, ({ id }) => id),
    ({ type }) => type !== 'price',
  );

/** Reasons of one of the three groups (method.md [4.2]). */
export interface GroupOfReasons<T> {
  readonly group: ReasonGroup;
  readonly reasons: readonly T[];
}

/** The same for forms that show the three groups apart: groups by lot, those without a reason left out, price never first in any. */
export function groupsInOrder<T extends Pick<Reason, 'id' | 'type' | 'group'>>(
  reasons: readonly T[],
  seed: string,
): readonly GroupOfReasons<T>[] {
  const groups = byLot(REASON_GROUPS, seed, (group) => group)
    .map((group) => ({
      group,
      reasons: shuffled(
        reasons.filter((reason) => reason.group === group),
        seed,
      ),
    }))
    .filter(({ reasons: members }) => members.length > 0);
  return ledBy(groups, ({ reasons: members }) => members[0]!.type !== 'price');
}
