import { isBlank } from '../values/blank';
import { alike, isTyped } from './alike';
import { cellKind } from './cellKind';
import { commonest } from './delimiter';
import { titleHits } from '../roles/titleHits';

export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

const LOOK_AT = 40;

function isHeaderLike(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length < Math.max(2, width * 0.5)) return false;
  if (filled.some((cell) => cell.length > 80)) return false;
  const typed = filled.filter((cell) => isTyped(cellKind(cell))).length;
  return typed === 0 || (typed <= filled.length * 0.1 && filled.length > 5);
}

export interface HeaderPlace {
  /** Place of the header among the rows given; -1 where the table has none. */
  readonly header: number;
  /** Place of a second row of titles next to it, above or below; -1 where there is none. */
  readonly second: number;
  /** Place of the first row with data. */
  readonly first: number;
  /** Number of cells of the table's rows. */
  readonly width: number;
}

/**
 * Where a table begins under the title lines of a report, and whether its first row holds titles: titles are words where the rows
 * below have dates and numbers. Undefined where no two rows make a table.
 */
export function headerOf(rows: readonly Row[], wanted?: number): HeaderPlace | undefined {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const usual = commonest(filled.map((row) => row.cells.length).filter((length) => length > 1));
  if (usual.value < 2) return undefined;
  const widthFrom = (header: number) =>
    Math.max(usual.value, header < 0 ? 0 : trimmedLength(rows[header]!.cells));
  if (wanted !== undefined) {
    const header = wanted === 0 ? -1 : rows.findIndex((row) => row.line === wanted);
    return { header, second: -1, first: header + 1, width: widthFrom(header) };
  }
  const reach = Math.max(
    2,
    ...filled.map((row) => trimmedLength(row.cells)).filter((to) => to <= usual.value),
  );
  const wideEnough = (row: Row) => row.cells.length >= Math.max(2, Math.ceil(usual.value * 0.7));
  const blank = rows.findIndex((row) => row.cells.some((cell) => cell.trim() !== ''));
  const top = rows.slice(0, blank + LOOK_AT);
  const header = top.findIndex((row) => wideEnough(row) && isHeaderLike(row.cells, reach));
  const first = top.findIndex((row) => wideEnough(row) && row.cells.some((cell) => isTyped(cellKind(cell))));
  if (header >= 0 && (first < 0 || header < first))
    return { ...pairOf(top, header, first, reach), width: widthFrom(header) };
  if (first < 0) return undefined;
  const next = rows.slice(Math.max(first, header) + 1).find(wideEnough);
  if (header >= 0 && next && !alike(rows[first]!.cells, next.cells))
    return { header, second: -1, first: header + 1, width: widthFrom(header) };
  return { header: -1, second: -1, first, width: usual.value };
}

/**
 * A header of one row, or of two where the row below names columns too and holds no value: of the two, the one that names more of
 * what a sale has is the header, the other fills its gaps.
 */
function pairOf(top: readonly Row[], header: number, first: number, width: number) {
  const [upper, lower] = [top[header]!, top[header + 1]];
  const alone = { header, second: -1, first: header + 1 };
  if (!lower || header + 1 >= first || !isHeaderLike(lower.cells, width)) return alone;
  const [above, below] = [titleHits(upper.cells), titleHits(lower.cells)];
  if (below < 2) return alone;
  return below > above
    ? { header: header + 1, second: header, first: header + 2 }
    : { header, second: header + 1, first: header + 2 };
}

/** Number of cells up to the last one that is not blank. */
export function trimmedLength(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && cells[length - 1]!.trim() === '') length--;
  return length;
}
