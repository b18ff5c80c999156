import { describe, expect, it } from 'vitest';
import { handTwins } from '../../../src/domain/byHand/handTwins';
import { NONE } from '../../../src/domain/sales/columns';

type Row = readonly [day: number, client: number, cents: number, receipt?: number];

const columns = (rows: readonly Row[]) => ({
  length: rows.length,
  day: Int32Array.from(rows, ([day]) => day),
  client: Uint32Array.from(rows, ([, client]) => client),
  cents: Float64Array.from(rows, ([, , cents]) => cents),
  receipt: Uint32Array.from(rows, ([, , , receipt]) => receipt ?? NONE),
});

const twins = (hand: readonly Row[], file: readonly Row[], marks = new Uint8Array(file.length)) => [
  ...handTwins(columns(hand), columns(file), marks),
];

describe('rows of a file that tell of sales written down by hand', () => {
  it('are those of the same client and day with the same sum', () => {
    const file: Row[] = [
      [1, 7, 500],
      [2, 7, 500],
      [1, 8, 500],
      [1, 7, 501],
    ];
    expect(twins([[1, 7, 500]], file)).toEqual([1, 0, 0, 0]);
  });

  it('are as many as were written, not more', () => {
    const thrice: Row[] = [
      [1, 7, 500],
      [1, 7, 500],
      [1, 7, 500],
    ];
    expect(
      twins(
        [
          [1, 7, 500],
          [1, 7, 500],
        ],
        thrice,
      ),
    ).toEqual([1, 1, 0]);
  });

  it('may be the lines of one receipt, or all receipts of a day', () => {
    const lines: Row[] = [
      [1, 7, 300, 4],
      [1, 7, 200, 4],
      [1, 7, 900, 5],
    ];
    expect(twins([[1, 7, 500]], lines)).toEqual([1, 1, 0]);
    expect(twins([[1, 7, 1_400]], lines)).toEqual([1, 1, 1]);
    expect(
      twins(
        [
          [1, 7, 600],
          [1, 7, 800],
        ],
        lines,
      ),
    ).toEqual([1, 1, 1]);
    expect(
      twins(
        [
          [1, 7, 900],
          [1, 7, 501],
        ],
        lines,
      ),
    ).toEqual([0, 0, 1]);
  });

  it('are never those without a client, nor those that are left out anyway', () => {
    expect(twins([[1, NONE, 500]], [[1, NONE, 500]])).toEqual([0]);
    expect(
      twins(
        [[1, 7, 500]],
        [
          [1, 7, 500],
          [1, 7, 500],
        ],
        Uint8Array.of(1, 0),
      ),
    ).toEqual([0, 1]);
    expect(twins([], [[1, 7, 500]])).toEqual([0]);
    expect(twins([[1, 7, 500]], [])).toEqual([]);
  });
});
