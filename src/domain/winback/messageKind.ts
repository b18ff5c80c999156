import type { Traits } from '../reasons/catalogue';
import type { ReasonType } from '../notebook/reason';

/** What a message is about; each has a subject, a body, a short form and a line of talk in words. */
export const MESSAGE_KINDS = [
  'ask',
  'apology',
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
  'remind-first',
  'remind-second',
  'remind-third',
  'again',
  'keep',
  'birthday',
  'regret',
  'order',
  'opinion',
  'word',
  'testimonial',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

const BY_TEMPLATE: Readonly<Record<string, MessageKind>> = {
  'ask-why': 'ask',
  'listen-aims': 'ask',
  'ask-needs': 'ask',
  'answer-why': 'apology',
  apology: 'apology',
  'head-apology': 'apology',
  'hand-letter': 'apology',
  'what-changed': 'apology',
  'promise-kept': 'apology',
  'priority-coupon': 'apology',
  'certain-promise': 'apology',
  'show-choice': 'news',
  'heed-wish': 'care',
  care: 'care',
  'care-again': 'care',
  'explain-value': 'value',
  'show-new': 'news',
  alternative: 'news',
  'offer-fit': 'news',
  'old-group': 'invite',
  invite: 'invite',
  'show-work': 'invite',
  'show-gain': 'help',
  'first-help': 'help',
  'other-needs': 'help',
  'free-check': 'check',
  'fault-list': 'check',
  'new-place': 'moved',
  'breathing-space': 'ease',
  'ease-letter': 'ease',
  introduce: 'introduce',
  'ladder-first': 'offer',
  'ladder-second': 'offer',
  'ladder-third': 'offer',
  'reminder-first': 'remind-first',
  'reminder-second': 'remind-second',
  'reminder-third': 'remind-third',
  'second-try': 'again',
  'check-promise': 'again',
  'success-story': 'keep',
  'keep-story': 'keep',
  'taste-gift': 'keep',
  birthday: 'birthday',
  regret: 'regret',
  'after-order': 'order',
  'after-opinion': 'opinion',
  'after-word': 'word',
  'after-testimonial': 'testimonial',
};

const BY_TYPE = {
  service: 'apology',
  price: 'value',
  product: 'news',
  people: 'introduce',
  delivery: 'apology',
  trust: 'invite',
  circumstances: 'keep',
} as const satisfies Record<ReasonType, MessageKind>;

/**
 * What the message of a step is about: by the step where it is a built-in one, else by the reason; asking why where none is known [4.1]. An
 * apology goes only to whom we have something to apologise for; to others it becomes what their reason asks for (method.md [5.6]).
 */
export function messageKind(template: string | null, traits: Traits | null, aftercare = false): MessageKind {
  const kind = template === null ? undefined : BY_TEMPLATE[template];
  if (kind === undefined && aftercare) return 'opinion';
  if (kind !== undefined && kind !== 'apology') return kind;
  if (traits === null) return kind ?? 'ask';
  return traits.group === 'ours' && (kind === 'apology' || traits.human) ? 'apology' : BY_TYPE[traits.type];
}
