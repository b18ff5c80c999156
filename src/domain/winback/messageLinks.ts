import type { Channel } from '../notebook/plan';
import { firstNumber } from './firstNumber';

/** Whom a message goes to. */
export interface Addressee {
  /** The telephone number in E.164, such as "+32470123456"; null where none can be told. */
  readonly phone: string | null;
  /** The same as it is written, which is enough to call and for short messages within a country. */
  readonly written?: string;
  readonly email: string;
  readonly doNotContact: boolean;
}

/** A link that opens the app of a channel; nothing is sent by it. */
export interface MessageLink {
  readonly href: string;
  /** Whether the text travels along; where it does not, it has to be copied. */
  readonly withText: boolean;
}

/** Longer links are cut or refused by some mail programs and browsers. */
const LONGEST = 2000;

const lines = (text: string, end: string): string => text.replace(/\r\n|\r|\n/g, end);

/** Half a letter, left over where a text was cut, cannot be encoded. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

const isNumber = (phone: string): boolean => /^\+\d{6,15}$/.test(phone);

const FEWEST_DIGITS = 3;

/** A number as a telephone dials it: without the "(0)" of "+49 (0)151". Codes with a star or a hash are no numbers. */
function dialled(phone: string): string | undefined {
  const first = firstNumber(phone);
  const signs = first.replace(/^((?:\+|00)[^(]*)\(0\)/, '$1').replace(/[^\d+]/g, '');
  const isCode = /[*#]/.test(first) || signs.replace(/\D/g, '').length < FEWEST_DIGITS;
  return isCode ? undefined : signs;
}

const linkTo = (scheme: string, phone: string): string | undefined => {
  const number = dialled(phone);
  return number === undefined ? undefined : `${scheme}:${number}`;
};

/** What a tap on a phone number opens; undefined where the text holds no number. */
export const phoneLink = (phone: string): string | undefined => linkTo('tel', phone);

/** What opens a short message to a phone number; undefined where the text holds no number. */
export const smsLink = (phone: string): string | undefined => linkTo('sms', phone);

/** What a tap on an e-mail address opens; undefined where the text is none. */
export function mailLink(email: string): string | undefined {
  const address = email.trim();
  return isAddress(address) ? `mailto:${encoded(address).replace('%40', '@')}` : undefined;
}

/** One address without blanks, or nothing that could add further ones. */
const isAddress = (email: string): boolean => /^[^\s,;<>@?&]+@[^\s,;<>@?&]+$/.test(email);

const withTextIfFits = (bare: string, text: string): MessageLink =>
  bare.length + text.length <= LONGEST
    ? { href: bare + text, withText: text !== '' }
    : { href: bare, withText: false };

/**
 * The link for a channel with the text filled in where the channel can (RFC 3966, 5724, 6068); null where there is no link: a letter, no
 * number or address, a client who asked to be left alone (method.md [5.4]).
 */
export function messageLink(
  channel: Channel,
  to: Addressee,
  { subject, body }: { readonly subject: string; readonly body: string },
): MessageLink | null {
  if (to.doNotContact) return null;
  if (channel === 'email') {
    const bare = mailLink(to.email);
    if (bare === undefined) return null;
    const heading = `subject=${encoded(lines(subject, ' '))}`;
    const parts = [
      ...(subject === '' ? [] : [heading]),
      ...(body === '' ? [] : [`body=${encoded(lines(body, '\r\n'))}`]),
    ];
    return withTextIfFits(bare, parts.length === 0 ? '' : `?${parts.join('&')}`);
  }
  const text = body === '' ? '' : encoded(lines(body, '\n'));
  const phone = to.phone !== null && isNumber(to.phone) ? to.phone : null;
  if (channel === 'call' || channel === 'sms') {
    const number = phone ?? to.written ?? '';
    const bare = channel === 'call' ? phoneLink(number) : smsLink(number);
    if (bare === undefined) return null;
    return channel === 'call'
      ? { href: bare, withText: false }
      : withTextIfFits(bare, text && `?&body=${text}`);
  }
  if (phone === null) return null;
  switch (channel) {
    case 'whatsapp':
      return withTextIfFits(`https://wa.me/${phone.slice(1)}`, text && `?text=${text}`);
    case 'telegram':
      return withTextIfFits(`https://t.me/${phone}`, text && `?text=${text}`);
    case 'viber':
      return { href: `viber://chat?number=${encoded(phone)}`, withText: false };
    default:
      return null;
  }
}
