import { afterEach, describe, expect, test } from 'vitest';
import { language, speak } from '../../src/i18n/language.svelte';
import { wantedLanguage } from '../../src/i18n/languages';
import { t, tMaybe, tParts } from '../../src/i18n/t';

afterEach(() => speak('en'));

describe('words', () => {
  test('come with their placeholders filled and their plural chosen', () => {
    expect(t('app.title', { page: 'Loss' })).toBe('Loss · Boomerang');
    expect(t('format.days', { n: 1 })).toBe('1 day');
    expect(t('format.days', { n: 1234 })).toBe('1,234 days');
  });

  test('of the disguised language are marked everywhere but in names given to them', async () => {
    await speak('xx');
    const title = t('app.title', { page: 'Loss' });
    expect(title).toContain('Loss · ');
    expect(title).not.toContain('Boomerang');
    expect(t('format.days', { n: 2 })).toMatch(/^2 ðáýš·+$/);
    expect(document.documentElement.lang).toBe('en');
  });

  test('change back with the language', async () => {
    await speak('xx');
    await speak('en');
    expect(t('nav.today')).toBe('Today');
    expect(language.current).toBe('en');
  });

  test('that do not exist are undefined where a key is put together from a code', () => {
    expect(tMaybe('refusal.empty-file.title')).toBe('The file holds no sales');
    expect(tMaybe('refusal.no-such-code.title')).toBeUndefined();
  });

  test('without strong parts are one plain run', () => {
    expect(tParts('nav.today')).toEqual([{ text: 'Today', strong: false }]);
  });
});

describe('the language', () => {
  test.each([
    ['the address wins', '?lang=xx', 'en', ['fr'], 'xx'],
    ['then the one chosen before', '', 'xx', ['fr'], 'xx'],
    ['then the first one the browser wants that we have', '', null, ['fr-BE', 'en-AU'], 'en'],
    ['English where there is none of them', '', null, ['ja'], 'en'],
    ['a disguise is never taken from the browser', '', null, ['xx', 'ja'], 'en'],
    ['nonsense is passed over', '?lang=klingon', 'nonsense', [], 'en'],
  ] as const)('%s', (_, search, chosen, wanted, expected) => {
    expect(wantedLanguage(search, chosen, wanted)).toBe(expected);
  });
});
