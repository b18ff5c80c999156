import { expect, test } from 'vitest';
import { readSales } from '../../../src/domain/intake/readSales';
import { survey } from '../../../src/domain/intake/surveyFile';
import { isoDay, parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import { fileOf } from '../../support/fileOf';

const TODAY = parseIsoDay('2026-11-22');

async function daysOf(dates: readonly string[]) {
  const file = fileOf(`Date,Client,Total\n${dates.map((date) => `${date},Ana,5.00\n`).join('')}`);
  const seen = await survey(file, TODAY);
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, questions } = seen.value;
  const read = await readSales(file, layout, mapping, { today: TODAY, minorDigits: 2 });
  return {
    days: read.ok ? [...read.value.sales.day].map((day) => isoDay(day as Day)) : read.error.code,
    readings: questions.flatMap((question) => question.readings),
    leftOut: read.ok ? read.value.summary.issues : [],
  };
}

test('day numbers of a spreadsheet are days where every value of the column can be one', async () => {
  const { days, readings } = await daysOf(['46113', '46114.5', '46115']);
  expect(days).toEqual(['2026-04-01', '2026-04-02', '2026-04-03']);
  expect(readings).toEqual([]);
});

test('where a count from 1904 would fit too, only the owner can know', async () => {
  const { days, readings } = await daysOf(['44651', '44652']);
  expect(days).toEqual(['2022-03-31', '2022-04-01']);
  expect(readings).toEqual(['serial', 'serial1904']);
});

test('a total at the end does not hide them', async () => {
  const { days, leftOut } = await daysOf(['46113', '46114', 'Total']);
  expect(days).toHaveLength(2);
  expect(leftOut.map(({ code }) => code)).toEqual(['total-row']);
});

test.each([[['46113', '12345', '46115']], [['46113', '99999']], [['46113', '4611']]])(
  'numbers of which one is no such day are no dates: %s',
  async (dates) => {
    expect((await daysOf(dates)).days).toBe('no-date');
  },
);

test('beside written dates a day number is left out, never guessed', async () => {
  const { days, leftOut } = await daysOf(['2026-04-01', '46114', '2026-04-03']);
  expect(days).toEqual(['2026-04-01', '2026-04-03']);
  expect(leftOut.map(({ code }) => code)).toEqual(['date-unreadable']);
});
