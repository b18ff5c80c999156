import type { Day } from '../kernel/day';
import type { GivenAnswer, Severity, Source, Sureness, WeightedReason } from './answer';
import type { EntryOf } from './entry';

/** The guided conversation about one lost client, finished or not; one a client and loss. */
export interface Interview extends EntryOf<'interview'> {
  readonly client: number;
  /** The question set it was begun with; the present one reads it (see `reasons/engine`). */
  readonly questions: string;
  readonly version: number;
  readonly startedOn: Day;
  /** Question id -> answer. Answers to questions that a newer set no longer asks stay, unread. */
  readonly answers: Readonly<Record<string, GivenAnswer>>;
  /** The day "check your answers" was confirmed; null while it is open. */
  readonly doneOn: Day | null;
}

/**
 * Why a client left, according to somebody: from the quick form, a survey or a brainstorm. What an interview says is read out of it
 * in the same form (`statementsOf`).
 */
export interface Claim {
  readonly client: number;
  /** What they said, or what it really was (method.md [4.7]). */
  readonly role: 'stated' | 'real';
  readonly source: Source;
  /** A person's id; null where nobody was named. */
  readonly author: string | null;
  readonly reasons: readonly WeightedReason[];
  readonly sure: Sureness;
  readonly severity: Severity | null;
  /** A human mistake? Null: as the catalogue says. */
  readonly human: boolean | null;
  readonly competitor: string;
  readonly words: string;
  readonly day: Day;
}

export interface Statement extends EntryOf<'statement'>, Claim {
  /** The survey, round or brainstorm it came from; null for the quick form. */
  readonly from: string | null;
}
