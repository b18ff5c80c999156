import type { Channel, Offer, OfferSort, StepDraft } from '../notebook/plan';

/** A chain of steps that every shop has, as it was before the owner changed anything. */
export interface BuiltInPlaybook {
  /** Stored with plans: never rename, never use again. Its words are `playbook.builtIn.<id>`, `.when` and `.expect`. */
  readonly id: string;
  /** Reasons of the starting catalogue it is meant for. */
  readonly reasons: readonly string[];
  readonly steps: readonly StepDraft[];
}

/** Minutes of work that a step of a channel is taken to cost. */
const MINUTES = {
  call: 10,
  sms: 3,
  whatsapp: 3,
  viber: 3,
  telegram: 3,
  email: 5,
  letter: 20,
  visit: 45,
  gift: 15,
  event: 30,
  other: 10,
} as const satisfies Record<Channel, number>;

const step = (
  template: string,
  channel: Channel,
  days: number,
  offer: Offer | null = null,
  aftercare = false,
): StepDraft => ({
  template,
  what: '',
  channel,
  due: { kind: 'after', days },
  message: '',
  offer,
  cost: 0,
  minutes: MINUTES[channel],
  aftercare,
});

/** What it costs follows from the client, so that it is filled in when a plan is proposed (see `offers`). */
const giving = (sort: OfferSort, percent: number | null = null): Offer => ({
  sort,
  percent,
  cost: 0,
  text: '',
});

/** Following the first order, asking for their opinion, keeping the word, asking for a testimonial (method.md [5.11]). */
const AFTERCARE: readonly StepDraft[] = [
  step('after-order', 'other', 0, null, true),
  step('after-opinion', 'call', 7, null, true),
  step('after-word', 'other', 30, null, true),
  step('after-testimonial', 'call', 60, null, true),
];

const forReason = (id: string, ...steps: readonly StepDraft[]): BuiltInPlaybook => ({
  id,
  reasons: [id],
  steps: [...steps, ...AFTERCARE],
});

const general = (id: string, ...steps: readonly StepDraft[]): BuiltInPlaybook => ({ id, reasons: [], steps });

/**
 * The chains that every shop starts with: one for each reason of method.md [4.13], its steps following the remedy there; then asking first
 * [4.1], the ladder of discounts [5.7], three reminders [5.8], keeping in touch [5.9], aftercare [5.11] and the letter of regret [2.5].
 * None but the last is a single try [5.2], and every apology brings something [5.5].
 */
