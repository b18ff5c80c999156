import type { Channel } from '../notebook/plan';
import type { ReasonType } from '../notebook/reason';
import type { Field, Fields } from './message';
import type { MessageKind } from './messageKind';

/** How a channel carries words: a letter or mail in full, a short message, or lines to say. */
export type MessageForm = 'full' | 'short' | 'talk';

export const messageForm = (channel: Channel): MessageForm =>
  channel === 'email' || channel === 'letter' || channel === 'gift'
    ? 'full'
    : channel === 'call' || channel === 'visit' || channel === 'other'
      ? 'talk'
      : 'short';

/** A message as the keys of its sentences: paragraphs in order, each of one or more sentences; `subject` for mail. */
export interface MessageOutline {
  readonly form: MessageForm;
  readonly subject: string | null;
  readonly paragraphs: readonly (readonly string[])[];
}

/** What a message is put together for. */
export interface MessageFor {
  readonly kind: MessageKind;
  readonly channel: Channel;
  /** The reason as it counts, and what it was about; null where none is known. */
  readonly reason: string | null;
  /** The starting reason whose words it took over, or itself; null for one of the owner's own. */
  readonly rewordedFrom?: string | null;
  readonly type: ReasonType | null;
  readonly known: ReadonlySet<Field>;
}

/** The kinds in which an offer makes up for something; in the others it is just given. */
const WITH_OFFER: readonly MessageKind[] = [
  'care',
  'value',
  'news',
  'invite',
  'check',
  'help',
  'ease',
  'introduce',
  'moved',
  'offer',
  'remind-third',
  'again',
  'keep',
];

/** The kinds that heed what the client asked for, and those that bring something to their taste (method.md [5.6], [5.9], [5.10]). */
const HEEDS_WISH: readonly MessageKind[] = ['apology', 'care', 'help', 'again'];
const BY_TASTE: readonly MessageKind[] = ['keep', 'news'];

/** A wish and a farewell are that and nothing else (method.md [2.5], [5.10]). */
const ASKS_NOTHING: readonly MessageKind[] = ['regret', 'birthday'];

const AFTER: readonly MessageKind[] = ['order', 'opinion', 'word', 'testimonial'];

/**
 * The order of a message (method.md [5.6]): to whom; why we write; our fault with the real reason and regret; the last purchase; what has been
 * changed, only where something has; the offer, without a deadline [5.5]; one request; who writes and how to reach them; a way to say "do not
 * write to me". Talk begins with no excuses and listens before it offers [4.6].
 */
export function messageOutline(about: MessageFor): MessageOutline {
  const { kind, channel, known } = about;
  const form = messageForm(channel);
  const sorry = kind === 'apology' ? [sorryFor(about)] : [];
  const asks = !ASKS_NOTHING.includes(kind);
  const own = ownWish(kind, known);
  const change = known.has('change') && asks && !AFTER.includes(kind) ? ['message.change'] : [];
  const offer = !known.has('offer')
    ? []
    : kind === 'apology'
      ? ['message.offer.sorry']
      : WITH_OFFER.includes(kind)
        ? ['message.offer.given']
        : [];
  if (form === 'talk')
    return { form, subject: null, paragraphs: talk(kind, [...sorry, ...own.talk], change, offer) };
  if (form === 'short') {
    const core = ['message.short.hello', `message.about.${kind}.short`, ...change, ...offer];
    const request = asks ? ['message.short.request'] : [];
    return { form, subject: null, paragraphs: [[...core, ...request, 'message.short.stop']] };
  }
  return {
    form,
    subject: `message.about.${kind}.subject`,
    paragraphs: [
      ['message.greeting'],
      [`message.about.${kind}.body`, ...sorry, ...memoryFor(kind, known), ...own.full],
      [...change, ...offer],
      asks ? ['message.request'] : [],
      ['message.signature'],
      ['message.stop'],
    ].filter((paragraph) => paragraph.length > 0),
  };
}

/** The last purchase: in an apology, a reminder or a kind question even where it is not known; not where one thanks, wishes or takes leave. */
function memoryFor(kind: MessageKind, known: ReadonlySet<Field>): readonly string[] {
  const always = kind === 'apology' || kind.startsWith('remind') || kind === 'care';
  const never = ASKS_NOTHING.includes(kind) || AFTER.includes(kind);
  const isKnown = known.has('lastProduct') || known.has('lastMonth');
  return always || (isKnown && !never) ? ['message.memory'] : [];
}

/** What the client asked for or likes, where it is known and fits. */
function ownWish(
  kind: MessageKind,
  known: ReadonlySet<Field>,
): { readonly full: readonly string[]; readonly talk: readonly string[] } {
  const field = HEEDS_WISH.includes(kind) ? 'wish' : BY_TASTE.includes(kind) ? 'taste' : null;
  if (field === null || !known.has(field)) return { full: [], talk: [] };
  return { full: [`message.${field}`], talk: [`message.talk.${field}`] };
}

const BUILT_IN_SORRY = new Set([
  'neglect',
  'rigid-rules',
  'expectations',
  'broken-promise',
  'small-annoyances',
  'little-attention',
  'partial-use',
  'price',
  'dropped-product',
  'bad-service',
  'rudeness',
  'late-delivery',
  'changed-image',
  'doubt-quality',
]);

/** The regret that names the real reason: its own words, or those of the reason it rewords, else the owner's, else plain ones. */
function sorryFor({ reason, rewordedFrom, type }: MessageFor): string {
  const built = [reason, rewordedFrom].find((id) => id && BUILT_IN_SORRY.has(id));
  if (built) return `message.sorry.${built}`;
  return type === null || reason === null ? 'message.sorry.plain' : 'message.sorry.own';
}

function talk(
  kind: MessageKind,
  sorry: readonly string[],
  change: readonly string[],
  offer: readonly string[],
): readonly (readonly string[])[] {
  const opening = ['message.talk.hello', `message.about.${kind}.talk`];
  const listening = ['message.talk.listen', ...sorry, ...change, ...offer];
  const lines = ASKS_NOTHING.includes(kind)
    ? opening
    : [...opening, ...(AFTER.includes(kind) ? [] : listening), 'message.talk.thanks'];
  return lines.map((line) => [line]);
}

/** What is still to be written before a message is worth sending; each has a sentence. */
export const WANTING = ['change', 'offer', 'signer'] as const;
export type Wanting = (typeof WANTING)[number];

/** What a message lacks: an apology says what was changed and brings something, and somebody signs (method.md [5.5], [5.6]). */
export const wanting = (kind: MessageKind, fields: Fields): readonly Wanting[] =>
  WANTING.filter((field) => (kind === 'apology' || field === 'signer') && !fields[field]?.trim());
