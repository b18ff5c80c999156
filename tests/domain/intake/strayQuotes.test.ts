import { expect, test } from 'vitest';
import { RowReader, rowsOf } from '../../../src/domain/intake/rows/rowReader';

const layout = { delimiter: ';', newline: '\n', width: 3 } as const;

const read = (text: string, piece: number) => {
  const rows: { cells: string[]; line: number; cut: boolean }[] = [];
  const reader = new RowReader(layout, (cells, line, cut) => rows.push({ cells, line, cut }));
  for (let at = 0; at < text.length; at += piece)
    reader.push(text.slice(at, at + piece), at + piece >= text.length);
  return rows;
};

test('a file with a stray quote in each of 50,000 lines costs one row a line, and no long wait', () => {
  const text = `Date;Client;Amount\n${'2026-01-01;"Ann;3\n'.repeat(50_000)}`;
  const before = performance.now();
  const rows = rowsOf(text, layout);
  expect(rows.length).toBe(50_001);
  expect(rows.at(-1)?.line).toBe(50_001);
  expect(performance.now() - before).toBeLessThan(45_000);
}, 60_000);

const mixed = [
  'Date;Client;Amount',
  ...Array.from({ length: 300 }, (_, i) => `2026-01-01;"Ann ${i};3`),
  '2026-01-02;"Bob; the ""old"" one";4\r',
  '2026-01-03;Cleo;"5"\r',
  '2026-01-04;"Dan;6',
  '2026-01-05;Eve;7',
].join('\n');

test('behind many stray quotes, lines whose own quotes close are still read, and only the others are cut', () => {
  const rows = read(mixed, mixed.length);
  expect(rows.slice(-4)).toEqual([
    { cells: ['2026-01-02', 'Bob; the "old" one', '4'], line: 302, cut: false },
    { cells: ['2026-01-03', 'Cleo', '5'], line: 303, cut: false },
    { cells: ['2026-01-04', '"Dan', '6'], line: 304, cut: true },
    { cells: ['2026-01-05', 'Eve', '7'], line: 305, cut: false },
  ]);
});

test.each([1, 7, 64, 1000])(
  'any chunking gives the same rows behind many stray quotes: pieces of %i',
  (piece) => {
    expect(read(mixed, piece)).toEqual(read(mixed, mixed.length));
  },
);
