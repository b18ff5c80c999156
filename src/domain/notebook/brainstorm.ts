import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/** The stages of a brainstorm, in order. Stored: never rename. */
export const BRAINSTORM_STAGES = ['collect', 'group', 'vote', 'attach', 'done'] as const;
export type BrainstormStage = (typeof BRAINSTORM_STAGES)[number];

export interface Idea {
  readonly id: string;
  readonly text: string;
  /** The heap it was laid on; null while it lies alone. */
  readonly heap: string | null;
}

/** Ideas that say the same. */
export interface Heap {
  readonly id: string;
  readonly name: string;
  /** The reason of the catalogue it stands for; null until it is chosen. */
  readonly reason: string | null;
  readonly votes: number;
}

/** Staff and loyal clients say freely why clients leave, group what is alike, and vote before anybody sees the figures (method.md [4.3]). */
export interface Brainstorm extends EntryOf<'brainstorm'> {
  readonly day: Day;
  readonly title: string;
  readonly stage: BrainstormStage;
  readonly ideas: readonly Idea[];
  readonly heaps: readonly Heap[];
  /** Dots that each person may give, and how many people have voted. */
  readonly dots: number;
  readonly voters: number;
}
