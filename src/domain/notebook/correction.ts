import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/** What a row says: its day, its money in cents, and the client by their place in the shop's list; null where it names nobody. */
export interface RowSays {
  readonly day: Day;
  readonly cents: number;
  readonly client: number | null;
}

/**
 * What the owner put right in a single row of the sales. It hangs on what the row says, not on where it is stored, so that it
 * holds again when the import is undone and done again, and when the same row comes in another file. It holds no names.
 */
export interface Correction extends EntryOf<'correction'> {
  /** The client whom the file names; places of merged clients are not followed. */
  readonly client: number | null;
  /** The row's identity (see `Draft.identity`) as 16 hexadecimal digits. */
  readonly row: string;
  /** Which of the rows that are the same in everything, counted from 0 in the order of the imports. */
  readonly nth: number;
  /** What else the file says. */
  readonly was: Omit<RowSays, 'client'>;
  /** What it should say; null for a row that is cancelled: it counts for nothing. */
  readonly now: RowSays | null;
}

/** A row among all of the shop's, wherever it is stored. */
export type RowKey = Pick<Correction, 'row' | 'nth'>;

/** A row has one correction at most, so its id is that of the row. */
export const correctionId = ({ row, nth }: RowKey): string => `${row}-${nth}`;

/** A row's identity as text, from its two words. */
export const rowText = (one: number, two: number): string => hex(one) + hex(two);

/** The two words of a row's identity, from its text. */
export const rowWords = (row: string): readonly [one: number, two: number] => [
  Number.parseInt(row.slice(0, 8), 16),
  Number.parseInt(row.slice(8), 16),
];

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
