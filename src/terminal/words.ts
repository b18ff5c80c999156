import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

const folder = new URL('../i18n/en/', import.meta.url);

const messages: Readonly<Record<string, string>> = Object.assign(
  {},
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>),
) as Record<string, string>;

/** The app's own words for a key, in English; the key itself where there are none. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const message = messages[key];
  return message === undefined ? key : String(new IntlMessageFormat(message, 'en').format(values));
}
