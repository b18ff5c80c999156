/** Languages the app speaks, and `xx`: English in disguise, which shows what was left untranslated and what is too tight. */
export const LANGUAGES = ['en', 'xx'] as const;

export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: string | null | undefined): text is Language =>
  (LANGUAGES as readonly string[]).includes(text ?? '');

/** The language asked for in the address (`?lang=xx`), else the one chosen before, else the first one the browser wants that we have. */
export const wantedLanguage = (
  search: string,
  chosen: string | null,
  wanted: readonly string[],
): Language => {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  if (isLanguage(chosen)) return chosen;
  const spoken = wanted.map((tag) => tag.split('-')[0]).filter(isLanguage);
  return spoken.find((language) => language !== 'xx') ?? 'en';
};
