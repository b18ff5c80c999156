import type { EntryOf } from './entry';

/** Whose doing it was (method.md [4.2]). Stored: never rename. */
export const REASON_GROUPS = ['competitor', 'ours', 'client'] as const;
export type ReasonGroup = (typeof REASON_GROUPS)[number];

/** What it was about (method.md [4.10]). Stored: never rename. */
export const REASON_TYPES = [
  'service',
  'price',
  'product',
  'people',
  'delivery',
  'trust',
  'circumstances',
] as const;
export type ReasonType = (typeof REASON_TYPES)[number];

/** A reason for leaving, as the catalogue holds it. */
export interface Reason {
  /** Never used for another meaning: a reworded reason is a new one. */
  readonly id: string;
  readonly group: ReasonGroup;
  readonly type: ReasonType;
  /** A human mistake, harder to forgive than a technical one (method.md [4.9]). */
  readonly human: boolean;
  /** The owner's words; null for a reason of the starting catalogue, whose words stand in the app's language. */
  readonly label: string | null;
  /** What helps, in the owner's words; null for the remedy of the starting catalogue. */
  readonly remedy: string | null;
  /** No longer offered; answers that name it stay. */
  readonly retired: boolean;
  /** Counted as another reason since they were merged. */
  readonly mergedInto: string | null;
  /** The reason whose wording it took over; its answers stay with the old words. */
  readonly replaces: string | null;
}

/** A reason of the owner's own, or what the owner changed about one of the starting catalogue (same id). */
export interface ReasonEntry extends EntryOf<'reason'>, Reason {}
