const digits = (phone: string): string => phone.replace(/[^\d+]/g, '');

/** Opens the phone's own messages with the words in place; `?&` is what both kinds of phones understand. */
export const smsLink = (text: string, phone = ''): string =>
  `sms:${digits(phone)}?&body=${encodeURIComponent(text)}`;

export const mailLink = (text: string, subject: string, email = ''): string =>
  `mailto:${encodeURIComponent(email.trim()).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;

const SHORTEST_INTERNATIONAL = 8;

/** To a number only where it is written with its country; otherwise the person chooses whom in WhatsApp. */
export function whatsAppLink(text: string, phone = ''): string {
  const number = digits(phone).replace(/^00/, '+');
  const known = number.startsWith('+') && number.length > SHORTEST_INTERNATIONAL ? number.slice(1) : '';
  return `https://wa.me/${known}?text=${encodeURIComponent(text)}`;
}
