import type { Channel } from '../notebook/plan';

/** Whom a message goes to: telephone number in E.164, such as "+32470123456", null where none can be told. */
export interface Addressee {
  readonly phone: string | null;
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
    const address = to.email.trim();
    if (!isAddress(address)) return null;
    const heading = `subject=${encoded(lines(subject, ' '))}`;
    const parts = [
      ...(subject === '' ? [] : [heading]),
      ...(body === '' ? [] : [`body=${encoded(lines(body, '\r\n'))}`]),
    ];
    const bare = `mailto:${encoded(address).replace('%40', '@')}`;
    return withTextIfFits(bare, parts.length === 0 ? '' : `?${parts.join('&')}`);
  }
  const { phone } = to;
  if (phone === null || !isNumber(phone)) return null;
  const text = body === '' ? '' : encoded(lines(body, '\n'));
  switch (channel) {
    case 'call':
      return { href: `tel:${phone}`, withText: false };
    case 'sms':
      return withTextIfFits(`sms:${phone}`, text && `?&body=${text}`);
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
