import type { Layout } from '../layout';
import { plainWords } from '../roles/fold';
import { cellKind } from '../rows/cellKind';
import { newlineOf } from '../rows/delimiter';
import { trimmedLength } from '../rows/header';
import { rowsOf } from '../rows/rowReader';
import { titlesOf } from '../rows/titles';
import { shapeOf } from '../surveyFile';
import { headText, type FileHead } from './fileHead';

const LOOK_AT = 40;
/** So many different shapes are no export of one shop: further ones are not told apart. */
const MOST_SHAPES = 50;
const LOOK_AT_SIGNS = 16 * 1024;

/** One file and how it is cut into rows. */
export interface Shaped {
  readonly head: FileHead;
  readonly layout: Layout;
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((title, i) => plainWords(title) === plainWords(other[i]!));

/** The layout of a file that has the titles of another; undefined where they do not stand in its first lines. */
function layoutLike(like: Layout, text: string, encoding: Layout['encoding']): Layout | undefined {
  const [title] = like.titles.filter((one) => one !== '');
  if (like.headerLine === 0 || title === undefined || !text.includes(title)) return undefined;
  const newline = newlineOf(text);
  const { delimiter, width, titles } = like;
  const rows = rowsOf(text.slice(0, LOOK_AT_SIGNS), { delimiter, newline, width }).slice(0, LOOK_AT);
  const titled = (i: number, second?: readonly string[]) =>
    trimmedLength(rows[i]!.cells) > 1 && same(titlesOf(rows[i]!.cells, width, second), titles);
  const at = rows.findIndex(
    (_, i) => titled(i) || titled(i, rows[i + 1]?.cells) || titled(i, rows[i - 1]?.cells),
  );
  if (at < 0) return undefined;
  const { line } = rows[at]!;
  return { ...like, encoding, newline, headerLine: line, firstLine: line + like.firstLine - like.headerLine };
}

/** Kinds of the cells of the first rows, column by column: of tables without titles they are all there is to compare. */
function kindsOf({ head, layout }: Shaped): string[] {
  const rows = rowsOf(headText(head).slice(0, LOOK_AT_SIGNS), layout).slice(0, LOOK_AT);
  return Array.from({ length: layout.width }, (_, i) => {
    const kinds = new Set(rows.map(({ cells }) => cellKind(cells[i] ?? '')));
    kinds.delete('blank');
    return kinds.size === 1 ? [...kinds][0]! : '';
  });
}

function isAlike(one: Shaped, other: Shaped): boolean {
  if (one.layout.headerLine === 0 || other.layout.headerLine === 0) {
    if (one.layout.headerLine !== other.layout.headerLine || one.layout.width !== other.layout.width)
      return false;
    const kinds = kindsOf(other);
    return kindsOf(one).every((kind, i) => kind === '' || kinds[i] === '' || kind === kinds[i]);
  }
  return same(one.layout.titles, other.layout.titles);
}

/** The group with whose titles a file begins, and the file cut like it. */
function groupLike(groups: readonly Shaped[][], head: FileHead): [Shaped[], Shaped] | undefined {
  const text = headText(head);
  for (const group of groups) {
    const layout = layoutLike(group[0]!.layout, text, head.encoding);
    if (layout) return [group, { head, layout }];
  }
  return undefined;
}

/** Files of one shape together, in the order given; a file whose first lines hold no table stands in none. */
export function sameShapes(heads: readonly FileHead[]): Shaped[][] {
  const groups: Shaped[][] = [];
  for (const head of heads) {
    const like = groupLike(groups, head);
    if (like) {
      like[0].push(like[1]);
      continue;
    }
    if (groups.length >= MOST_SHAPES) continue;
    const layout = shapeOf([headText(head)], head.encoding, head.table.hints)?.layout;
    if (!layout) continue;
    const shaped = { head, layout };
    const alike = groups.find(([first]) => isAlike(first!, shaped));
    if (alike) alike.push(shaped);
    else groups.push([shaped]);
  }
  const order = new Map(heads.map((head, i) => [head, i]));
  return groups.map((group) => group.toSorted((a, b) => order.get(a.head)! - order.get(b.head)!));
}
