/** A file to be read in pieces; the only way in which bytes enter the domain. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Bytes from `from` up to, not including, `to`. */
  read(from: number, to: number): Promise<Uint8Array>;
}
