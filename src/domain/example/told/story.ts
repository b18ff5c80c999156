import type { Severity, Sureness } from '../../notebook/answer';
import type { OTHERS, Verdict } from '../../reasons/conversation';

/** Why a client of the example shop left: what they say, what the staff think, and what is found when one keeps asking. */
export interface Story {
  readonly stated: readonly string[];
  readonly real: readonly string[];
  readonly sure: Sureness;
  readonly words: string;
  /** Each answers "why?" about the one before. */
  readonly whys: readonly string[];
  readonly wish: string;
  readonly severity: Severity;
  readonly human: boolean;
  readonly competitor: string;
  /** What the two who are still there believe. */
  readonly staff: readonly { readonly reasons: readonly string[]; readonly words: string }[];
  readonly todo: string;
  /** Percent; one of `CHANCES`. */
  readonly chance: number;
  /** Cents, and minutes of work. */
  readonly cost: number;
  readonly minutes: number;
  readonly others: (typeof OTHERS)[number];
  readonly verdict: Verdict;
}
