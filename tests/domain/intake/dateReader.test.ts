import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { DateOrder } from '../../../src/domain/intake/layout';
import { DateReader, IMPOSSIBLE, UNREADABLE } from '../../../src/domain/intake/values/dateReader';
import { dayOf, dayParts, isoDay, type Day } from '../../../src/domain/kernel/day';

const reader = new DateReader();
function read(text: string, order: DateOrder = 'dmy'): string {
  const day = reader.read(text, order);
  return day === UNREADABLE ? 'unreadable' : day === IMPOSSIBLE ? 'impossible' : isoDay(day as Day);
}

test.each([
  ['2026-04-03', 'ymd', '2026-04-03'],
  ['2026/4/3', 'dmy', '2026-04-03'],
  ['2026.04.03.', 'mdy', '2026-04-03'],
  ['03.04.2026', 'dmy', '2026-04-03'],
  ['3. 4. 2026', 'dmy', '2026-04-03'],
  ['03/04/2026', 'mdy', '2026-03-04'],
  ['3-4-26', 'dmy', '2026-04-03'],
  ['03/04/99', 'dmy', '1999-04-03'],
  ['26-04-03', 'ymd', '2026-04-03'],
  ['20260403', 'compact', '2026-04-03'],
  ['20260403101530', 'compact', '2026-04-03'],
  ['20260403T101530Z', 'compact', '2026-04-03'],
  ['20260403T2330', 'compact', '2026-04-03'],
  ['20260403T233000+0200', 'compact', '2026-04-03'],
  ['20260403T2560', 'compact', 'unreadable'],
  ['20260403T12345', 'compact', 'unreadable'],
  ['２０２６／０４／０３', 'ymd', '2026-04-03'],
  ['٠٣/٠٤/٢٠٢٦', 'dmy', '2026-04-03'],
  ['۲۰۲۶-۰۴-۰۳ ۱۰:۱۵', 'ymd', '2026-04-03'],
  ['2026-06-01 10:01:00 +0000', 'ymd', '2026-06-01'],
  ['2026-05-02 23:30:00 -0700', 'ymd', '2026-05-02'],
  ['01/10/2026 23:50', 'dmy', '2026-10-01'],
  ['2026-01-05T10:00:00Z', 'ymd', '2026-01-05'],
  ['2026-01-05T10:00:00.000+02:00', 'ymd', '2026-01-05'],
  ['10/8/26 5:18 PM', 'mdy', '2026-10-08'],
  ['Sep 4, 2026 1:05:07 AM PDT', 'mdy', '2026-09-04'],
  ['September 3, 2026', 'mdy', '2026-09-03'],
  ['Jul-25-26', 'mdy', '2026-07-25'],
  ['25 Jul 2026', 'dmy', '2026-07-25'],
  ['Fri, 5 Jun 2026', 'dmy', '2026-06-05'],
  ['5 juin 2026', 'dmy', '2026-06-05'],
  ['1er août 2026', 'dmy', '2026-08-01'],
  ['3 mei 2026', 'dmy', '2026-05-03'],
  ['5. März 2026', 'dmy', '2026-03-05'],
  ['7 января 2026 г.', 'dmy', '2026-01-07'],
  ['12 мая 2026', 'dmy', '2026-05-12'],
  ['3 de enero de 2026', 'dmy', '2026-01-03'],
  ['9 iunie 2026', 'dmy', '2026-06-09'],
  ['14 dicembre 2026', 'dmy', '2026-12-14'],
  ['2026 Jan 5', 'ymd', '2026-01-05'],
  ["'2026-01-05", 'ymd', '2026-01-05'],
  ['5 févr. 2026', 'dmy', '2026-02-05'],
  ['12 déc 26', 'dmy', '2026-12-12'],
  ['5 mrt. 2026', 'dmy', '2026-03-05'],
  ['5. Jänner 2026', 'dmy', '2026-01-05'],
  ['5. Mrz. 2026', 'dmy', '2026-03-05'],
  ['05-фев-26', 'dmy', '2026-02-05'],
  ['5 сент. 2026', 'dmy', '2026-09-05'],
  ['5 ian. 2026', 'dmy', '2026-01-05'],
  ['5 setiembre 2026', 'dmy', '2026-09-05'],
  ['6-abr.-2026', 'dmy', '2026-04-06'],
  ['5 lug 2026', 'dmy', '2026-07-05'],
  ['5 de dez. de 2026', 'dmy', '2026-12-05'],
  ['1 апреля 2026 г. в 19:30', 'dmy', '2026-04-01'],
  ['01.04.2026 um 19:30', 'dmy', '2026-04-01'],
  ['01/04/2026 à 19h30', 'dmy', '2026-04-01'],
  ['1/4/2026 7 PM', 'dmy', '2026-04-01'],
  ['1/4/2026 11:05 p. m.', 'dmy', '2026-04-01'],
  ['01-Apr-26 07.05.00.000000 PM', 'dmy', '2026-04-01'],
  ['2026-04-01T23:30:00+02:00', 'ymd', '2026-04-01'],
  ['2026-04-01 23:30:00 Europe/Paris', 'ymd', '2026-04-01'],
  ['\u200e01/04/2026', 'dmy', '2026-04-01'],
  ['="01/04/2026"', 'dmy', '2026-04-01'],
  ['46113', 'serial', '2026-04-01'],
  ['46113.75', 'serial', '2026-04-01'],
  ['44651', 'serial1904', '2026-04-01'],
  ['46113', 'ymd', 'unreadable'],
  ['01.02.2026 03.02.2026', 'dmy', 'unreadable'],
  ['31.02.2026', 'dmy', 'impossible'],
  ['31/04/2026', 'dmy', 'impossible'],
  ['0000-00-00', 'ymd', 'impossible'],
  ['2026-02-29', 'ymd', 'impossible'],
  ['29.02.2024', 'dmy', '2024-02-29'],
  ['13/13/2026', 'mdy', 'impossible'],
  ['0202-01-01', 'ymd', '0202-01-01'],
  ['', 'dmy', 'unreadable'],
  ['soon', 'dmy', 'unreadable'],
  ['12.05', 'dmy', 'unreadable'],
  ['1.234.567', 'dmy', 'unreadable'],
  ['03.04-2026', 'dmy', 'unreadable'],
  ['2026-01-05 to 2026-01-10', 'ymd', 'unreadable'],
  ['2026-01-05 25:00', 'ymd', 'unreadable'],
  ['May 2026', 'dmy', 'unreadable'],
  ['+7 707 123 45 67', 'dmy', 'unreadable'],
  ['R2-03-2026', 'dmy', 'unreadable'],
] as const)('"%s" read %s is %s', (text, order, day) => {
  expect(read(text, order)).toBe(day);
});

