import type { disguise as Disguise } from './pseudo';
import { loadMessages, shellMessages, type Messages } from './messages';

/** Languages the app speaks, and `xx`: English in disguise, which shows what was left untranslated and what is too tight. */
export const LANGUAGES = ['en', 'xx'] as const;

export type Language = (typeof LANGUAGES)[number];

const isLanguage = (text: string | null | undefined): text is Language =>
  (LANGUAGES as readonly string[]).includes(text ?? '');

let current = $state.raw<Language>('en');
let catalogue = $state.raw<Messages>(shellMessages);
let disguise = $state.raw<typeof Disguise>();
const areas = new Set(['shell']);

/** The region's way of writing days and money where the browser names one for this language; English falls back to British. */
const localeOf = (language: Language): string => {
  const spoken = language === 'xx' ? 'en' : language;
  const wanted = globalThis.navigator?.languages ?? [];
  return wanted.find((tag) => tag.startsWith(`${spoken}-`)) ?? (spoken === 'en' ? 'en-GB' : spoken);
};

const locale = $derived(localeOf(current));

export const language = {
  get current(): Language {
    return current;
  },
  /** BCP 47 tag for `Intl`: the current language in the person's own region. */
  get locale(): string {
    return locale;
  },
  /** The messages loaded so far in the current language. */
  get messages(): Messages {
    return catalogue;
  },
  /** What turns English into the language `xx`. */
  get disguise(): typeof Disguise | undefined {
    return disguise;
  },
};

const fetchAreas = async (wanted: Language, names: Iterable<string>): Promise<Messages> =>
  Object.assign({}, ...(await Promise.all([...names].map((area) => loadMessages(wanted, area))))) as Messages;

/** Brings in the words of one area of the app; pages wait for it before they are shown. */
export async function loadArea(...names: string[]): Promise<void> {
  const missing = names.filter((name) => !areas.has(name));
  if (missing.length === 0) return;
  const added = await fetchAreas(current, missing);
  for (const name of missing) areas.add(name);
  catalogue = { ...catalogue, ...added };
}

/** Speaks another language from now on, without a reload. */
export async function speak(wanted: Language): Promise<void> {
  const messages = await fetchAreas(wanted, areas);
  disguise = wanted === 'xx' ? (await import('./pseudo')).disguise : undefined;
  catalogue = messages;
  current = wanted;
  if (globalThis.document) document.documentElement.lang = wanted === 'xx' ? 'en' : wanted;
}

/** The language asked for in the address (`?lang=xx`), else the one chosen before, else the first one the browser wants that we have. */
export const wantedLanguage = (search: string, chosen: string | null, wanted: readonly string[]): Language => {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  if (isLanguage(chosen)) return chosen;
  const spoken = wanted.map((tag) => tag.split('-')[0]).filter(isLanguage);
  return spoken.find((language) => language !== 'xx') ?? 'en';
};
