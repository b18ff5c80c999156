const FEWEST_DIGITS = 3;

/** What a tap on a phone number opens; undefined where the text holds no number. */
export function phoneLink(phone: string): string | undefined {
  const dialled = phone.replace(/[^\d+*#]/g, '');
  return dialled.replace(/\D/g, '').length < FEWEST_DIGITS
    ? undefined
    : `tel:${encodeURIComponent(dialled).replaceAll('%2B', '+')}`;
}

/** What a tap on an e-mail address opens; undefined where the text is none. */
export function mailLink(email: string): string | undefined {
  const address = email.trim();
  return /^[^\s@]+@[^\s@]+$/.test(address)
    ? `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`
    : undefined;
}
