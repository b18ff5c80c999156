import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dictionary } from '../../../src/domain/intake/table/dictionary';
import { PairIndex } from '../../../src/domain/intake/table/pairIndex';
import { ReceiptBook } from '../../../src/domain/intake/table/receiptBook';
import { TextHash } from '../../../src/domain/intake/table/textHash';
import { NONE } from '../../../src/domain/sales/columns';

test('pairs are numbered by first appearance, like a slow, obvious list does, while the table grows', () => {
  const word = fc.constantFrom(0, 1, -1, 0x7fff_ffff, -0x8000_0000, 64, 128, 192);
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 300 }), (pairs) => {
      const index = new PairIndex(1);
      const seen: string[] = [];
      for (const [one, two] of pairs) {
        const key = `${one} ${two}`;
        if (!seen.includes(key)) {
          expect(index.find(one, two)).toBe(-1);
          seen.push(key);
        }
        expect(index.of(one, two)).toBe(seen.indexOf(key));
        expect(index.find(one, two)).toBe(seen.indexOf(key));
      }
      expect(index.size).toBe(seen.length);
    }),
  );
});

test('half a million numbers like those of receipts and clients all have their own hash', () => {
  const hash = new TextHash();
  const index = new PairIndex(1000);
  for (let i = 0; i < 250_000; i++) {
    for (const text of [`R${i}`, `${1_000_000 + i}`]) {
      hash.of(text);
      index.of(hash.one, hash.two);
    }
  }
  expect(index.size).toBe(500_000);
});

test('receipts get final numbers by first appearance, blanks none, however many there are', () => {
  const book = new ReceiptBook(4);
  const cells = Array.from({ length: 30_000 }, (_, i) => (i % 10 === 9 ? '' : `R${(i * 7919) % 9000}`));
  const column = Uint32Array.from(cells, (cell) => book.of(cell));
  const different = [...new Set(cells.filter((cell) => cell !== ''))];
  const numbers = new Map(different.map((cell, i) => [cell, i]));
  expect(book.settle(column)).toBe(different.length);
  expect([...column]).toEqual(cells.map((cell) => numbers.get(cell) ?? NONE));
});

test('a file without receipts settles to none', () => {
  expect(new ReceiptBook(0).settle(Uint32Array.of(NONE, NONE))).toBe(0);
});

test('a dictionary gives one number to a text, whatever blanks surround it, and none to nothing', () => {
  const products = new Dictionary();
  expect(['Rose', ' Rose ', 'Tulip', '', '-', 'Rose'].map((cell) => products.of(cell))).toEqual([
    0,
    0,
    1,
    NONE,
    NONE,
    0,
  ]);
  expect(products.texts).toEqual(['Rose', 'Tulip']);
});
