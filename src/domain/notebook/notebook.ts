import type { Brainstorm } from './brainstorm';
import type { Cause } from './cause';
import type { Complaint } from './complaint';
import type { Correction } from './correction';
import type { BusinessEvent } from './event';
import type { Forgotten } from './forgotten';
import type { HandSales } from './handSales';
import type { Interview, Statement } from './interview';
import type { Person } from './person';
import type { ContactNote, Letterhead, Plan, Playbook } from './plan';
import type { ReasonEntry } from './reason';
import type { SameClient } from './sameClient';
import type { Invitation, ItemList, StaffRound, SurveyResponse } from './survey';

/** Everything people write about a shop. */
export type Entry =
  | BusinessEvent
  | Person
  | ReasonEntry
  | Interview
  | Statement
  | Invitation
  | SurveyResponse
  | StaffRound
  | ItemList
  | Brainstorm
  | Complaint
  | Cause
  | Plan
  | Playbook
  | ContactNote
  | Letterhead
  | SameClient
  | Correction
  | HandSales
  | Forgotten;

export type EntryKind = Entry['kind'];

/** The entries of a kind. */
export type EntryOfKind<Kind extends EntryKind> = Extract<Entry, { readonly kind: Kind }>;

/** Stored with the entries: never rename. */
export const ENTRY_KINDS = [
  'event',
  'person',
  'reason',
  'interview',
  'statement',
  'invitation',
  'response',
  'round',
  'items',
  'brainstorm',
  'complaint',
  'cause',
  'plan',
  'playbook',
  'contact',
  'letterhead',
  'sameClient',
  'correction',
  'handSales',
  'forgotten',
] as const satisfies readonly EntryKind[];

/** The entries of one kind among others. */
export const entriesOf = <Kind extends EntryKind>(
  entries: readonly Entry[],
  kind: Kind,
): readonly EntryOfKind<Kind>[] => entries.filter((entry): entry is EntryOfKind<Kind> => entry.kind === kind);

/** What is saved in one go: all of it or nothing. */
export interface NotebookChange {
  readonly put?: readonly Entry[];
  /** Taken out; the number it had, as in `rev`, so that nothing newer is thrown away. */
  readonly remove?: readonly Pick<Entry, 'kind' | 'id' | 'rev'>[];
}

/** The client an entry speaks of, if it speaks of one. */
export const clientOf = (entry: Entry): number | null => ('client' in entry ? entry.client : null);
