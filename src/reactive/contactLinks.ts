const FEWEST_DIGITS = 3;

/** A phone number as it stands in a link; undefined where the text holds none. */
function dialled(phone: string): string | undefined {
  const signs = phone.replace(/[^\d+*#]/g, '');
  return signs.replace(/\D/g, '').length < FEWEST_DIGITS
    ? undefined
    : encodeURIComponent(signs).replaceAll('%2B', '+');
}

const linkTo = (scheme: string, phone: string): string | undefined => {
  const number = dialled(phone);
  return number === undefined ? undefined : `${scheme}:${number}`;
};

/** What a tap on a phone number opens; undefined where the text holds no number. */
export const phoneLink = (phone: string): string | undefined => linkTo('tel', phone);

/** What opens a short message to a phone number; undefined where the text holds no number. */
export const messageLink = (phone: string): string | undefined => linkTo('sms', phone);

/** What a tap on an e-mail address opens; undefined where the text is none. */
export function mailLink(email: string): string | undefined {
  const address = email.trim();
  return /^[^\s@]+@[^\s@]+$/.test(address)
    ? `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`
    : undefined;
}