export const BUILT_IN_PLAYBOOKS: readonly BuiltInPlaybook[] = [
  forReason(
    'neglect',
    step('apology', 'call', 0, giving('priority')),
    step('hand-letter', 'letter', 10, giving('gift')),
    step('second-try', 'email', 14),
  ),
  forReason(
    'rigid-rules',
    step('apology', 'call', 0, giving('gift')),
    step('show-choice', 'email', 3),
    step('second-try', 'letter', 14),
  ),
  forReason(
    'expectations',
    step('listen-aims', 'call', 0),
    step('certain-promise', 'email', 2, giving('trial')),
    step('second-try', 'letter', 14),
  ),
  forReason(
    'broken-promise',
    step('head-apology', 'call', 0, giving('discount', 10)),
    step('promise-kept', 'letter', 7),
    step('second-try', 'visit', 14),
  ),
  forReason(
    'small-annoyances',
    step('apology', 'call', 0, giving('gift')),
    step('heed-wish', 'whatsapp', 5),
    step('second-try', 'letter', 21),
  ),
  forReason(
    'nothing-new',
    step('show-new', 'email', 0),
    step('invite', 'event', 7, giving('event')),
    step('second-try', 'call', 14),
  ),
  forReason(
    'little-attention',
    step('care', 'visit', 0, giving('gift')),
    step('hand-letter', 'letter', 10),
    step('care-again', 'call', 21),
  ),
  forReason(
    'outgrown',
    step('ask-needs', 'call', 0),
    step('offer-fit', 'email', 3, giving('upgrade')),
    step('second-try', 'letter', 14),
  ),
  forReason(
    'partial-use',
    step('show-gain', 'call', 0, giving('trial')),
    step('first-help', 'visit', 7),
    step('second-try', 'email', 14, giving('discount', 10)),
  ),
  forReason(
    'price',
    step('explain-value', 'call', 0, giving('upgrade')),
    step('success-story', 'email', 7),
    step('second-try', 'letter', 21, giving('free-delivery')),
  ),
  forReason(
    'dropped-product',
    step('alternative', 'call', 0, giving('trial')),
    step('show-new', 'email', 7),
    step('second-try', 'letter', 21),
  ),
  forReason(
    'bad-service',
    step('apology', 'call', 0, giving('money-back')),
    step('what-changed', 'letter', 5),
    step('second-try', 'email', 14, giving('pay-on-delivery')),
  ),
  forReason(
    'rudeness',
    step('head-apology', 'visit', 0, giving('gift')),
    step('hand-letter', 'letter', 7),
    step('second-try', 'call', 21),
  ),
  forReason(
    'late-delivery',
    step('apology', 'call', 0, giving('free-delivery')),
    step('priority-coupon', 'letter', 3, giving('priority')),
    step('second-try', 'email', 14),
  ),
  forReason(
    'changed-image',
    step('old-group', 'letter', 0, giving('event')),
    step('invite', 'event', 10),
    step('second-try', 'call', 14),
  ),
  forReason(
    'doubt-quality',
    step('show-work', 'email', 0, giving('trial')),
    step('invite', 'event', 7, giving('event')),
    step('second-try', 'call', 14),
  ),
  forReason(
    'cheaper-rival',
    step('free-check', 'call', 0, giving('free-check')),
    step('fault-list', 'visit', 7),
    step('second-try', 'email', 14, giving('upgrade')),
  ),
  forReason(
    'moved',
    step('new-place', 'call', 0, giving('free-delivery')),
    step('other-needs', 'email', 14),
    step('keep-story', 'letter', 60),
  ),
  forReason(
    'money-trouble',
    step('breathing-space', 'call', 0, giving('debt', 10)),
    step('ease-letter', 'letter', 7),
    step('second-try', 'email', 30),
  ),
  forReason(
    'manager-left',
    step('introduce', 'visit', 0, giving('gift')),
    step('hand-letter', 'letter', 7),
    step('second-try', 'call', 21),
  ),
  { id: 'closed', reasons: ['closed'], steps: [] },
  {
    id: 'find-out',
    reasons: [],
    steps: [
      step('ask-why', 'call', 0),
      step('answer-why', 'letter', 7, giving('gift')),
      step('second-try', 'email', 14),
      ...AFTERCARE,
    ],
  },
  general(
    'ladder',
    step('ladder-first', 'email', 0, giving('discount', 10)),
    step('ladder-second', 'email', 90, giving('discount', 15)),
    step('ladder-third', 'letter', 180, giving('discount', 20)),
    ...AFTERCARE,
  ),
  general(
    'reminders',
    step('reminder-first', 'email', 0),
    step('reminder-second', 'email', 1),
    step('reminder-third', 'email', 6, giving('gift')),
    ...AFTERCARE,
  ),
  general(
    'keep-in-touch',
    step('keep-story', 'email', 0),
    step('invite', 'event', 60, giving('event')),
    step('taste-gift', 'gift', 90, giving('gift')),
    ...AFTERCARE,
  ),
  general('aftercare', ...AFTERCARE),
  general('regret', step('regret', 'letter', 0)),
];

/** The aftercare that every plan ends with, whatever it began with (method.md [5.11]). */
export const AFTERCARE_STEPS = AFTERCARE;

/** Minutes of work that a step is taken to cost when its channel is changed; the owner may say otherwise. */
export const usualMinutes = (channel: Channel): number => MINUTES[channel];
