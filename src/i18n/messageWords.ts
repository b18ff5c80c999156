import { monthOf, type Day } from '../domain/kernel/day';
import type { Channel, Letterhead, Offer, StepDraft } from '../domain/notebook/plan';
import type { Reason } from '../domain/notebook/reason';
import { rewordedFrom, traitsOf } from '../domain/reasons/catalogue';
import { FIELDS, merged, type Field, type Fields, type Merged } from '../domain/winback/message';
import { messageKind, type MessageKind } from '../domain/winback/messageKind';
import { isFirm } from '../domain/winback/messageFirm';
import { firstName } from '../domain/winback/messageName';
import { messageOutline, type MessageForm, type Wanting } from '../domain/winback/messageOutline';
import { formatMonth } from './formats';
import { t, tMaybe } from './t';
import { offerGiven } from './winbackLabels';

/** What a message names of a client, the loss and the shop. */
export interface MessageFacts {
  readonly name: string;
  /** What the file calls clients like this one, such as "Restaurant"; empty or absent where it says nothing. */
  readonly segment?: string;
  readonly lastProduct: string;
  /** NaN where they never bought. */
  readonly lastVisit: Day;
  readonly reason: string | null;
  readonly reasons: readonly Reason[];
  /** What has been changed since, in the owner's words; empty where nothing was. */
  readonly change: string;
  readonly offer: Offer | null;
  /** What the client asked for, and what they like, as it was written down; empty or absent where nothing was. */
  readonly wish?: string;
  readonly taste?: string;
  readonly shop: string;
  readonly letterhead: Pick<Letterhead, 'signer' | 'phone'> | null;
}

/** The fields of a message for one client; needs the areas `winbackWords` and `reasonWords`. */
export function messageFields(facts: MessageFacts): Fields {
  const { name, reason, reasons, lastVisit, offer, letterhead } = facts;
  const own = reasons.find(({ id }) => id === reason)?.label ?? '';
  return {
    name: name.trim(),
    firstName: firstName(name, facts.segment),
    lastProduct: facts.lastProduct.trim(),
    lastMonth: Number.isFinite(lastVisit) ? formatMonth(monthOf(lastVisit)) : '',
    wish: facts.wish?.trim() ?? '',
    taste: facts.taste?.trim() ?? '',
    reason: reason === null ? '' : (tMaybe(`message.reason.${reason}`) ?? own),
    change: facts.change.trim(),
    offer: offer === null ? '' : offerGiven(offer),
    signer: letterhead?.signer.trim() ?? '',
    shop: facts.shop.trim(),
    phone: letterhead?.phone.trim() ?? '',
  };
}

/** The message of a step before the client's fields are put in: plain text with `{field}`, for the owner to change. */
export interface MessageTemplate {
  readonly kind: MessageKind;
  readonly form: MessageForm;
  /** Empty where the channel has none. */
  readonly subject: string;
  readonly body: string;
}

/** Sentences of a short message follow each other, those of a letter stand in paragraphs, lines of talk stand alone. */
const BETWEEN: Readonly<Record<MessageForm, string>> = { full: '\n\n', short: ' ', talk: '\n' };

/** The built-in message for a step, its channel and reason, worded for what is known (method.md [5.6]). */
export function messageTemplate(
  step: Pick<StepDraft, 'template' | 'aftercare'>,
  channel: Channel,
  { name, segment, reason, reasons }: Pick<MessageFacts, 'name' | 'segment' | 'reason' | 'reasons'>,
  tone: Letterhead['tone'],
  fields: Fields,
): MessageTemplate {
  const traits = reason === null ? null : (traitsOf(reasons, reason) ?? null);
  const kind = messageKind(step.template, traits, step.aftercare);
  const known = new Set(FIELDS.filter((field) => fields[field] && !isTooLong(field, fields[field])));
  const reworded = reason === null ? null : rewordedFrom(reasons, reason);
  const outline = messageOutline({
    kind,
    channel,
    reason,
    rewordedFrom: reworded,
    type: traits?.type ?? null,
    known,
  });
  const isHouse = isFirm(name, segment) ? 'yes' : 'no';
  const params = { tone, channel, isFirm: isHouse, ...flags(known), ...tokens };
  const say = (key: string) => tMaybe(key, params) ?? key;
  return {
    kind,
    form: outline.form,
    subject: outline.subject === null ? '' : say(outline.subject),
    body: outline.paragraphs.map((sentences) => sentences.map(say).join(' ')).join(BETWEEN[outline.form]),
  };
}

/** A whole story on the card is not repeated to the client. */
const LONGEST_ASIDE = 160;
const isTooLong = (field: Field, text: string): boolean =>
  (field === 'wish' || field === 'taste') && text.length > LONGEST_ASIDE;

/** A text of the owner's or the built-in one for one client; what is not known gives way to plain words, never to nothing. */
export function mergedMessage(text: string, fields: Fields): Merged {
  return merged(text, fields, insteadWords());
}

/** What should still be written before a message is sent, in words. */
export const wantingText = (lacks: Wanting): string => t(`message.wanting.${lacks}`);

/** What a field is called where one chooses it. */
export const fieldLabel = (field: Field): string => t(`message.field.${field}`);

const tokens: Readonly<Record<Field, string>> = Object.fromEntries(
  FIELDS.map((field) => [field, `{${field}}`]),
) as Record<Field, string>;

const FLAGS = {
  hasName: 'name',
  hasFirstName: 'firstName',
  hasProduct: 'lastProduct',
  hasMonth: 'lastMonth',
  hasSigner: 'signer',
  hasShop: 'shop',
  hasPhone: 'phone',
} as const satisfies Record<string, Field>;

const flags = (known: ReadonlySet<Field>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(FLAGS).map(([flag, field]) => [flag, known.has(field) ? 'yes' : 'no']));

const insteadWords = (): Fields =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const words = tMaybe(`message.instead.${field}`);
      return words === undefined ? [] : [[field, words]];
    }),
  );
