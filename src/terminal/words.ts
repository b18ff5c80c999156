import { IntlMessageFormat } from 'intl-messageformat';
import intake from '../i18n/en/intake.json';
import loss from '../i18n/en/loss.json';

const messages: Readonly<Record<string, string>> = { ...intake, ...loss };

/** The app's own words for a key, in English; the key itself where there are none. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const message = messages[key];
  return message === undefined ? key : String(new IntlMessageFormat(message, 'en').format(values));
}
