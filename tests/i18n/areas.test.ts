import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAGES } from '../../src/reactive/address';
import { areasUsed, keysIn } from '../support/wordsUsed';

const ROOM = /(\w+): \{\s*load: \(\) => import\('\.\.\/(features\/[\w/]+\.svelte)'\),\s*words: \[([^\]]*)\]/g;

/** Page -> its file and the areas it waits for, as src/app/routes.ts has them. */
const rooms = [...readFileSync('src/app/routes.ts', 'utf8').matchAll(ROOM)].map((match) => ({
  page: match[1]!,
  path: `src/${match[2]!}`,
  words: [...match[3]!.matchAll(/'([^']+)'/g)].map((word) => word[1]!),
}));

test('every page is looked at', () => {
  expect(rooms.map(({ page }) => page).sort()).toEqual(Object.keys(PAGES).sort());
});

describe.each(rooms)('the page $page', ({ path, words }) => {
  const used = areasUsed(path);
  used.delete('shell');

  test('waits for all the words it shows', () => {
    expect([...used].filter(([area]) => !words.includes(area)).map(([, where]) => where)).toEqual([]);
  });

  test('waits for no words it never shows', () => {
    expect(words.filter((area) => !used.has(area))).toEqual([]);
  });
});

test('keys are found whether written out or put together', () => {
  expect(keysIn(`t('nav.today')`)).toEqual(['nav.today']);
  expect(keysIn('t(`theme.${name}`)')).toEqual(['theme.light', 'theme.dark', 'theme.system']);
  expect(keysIn(`import x from './nav.today.ts'; const a = 'no.such.key';`)).toEqual([]);
});
