import { describe, expect, it } from 'vitest';
import { RowEdits } from '../../../src/domain/corrections/rowEdits';
import { parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import {
  correctionId,
  rowText,
  rowWords,
  type Correction,
  type RowSays,
} from '../../../src/domain/notebook/correction';
import { NONE } from '../../../src/domain/sales/columns';
import { anEntry } from '../../support/notebook';

const day = parseIsoDay('2026-01-05');

/** Rows of client 1, 10.00 each, day by day; their identities are their numbers. */
const log = (rows: number) => ({
  day: Int32Array.from({ length: rows }, (_, k) => day + k),
  client: new Uint32Array(rows).fill(1),
  cents: new Float64Array(rows).fill(1000),
});
const identity = (...numbers: number[]) => Uint32Array.from(numbers.flatMap((number) => [number, ~number]));

const correction = (number: number, now: RowSays | null, nth = 0): Correction =>
  anEntry('correction', { row: rowText(number, ~number), nth, client: 1, now });
const says = (cents: number, on: Day = day, client: number | null = 1): RowSays => ({
  day: on,
  cents,
  client,
});

describe('what a row is known by', () => {
  it('is a text from which both words can be read back, whatever their signs', () => {
    for (const [one, two] of [
      [0, 0xffff_ffff],
      [1, 2],
      [-5, 0x8000_0000],
    ] as const)
      expect(rowWords(rowText(one, two))).toEqual([one >>> 0, two >>> 0]);
    expect(rowText(10, 0xabcdef)).toBe('0000000a00abcdef');
    expect(correctionId({ row: '0000000a00abcdef', nth: 2 })).toBe('0000000a00abcdef-2');
  });
});

describe('corrections', () => {
  it('change the rows they are meant for, and no others', () => {
    const sales = log(4);
    const edits = new RowEdits([correction(7, says(-250, (day + 9) as Day, 2)), correction(99, says(1))]);
    edits.apply(sales, identity(5, 6, 7, 8));
    expect([...sales.cents]).toEqual([1000, 1000, -250, 1000]);
    expect([...sales.client]).toEqual([1, 1, 2, 1]);
    expect([...sales.day]).toEqual([day, day + 1, day + 9, day + 3]);
    expect([...edits.byRow.keys()]).toEqual([2]);
  });

  it('of rows that are the same in everything count them in the order they came', () => {
    const sales = log(5);
    const edits = new RowEdits([correction(7, says(100), 1), correction(7, says(200), 2)]);
    edits.apply(sales, identity(7, 7));
    edits.apply(sales, identity(8, 7, 7));
    expect([...sales.cents]).toEqual([1000, 100, 1000, 200, 1000]);
  });

  it('wait where their row is not there', () => {
    const [there, waiting] = [correction(7, says(100)), correction(7, says(200), 1)];
    const edits = new RowEdits([there, waiting]);
    edits.apply(log(2), identity(7, 8));
    expect([there, waiting].map(edits.holds)).toEqual([true, false]);
  });

  it('go on from where the log ended, and leave what was before alone', () => {
    const before = new RowEdits([correction(7, says(100)), correction(8, says(200))]);
    const sales = log(4);
    before.apply(sales, identity(7, 6));
    const after = before.copy();
    after.apply(sales, identity(7, 8));
    expect([...sales.cents]).toEqual([100, 1000, 1000, 200]);
    expect([...after.byRow.keys()]).toEqual([0, 3]);
    expect([...before.byRow.keys()]).toEqual([0]);
  });

  it('count rows that cannot be read, and find the others where they are', () => {
    const edits = new RowEdits([correction(7, says(100), 1), correction(8, says(200))]);
    const sales = log(4);
    edits.pass(identity(7));
    edits.apply(sales, identity(7));
    edits.skip(1);
    edits.apply(sales, identity(6, 8));
    expect([...sales.cents]).toEqual([100, 1000, 1000, 200]);
  });
});

describe('a cancelled row', () => {
  const cancelled = (...rows: number[]) => {
    const sales = log(4);
    const edits = new RowEdits(rows.map((row) => correction(row, null)));
    edits.apply(sales, identity(0, 1, 2, 3));
    return { sales, edits };
  };

  it('is nobody’s and worth nothing', () => {
    const { sales } = cancelled(2);
    expect(sales.client[2]).toBe(NONE);
    expect(sales.cents[2]).toBe(0);
  });

  it('neither begins nor ends the log: it is of the day of a row beside it', () => {
    expect([...cancelled(3).sales.day]).toEqual([day, day + 1, day + 2, day + 2]);
    expect([...cancelled(0).sales.day]).toEqual([day + 1, day + 1, day + 2, day + 3]);
    expect([...cancelled(0, 1, 3).sales.day]).toEqual([day + 2, day + 2, day + 2, day + 2]);
  });

  it('keeps its day where there is no other row', () => {
    expect([...cancelled(0, 1, 2, 3).sales.day]).toEqual([day, day + 1, day + 2, day + 3]);
  });

  it('can be counted up to a day', () => {
    const { sales, edits } = cancelled(1, 3);
    expect(edits.cancelledUpTo(sales.day, day + 3)).toBe(2);
    expect(edits.cancelledUpTo(sales.day, day + 1)).toBe(1);
    expect(edits.cancelledUpTo(sales.day, day - 1)).toBe(0);
  });
});
