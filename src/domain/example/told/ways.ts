import type { Closing } from '../../notebook/plan';
import type { Came } from './chains';

/** The way back of somebody who is lost still: begun so many days ago, what came of its steps, and how it ended if it did. */
export interface Chase {
  readonly ago: number;
  readonly came: readonly Came[];
  /** `on` is days ago, too. */
  readonly closed: { readonly on: number; readonly because: Closing; readonly note: string } | null;
}

/** One or more for each stage (method.md [5.14]); what is tried for the first time seldom works [5.2]. */
export const CHASES: readonly Chase[] = [
  { ago: 0, came: [], closed: null },
  { ago: 38, came: [{ outcome: 'not-reached' }, { outcome: 'done' }, { outcome: 'promised' }], closed: null },
  {
    ago: 14,
    came: [{ outcome: 'promised', note: 'Has a birthday in two weeks and will order from us.' }],
    closed: null,
  },
  { ago: 9, came: [{ outcome: 'reached', note: 'Was surprised that we noticed.' }], closed: null },
  { ago: 3, came: [], closed: null },
  {
    ago: 96,
    came: [
      { outcome: 'reached' },
      { outcome: 'done' },
      { outcome: 'refused', why: 'Goes elsewhere now and is content there.' },
    ],
    closed: { on: 58, because: 'refused', note: '' },
  },
  { ago: 6, came: [{ outcome: 'not-reached', note: 'Try again after six.' }], closed: null },
  {
    ago: 162,
    came: [{ outcome: 'not-reached' }, { outcome: 'not-reached' }, { outcome: 'not-reached' }],
    closed: { on: 118, because: 'no-answer', note: '' },
  },
  { ago: 21, came: [{ outcome: 'not-reached' }, { outcome: 'not-reached' }], closed: null },
  {
    ago: 71,
    came: [{ outcome: 'refused', why: 'Moved to the coast.' }],
    closed: { on: 70, because: 'let-go', note: 'Sent a card for the new home.' },
  },
  { ago: 27, came: [{ outcome: 'reached' }, { outcome: 'done' }], closed: null },
  { ago: 1, came: [], closed: null },
  {
    ago: 44,
    came: [{ outcome: 'not-reached' }, { outcome: 'not-reached' }, { outcome: 'reached' }],
    closed: null,
  },
];

/** The way of somebody who came back: reason, what came of the steps, days from the last of them to the purchase. */
export interface WayBack {
  readonly reason: string;
  readonly words: string;
  readonly came: readonly Came[];
  readonly gap: number;
}

/** In turn, the latest return first. */
export const WAYS_BACK: readonly WayBack[] = [
  {
    reason: 'little-attention',
    words: 'Nobody had time for me any more.',
    came: [{ outcome: 'promised', note: 'Took the roses and laughed.' }],
    gap: 3,
  },
  {
    reason: 'bad-service',
    words: 'The roses hung their heads the next morning.',
    came: [{ outcome: 'not-reached' }, { outcome: 'done' }],
    gap: 6,
  },
  {
    reason: 'late-delivery',
    words: 'The bouquet came when the party was over.',
    came: [{ outcome: 'reached', note: 'Told about the two fixed rounds.' }],
    gap: 9,
  },
  { reason: 'manager-left', words: 'I always came to Elena.', came: [{ outcome: 'reached' }], gap: 5 },
  {
    reason: 'cheaper-rival',
    words: 'The supermarket is on my way.',
    came: [{ outcome: 'not-reached' }, { outcome: 'reached' }],
    gap: 12,
  },
  { reason: 'neglect', words: 'I thought you had forgotten me.', came: [{ outcome: 'promised' }], gap: 4 },
  {
    reason: 'nothing-new',
    words: 'It is always the same.',
    came: [{ outcome: 'done' }, { outcome: 'promised' }],
    gap: 2,
  },
  { reason: 'rudeness', words: 'I was told off in front of others.', came: [{ outcome: 'reached' }], gap: 7 },
];
