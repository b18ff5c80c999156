/** Arrays of numbers that can be packed. */
export type NumberColumn = Int32Array | Uint32Array | Uint8Array | Float32Array | Float64Array;

const MAGIC = 0x424d_0001;
const HEAD_WORDS = 4;
const COLUMN_WORDS = 4;
const ALL_ONES = { 1: 0xff, 2: 0xffff, 4: 0xffff_ffff } as const;

type Width = 0 | 1 | 2 | 4 | 8;

interface Shape {
  readonly width: Width;
  /** Smallest value; codes are distances from it. */
  readonly base: number;
  /** Some values are NaN, written as all ones (width 0: every value is). */
  readonly holes: boolean;
}

function shapeOf(column: NumberColumn, from: number, to: number): Shape {
  let least = Infinity;
  let most = -Infinity;
  let holes = false;
  let whole = true;
  for (let i = from; i < to; i++) {
    const value = column[i]!;
    if (value !== value) {
      holes = true;
      continue;
    }
    if (value < least) least = value;
    if (value > most) most = value;
    if (whole && !Number.isInteger(value)) whole = false;
  }
  if (least === Infinity) return { width: 0, base: NaN, holes: true };
  const range = most - least;
  if (!whole || range >= ALL_ONES[4]) return { width: 8, base: 0, holes: false };
  if (range === 0 && !holes) return { width: 0, base: least, holes };
  const width = range < ALL_ONES[1] ? 1 : range < ALL_ONES[2] ? 2 : 4;
  return { width, base: least, holes };
}

const padded = (bytes: number) => Math.ceil(bytes / 8) * 8;

/** An index column's NONE (all ones) becomes 0, so that a few missing values do not widen the whole column. */
const isIndex = (column: NumberColumn) => column instanceof Uint32Array;

/**
 * Packs rows `from` up to, not including, `to` of some columns into one buffer: each column as distances from its
 * smallest value, in the narrowest of 0, 1, 2, 4 or 8 bytes. Exact for every number, NaN included.
 */
export function packColumns(columns: readonly NumberColumn[], from: number, to: number): ArrayBuffer {
  const rows = to - from;
  const shifted = columns.map((column) => (isIndex(column) ? shift(column, from, to) : column));
  const offset = shifted.map((column, k) => (column === columns[k] ? from : 0));
  const shapes = shifted.map((column, k) => shapeOf(column, offset[k]!, offset[k]! + rows));
  const headBytes = padded(4 * (HEAD_WORDS + COLUMN_WORDS * columns.length));
  const total = shapes.reduce((sum, shape) => sum + padded(shape.width * rows), headBytes);
  const buffer = new ArrayBuffer(total);
  const head = new DataView(buffer, 0, headBytes);
  head.setUint32(0, MAGIC, true);
  head.setUint32(4, rows, true);
  head.setUint32(8, columns.length, true);
  let at = headBytes;
  shapes.forEach((shape, k) => {
    const word = 4 * (HEAD_WORDS + COLUMN_WORDS * k);
    head.setUint32(word, shape.width | (shape.holes ? 0x100 : 0), true);
    head.setFloat64(word + 8, shape.base, true);
    write(buffer, at, shifted[k]!, offset[k]!, rows, shape);
    at += padded(shape.width * rows);
  });
  return buffer;
}

function shift(column: NumberColumn, from: number, to: number): Uint32Array {
  const out = new Uint32Array(to - from);
  for (let i = from; i < to; i++) out[i - from] = column[i]! + 1;
  return out;
}

const codesAt = (buffer: ArrayBuffer, at: number, rows: number, width: 1 | 2 | 4) =>
  width === 1
    ? new Uint8Array(buffer, at, rows)
    : width === 2
      ? new Uint16Array(buffer, at, rows)
      : new Uint32Array(buffer, at, rows);

function write(
  buffer: ArrayBuffer,
  at: number,
  column: NumberColumn,
  from: number,
  rows: number,
  shape: Shape,
): void {
  const { width, base, holes } = shape;
  if (width === 0) return;
  if (width === 8) {
    new Float64Array(buffer, at, rows).set(column.subarray(from, from + rows));
    return;
  }
  const codes = codesAt(buffer, at, rows, width);
  const hole = ALL_ONES[width];
  if (!holes) for (let i = 0; i < rows; i++) codes[i] = column[from + i]! - base;
  else
    for (let i = 0; i < rows; i++) {
      const value = column[from + i]!;
      codes[i] = value === value ? value - base : hole;
    }
}

/** Number of rows in a packed buffer; NaN where it is not one of ours, or not of these columns. */
export function packedRows(buffer: ArrayBuffer, columnCount: number): number {
  const headBytes = padded(4 * (HEAD_WORDS + COLUMN_WORDS * columnCount));
  if (buffer.byteLength < headBytes) return NaN;
  const head = new DataView(buffer, 0, headBytes);
  if (head.getUint32(0, true) !== MAGIC || head.getUint32(8, true) !== columnCount) return NaN;
  const rows = head.getUint32(4, true);
  let total = headBytes;
  for (let k = 0; k < columnCount; k++) {
    const width = head.getUint32(4 * (HEAD_WORDS + COLUMN_WORDS * k), true) & 0xff;
    if (![0, 1, 2, 4, 8].includes(width)) return NaN;
    total += padded(width * rows);
  }
  return total === buffer.byteLength ? rows : NaN;
}

/**
 * Writes a packed buffer into columns from row `at` on; a column that is not wanted now is left out as `undefined`.
 * The buffer must have passed `packedRows`.
 */
export function unpackColumns(
  buffer: ArrayBuffer,
  columns: readonly (NumberColumn | undefined)[],
  at: number,
): void {
  const head = new DataView(buffer);
  const rows = head.getUint32(4, true);
  let offset = padded(4 * (HEAD_WORDS + COLUMN_WORDS * columns.length));
  columns.forEach((column, k) => {
    const word = 4 * (HEAD_WORDS + COLUMN_WORDS * k);
    const kind = head.getUint32(word, true);
    const shape = {
      width: (kind & 0xff) as Width,
      base: head.getFloat64(word + 8, true),
      holes: (kind & 0x100) !== 0,
    };
    if (column) read(buffer, offset, column, at, rows, shape);
    offset += padded(shape.width * rows);
  });
}

function read(
  buffer: ArrayBuffer,
  from: number,
  column: NumberColumn,
  at: number,
  rows: number,
  shape: Shape,
): void {
  const { width, holes } = shape;
  const base = shape.base - (isIndex(column) ? 1 : 0);
  if (width === 0) column.fill(base, at, at + rows);
  else if (width === 8) column.set(new Float64Array(buffer, from, rows), at);
  else {
    const codes = codesAt(buffer, from, rows, width);
    const hole = ALL_ONES[width];
    if (!holes) for (let i = 0; i < rows; i++) column[at + i] = base + codes[i]!;
    else for (let i = 0; i < rows; i++) column[at + i] = codes[i] === hole ? NaN : base + codes[i]!;
  }
}
