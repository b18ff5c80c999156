import { IntlMessageFormat } from 'intl-messageformat';
import { language } from './language.svelte';
import type { MessageKey } from './messages';

export type Params = Readonly<Record<string, string | number>>;

/** A run of a message: plain, or the strong words between `<b>` and `</b>`. */
export interface Part {
  readonly text: string;
  readonly strong: boolean;
}

let compiled = new Map<string, string | IntlMessageFormat>();
let compiledFor = '';

/** Each message is made ready when it is first needed, and kept while the language stays the same. */
function ready(key: string): string | IntlMessageFormat | undefined {
  const { locale, messages, disguise } = language;
  const wanted = disguise ? `xx ${locale}` : locale;
  if (wanted !== compiledFor) {
    compiled = new Map();
    compiledFor = wanted;
  }
  const message = messages[key];
  const known = compiled.get(key);
  if (known !== undefined || message === undefined) return known;
  const shown = disguise ? disguise(message) : message;
  const made = typeof shown === 'string' ? shown : new IntlMessageFormat(shown, locale);
  compiled.set(key, made);
  return made;
}

/** The words for a key in the current language; the key itself where its area has not been loaded. */
export function t(key: MessageKey, params?: Params): string {
  const message = ready(key) ?? key;
  return typeof message === 'string' ? message : String(message.format(params));
}

/** The same for a message with `<b>` in it, as runs of text. */
export function tParts(key: MessageKey, params?: Params): readonly Part[] {
  const message = ready(key) ?? key;
  if (typeof message === 'string') return [{ text: message, strong: false }];
  const strong = (chunks: readonly unknown[]): Part => ({ text: chunks.join(''), strong: true });
  const formatted = message.format<Part>({ ...params, b: strong });
  const runs = Array.isArray(formatted) ? formatted : [formatted];
  return runs.map((run): Part => (typeof run === 'string' ? { text: run, strong: false } : run));
}

/** Keys that are put together from a code, such as `refusal.empty-file.title`; undefined where there are no words for it. */
export const tMaybe = (key: string, params?: Params): string | undefined =>
  key in language.messages ? t(key as MessageKey, params) : undefined;
