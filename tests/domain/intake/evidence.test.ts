import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AmountReader } from '../../../src/domain/intake/values/amountReader';
import { DateEvidence } from '../../../src/domain/intake/values/dateEvidence';
import { DateReader } from '../../../src/domain/intake/values/dateReader';
import { DecimalEvidence } from '../../../src/domain/intake/values/decimalEvidence';
import { dayParts, parseIsoDay, type Day } from '../../../src/domain/kernel/day';

const TODAY = parseIsoDay('2026-11-22');

function dated(texts: readonly string[]) {
  const read = new DateReader();
  const evidence = new DateEvidence(TODAY);
  for (const text of texts) {
    read.read(text, 'dmy');
    evidence.see(read, text);
  }
  return { ...evidence.verdict(), sample: evidence.sample };
}

function marked(texts: readonly string[]) {
  const read = new AmountReader();
  const evidence = new DecimalEvidence();
  for (const text of texts) {
    if (read.read(text, '.') || read.read(text, ',')) evidence.see(read, text);
  }
  return { ...evidence.verdict(), sample: evidence.sample };
}

describe('the order of a column of dates', () => {
  test.each([
    ['a 13th in first place', ['03/04/2026', '13/04/2026'], 'dmy', false, true],
    ['a 13th in second place', ['03/04/2026', '04/13/2026'], 'mdy', false, true],
    ['a year in front', ['2026-04-03'], 'ymd', false, true],
    ['two-digit years in front', ['97-04-03', '98-04-03'], 'ymd', false, true],
    ['months in letters', ['3 Apr 2026'], 'named', false, true],
    ['eight digits', ['20260403'], 'compact', false, true],
    ['dots between the parts', ['03.04.2026'], 'dmy', false, false],
    ['only one reading in the past', ['10/12/2025', '12/10/2026'], 'dmy', false, false],
    ['nothing that tells', ['03/04/2026'], 'dmy', true, false],
  ] as const)('%s', (_, texts, order, asked, proven) => {
    expect(dated(texts)).toMatchObject({ order, asked, proven });
  });

  test('a date of no month at all, whichever way it is read, tells nothing and asks nothing', () => {
    expect(dated(['2026-01-04', '13/25/2026', '2026-01-05'])).toMatchObject({ order: 'ymd', asked: false });
    expect(dated(['13/25/2026', '03/14/2026'])).toMatchObject({ order: 'mdy', proven: true });
  });

  test('a question always shows a value', () => {
    expect(dated(['25/03/2026', '03/25/2026'])).toMatchObject({ asked: true, sample: '25/03/2026' });
  });

  test('the question shows a value that means two different days', () => {
    expect(dated(['05/05/2026', '03/04/2026', '04/05/2026']).sample).toBe('03/04/2026');
  });

  test('days in the order in which they were written down are never taken for the other reading without asking', () => {
    const past = fc.integer({ min: TODAY - 900, max: TODAY });
    fc.assert(
      fc.property(fc.array(past, { minLength: 1, maxLength: 60 }), fc.boolean(), (days, dayFirst) => {
        const rising = [...days].sort((a, b) => a - b).map((day) => dayParts(day as Day));
        fc.pre(new Set(rising.map(({ date }) => date)).size > 1 || rising.length < 5);
        const written = rising.map(({ year, month, date }) =>
          (dayFirst ? [date, month, year] : [month, date, year]).join('/'),
        );
        const { order, asked } = dated(written);
        if (!asked) expect(order).toBe(dayFirst ? 'dmy' : 'mdy');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the decimal mark of a column of amounts', () => {
  test.each([
    ['two decimals behind a dot', ['1.50', '15.000'], '.', false],
    ['two decimals behind a comma', ['1,50', '15.000'], ',', false],
    ['both marks in one value', ['1.234,5'], ',', false],
    ['a mark twice is no decimal mark', ['1.234.567'], ',', false],
    ['a zero in front', ['0.500'], '.', false],
    ['four digits in front', ['1234.567'], '.', false],
    ['blanks as thousands mark', ['1 234,567'], ',', false],
    ['small sums without a mark beside it', ['15.000', '900', '850', '20'], ',', false],
    ['only thousands or thousandths', ['15.000', '2.500'], ',', true],
    ['whole numbers', ['5', '1500'], '.', false],
  ] as const)('%s', (_, texts, decimal, asked) => {
    expect(marked(texts)).toMatchObject({ decimal, asked });
  });

  test('one broken value among many does not turn the column round', () => {
    expect(marked([...Array.from({ length: 50 }, (_, i) => `${i}.25`), '12,50'])).toMatchObject({
      decimal: '.',
      asked: false,
    });
  });
});
