import type { Day, Month } from '../kernel/day';
import type { Source } from '../notebook/answer';
import type { ReasonGroup, ReasonType } from '../notebook/reason';

/** Nobody was asked about the client; and: asked, but nobody knows. Both stay visible in every total. */
export const NOT_ASKED = 'not-asked';
export const UNKNOWN = 'unknown';

/**
 * Whose word counts. `best`: the real reason where it was found, else what the client said, else the staff, else the brainstorm;
 * `stated`: what clients said themselves; `real`: what it really was; `staff`: what staff and brainstorms believe.
 */
export const VIEWS = ['best', 'stated', 'real', 'staff'] as const;
export type View = (typeof VIEWS)[number];

/** What lost money is sorted by. */
export const DIMENSIONS = ['reason', 'group', 'type', 'employee', 'product', 'competitor', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One line of a table of lost money. Lines of one table sum exactly to the yearly loss of the shop, cents. */
export interface MoneyLine {
  /** Id of a reason, group, type or person, a product's or competitor's name, a `Month` as text; or `NOT_ASKED`, `UNKNOWN`, `NO_KEY`. */
  readonly key: string;
  readonly cents: number;
  /** Clients with a part in it; one with two reasons counts under both. */
  readonly clients: number;
}

/** Lost money that has no employee, product or competitor. */
export const NO_KEY = '';
/** All products or competitors beyond the largest, in one line. */
export const REST = 'rest';

/** How much of the lost money has a reason, and from whom. */
export interface Coverage {
  /** Yearly loss of clients with a known reason, and by whose word, cents. */
  readonly known: number;
  readonly bySource: Readonly<Record<Source, number>>;
  readonly knownClients: number;
  /** Of `known`, what rests on answers older than a year. */
  readonly old: number;
  /** Fewer than 10 clients have a reason, or less than a fifth of the money: shares say little yet. */
  readonly thin: boolean;
}

/** The type of reason that one side names most, with its share 0-1 of the money. */
export interface MostNamed {
  readonly type: ReasonType;
  readonly share: number;
}

/** Two views of why clients left, over the clients of whom both are known. */
interface Gap {
  readonly clients: number;
  /** Their yearly loss, cents: shares are of it. */
  readonly cents: number;
  /** Yearly loss of which the two name different types, cents. */
  readonly apart: number;
}

/** What the staff believe against what clients say; null where of no client both are known. */
export interface BeliefGap extends Gap {
  readonly staff: MostNamed;
  readonly client: MostNamed;
}

/** What clients say against what it really was; null where of no client both are known. */
export interface StatedGap extends Gap {
  readonly client: MostNamed;
  readonly real: MostNamed;
}

/** Losses of the last ripe 91 days beside the 91 before, by reason (view `best`). */
export interface QuarterChange {
  readonly from: Day;
  readonly until: Day;
  readonly lines: readonly {
    readonly key: string;
    readonly cents: number;
    readonly clients: number;
    readonly centsBefore: number;
    readonly clientsBefore: number;
  }[];
}

/** Whether losses for a cause fell after it was removed; months are counted from the day it was done. */
export interface CauseEffect {
  readonly cause: string;
  /** Yearly loss for the reason today, cents. */
  readonly lossNow: number;
  /** Null until it is done and something can be seen. `months` is the length compared on either side, 1-12. */
  readonly effect: {
    readonly months: number;
    readonly clientsBefore: number;
    readonly clientsAfter: number;
    readonly centsBefore: number;
    readonly centsAfter: number;
    /** Share (0-1) of the clients lost on either side whose reason is known; where fewer were asked after it, a fall says less. */
    readonly knownBefore: number;
    readonly knownAfter: number;
    /** Chance (0-1) to see so few losses or fewer if nothing had changed; small means the fall is hardly an accident. */
    readonly accident: number;
  } | null;
}

/** Why clients left, weighed in money (method.md [4.12]). All sums in cents a year. */
export interface ReasonsReport {
  readonly asOf: Day;
  readonly ripeUntil: Day;
  readonly lost: number;
  readonly lostClients: number;
  readonly tables: Readonly<Record<View, Readonly<Record<Dimension, readonly MoneyLine[]>>>>;
  readonly coverage: Coverage;
  readonly gap: BeliefGap | null;
  readonly statedGap: StatedGap | null;
  readonly quarter: QuarterChange;
  readonly causes: readonly CauseEffect[];
  readonly months: { readonly first: Month; readonly length: number };
}

export type { ReasonGroup };
