import { IntlMessageFormat } from 'intl-messageformat';
import { language } from './language.svelte';
import type { MessageKey } from './messages';

export type Params = Readonly<Record<string, string | number>>;

/** A run of a message: plain, or the strong words between `<b>` and `</b>`. */
export interface Part {
  readonly text: string;
  readonly strong: boolean;
}

let compiled = new Map<string, IntlMessageFormat>();
let compiledFor = '';

/** Compiling 1,500 messages takes a tenth of a second, so each is compiled when it is first needed. */
function compile(key: string): IntlMessageFormat | undefined {
  const { locale, messages, disguise } = language;
  const wanted = disguise ? `xx ${locale}` : locale;
  if (wanted !== compiledFor) {
    compiled = new Map();
    compiledFor = wanted;
  }
  const message = messages[key];
  const known = compiled.get(key);
  if (known || message === undefined) return known;
  const plain = new IntlMessageFormat(message, locale);
  const format = disguise ? new IntlMessageFormat(disguise(plain.getAst()), locale) : plain;
  compiled.set(key, format);
  return format;
}

/** The words for a key in the current language; the key itself where its area has not been loaded. */
export function t(key: MessageKey, params?: Params): string {
  const format = compile(key);
  return format ? String(format.format(params)) : key;
}

/** The same for a message with `<b>` in it, as runs of text. */
export function tParts(key: MessageKey, params?: Params): readonly Part[] {
  const format = compile(key);
  if (!format) return [{ text: key, strong: false }];
  const strong = (chunks: readonly unknown[]): Part => ({ text: chunks.join(''), strong: true });
  const formatted = format.format<Part>({ ...params, b: strong });
  const runs = Array.isArray(formatted) ? formatted : [formatted];
  return runs.map((run): Part => (typeof run === 'object' && run !== null ? run : { text: String(run), strong: false }));
}

/** Keys that are put together from a code, such as `refusal.empty-file.title`; undefined where there are no words for it. */
export const tMaybe = (key: string, params?: Params): string | undefined =>
  key in language.messages ? t(key as MessageKey, params) : undefined;
