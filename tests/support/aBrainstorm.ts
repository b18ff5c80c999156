import { parseIsoDay } from '../../src/domain/kernel/day';
import type { Brainstorm, Heap, Idea } from '../../src/domain/notebook/brainstorm';

export const anIdea = (id: string, text: string, heap: string | null = null): Idea => ({ id, text, heap });

export const aHeap = (id: string, facts: Partial<Heap> = {}): Heap => ({
  id,
  name: id,
  reason: null,
  votes: 0,
  ...facts,
});

/** A brainstorm that has just begun; the facts say how far it has come. */
export const aBrainstorm = (facts: Partial<Brainstorm> = {}): Brainstorm => ({
  kind: 'brainstorm',
  id: 'storm-1',
  rev: 1,
  madeAt: Date.UTC(2026, 10, 20),
  changedAt: Date.UTC(2026, 10, 20),
  day: parseIsoDay('2026-11-20'),
  title: 'Autumn evening',
  stage: 'collect',
  ideas: [],
  heaps: [],
  dots: 3,
  voters: 0,
  ...facts,
});
