import { describe, expect, test } from 'vitest';
import { isoDay } from '../../../src/domain/kernel/day';
import type { Question } from '../../../src/domain/intake/survey';
import { dayRead, numberRead, questionsFor } from '../../../src/features/import/questions';
import { aMapping } from '../../support/aDraft';

const dateQuestion: Question = {
  kind: 'date-order',
  column: 0,
  sample: '03/04/2026',
  readings: ['dmy', 'mdy'],
};
const decimalQuestion: Question = { kind: 'decimal', column: 3, sample: '15.000', readings: ['.', ','] };
const everyLine: Question = { kind: 'every-line', column: 3, sample: 'Total', readings: ['order', 'line'] };
const both = [dateQuestion, decimalQuestion];

describe('a question', () => {
  test('is asked while its column holds what it is about', () => {
    expect(questionsFor(both, aMapping())).toEqual(both);
  });

  test('falls away when another column is chosen', () => {
    expect(questionsFor(both, aMapping({ columns: { date: 5, client: 1, amount: 4 } }))).toEqual([]);
  });

  test('about an amount falls away when visits are counted', () => {
    expect(questionsFor(both, aMapping({ countVisits: true }))).toEqual([dateQuestion]);
    expect(questionsFor([everyLine], aMapping({ countVisits: true }))).toEqual([]);
  });

  test('whose amount stands on every line is asked while that amount is read', () => {
    expect(questionsFor([everyLine], aMapping())).toEqual([everyLine]);
    const other = aMapping({ columns: { date: 0, client: 1, amount: 4 } });
    expect(questionsFor([everyLine], other)).toEqual([]);
  });
});

test('both readings of a day are spelled out', () => {
  expect(isoDay(dayRead('03/04/2026', 'dmy'))).toBe('2026-04-03');
  expect(isoDay(dayRead('03/04/2026', 'mdy'))).toBe('2026-03-04');
  expect(dayRead('31/02/2026', 'dmy')).toBeNaN();
  expect(dayRead('soon', 'dmy')).toBeNaN();
});

test('both readings of an amount are spelled out', () => {
  expect(numberRead('15.000', '.')).toBe(15);
  expect(numberRead('15.000', ',')).toBe(15_000);
  expect(numberRead('free', '.')).toBeNaN();
});
