import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../src/domain/intake/draft';
import { fixesIn, withFix, withoutFix, type Fix } from '../../../../src/domain/intake/fixes/fixes';
import { fixesFor } from '../../../../src/domain/intake/fixes/fixesFor';
import type { Mapping } from '../../../../src/domain/intake/layout';
import { readSales } from '../../../../src/domain/intake/readSales';
import { survey } from '../../../../src/domain/intake/surveyFile';
import { isoDay, parseIsoDay, type Day } from '../../../../src/domain/kernel/day';
import { decodeMapping } from '../../../../src/storage/decodeRecords';
import { aMapping } from '../../../support/aDraft';
import { fileOf } from '../../../support/fileOf';

const TODAY = parseIsoDay('2026-11-22');

async function draftOf(lines: readonly string[], change: (mapping: Mapping) => Mapping = (same) => same) {
  const file = fileOf(lines.join('\n'));
  const seen = await survey(file, TODAY);
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping } = seen.value;
  const read = await readSales(file, layout, change(mapping), { today: TODAY, minorDigits: 2 });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const offersOf = (draft: Draft) => fixesFor(draft, TODAY).map(({ code, fix, rows }) => ({ code, fix, rows }));
const daysOf = ({ sales }: Draft) => [...sales.day].map((day) => isoDay(day as Day));
const leftOf = ({ summary }: Draft) => summary.issues.map(({ code, count }) => [code, count]);

/** Day first, but for two lines that only make sense with the month first, and one that makes none. */
const MIXED = [
  'Date,Client,Total',
  '25/03/2026,Ann,1.00',
  '26/03/2026,Bob,2.00',
  '27/03/2026,Cy,3.00',
  '03/28/2026,Dan,4.00',
  '04/30/2026,Eve,5.00',
  '33/33/2026,Flo,6.00',
];

const GIFTS = ['Date,Client,Total', '2026-03-25,Ann,1.00', '2026-03-26,Bob,', '2026-03-27,Cy,soon'];

const STATUS = [
  'Date,Client,Total,Status',
  '2026-03-25,Ann,1.00,Paid',
  '2026-03-26,Bob,2.00,Pending',
  '2026-03-27,Cy,4.00,pending',
  '2026-03-28,Dan,8.00,Cancelled',
];

const monthFirst: Fix = { kind: 'dates', order: 'mdy' };
const gifts: Fix = { kind: 'gifts' };
const pending: Fix = { kind: 'counted', column: 3, word: 'pending' };

describe('what could be decided for a whole group of left-out rows', () => {
  test('dates that make no day are offered in the order that reads them, with how many it would keep', async () => {
    expect(offersOf(await draftOf(MIXED))).toEqual([{ code: 'date-impossible', fix: monthFirst, rows: 2 }]);
  });

  test('nothing is offered for dates that no order reads, or only as a day to come', async () => {
    expect(offersOf(await draftOf([...MIXED.slice(0, 4), 'soon,Dan,4.00', '12/25/2026,Eve,5.00']))).toEqual(
      [],
    );
  });

  test('day numbers of a spreadsheet among written dates are offered as such', async () => {
    const [offer] = offersOf(await draftOf([...MIXED.slice(0, 4), '46106,Dan,4.00']));
    expect(offer).toEqual({ code: 'date-unreadable', fix: { kind: 'dates', order: 'serial' }, rows: 1 });
  });

  test('rows without an amount can be gifts; an amount that is no number cannot', async () => {
    const draft = await draftOf(GIFTS);
    expect(leftOf(draft)).toEqual([
      ['amount-missing', 1],
      ['amount-unreadable', 1],
    ]);
    expect(offersOf(draft)).toEqual([{ code: 'amount-missing', fix: gifts, rows: 1 }]);
  });

  test('each status that is left out is offered by itself, the commonest first', async () => {
    expect(offersOf(await draftOf(STATUS))).toEqual([
      { code: 'not-a-sale', fix: pending, rows: 2 },
      { code: 'not-a-sale', fix: { kind: 'counted', column: 3, word: 'cancelled' }, rows: 1 },
    ]);
  });

  test('a column where any text means "no sale" is one choice, however many texts stand in it', async () => {
    const draft = await draftOf([
      'Date,Client,Total,Cancelled at',
      '2026-03-25,Ann,1.00,',
      '2026-03-26,Bob,2.00,2026-03-27 10:00',
      '2026-03-27,Cy,4.00,2026-03-29 11:00',
    ]);
    expect(offersOf(draft)).toEqual([
      { code: 'not-a-sale', fix: { kind: 'counted', column: 3, word: '*' }, rows: 2 },
    ]);
  });
});

test('a column that marks cancelled sales with yes or no is one choice too', async () => {
  const draft = await draftOf([
    'Date,Client,Total,Voided',
    '2026-03-25,Ann,1.00,no',
    '2026-03-26,Bob,2.00,yes',
    '2026-03-27,Cy,4.00,true',
  ]);
  expect(offersOf(draft)).toEqual([
    { code: 'not-a-sale', fix: { kind: 'counted', column: 3, word: '*' }, rows: 2 },
  ]);
  const all = await draftOf(
    ['Date,Client,Total,Voided', '2026-03-25,Ann,1.00,no', '2026-03-26,Bob,2.00,yes'],
    (mapping) => withFix(mapping, { kind: 'counted', column: 3, word: '*' }),
  );
  expect([...all.sales.cents]).toEqual([100, 200]);
});

