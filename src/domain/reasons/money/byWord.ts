import { foldedText } from '../../sales/foldedText';
import type { Known } from '../knowledge';
import { NO_KEY, NOT_ASKED, UNKNOWN, VIEWS, type View } from '../reasonsReport';
import type { Division } from './division';
import { isReason, type Counted, type KnownClients } from './known';

/** Names of competitors by how they are written when small letters, accents and blanks do not count. */
export type Spelling = ReadonlyMap<string, string>;

/** A part of a client's money, under a key. */
type Part = readonly [key: string, part: number];

/** Lost money by reason, as one view has it. */
export const byReason = (clients: number, known: KnownClients, view: View): Division =>
  divided(clients, known, view, ({ reasons }) => reasons.map(({ reason, weight }) => [reason, weight]));

/** Lost money by whose doing it was, or by what it was about (method.md [4.2], [4.10]). */
export const byTrait = (
  clients: number,
  known: KnownClients,
  view: View,
  counted: Counted,
  trait: 'group' | 'type',
): Division =>
  divided(clients, known, view, ({ reasons }) =>
    reasons.map(({ reason, weight }) => [
      isReason(reason) ? (counted(reason)?.[trait] ?? UNKNOWN) : reason,
      weight,
    ]),
  );

/** Lost money by the competitor to whom clients went; the whole of a client who named one. */
export function byCompetitor(clients: number, known: KnownClients, view: View, spelling: Spelling): Division {
  return divided(clients, known, view, ({ reasons, competitor }) => {
    const name = competitor === '' ? undefined : spelling.get(foldedText(competitor));
    if (name !== undefined) return [[name, 1]];
    return reasons.map(({ reason, weight }) => [isReason(reason) ? NO_KEY : reason, weight]);
  });
}

/** One name for each competitor however it was written: the commonest, of equally common ones the first of the alphabet. */
export function spellings(known: KnownClients): Spelling {
  const counts = new Map<string, Map<string, number>>();
  for (const views of known.values())
    for (const view of VIEWS) {
      const name = views[view].competitor.trim();
      if (name === '') continue;
      const fold = foldedText(name);
      const written = counts.get(fold) ?? new Map<string, number>();
      written.set(name, (written.get(name) ?? 0) + 1);
      counts.set(fold, written);
    }
  return new Map(
    [...counts].map(([fold, written]) => {
      const [first] = [...written].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
      return [fold, first![0]];
    }),
  );
}

function divided(
  clients: number,
  known: KnownClients,
  view: View,
  partsOf: (known: Known) => readonly Part[],
): Division {
  const slots = new Map<string, number>();
  const start = new Uint32Array(clients + 1);
  const key: number[] = [];
  const part: number[] = [];
  for (let place = 0; place < clients; place++) {
    const views = known.get(place);
    if (views)
      for (const [name, weight] of merged(partsOf(views[view]))) {
        if (!slots.has(name)) slots.set(name, slots.size);
        key.push(slots.get(name)!);
        part.push(weight);
      }
    start[place + 1] = key.length;
  }
  return {
    keys: [...slots.keys(), NOT_ASKED],
    shares: { start, key: Uint32Array.from(key), part: Float64Array.from(part) },
  };
}

function merged(parts: readonly Part[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [name, weight] of parts) weights.set(name, (weights.get(name) ?? 0) + weight);
  return weights;
}
