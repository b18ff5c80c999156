import { Preference } from './preference.svelte';

export const THEMES = ['light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

const isTheme = (text: string): text is Theme => (THEMES as readonly string[]).includes(text);

const theme = new Preference<Theme>('theme', isTheme);

const ATTRIBUTE = { light: 'boomerang', dark: 'boomerang-dark' } as const;

/** The chosen theme; null follows the device. */
export const chosenTheme = (): Theme | null => theme.current;

/** Puts the chosen theme on the page; without a choice the device decides. */
export function wearTheme(root: HTMLElement): void {
  if (theme.current) root.dataset.theme = ATTRIBUTE[theme.current];
  else delete root.dataset.theme;
}

export function chooseTheme(wanted: Theme | null): void {
  theme.set(wanted);
  wearTheme(document.documentElement);
}
