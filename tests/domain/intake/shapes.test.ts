import { describe, expect, test } from 'vitest';
import { readSales } from '../../../src/domain/intake/readSales';
import { refuseUnmapped } from '../../../src/domain/intake/refuseUnmapped';
import { survey } from '../../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { fileOf } from '../../support/fileOf';

const TODAY = parseIsoDay('2026-11-22');
const HEAD = 'Date,Client,Total';
const two = (n: number) => String(n).padStart(2, '0');
const rows = (count: number, month = 1) =>
  Array.from({ length: count }, (_, i) => `2026-${two(month)}-${two((i % 28) + 1)},Client ${i % 7},${i}.50`);

async function read(content: string | Uint8Array) {
  const file = fileOf(content);
  const seen = await survey(file, TODAY);
  if (!seen.ok) return { refused: seen.error.code };
  const { layout, mapping } = seen.value;
  const refusal = refuseUnmapped(seen.value, mapping);
  if (refusal) return { refused: refusal.code };
  const draft = await readSales(file, layout, mapping, { today: TODAY, minorDigits: 2 });
  if (!draft.ok) return { refused: draft.error.code };
  const { summary } = draft.value;
  return {
    titles: layout.titles,
    header: layout.headerLine,
    amount: layout.titles[mapping.columns.amount ?? -1],
    kept: summary.kept,
    rows: summary.rows,
    leftOut: summary.leftOut,
    total: summary.total,
    issues: Object.fromEntries(summary.issues.map(({ code, count }) => [code, count])),
    lines: summary.issues.map(({ lines }) => lines[0]),
  };
}

const lines = (...parts: (string | readonly string[])[]) => parts.flat().join('\n');

describe('titles', () => {
  test('in two rows are one header: the row that names more, its gaps filled by the other', async () => {
    expect(
      await read(
        lines(
          ',,Amount,Amount',
          'Date,Client,Net,Gross',
          rows(20).map((row) => `${row},9.99`),
        ),
      ),
    ).toMatchObject({ titles: ['Date', 'Client', 'Net', 'Gross'], header: 2, kept: 20, issues: {} });
    expect(
      await read(
        lines(
          'Date,Client,Sales,',
          'yyyy-mm-dd,,net,gross',
          rows(20).map((row) => `${row},9.99`),
        ),
      ),
    ).toMatchObject({ titles: ['Date', 'Client', 'Sales', 'gross'], header: 1, kept: 20, issues: {} });
  });

  test('stand below a line of a report, a byte order mark alone, or hundreds of empty lines', async () => {
    for (const before of ['Sales of January', 'Sales of January,,', '\ufeff'])
      expect(await read(lines(before, HEAD, rows(20)))).toMatchObject({ header: 2, kept: 20, leftOut: 0 });
    expect(await read(lines(Array<string>(500).fill(''), HEAD, rows(20)))).toMatchObject({
      header: 501,
      kept: 20,
    });
    expect(await read(lines(Array<string>(5000).fill(',,'), HEAD, rows(20)))).toMatchObject({
      header: 5001,
      kept: 20,
    });
  });
});

describe('emptiness', () => {
  test('of rows by the thousand costs nothing and is no row', async () => {
    expect(await read(lines(HEAD, rows(20), Array<string>(50_000).fill(',,')))).toMatchObject({
      kept: 20,
      rows: 20,
    });
  });

  test('of columns by the thousand hides no title', async () => {
    const ghosts = ','.repeat(3000);
    expect(
      await read(
        lines(
          HEAD + ghosts,
          rows(20).map((row) => row + ghosts),
        ),
      ),
    ).toMatchObject({ header: 1, titles: ['Date', 'Client', 'Total'], kept: 20, leftOut: 0 });
  });

  test('as NUL bytes, ends of line of old Macs and the end mark of DOS leave no trace', async () => {
    const plain = await read(lines(HEAD, rows(20)));
    expect(await read(lines(HEAD, rows(20)).replaceAll('Client', 'C\0lient'))).toEqual(plain);
    expect(await read([HEAD, ...rows(20)].join('\r'))).toEqual(plain);
    expect(await read(`${[HEAD, ...rows(20)].join('\r\n')}\r\n\u001a`)).toEqual(plain);
  });
});

