import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/** How somebody is reached (method.md [5.4]). Stored: never rename. */
export const CHANNELS = [
  'call',
  'sms',
  'whatsapp',
  'viber',
  'telegram',
  'email',
  'letter',
  'visit',
  'gift',
  'event',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What came of a step (method.md [5.14]). Stored: never rename. */
export const OUTCOMES = ['done', 'reached', 'not-reached', 'promised', 'refused', 'ordered'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What goes with an apology (method.md [5.5]). Stored: never rename. */
export const OFFER_SORTS = [
  'discount',
  'gift',
  'free-delivery',
  'pay-on-delivery',
  'money-back',
  'trial',
  'upgrade',
  'priority',
  'free-check',
  'debt',
  'event',
  'other',
] as const;
export type OfferSort = (typeof OFFER_SORTS)[number];

/** Something given along with an apology. */
export interface Offer {
  readonly sort: OfferSort;
  /** Percent of the next purchase, or of the debt; null where it is a percent of nothing. */
  readonly percent: number | null;
  /** What it costs the shop when it is taken, cents. */
  readonly cost: number;
  readonly text: string;
}

/** When a step falls due: on a day, or so many days after the step before it was done (or is due). */
export type Due =
  { readonly kind: 'on'; readonly day: Day } | { readonly kind: 'after'; readonly days: number };

/** What was done of a step, and what came of it. */
export interface StepDone {
  readonly on: Day;
  readonly outcome: Outcome;
  /** Why it was refused; empty otherwise. */
  readonly why: string;
  readonly note: string;
}

/** A step as a chain has it, before it belongs to a client. */
export interface StepDraft {
  /** Id of the built-in words for it; null where the owner wrote their own. */
  readonly template: string | null;
  /** The owner's words; empty where the built-in ones stand. */
  readonly what: string;
  readonly channel: Channel;
  readonly due: Due;
  /** The message or script; empty where it is made from the template when it is needed. */
  readonly message: string;
  /** The subject of a mail in the owner's words; absent where the built-in one stands. */
  readonly subject?: string;
  readonly offer: Offer | null;
  /** Cost beside the offer, cents, and minutes of work. */
  readonly cost: number;
  readonly minutes: number;
  /** Follows the return instead of leading to it (method.md [5.11]). */
  readonly aftercare: boolean;
}

export interface PlanStep extends StepDraft {
  readonly id: string;
  /** A person's id. */
  readonly who: string | null;
  readonly done: StepDone | null;
  readonly dropped: boolean;
}

/** Why a plan was ended by hand. Stored: never rename. */
export const CLOSINGS = ['refused', 'let-go', 'no-answer', 'other'] as const;
export type Closing = (typeof CLOSINGS)[number];

/**
 * The way back of one client after one loss: a chain of steps (method.md [5.1]). Whether they came back is read from the
 * sales each time, never stored.
 */
export interface Plan extends EntryOf<'plan'> {
  readonly client: number;
  /** The loss it answers: its lost date. */
  readonly lostDate: Day;
  readonly reason: string | null;
  /** Id of the playbook it began with, built-in or own. */
  readonly playbook: string | null;
  readonly responsible: string | null;
  readonly startedOn: Day;
  readonly steps: readonly PlanStep[];
  readonly closed: { readonly on: Day; readonly because: Closing; readonly note: string } | null;
  /** Why a client lost twice is pursued all the same (method.md [2.5]). */
  readonly override: string | null;
  /** The day of the recovery that the owner was congratulated on. */
  readonly greeted: Day | null;
}

/** A chain of steps saved for later: the owner's own, or a built-in one as the owner changed it (same id). */
export interface Playbook extends EntryOf<'playbook'> {
  readonly name: string;
  /** Reasons of the catalogue it is meant for. */
  readonly reasons: readonly string[];
  /** When to use it and what to expect, in the owner's words. */
  readonly when: string;
  readonly expect: string;
  readonly steps: readonly StepDraft[];
  readonly retired: boolean;
}

/** A contact with a client that is no step of a plan (method.md [5.10]). */
export interface ContactNote extends EntryOf<'contact'> {
  readonly client: number;
  readonly day: Day;
  readonly channel: Channel;
  readonly who: string | null;
  readonly text: string;
}

/** How the shop signs its messages. One entry, id `letterhead`. */
export interface Letterhead extends EntryOf<'letterhead'> {
  readonly signer: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** ISO 3166 code of the country that telephone numbers without one belong to; empty where unknown. */
  readonly country: string;
  readonly tone: 'friendly' | 'formal';
}
