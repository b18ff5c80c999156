import { describe, expect, test } from 'vitest';
import { parseMoney, writtenMoney } from '../../../src/domain/shop/writtenMoney';

const cents = (text: string, minorDigits = 2) => {
  const read = parseMoney(text, minorDigits);
  return read.ok ? read.value : read.error;
};

describe('a sum of money as a person types it', () => {
  test.each([
    ['1400', 140_000],
    ['1 400', 140_000],
    ['1\u00a0400', 140_000],
    ['1\u202f400,50', 140_050],
    ['1.400,50', 140_050],
    ['1,400.50', 140_050],
    ["1'400.50", 140_050],
    ['12.5', 1_250],
    ['12,5', 1_250],
    ['0.99', 99],
    ['€ 1,400', 140_000],
    ['1400 EUR', 140_000],
    ['1.234.567', 123_456_700],
    ['0', 0],
  ])('%s is read', (text, expected) => {
    expect(cents(text)).toBe(expected);
  });

  test('a lone mark before three digits groups thousands, whichever mark it is', () => {
    expect(cents('1.400')).toBe(140_000);
    expect(cents('1,400')).toBe(140_000);
  });

  test('with three decimal places a lone dot is the decimal mark and a comma groups', () => {
    expect(cents('1.400', 3)).toBe(1_400);
    expect(cents('1,400.250', 3)).toBe(1_400_250);
  });

  test('without minor units whole sums stay whole', () => {
    expect(cents('150,000', 0)).toBe(150_000);
  });

  test('a blank means that nothing was entered, never zero', () => {
    expect(cents('')).toBeNull();
    expect(cents('  ')).toBeNull();
  });

  test.each(['about a thousand', '12.34.56', '-50', '(50)', '1,40,0', '99999999999999999'])(
    '%s cannot be read',
    (text) => {
      expect(cents(text)).toBe('unreadable');
    },
  );
});

describe('a kept sum in its field', () => {
  test.each([
    [140_000, 2, '1400'],
    [140_050, 2, '1400.50'],
    [99, 2, '0.99'],
    [150_000, 0, '150000'],
    [1_400, 3, '1.400'],
    [null, 2, ''],
  ])('%s with %s decimal places is written "%s" and read back as the same', (sum, digits, text) => {
    expect(writtenMoney(sum, digits)).toBe(text);
    expect(cents(text, digits)).toBe(sum);
  });
});
