import type { Layout } from './layout';

/** A file to be read in pieces; the only way in which bytes enter the domain. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Bytes from `from` up to, not including, `to`. */
  read(from: number, to: number): Promise<Uint8Array>;
  /** Files of one shape that are read one after the other as one table; absent where the source is but one file. */
  readonly parts?: readonly FilePart[];
}

/** One of several files that are read as one table: encoding, line ends and place of the titles may be its own. */
export interface FilePart {
  readonly source: ByteSource;
  readonly layout: Layout;
}
