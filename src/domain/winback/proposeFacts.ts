import type { Day } from '../kernel/day';
import type { StatusCode } from '../loss/status';
import type { Severity } from '../notebook/answer';
import type { Employee } from '../notebook/person';
import type { Channel } from '../notebook/plan';
import type { Reason } from '../notebook/reason';
import { traitsOf, type Traits } from '../reasons/catalogue';
import type { Chain } from './playbooks';

/** What the client's card says that a plan must heed (method.md [5.10]). */
export interface ClientWishes {
  /** The channel the client likes. */
  readonly preferred: Channel | null;
  /** Id of the person they like to deal with. */
  readonly likes: string | null;
  /** What pleases them; empty where nothing is written. */
  readonly tastes: string;
  /** Month 1-12 and date 1-31. */
  readonly birthday: { readonly month: number; readonly date: number } | null;
  readonly address: string;
}

export const noWishes: ClientWishes = {
  preferred: null,
  likes: null,
  tastes: '',
  birthday: null,
  address: '',
};

/** Everything that a plan is proposed from: the fields of a case file, of what is known, and of the card. Money in cents. */
export interface PlanFacts {
  readonly today: Day;
  readonly doNotContact: boolean;
  readonly status: StatusCode;
  readonly visits: number;
  readonly lastVisit: Day;
  readonly lostDate: Day;
  readonly interval: number;
  readonly yearlyValue: number;
  readonly margin: number;
  readonly years: number;
  /** Null where the owner has not said. */
  readonly hourCost: number | null;
  /** Place by yearly value, 1 for the dearest, and how many have one. */
  readonly rank: number;
  readonly ranked: number;
  readonly phone: string;
  readonly email: string;
  readonly lostBy: string | null;
  /** Who served them, best first. */
  readonly servedBy: readonly { readonly person: string }[];
  /** The reason as it counts; null where none is known. */
  readonly reason: string | null;
  readonly severity: Severity | null;
  readonly human: boolean;
  readonly wish: string;
  readonly wishes: ClientWishes;
  /** What they owe, cents; 0 where nothing or nobody said. */
  readonly debt: number;
  readonly employees: readonly Employee[];
  readonly reasons: readonly Reason[];
  readonly chains: readonly Chain[];
  /** The chain the owner chose; null for the best one. */
  readonly playbook: string | null;
  /** Why a client lost twice is pursued all the same; null where they are not (method.md [2.5]). */
  readonly override: string | null;
}

/** How dear a client is: the first fifth by value, the upper half, the rest (method.md [3.5]). */
export type ValueClass = 'best' | 'upper' | 'lower';

/** What follows at once from the facts. */
export interface Reading {
  readonly traits: Traits | null;
  /** A human mistake, or a catastrophe in the client's eyes (method.md [4.8], [4.9]). */
  readonly serious: boolean;
  readonly ours: boolean;
  readonly value: ValueClass;
  /** Days since the last purchase, and weeks since the loss. */
  readonly silence: number;
  readonly weeks: number;
  readonly months: number;
}

const BEST_SHARE = 0.2;
const UPPER_SHARE = 0.5;
const CATASTROPHE = 4;
const DAYS_A_MONTH = 365 / 12;

/** A client's value class by place, see `ValueClass`. */
export const valueClass = (rank: number, ranked: number): ValueClass =>
  rank <= Math.max(1, ranked * BEST_SHARE) ? 'best' : rank <= ranked * UPPER_SHARE ? 'upper' : 'lower';

/** The facts as the rules of the proposal look at them. */
export function readFacts(facts: PlanFacts): Reading {
  const traits = facts.reason === null ? null : (traitsOf(facts.reasons, facts.reason) ?? null);
  const silence = Math.max(0, facts.today - facts.lastVisit);
  return {
    traits,
    serious: facts.human || (facts.severity ?? 0) >= CATASTROPHE,
    ours: traits?.group === 'ours',
    value: valueClass(facts.rank, facts.ranked),
    silence,
    weeks: Math.max(0, (facts.today - facts.lostDate) / 7),
    months: Math.round(silence / DAYS_A_MONTH),
  };
}
