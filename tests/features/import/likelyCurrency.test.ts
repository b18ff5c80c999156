import { expect, test } from 'vitest';
import { likelyCurrency } from '../../../src/features/import/likelyCurrency';

test('the amounts of the file say the currency', () => {
  expect(likelyCurrency(['12,50 €'], ['en-US'])).toBe('EUR');
  expect(likelyCurrency(['1 250 lei'], ['fr-FR'])).toBe('RON');
  expect(likelyCurrency(['CHF 12.50'], ['en-GB'])).toBe('CHF');
});

test('without a sign the region of the person says it', () => {
  expect(likelyCurrency(['12.50'], ['en-GB', 'de-DE'])).toBe('GBP');
  expect(likelyCurrency(['$12.50'], ['en-CA'])).toBe('CAD');
  expect(likelyCurrency([], ['ro'])).toBe('RON');
  expect(likelyCurrency([], ['fr'])).toBe('EUR');
});

test('an unknown region, a foreign word or no language at all leaves the euro', () => {
  expect(likelyCurrency(['QTY 4'], ['xx-QQ'])).toBe('EUR');
  expect(likelyCurrency([], ['not a tag'])).toBe('EUR');
  expect(likelyCurrency([], [])).toBe('EUR');
});

test('a sign that several currencies share never gives one that does not write it', () => {
  expect(likelyCurrency(['$900.00'], ['en-GB', 'de-DE'])).toBe('USD');
  expect(likelyCurrency(['$900.00'], ['de-DE'])).toBe('USD');
  expect(likelyCurrency(['$900.00'], ['fr-CA'])).toBe('CAD');
  expect(likelyCurrency(['120 kr'], ['nb-NO'])).toBe('NOK');
  expect(likelyCurrency(['120 kr'], ['en-GB'])).toBe('SEK');
});
