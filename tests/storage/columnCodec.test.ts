import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE } from '../../src/domain/sales/columns';
import { packColumns, packedRows, unpackColumns } from '../../src/storage/columnCodec';

const bytesARow = (column: Int32Array | Uint32Array | Float64Array) => {
  const rows = column.length;
  const empty = packColumns([column], 0, 0).byteLength;
  return Math.round((packColumns([column], 0, rows).byteLength - empty) / rows);
};

describe('packed columns', () => {
  it('give back every number they were given, in any mixture of columns', () => {
    const wholeOrHole = fc.oneof(fc.integer({ min: -1e12, max: 1e12 }), fc.constant(NaN));
    const anyDouble = fc.double({ noDefaultInfinity: true });
    const rows = fc.array(
      fc.record({
        day: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
        index: fc.oneof(fc.nat(70_000), fc.constant(NONE)),
        whole: wholeOrHole,
        double: anyDouble,
      }),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(rows, fc.nat(20), (given, skipped) => {
        const from = Math.min(skipped, given.length);
        const columns = [
          Int32Array.from(given, (row) => row.day),
          Uint32Array.from(given, (row) => row.index),
          Float64Array.from(given, (row) => row.whole),
          Float64Array.from(given, (row) => row.double),
        ];
        const packed = packColumns(columns, from, given.length);
        const count = given.length - from;
        expect(packedRows(packed, 4)).toBe(count);
        const back = [
          new Int32Array(count),
          new Uint32Array(count),
          new Float64Array(count),
          new Float64Array(count),
        ];
        unpackColumns(packed, back, 0);
        back.forEach((column, k) => {
          expect(
            column.every(
              (value, i) =>
                value === columns[k]![from + i] ||
                Object.is(value, columns[k]![from + i]) ||
                (value === 0 && columns[k]![from + i] === 0),
            ),
          ).toBe(true);
        });
      }),
    );
  });

  it('take no more room than the range of their values needs', () => {
    const rows = 1000;
    expect(bytesARow(new Int32Array(rows).fill(20_000))).toBe(0);
    expect(bytesARow(Int32Array.from({ length: rows }, (_, i) => 20_000 + (i % 200)))).toBe(1);
    expect(bytesARow(Uint32Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? NONE : i % 60_000)))).toBe(
      2,
    );
    expect(bytesARow(Float64Array.from({ length: rows }, (_, i) => i * 100_000))).toBe(4);
    expect(bytesARow(new Float64Array(rows).fill(NaN))).toBe(0);
    expect(bytesARow(Float64Array.from({ length: rows }, (_, i) => i + 0.5))).toBe(8);
  });

  it('recognise what is not theirs', () => {
    const packed = packColumns([Int32Array.of(1, 2, 3)], 0, 3);
    expect(packedRows(packed, 1)).toBe(3);
    expect(packedRows(packed, 2)).toBeNaN();
    expect(packedRows(packed.slice(0, -8), 1)).toBeNaN();
    expect(packedRows(new ArrayBuffer(0), 1)).toBeNaN();
    expect(packedRows(new ArrayBuffer(64), 1)).toBeNaN();
    const lying = packed.slice(0);
    new DataView(lying).setUint32(4, 1_000_000, true);
    expect(packedRows(lying, 1)).toBeNaN();
  });
});
