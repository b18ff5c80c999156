import { describe, expect, test, vi } from 'vitest';
import { dayOf, monthOf } from '../../src/domain/kernel/day';
import {
  currencySign,
  formatCount,
  formatDay,
  formatDays,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
} from '../../src/i18n/formats';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  test.each([
    [123456, 'EUR', '€1,234.56'],
    [-500, 'USD', '-$5.00'],
    [0, 'GBP', '£0.00'],
    [1234, 'JPY', '¥1,234'],
    [1234567, 'KWD', 'KWD 1,234.567'],
    [4800, 'VISITS', '48 visits'],
    [100, 'VISITS', '1 visit'],
    [NaN, 'EUR', '–'],
  ])('%d of %s reads %s', (cents, currency, expected) => {
    expect(plain(formatMoney(cents, currency))).toBe(expected);
  });

  test.each([
    [4821733, '€48,200'],
    [104321933, '€1,040,000'],
    [999949, '€9,999'],
    [999950, '€10,000'],
    [-4821733, '-€48,200'],
    [49, '€0'],
  ])('rounded for a headline, %d cents read %s', (cents, expected) => {
    expect(formatMoney(cents, 'EUR', { rounded: true })).toBe(expected);
  });

  test('of a currency that nobody knows keeps its name', () => {
    expect(formatMoney(150, 'points')).toBe('1.50 points');
    expect(currencySign('EUR')).toBe('€');
    expect(currencySign('points')).toBe('points');
  });
});

describe('days and months', () => {
  const day = dayOf(2025, 3, 31);

  test('are written as the region does', () => {
    expect(formatDay(day)).toBe('Mar 31, 2025');
    expect(formatDay(day, 'dayMonth')).toBe('March 31');
    expect(formatMonth(monthOf(day))).toBe('March 2025');
    expect(formatMonth(monthOf(day), 'short')).toBe('Mar 25');
  });

  test.each(['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati'])('are the same in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(formatDay(day, 'long')).toBe('March 31, 2025');
    vi.unstubAllEnvs();
  });

  test('a day that is none has a dash', () => {
    expect(formatDay(NaN)).toBe('–');
    expect(formatDay(-0x8000_0000)).toBe('–');
  });
});

test('numbers are grouped, percents have at most one decimal place, what is not a number has a dash', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
  expect(formatPercent(15.26)).toBe('15.3%');
  expect(formatNumber(3.14159)).toBe('3.14');
  expect(formatDays(21.4)).toBe('21 days');
  expect([formatCount(NaN), formatPercent(NaN), formatNumber(NaN), formatDays(NaN)]).toEqual([
    '–',
    '–',
    '–',
    '–',
  ]);
});