describe('a table that stands in its file twice is read once', () => {
  const once = 20 * 50 + 19_000;

  test.each([
    ['under the same titles', lines(HEAD, rows(20), HEAD, rows(20))],
    ['without titles between', lines(HEAD, rows(20), rows(20))],
    ['three times', lines(HEAD, rows(20), rows(20), rows(20))],
    ['behind the scar of a merge', lines(HEAD, rows(20), '=======', HEAD, rows(20))],
  ])('%s', async (_, text) => {
    const { kept, total, issues } = await read(text);
    expect([kept, total]).toEqual([20, once]);
    expect(issues?.['table-repeated']).toBe(text.split('2026-').length - 1 - 20);
  });

  test('when the longer one comes second, that one is read', async () => {
    const { kept, issues, lines: at } = await read(lines(HEAD, rows(20), HEAD, rows(28)));
    expect([kept, issues]).toEqual([28, { 'header-repeated': 1, 'table-repeated': 20 }]);
    expect(at).toEqual([22, 2]);
  });

  test('but two months glued together are two months', async () => {
    expect(await read(lines(HEAD, rows(20), HEAD, rows(20, 2)))).toMatchObject({
      kept: 40,
      issues: { 'header-repeated': 1 },
    });
  });

  test.each([
    ['the same sale in two rows', rows(20).flatMap((row) => [row, row])],
    ['a file of two same rows', ['2026-01-01,Ana,5.00', '2026-01-01,Ana,5.00']],
    ['one busy day', Array.from({ length: 20 }, (_, i) => `2026-01-01,${i % 2 ? 'Ana' : 'Bo'},5.00`)],
    ['every week the same', [...rows(20), ...rows(20, 2)]],
  ])('but real duplicates stay: %s', async (_, sales) => {
    expect(await read(lines(HEAD, sales))).toMatchObject({ kept: sales.length, leftOut: 0 });
  });

  test('of two versions that a merge left, the upper one is read', async () => {
    const text = lines(
      HEAD,
      rows(10),
      '<<<<<<< mine',
      '2026-02-01,Ana,5.00',
      '=======',
      '2026-02-01,Ana,7.00',
      '>>>>>>> theirs',
      rows(5, 3),
    );
    const { kept, issues } = await read(text);
    expect([kept, issues]).toEqual([16, { 'row-cut': 2, 'table-repeated': 2 }]);
  });
});

describe('totals', () => {
  test('at the end are left out, with a date too', async () => {
    for (const foot of ['Total,,210.00', '2026-02-01,Total,210.00', '2026-02-01,ИТОГО,210.00'])
      expect(await read(lines(HEAD, rows(20), foot))).toMatchObject({ kept: 20, issues: { 'total-row': 1 } });
  });

  test('are not seen in a client whose name begins like one', async () => {
    expect(await read(lines(HEAD, rows(20), '2026-02-01,Total Energies,210.00'))).toMatchObject({ kept: 21 });
  });
});

describe('tables side by side are refused with that reason', () => {
  test.each([
    [
      'the same titles twice',
      lines(
        `${HEAD},,${HEAD}`,
        rows(20).map((row) => `${row},,${row}`),
      ),
    ],
    [
      'other titles, other length',
      lines(
        `${HEAD},,Day,Buyer,Sum`,
        rows(20).map((row, i) => row + (i < 5 ? ',,2026-03-01,Bo,4.00' : ',,,,')),
      ),
    ],
    [
      'sums without a date',
      lines(
        'Shop,Sold,,Product,Sold',
        Array.from({ length: 6 }, (_, i) => `Shop ${i},${i}.50,,Ware ${i},${i}.20`),
      ),
    ],
  ])('%s', async (_, text) => {
    expect(await read(text)).toEqual({ refused: 'side-by-side' });
  });

  test('but blank columns between the columns of one table do no harm', async () => {
    const spaced = rows(20).map((row) => row.replaceAll(',', ',,'));
    expect(await read(lines('Date,,Client,,Total', spaced))).toMatchObject({ kept: 20, leftOut: 0 });
    const receipts = rows(20).map((row, i) => row.replace(',', `,R${i},,`));
    expect(await read(lines('Date,Receipt,,Client,Total', receipts))).toMatchObject({ kept: 20 });
  });
});

describe('hostile shapes cost a bounded time and their own rows only', () => {
  test('a line of a million columns', async () => {
    expect(await read(lines(HEAD, rows(5), 'x,'.repeat(1_000_000), rows(5, 2)))).toMatchObject({ kept: 10 });
    expect(await read('x,'.repeat(1_000_000))).toEqual({ refused: 'no-table' });
  }, 20_000);

  test('a quote that stays open over 100 MB', async () => {
    const open = lines(HEAD, rows(1), `"${'open text without end '.repeat(5_000_000)}`);
    expect(await read(open)).toMatchObject({ kept: 1, total: 50 });
  }, 60_000);
});
