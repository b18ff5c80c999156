import { plainWords } from './roles/fold';
import { cellKind } from './rows/cellKind';
import type { Survey } from './survey';

/** The columns between columns that are blank throughout, as places from and up to. */
function groupsOf({ columns }: Survey): [from: number, to: number][] {
  const groups: [number, number][] = [];
  let from = -1;
  for (const [i, { title, filled }] of columns.entries()) {
    const blank = title === '' && filled === 0;
    if (!blank && from < 0) from = i;
    if (from >= 0 && (blank || i === columns.length - 1)) {
      groups.push([from, blank ? i : i + 1]);
      from = -1;
    }
  }
  return groups.filter(([start, end]) => end - start > 1);
}

/**
 * Whether a sheet holds several tables next to each other, parted by blank columns: each with dates and sums of its own, or, where
 * no column holds dates, each with words and numbers. Such a sheet is made for reading; one of the tables would be taken for all.
 */
export function standsSideBySide(survey: Survey): boolean {
  const groups = groupsOf(survey);
  if (groups.length < 2) return false;
  const parts = groups.map(([from, to]) => survey.columns.slice(from, to));
  const dated = parts.filter(
    (part) =>
      part.some(({ dateShare }) => dateShare > 0.5) && part.some(({ numberShare }) => numberShare > 0.5),
  );
  if (dated.length > 1) return true;
  if (survey.mapping.columns.date !== undefined) return twiceTitled(parts);
  const listed = (cells: readonly string[], [from, to]: readonly [number, number]) => {
    const kinds = cells.slice(from, to).map(cellKind);
    return kinds.includes('text') && kinds.includes('number');
  };
  const beside = survey.preview.filter((cells) => groups.filter((group) => listed(cells, group)).length > 1);
  return beside.length >= 3;
}

/** Whether two groups of columns have the same titles, but for the number that was put behind the second. */
function twiceTitled(parts: readonly Survey['columns'][]): boolean {
  const named = parts.map((part) =>
    part.map(({ title }) => plainWords(title.replace(/ \(\d+\)$/, ''))).join('|'),
  );
  return named.some((titles, i) => titles.replaceAll('|', '') !== '' && named.indexOf(titles) < i);
}
