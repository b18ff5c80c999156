import type { SameReason } from '../domain/identity/proposals';
import type { Day } from '../domain/kernel/day';
import type { Headline } from '../domain/loss/headline';
import type { StatusCode } from '../domain/loss/status';
import type { SameClient } from '../domain/notebook/sameClient';

/** One of two clients who may be the same; money in cents a year. */
export interface SameSide {
  readonly client: number;
  readonly name: string;
  /** The customer's number; blank where the name or an address stands for one. */
  readonly number: string;
  readonly phone: string;
  readonly email: string;
  readonly status: StatusCode;
  readonly visits: number;
  readonly lastVisit: number;
  readonly yearlyValue: number;
}

/** Two clients who may be one, and why. */
export interface SameProposal {
  readonly reason: SameReason;
  /** The one who would be kept: who came more often, or last. */
  readonly kept: SameSide;
  readonly other: SameSide;
}

export interface SameProposals {
  /** The surest first, at most the first hundred. */
  readonly proposals: readonly SameProposal[];
  /** How many there are in all. */
  readonly found: number;
}

/** How a merge changes the shop's figures: lost clients more (or fewer), and cents of loss a year more (or less). */
export interface SameEffect {
  readonly lost: number;
  readonly loss: number;
}

/** A client who was merged into another one. */
export interface MergedClient {
  /** Id of the decision. */
  readonly id: string;
  readonly client: number;
  readonly name: string;
  readonly decidedOn: Day;
}

/** Questions about clients who are two and one. */
export interface SameJobs {
  sameProposals: { input: { shopId: string; today: Day }; output: SameProposals };
  /** What merging two clients would change; nothing is kept. Null for a shop without sales. */
  sameEffect: {
    input: { shopId: string; client: number; other: number; today: Day };
    output: SameEffect | null;
  };
  /** Who was merged into a client. */
  sameAs: { input: { shopId: string; client: number }; output: readonly MergedClient[] };
  /** Who a client was merged into, and what both are called; null for a client who stands for themselves. */
  keptFor: {
    input: { shopId: string; client: number };
    output: { readonly client: number; readonly kept: string; readonly name: string } | null;
  };
  /** Merges two clients, or says that they are two; later imports keep to it. The id of the decision takes it back. */
  saveSame: {
    input: {
      shopId: string;
      client: number;
      other: number;
      verdict: SameClient['verdict'];
      today: Day;
    };
    output: { id: string; headline: Headline | null };
  };
  /** Takes a decision back: merged clients are two again, exactly as they were. */
  undecide: { input: { shopId: string; id: string; today: Day }; output: Headline | null };
}