test('the time of day is noted beside the day, half days as the clock has them', () => {
  const time = (text: string) => {
    reader.read(text, 'mdy');
    return reader.time;
  };
  expect(time('2026-01-05 10:15:30')).toBe(36_930);
  expect(time('1/5/2026 12:05 AM')).toBe(300);
  expect(time('1/5/2026 12:05 PM')).toBe(43_500);
  expect(time('2026-01-05')).toBe(0);
  expect(time('1/5/2026 7 PM')).toBe(68_400);
  expect(time('1/5/2026 07:05 p. m.')).toBe(68_700);
  expect(time('01-Apr-26 07.05.09.000000 PM')).toBe(68_709);
  expect(time('1 апреля 2026 г. в 19:30')).toBe(70_200);
  reader.read('46113,75', 'serial');
  expect(reader.time).toBe(64_800);
});

describe('for any day', () => {
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => n as Day);
  const two = (n: number) => String(n).padStart(2, '0');

  test('every way of writing it reads back as the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('.', '/', '-'), fc.boolean(), (day, mark, padded) => {
        const { year, month, date } = dayParts(day);
        const [m, d] = padded ? [two(month), two(date)] : [month, date];
        expect(reader.read([d, m, year].join(mark), 'dmy')).toBe(day);
        expect(reader.read([m, d, year].join(mark), 'mdy')).toBe(day);
        expect(reader.read([year, m, d].join(mark), 'dmy')).toBe(day);
        expect(reader.read(`${year}${two(month)}${two(date)}`, 'mdy')).toBe(day);
      }),
    );
  });

  test.each(['en', 'en-GB', 'fr', 'nl', 'de', 'ru', 'ro', 'es', 'it', 'pt'])(
    'the names that %s gives its months and weekdays are understood',
    (language) => {
      fc.assert(
        fc.property(anyDay, fc.constantFrom('full', 'long', 'medium'), (day, dateStyle) => {
          const format = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' });
          expect(reader.read(format.format(day * 86_400_000), 'dmy'), format.format(day * 86_400_000)).toBe(
            day,
          );
        }),
        { numRuns: 60 },
      );
    },
  );

  test('no text makes it throw, and a date it finds exists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9./: -]{0,20}$/)), (text) => {
        for (const order of ['dmy', 'mdy', 'ymd'] as const) {
          const day = reader.read(text, order);
          if (day === UNREADABLE || day === IMPOSSIBLE) continue;
          const { year, month, date } = dayParts(day as Day);
          expect(dayOf(year, month, date)).toBe(day);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