test('a row that two columns call no sale is offered by the second once the first was decided', async () => {
  const twice = [
    'Date,Client,Total,Status,Voided',
    '2026-03-25,Ann,1.00,paid,',
    '2026-03-26,Bob,2.00,pending,yes',
  ];
  const [first] = fixesFor(await draftOf(twice), TODAY);
  expect(first?.fix).toEqual(pending);
  const [second, ...others] = fixesFor(await draftOf(twice, (mapping) => withFix(mapping, pending)), TODAY);
  expect(second?.fix).toEqual({ kind: 'counted', column: 4, word: '*' });
  expect(others).toEqual([]);
});

test('a status that names who did it is one choice, whoever it was', async () => {
  const lines = [
    'Date,Client,Total,Status',
    '2026-03-25,Ann,1.00,paid',
    '2026-03-26,Bob,2.00,Cancelled by Bob',
    '2026-03-27,Cy,4.00,Cancelled by shop',
  ];
  const whoever = { kind: 'counted', column: 3, word: 'cancelled by*' } as const;
  expect(offersOf(await draftOf(lines))).toEqual([{ code: 'not-a-sale', fix: whoever, rows: 2 }]);
  const decided = await draftOf(lines, (mapping) => withFix(mapping, whoever));
  expect([...decided.sales.cents]).toEqual([100, 200, 400]);
});

test('money that was only moved and bookings of another kind are never offered as sales', async () => {
  const moved = [
    'Date,Client,Total,Type',
    '2026-03-25,Ann,1.00,Sale',
    '2026-03-26,Bob,2.00,Payout',
    '2026-03-27,Cy,4.00,Transfer',
  ];
  const draft = await draftOf(moved);
  expect(leftOf(draft)).toEqual([['not-a-sale', 2]]);
  expect(offersOf(draft)).toEqual([]);
});

describe('a decision', () => {
  test('reads the dates it is about and no others, and counts them', async () => {
    const draft = await draftOf(MIXED, (mapping) => withFix(mapping, monthFirst));
    expect(daysOf(draft).slice(3)).toEqual(['2026-03-28', '2026-04-30']);
    expect(leftOf(draft)).toEqual([['date-impossible', 1]]);
    expect(draft.summary.mended).toEqual({ dates: 2, gifts: 0, counted: 0 });
    expect(draft.mapping.dateOrder).toBe('dmy');
    expect(offersOf(draft)).toEqual([]);
  });

  test('counts every row of the same date', async () => {
    const draft = await draftOf([...MIXED, '03/28/2026,Gus,7.00', '03/28/2026,Hal,7.00'], (mapping) =>
      withFix({ ...mapping, dateOrder: 'dmy' }, monthFirst),
    );
    expect(draft.summary.mended?.dates).toBe(4);
  });

  test('about dates of both kinds holds, though most are of the other', async () => {
    const other = ['03/28/2026,Gus,7.00', '03/29/2026,Hal,7.00', '03/30/2026,Ida,7.00'];
    const draft = await draftOf([...MIXED, ...other], (mapping) =>
      withFix({ ...mapping, dateOrder: 'dmy' }, monthFirst),
    );
    expect(daysOf(draft)).toContain('2026-03-25');
    expect(leftOf(draft)).toEqual([['date-impossible', 1]]);
  });

  test('about dates gives way to a file that is written in the other order throughout', async () => {
    const draft = await draftOf(
      ['Date,Client,Total', '03/28/2026,Ann,1.00', '04/05/2026,Bob,2.00'],
      (mapping) => withFix({ ...mapping, dateOrder: 'dmy' }, monthFirst),
    );
    expect(daysOf(draft)).toEqual(['2026-03-28', '2026-04-05']);
  });

  test('keeps rows without an amount, worth 0', async () => {
    const draft = await draftOf(GIFTS, (mapping) => withFix(mapping, gifts));
    expect([...draft.sales.cents]).toEqual([100, 0]);
    expect(draft.summary).toMatchObject({ leftOut: 1, total: 100, mended: { gifts: 1 } });
  });

  test('counts one status and leaves the others out', async () => {
    const draft = await draftOf(STATUS, (mapping) => withFix(mapping, pending));
    expect([...draft.sales.cents]).toEqual([100, 200, 400]);
    expect(draft.summary.mended?.counted).toBe(2);
    expect(offersOf(draft).map(({ rows }) => rows)).toEqual([1]);
  });

  test('of two kinds about one row counts it once, and not at all where the row is left out for its currency', async () => {
    const lines = [
      'Date,Client,Total,Status,Voided,Currency',
      '2026-03-25,Ann,1.00,paid,,EUR',
      '2026-03-26,Bob,2.00,pending,yes,EUR',
      '2026-03-27,Cy,4.00,pending,,USD',
    ];
    const draft = await draftOf(lines, (mapping) =>
      withFix(withFix(mapping, pending), { kind: 'counted', column: 4, word: '*' }),
    );
    expect([...draft.sales.cents]).toEqual([100, 200]);
    expect(draft.summary.mended?.counted).toBe(1);
  });

  test('taken back leaves the mapping as it was, whatever else was decided', () => {
    const mapping = aMapping();
    const all = [monthFirst, gifts, pending, { ...pending, word: 'cancelled' }] as const;
    const decided = all.reduce(withFix, mapping);
    expect(fixesIn(decided)).toEqual(all);
    expect(withFix(decided, gifts).fixes).toEqual(decided.fixes);
    for (const fix of all)
      expect(fixesIn(withoutFix(decided, fix))).toEqual(all.filter((other) => other !== fix));
    expect(all.reduce(withoutFix, decided)).toEqual(mapping);
  });

  test('is stored with the mapping', () => {
    const decided = [monthFirst, gifts, pending].reduce(withFix, aMapping());
    expect(decodeMapping(structuredClone(decided))).toEqual(decided);
  });
});
