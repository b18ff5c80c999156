import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { DecimalMark } from '../../../src/domain/intake/layout';
import { AmountReader } from '../../../src/domain/intake/values/amountReader';

const reader = new AmountReader();
const cents = (text: string, decimal: DecimalMark = '.') =>
  reader.read(text, decimal) ? reader.minor(2) : undefined;

test.each([
  ['1,234.56', '.', 123456],
  ['1.234,56', ',', 123456],
  ['1 234,56', ',', 123456],
  ['1\u00a0234,56', ',', 123456],
  ['1\u202f234\u202f567,80', ',', 123456780],
  ['1\u2009234.5', '.', 123450],
  ["1'234.50", '.', 123450],
  ['1’234’000.00', '.', 123400000],
  ['12,34,567.00', '.', 123456700],
  ['1.821.220', ',', 182122000],
  ['15.000', ',', 1500000],
  ['$ 2.834.201', ',', 283420100],
  ['R$ 1.234,56', ',', 123456],
  ['2 999,00 ₸', ',', 299900],
  ['1\u00a0234,50\u00a0€', ',', 123450],
  ['1\u202f234,50\u202f€', ',', 123450],
  ['5,00\u2212', ',', -500],
  ['5.00 -', '.', -500],
  ['(5,00 €)', ',', -500],
  ["'12.50", '.', 1250],
  ['="12.50"', '.', 1250],
  ['\u200e12.50', '.', 1250],
  ['12.50 CR', '.', undefined],
  ['KK,65', ',', undefined],
  ['ea-VO268,45', ',', undefined],
  ['KK.65', '.', undefined],
  ['Rs.50', '.', 5000],
  ['kr.50', '.', 5000],
  ['CHF.500', '.', 50000],
  ['12.50DR', '.', undefined],
  ['48,1%', ',', undefined],
  ['1.821.220', '.', undefined],
  ['$1,030.30', '.', 103030],
  ['-$5.00', '.', -500],
  ['$-5.00', '.', -500],
  ['€ 12,50', ',', 1250],
  ['12,50 €', ',', 1250],
  ['CA$76.00', '.', 7600],
  ['-CA$4.42', '.', -442],
  ['CHF 12.00', '.', 1200],
  ['150,50 lei', ',', 15050],
  ['45 kr', ',', 4500],
  ['199,90 zł', ',', 19990],
  ['1 500 ₽', ',', 150000],
  ['250000 ₸', ',', 25000000],
  ['250000 тг', ',', 25000000],
  ['৳2,999', '.', 299900],
  ['100 руб.', ',', 10000],
  ['Rs.500', '.', 50000],
  ['(1,234.56)', '.', -123456],
  ['($6.00)', '.', -600],
  ['5.00-', '.', -500],
  ['\u22125,00', ',', -500],
  ['2,50.-', ',', 250],
  ['12,-', ',', 1200],
  ['.50', '.', 50],
  ['-,5', ',', -50],
  ['000000000001437,12', ',', 143712],
  ['1.005', '.', 101],
  ['-1.005', '.', -101],
  ['0.285', '.', 29],
  ['2.675', '.', 268],
  ['1.5E+3', '.', 150000],
  ['9007199254740.99', '.', 900719925474099],
  ['+12.00', '.', 1200],
  ['0', '.', 0],
  ['-0.00', '.', 0],
  ['60%', '.', undefined],
  ['48,1 %', ',', undefined],
  ['', '.', undefined],
  ['-', '.', undefined],
  ['abc', '.', undefined],
  ['12:30', '.', undefined],
  ['2026-01-05', '.', undefined],
  ['01.02.2026', '.', undefined],
  ['1.234.567', '.', undefined],
  ['12,50', '.', undefined],
  ['1,23,45', '.', undefined],
  ['12 50', '.', undefined],
  ['+7 707 123 45 67', '.', undefined],
  ['#1001', '.', undefined],
  ['１，２３４．５０', '.', 123450],
  ['￥１２００', '.', 120000],
  ['١٢٣٫٤٥', '.', 12345],
  ['١٬٢٣٤٫٥٠', ',', 123450],
  ['-۱۲۳۴', '.', -123400],
  ['１２：３０', '.', undefined],
  ['12€50', ',', 1250],
  ['12€50', '.', 1250],
  ['-1 234 € 50', ',', -123450],
  ['12$50', '.', 1250],
  ['12€5', ',', undefined],
  ['12€500', ',', undefined],
  ['12,50€50', ',', undefined],
  ['2 x 4.50', '.', undefined],
  ['12345678901234567890', '.', undefined],
] as const)('"%s" with the mark "%s" is %s cents', (text, decimal, expected) => {
  expect(cents(text, decimal)).toBe(expected);
});

test('the number of decimals of the currency decides the minor unit', () => {
  reader.read('1234.5', '.');
  expect([reader.minor(0), reader.minor(2), reader.minor(3)]).toEqual([1235, 123450, 1234500]);
});

test('a sum in any supported form reads back as the same sum', () => {
  const blanks = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009');
  const forms = fc.record({
    sum: fc.integer({ min: 0, max: 999_999_999_99 }),
    group: fc.oneof(fc.constantFrom('', "'", '’', 'other'), blanks),
    decimal: fc.constantFrom<DecimalMark>('.', ','),
    sign: fc.constantFrom('', '-', 'behind', 'brackets', '\u2212'),
    before: fc.constantFrom('', '$', '€ ', 'CA$', 'CHF ', '₽'),
    behind: fc.constantFrom('', ' €', '€', ' lei', ' kr', ' zł'),
  });
  fc.assert(
    fc.property(forms, ({ sum, group, decimal, sign, before, behind }) => {
      const mark = group === 'other' ? (decimal === '.' ? ',' : '.') : group;
      const whole = String(Math.floor(sum / 100)).replace(/\B(?=(\d{3})+$)/g, mark);
      const plain = `${before}${whole}${decimal}${String(sum % 100).padStart(2, '0')}${/[A-Z]/.test(before) ? '' : behind}`;
      const text =
        sign === 'behind'
          ? `${plain}-`
          : sign === 'brackets'
            ? `(${plain})`
            : sign === ''
              ? plain
              : `${sign}${plain}`;
      expect(cents(text, decimal), text).toBe(sign === '' || sum === 0 ? sum : -sum);
    }),
    { numRuns: 3000 },
  );
});

test('no text makes it throw, and what it reads is a whole number of cents', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,' ()$-]{0,25}$/)), (text) => {
      for (const decimal of ['.', ','] as const) {
        const found = cents(text, decimal);
        if (found !== undefined) expect(Number.isInteger(found), text).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});
