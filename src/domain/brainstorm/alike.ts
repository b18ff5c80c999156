import type { Brainstorm, Idea } from '../notebook/brainstorm';
import { ideasOn } from './heaps';

/** Shorter words, such as "the" and "not", say little about what an idea is about. */
const SHORTEST_WORD = 4;
/** "delivery" and "deliveries", "price" and "prices" begin alike. */
const BEGINNING = 5;

/** The beginnings of an idea's words, without case and accents. */
function beginnings(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_WORD);
  return new Set(words.map((word) => word.slice(0, BEGINNING)));
}

/** Two ideas that may say the same because they share words; only ever a hint. */
export interface AlikePair {
  readonly one: Idea;
  readonly other: Idea;
  /** Words shared, at least 1. */
  readonly shared: number;
}

/** Pairs of ideas of which at least one lies alone and that do not lie together, most words in common first, at most `most`; each lone idea stands in one pair. */
export function alikePairs(storm: Brainstorm, most = 3): readonly AlikePair[] {
  const words = new Map(storm.ideas.map((idea) => [idea.id, beginnings(idea.text)]));
  const pairs = ideasOn(storm, null).flatMap((one) =>
    storm.ideas
      .filter((other) => other.id !== one.id)
      .map((other) => ({ one, other, shared: inBoth(words.get(one.id)!, words.get(other.id)!) }))
      .filter(({ shared }) => shared > 0),
  );
  const used = new Set<string>();
  const best: AlikePair[] = [];
  for (const pair of pairs.sort((a, b) => b.shared - a.shared)) {
    const isFree = !used.has(pair.one.id) && (pair.other.heap !== null || !used.has(pair.other.id));
    if (!isFree || best.length === most) continue;
    best.push(pair);
    used.add(pair.one.id).add(pair.other.id);
  }
  return best;
}

const inBoth = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((word) => other.has(word)).length;
