import type { Channel } from '../../../domain/notebook/plan';
import type { MessageKey } from '../../../i18n/messages';

const BY_NUMBER: readonly Channel[] = ['call', 'sms', 'whatsapp', 'viber', 'telegram'];

const FEWEST_DIGITS = 3;

/** Why no app can be opened for a channel; null where none is needed. */
export function noWay(
  channel: Channel,
  { phone, email }: { readonly phone: string; readonly email: string },
  dialled: string | null,
): Extract<MessageKey, `message.edit.no.${string}`> | null {
  if (channel === 'email') return email.trim() === '' ? 'message.edit.no.email' : 'message.edit.no.address';
  if (!BY_NUMBER.includes(channel) || dialled !== null) return null;
  if (phone.trim() === '') return 'message.edit.no.phone';
  return /^\s*(\+|00)/.test(phone) || phone.replace(/\D/g, '').length < FEWEST_DIGITS
    ? 'message.edit.no.number'
    : 'message.edit.no.country';
}
