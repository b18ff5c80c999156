import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Preference } from '../../src/reactive/preference.svelte';
import { chooseTheme, chosenTheme, wearTheme } from '../../src/reactive/theme';

const isSize = (text: string): text is 'small' | 'large' => text === 'small' || text === 'large';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

test('a choice is there again next time', () => {
  new Preference('size', isSize).set('large');
  expect(new Preference('size', isSize).current).toBe('large');
});

test('a choice can be taken back', () => {
  const size = new Preference('size', isSize);
  size.set('large');
  size.set(null);
  expect(new Preference('size', isSize).current).toBeNull();
});

test('what is stored and makes no sense is passed over', () => {
  localStorage.setItem('boomerang.size', 'enormous');
  expect(new Preference('size', isSize).current).toBeNull();
});

test('where the browser keeps nothing a choice holds until the page is closed', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const size = new Preference('size', isSize);
  size.set('small');
  expect(size.current).toBe('small');
});

test('a chosen theme is worn by the page; without one the device decides', () => {
  chooseTheme('dark');
  expect([chosenTheme(), document.documentElement.dataset.theme]).toEqual(['dark', 'boomerang-dark']);
  chooseTheme(null);
  wearTheme(document.documentElement);
  expect(document.documentElement.dataset.theme).toBeUndefined();
});
