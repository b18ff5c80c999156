const MB = 1024 * 1024;

/** How much a packed file may hold before it is put down: what a shop never exports, and what a device cannot bear. */
export interface Caps {
  /** Bytes of a workbook or an archive as it lies on the disk. */
  readonly packed: number;
  /** Bytes it may unpack to: all together, and each file inside. */
  readonly inflated: number;
  readonly entry: number;
  readonly entries: number;
  /** Bytes unpacked for each packed one, told apart from ordinary repetition only beyond `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Rows of one sheet. */
  readonly rows: number;
}

export const CAPS: Caps = {
  packed: 50 * MB,
  inflated: 300 * MB,
  entry: 150 * MB,
  entries: 2000,
  ratio: 200,
  ratioFrom: 10 * MB,
  rows: 1_048_576,
};
