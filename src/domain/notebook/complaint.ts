import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/** Registered, cause found, cause removed, process mended: in this order, always all four (method.md [6.5]). Stored: never rename. */
export const COMPLAINT_STEPS = ['registered', 'found', 'removed', 'mended'] as const;
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number];

/** One of the four steps: who does it (a person's id), by when, when it was done, and what was found or done. */
export interface ComplaintWork {
  readonly owner: string | null;
  readonly due: Day | null;
  readonly doneOn: Day | null;
  readonly text: string;
}

/** A complaint, told or hidden in a low rating (method.md [6.4], [6.5]). */
export interface Complaint extends EntryOf<'complaint'> {
  readonly client: number | null;
  readonly day: Day;
  readonly text: string;
  /** How it came: told by the client, or a rating of 2 or less (`open`) or 3 (`hidden`). */
  readonly origin: 'told' | 'open' | 'hidden';
  /** The rated item it is about; empty where it was told. */
  readonly item: string;
  /** The rating it was given, 1-5; null where it was told, or written down before ratings were kept with it. */
  readonly rating: number | null;
  /** The reason of the catalogue that its cause comes to; null until the cause is found. */
  readonly reason: string | null;
  readonly work: Readonly<Record<ComplaintStep, ComplaintWork>>;
}
