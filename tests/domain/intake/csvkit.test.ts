import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { survey } from '../../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { fileAt } from '../../support/fileOf';

const CSVKIT = '../shared/data/suites/csvkit/';

async function seen(name: string) {
  const found = await survey(fileAt(`${CSVKIT}${name}.csv`), parseIsoDay('2026-11-22'));
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
});
