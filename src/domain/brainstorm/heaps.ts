import type { Brainstorm, Heap, Idea } from '../notebook/brainstorm';

export const LONGEST_HEAP_NAME = 120;

/** The ideas that lie on a heap, or alone (`null`), in the order in which they were said. */
export const ideasOn = ({ ideas }: Brainstorm, heap: string | null): readonly Idea[] =>
  ideas.filter((idea) => idea.heap === heap);

/** Lays an idea on a heap, or beside all of them (`null`); nothing changes where either is not there. */
export function layOn(storm: Brainstorm, idea: string, heap: string | null): Brainstorm {
  if (heap !== null && !storm.heaps.some(({ id }) => id === heap)) return storm;
  return { ...storm, ideas: storm.ideas.map((one) => (one.id === idea ? { ...one, heap } : one)) };
}

const named = (name: string): string => name.trim().replace(/\s+/g, ' ').slice(0, LONGEST_HEAP_NAME);

/** A heap with a name, and the ideas laid on it at once; nothing changes for an id already there or a blank name. */
export function newHeap(
  storm: Brainstorm,
  id: string,
  name: string,
  ideas: readonly string[] = [],
): Brainstorm {
  const title = named(name);
  if (title === '' || storm.heaps.some((heap) => heap.id === id)) return storm;
  const heap: Heap = { id, name: title, reason: null, votes: 0 };
  const grown: Brainstorm = { ...storm, heaps: [...storm.heaps, heap] };
  return ideas.reduce((laid, idea) => layOn(laid, idea, id), grown);
}

const changedHeap = (storm: Brainstorm, id: string, says: Partial<Heap>): Brainstorm => ({
  ...storm,
  heaps: storm.heaps.map((heap) => (heap.id === id ? { ...heap, ...says } : heap)),
});

/** Another name for a heap; a blank one changes nothing. */
export function renameHeap(storm: Brainstorm, id: string, name: string): Brainstorm {
  const title = named(name);
  return title === '' ? storm : changedHeap(storm, id, { name: title });
}

/** Takes a heap apart: its ideas lie alone again. */
export const removeHeap = (storm: Brainstorm, id: string): Brainstorm => ({
  ...storm,
  heaps: storm.heaps.filter((heap) => heap.id !== id),
  ideas: storm.ideas.map((idea) => (idea.heap === id ? { ...idea, heap: null } : idea)),
});

/** The reason of the catalogue that a heap stands for; `null` takes it back. */
export const chooseReason = (storm: Brainstorm, id: string, reason: string | null): Brainstorm =>
  changedHeap(storm, id, { reason });

/** Heaps by falling votes, those with as many in the order in which they were made. */
export const byVotes = ({ heaps }: Brainstorm): readonly Heap[] =>
  heaps.toSorted((a, b) => b.votes - a.votes);
