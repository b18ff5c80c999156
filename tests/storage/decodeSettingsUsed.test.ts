import { expect, test } from 'vitest';
import { settingsUsed } from '../../src/domain/intake/settingsUsed';
import { decodeImport } from '../../src/storage/decodeRecords';
import type { ImportRecord } from '../../src/storage/shopDb';
import { aMapping, aSurvey } from '../support/aDraft';

const record: ImportRecord = {
  id: 1,
  fileName: 'march.csv',
  contentHash: 'a1',
  at: 0,
  rows: 3,
  added: 2,
  overlap: 0,
  leftOut: 1,
  clientsAdded: 2,
  from: 20_000,
  to: 20_001,
  total: 300,
};

const settings = settingsUsed({
  layout: aSurvey().layout,
  mapping: aMapping({
    rules: { never: [{ column: 5, words: ['void'] }], currency: { column: 4, code: 'EUR' } },
    fixes: { dates: ['mdy'], gifts: true, counted: [{ column: 5, words: ['pending'] }] },
  }),
  preset: 'shopify-orders',
  sheet: 'March',
});

test('the settings of an import come back as they were kept', () => {
  expect(decodeImport(structuredClone({ ...record, settings }))).toEqual({ ...record, settings });
});

test('an import without settings stays one without', () => {
  expect(decodeImport(record)).toEqual(record);
});

test.each([{ ...settings, encoding: 'ebcdic' }, { ...settings, columns: 7 }, 'none', null])(
  'settings that cannot be read cost the settings, never the import: %j',
  (broken) => {
    expect(decodeImport({ ...record, settings: broken })).toEqual(record);
  },
);
