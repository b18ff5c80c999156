import type { Day } from '../kernel/day';

/** A reason with its part in the whole; the weights of one answer need not sum to anything. */
export interface WeightedReason {
  readonly reason: string;
  readonly weight: number;
}

/** Where knowledge comes from (method.md [4.3]). Stored: never rename. */
export const SOURCES = ['client', 'staff', 'owner', 'brainstorm'] as const;
export type Source = (typeof SOURCES)[number];

/** How sure whoever says so is. Stored: never rename. */
export const SURENESS = ['sure', 'likely', 'guess'] as const;
export type Sureness = (typeof SURENESS)[number];

/** 1 trifle, 2 nuisance, 3 problem, 4 catastrophe, 5 end of the world, in the client's eyes (method.md [4.8]). */
export type Severity = 1 | 2 | 3 | 4 | 5;

/** What one employee says about why a client left. */
export interface StaffView {
  readonly person: string;
  readonly reasons: readonly WeightedReason[];
  readonly words: string;
}

/** What can be answered to a question. `skip` is "I do not know", which is an answer; a question without one was not asked yet. */
export type Answer =
  | { readonly kind: 'seen' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  /** Five whys: each text answers "why?" about the one before; `root` when the last is a cause that one can act on. */
  | { readonly kind: 'chain'; readonly texts: readonly string[]; readonly root: boolean }
  | { readonly kind: 'reasons'; readonly reasons: readonly WeightedReason[]; readonly sure: Sureness }
  | { readonly kind: 'views'; readonly views: readonly StaffView[] }
  | { readonly kind: 'number'; readonly value: number };

export type AnswerKind = Answer['kind'];

/** An answer with when it was given, who said so, and who wrote it down (a person's id; null where nobody was named). */
export interface GivenAnswer {
  readonly answer: Answer;
  readonly day: Day;
  readonly source: Source;
  readonly author: string | null;
}
