import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { leftOutCsv } from '../../../src/domain/intake/leftOutCsv';
import { cleanText } from '../../../src/domain/intake/values/cleanText';

const WORDS = { line: 'Line', reason: 'Reason', reasonOf: (code: string) => `because ${code}` };

test('holds the line, the reason and the cells as they were, under the titles of the file', () => {
  const text = leftOutCsv(
    [{ line: 7, code: 'date-missing', cells: ['', 'Lind, "Bo"', '5.00'] }],
    ['Date', 'Client', 'Total'],
    WORDS,
  );
  expect(text).toBe(
    '"Line","Reason","Date","Client","Total"\r\n"7","because date-missing","","Lind, ""Bo""","5.00"',
  );
});

test('text that a spreadsheet would run as a formula is guarded; a number keeps its minus', () => {
  const cells = ['=1+1', '+49 151', '@cmd', '-5.00', '-1.234,56 €', '-cmd', '\t=1', 'plain'];
  const [, row] = Papa.parse<string[]>(leftOutCsv([{ line: 1, code: 'row-cut', cells }], [], WORDS), {
    delimiter: ',',
  }).data;
  expect(row?.slice(2)).toEqual([
    "'=1+1",
    "'+49 151",
    "'@cmd",
    '-5.00',
    '-1.234,56 €',
    "'-cmd",
    "'\t=1",
    'plain',
  ]);
});

test('no cell starts a formula, and reading the file again gives every text back', () => {
  const risky = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ''), fc.string())
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(risky, { minLength: 1, maxLength: 6 }), (cells) => {
      const text = leftOutCsv([{ line: 1, code: 'row-cut', cells }], [], WORDS);
      const row = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data[1]!.slice(2);
      for (const [i, cell] of row.entries()) {
        expect(cell).not.toMatch(/^[=+@\t\r\n]/);
        expect(cell === cells[i] || cell === `'${cells[i]}`).toBe(true);
        if (cell !== cells[i] && !/^\s/.test(cells[i]!)) expect(cleanText(cell)).toBe(cleanText(cells[i]!));
      }
    }),
    { numRuns: 2000 },
  );
});
