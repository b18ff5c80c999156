import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/domain/intake/open/openFile';
import { rightTable } from '../../../src/domain/intake/open/rightTable';
import { readSales } from '../../../src/domain/intake/readSales';
import { survey } from '../../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { fileAt } from '../../support/fileOf';

const CSVKIT = '../shared/data/suites/csvkit/';

const TODAY = parseIsoDay('2026-11-22');

/** The table of a file read as sales: the text as the client, its date and its float. */
async function salesIn(name: string) {
  const opened = await openFile(fileAt(CSVKIT + name));
  if (!opened.ok) return opened.error.code;
  const { chosen, seen: found } = await rightTable(opened.value, TODAY, {});
  if (!found.ok) return found.error.code;
  const { layout, mapping } = found.value;
  const [date, client, amount] = ['date', 'text', 'float'].map((title) => layout.titles.indexOf(title));
  const columns = { date: date!, name: client!, amount: amount! };
  const read = await readSales(
    opened.value[chosen]!.source,
    layout,
    { ...mapping, columns },
    { today: TODAY, minorDigits: 2 },
  );
  if (!read.ok) return read.error.code;
  const { sales, clients, summary } = read.value;
  return {
    sold: Array.from(sales.day, (day, i) => [day, clients.names[sales.client[i]!]!, sales.cents[i]!]),
    leftOut: Object.fromEntries(summary.issues.map(({ code, count }) => [code, count])),
  };
}

async function seen(name: string) {
  const found = await survey(fileAt(`${CSVKIT}${name}.csv`), TODAY);
  if (!found.ok) throw new Error(found.error.code);
  const { layout, preview, mapping } = found.value;
  return { titles: layout.titles, header: layout.headerLine, rows: preview, decimal: mapping.decimal };
}

describe.skipIf(!existsSync(CSVKIT))('awkward files of csvkit (skipped without ../shared)', () => {
  test.each(['test_utf8', 'test_utf8_bom', 'test_utf16_big', 'test_utf16_little', 'test_latin1'])(
    '%s shows its letters',
    async (name) => {
      const { rows } = await seen(name);
      expect(rows.at(-1)?.slice(0, 3)).toEqual(['4', '5', name === 'test_latin1' ? '©' : 'ʤ']);
    },
  );

  test('ends of line of old Macs, also inside a cell', async () => {
    expect((await seen('mac_newlines')).rows.at(-1)).toEqual(['Once upon\ra time', '5', '6']);
  });

  test('NUL bytes leave no trace', async () => {
    expect((await seen('null_byte')).rows).toEqual([['', '2', '3']]);
  });

  test('empty lines before the titles are skipped', async () => {
    expect(await seen('test_skip_lines')).toMatchObject({ header: 4, titles: ['a', 'b', 'c'] });
  });

  test('a ragged file keeps its table', async () => {
    expect((await seen('bad')).titles.slice(0, 3)).toEqual(['column_a', 'column_b', 'column_c']);
  });

  test('a decimal comma beside grouped thousands is one', async () => {
    expect((await seen('test_locale')).decimal).toBe(',');
  });

  test.each([
    ['test.xlsx', 'testxlsx_converted.csv'],
    ['test_skip_lines.xlsx', 'testxlsx_converted.csv'],
    ['sheets.xlsx', 'sheetsxlsx_converted.csv'],
  ])('%s gives the same sales as %s, its text', async (workbook, text) => {
    const sales = await salesIn(workbook);
    expect(sales).toEqual({
      sold: [[365, 'Chicago Reader', 100]],
      leftOut: { 'date-missing': 2, 'date-too-old': 2 },
    });
    expect(sales).toEqual(await salesIn(text));
  });

  test.each(['dummy.xls', 'sheets.xls', 'test.xls', 'test_skip_lines.xls'])(
    '%s is an old workbook, and refused as one',
    async (name) => {
      expect(await salesIn(name)).toBe('xls');
    },
  );
});
