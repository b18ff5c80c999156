import type { AnswerKind } from '../notebook/answer';
import type { ReasonGroup } from '../notebook/reason';

/** What must hold for a question to be put; it may look only at questions before it. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** Answered with something other than "I do not know". */
  | { readonly kind: 'answered'; readonly question: string }
  | { readonly kind: 'choice'; readonly question: string; readonly values: readonly string[] }
  /** Any of the reasons named is of the group, or is a human mistake in the catalogue. */
  | { readonly kind: 'group'; readonly question: string; readonly group: ReasonGroup }
  | { readonly kind: 'human'; readonly question: string }
  /** Reasons are named, and all of them count as one of these. */
  | { readonly kind: 'only'; readonly question: string; readonly reasons: readonly string[] };

/** Parts of the conversation, each with a heading of its own. */
export const CHAPTERS = ['known', 'staff', 'contact', 'client', 'truth', 'decision'] as const;
export type Chapter = (typeof CHAPTERS)[number];

/**
 * One screen of the conversation. Its words are `ask.<id>`, `ask.<id>.why` and, for each option, `ask.<id>.<option>`.
 * `screen` says what is drawn around the answer where a plain one is not enough.
 */
export interface Question {
  readonly id: string;
  readonly chapter: Chapter;
  readonly answer: Exclude<AnswerKind, 'skip'>;
  readonly screen?: 'story' | 'views' | 'person' | 'script' | 'severity' | 'gain' | 'verdict';
  readonly options?: readonly string[];
  /** Options whose order says something, such as 1 to 5, are not shuffled. */
  readonly inOrder?: boolean;
  /** Whose answer it is, unless the person says otherwise. */
  readonly source: 'client' | 'staff' | 'owner';
  /** Unit and limits of a number. */
  readonly number?: { readonly unit: 'money' | 'minutes' | 'percent'; readonly most: number };
  readonly when?: Condition;
}

/** The conversation as data: which questions there are, in which order, under which conditions. */
export interface QuestionSet {
  readonly id: string;
  readonly version: number;
  readonly questions: readonly Question[];
}
