import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { shopFileName } from '../../../src/domain/shop/shopFileName';

const day = parseIsoDay('2026-11-23');

test('the name tells the app, the shop and the day', () => {
  expect(shopFileName("Anna's Flowers & Gifts", day)).toBe(
    'boomerang-annas-flowers-gifts-2026-11-23.boomerang',
  );
});

test('letters of every script stay', () => {
  expect(shopFileName('Цветы у Анны', day)).toBe('boomerang-цветы-у-анны-2026-11-23.boomerang');
});

test('a shop without a name, or with nothing usable in it, still gets a file', () => {
  expect(shopFileName('', day)).toBe('boomerang-2026-11-23.boomerang');
  expect(shopFileName('../..\\:*?', day)).toBe('boomerang-2026-11-23.boomerang');
});

test('a long name is cut without a dash at its end', () => {
  expect(shopFileName(`${'a'.repeat(39)} flowers`, day)).toBe(
    `boomerang-${'a'.repeat(39)}-2026-11-23.boomerang`,
  );
});
