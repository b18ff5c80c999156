import { speak } from '../i18n/language.svelte';
import { isLanguage, wantedLanguage, type Language } from '../i18n/languages';
import { Preference } from './preference.svelte';

const chosen = new Preference<Language>('language', isLanguage);

/** Speaks the language asked for in the address, chosen before, or wanted by the browser. */
export async function startSpeaking(search: string, wanted: readonly string[]): Promise<void> {
  const language = wantedLanguage(search, chosen.current, wanted);
  if (language !== 'en') await speak(language);
}

export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  chosen.set(language);
}
