import type { disguise as Disguise } from './pseudo';
import type { Language } from './languages';
import { loadMessages, shellMessages, type Messages } from './messages';

let current = $state.raw<Language>('en');
let catalogue = $state.raw<Messages>(shellMessages);
let disguise = $state.raw<typeof Disguise>();
let areas: readonly string[] = ['shell'];

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

const fetchAreas = async (wanted: Language, names: readonly string[]): Promise<Messages> =>
  Object.assign({}, ...(await Promise.all(names.map((area) => loadMessages(wanted, area))))) as Messages;

/** Brings in the words of one area of the app; pages wait for it before they are shown. */
export async function loadArea(...names: string[]): Promise<void> {
  const missing = names.filter((name) => !areas.includes(name));
  if (missing.length === 0) return;
  const spoken = current;
  const added = await fetchAreas(spoken, missing);
  if (current !== spoken) return loadArea(...names);
  areas = [...areas, ...missing];
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
