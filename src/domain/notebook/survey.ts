import type { Day } from '../kernel/day';
import type { WeightedReason } from './answer';
import type { EntryOf } from './entry';

/** Who is asked, and what (method.md [4.3], [6.4]). Stored, and part of links that were sent: never rename. */
export const SURVEYS = ['lost', 'loyal', 'staff', 'ideas'] as const;
export type SurveyKind = (typeof SURVEYS)[number];

/** An item that satisfaction is asked about, 1-5. Built-in ones have words in the app's language, others carry their own. */
export interface RatedItem {
  readonly id: string;
  readonly label: string | null;
}

/** A reason as a form offers it: built-in ones by id alone, the owner's own with its words. */
export interface OfferedReason {
  readonly id: string;
  readonly label: string | null;
}

/** The questions of a survey as they are put to somebody, in the order in which they are put. No fact of the shop is in it. */
export interface SurveyForm {
  readonly survey: SurveyKind;
  readonly reasons: readonly OfferedReason[];
  readonly items: readonly RatedItem[];
}

/** A form that was sent out, or is shown: codes that answer it are known by its secret. */
export interface Invitation extends EntryOf<'invitation'> {
  readonly form: SurveyForm;
  /** Null where anybody may answer, as many times as there are people. */
  readonly client: number | null;
  /** The staff round or brainstorm it belongs to. */
  readonly round: string | null;
  /** Random, 128 bits as hexadecimal digits; its first 8 name the invitation in an answer's code. */
  readonly secret: string;
  readonly day: Day;
  /** Digests of the codes taken in, so that none counts twice. */
  readonly taken: readonly string[];
}

/** What was answered: ratings 1-5 by item id, reasons, and the two questions in the person's own words (method.md [4.6]). */
export interface SurveyAnswers {
  readonly ratings: Readonly<Record<string, number>>;
  readonly reasons: readonly WeightedReason[];
  /** Why did you leave? / What could make you stop buying? */
  readonly why: string;
  /** What must we do so that you reconsider? / What should we do better? */
  readonly wish: string;
}

/** One filled form. Of staff and of ideas neither name nor moment is kept, only the day: they were promised that. */
export interface SurveyResponse extends EntryOf<'response'> {
  readonly survey: SurveyKind;
  readonly client: number | null;
  readonly round: string | null;
  readonly answers: SurveyAnswers;
  readonly day: Day;
  readonly way: 'phone' | 'code' | 'paper' | 'device';
}

/** A round in which everybody of the staff says why clients leave; closed when all have. */
export interface StaffRound extends EntryOf<'round'> {
  readonly day: Day;
  readonly title: string;
  readonly closedOn: Day | null;
}

/** The items the shop asks about; built-in and own ones. One entry, id `items`. */
export interface ItemList extends EntryOf<'items'> {
  readonly items: readonly RatedItem[];
}
