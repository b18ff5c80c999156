import { expect, it } from 'vitest';
import { addDays, parseIsoDay } from '../../src/domain/kernel/day';
import { formatDay } from '../../src/i18n/formats';
import { yearSentence } from '../../src/i18n/yearSentence';
import { aHeadline } from '../support/aSession';

const today = parseIsoDay('2026-11-23');
const yearOf = (facts = {}) => aHeadline({}, facts).report.year;

it('speaks of the last 12 months where the data reach to today', () => {
  expect(yearSentence(yearOf(), today)).toBe(
    'In the last 12 months 214 of 1,402 clients left. At their pace that is',
  );
});

it('still does for figures kept from a few days ago', () => {
  expect(yearSentence(yearOf(), addDays(today, 7))).toContain('In the last 12 months');
});

it('names the day where the data ended long ago', () => {
  expect(yearSentence(yearOf(), addDays(today, 8))).toContain(
    `In the 12 months up to ${formatDay(today, 'long')}, 214 of`,
  );
});

it('never calls a shorter log a year', () => {
  expect(yearSentence(yearOf({ from: addDays(today, -99) }), today)).toContain(
    'In the 100 days that your file covers, 214 of',
  );
});

it('says so when nobody left', () => {
  expect(yearSentence(yearOf({ lost: 0 }), today)).toBe(
    'In the last 12 months none of 1,402 clients left. You lost',
  );
});
