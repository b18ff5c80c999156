import { judgeColumn, type JudgedColumn } from '../roles/judgeColumn';
import { plainWords } from '../roles/fold';
import { titleScore } from '../roles/titleScore';
import type { Survey } from '../survey';
import type { ListField, ListMapping } from './listFields';
import { saysField } from './listTitles';

const SURE = 40;
const MOSTLY = 0.6;
const SOME = 0.2;

/** Which column of a table of people means what, as the app proposes it: by its title, and by its values where those are plain. */
export function proposeList({ layout, preview }: Pick<Survey, 'layout' | 'preview'>): ListMapping {
  const columns = layout.titles.map((title, i) =>
    judgeColumn(
      i,
      title,
      preview.map((cells) => cells[i] ?? ''),
    ),
  );
  const found: Partial<Record<ListField, number>> = {};
  const used = new Set<number>();
  /** The column that fits best, among equals the first; one with anything in it rather than an empty one. */
  const take = (field: ListField, fit: (column: JudgedColumn) => number | boolean) => {
    let [best, top]: [JudgedColumn | undefined, number] = [undefined, 0];
    for (const column of columns) {
      if (used.has(column.index)) continue;
      const score = Number(fit(column)) * (column.filled > 0 ? 1 : 0.1);
      if (score > top) [best, top] = [column, score];
    }
    if (!best) return;
    found[field] = best.index;
    used.add(best.index);
  };
  const titled = (field: Parameters<typeof saysField>[1]) => (column: JudgedColumn) =>
    saysField(column.title, field);
  take('email', ({ title, emailShare, filled }) =>
    titleScore(plainWords(title), 'email') >= SURE
      ? filled === 0 || emailShare >= SOME
      : emailShare >= MOSTLY,
  );
  take('phone', phoneScore);
  take('birthday', titled('birthday'));
  take('number', (column) => saysField(column.title, 'number') && isNumber(column));
  take('first', titled('first'));
  if (found.first !== undefined) take('last', titled('last'));
  if (found.last === undefined && found.first !== undefined) {
    used.delete(found.first);
    delete found.first;
  }
  if (found.first === undefined) {
    take('name', titled('name'));
    if (found.name === undefined) take('name', nameScore);
    if (found.name === undefined) take('name', titled('first'));
  }
  for (const field of ['company', 'segment', 'employee', 'wishes', 'note', 'address', 'zip', 'city'] as const)
    take(field, titled(field));
  return { columns: found };
}

function phoneScore({ title, filled, letterShare, emailShare }: JudgedColumn): number {
  const score = titleScore(plainWords(title), 'phone');
  return score >= SURE && (filled === 0 || (letterShare < 0.5 && emailShare < 0.5)) ? score : 0;
}

function nameScore({ title, letterShare }: JudgedColumn): number {
  const score = titleScore(plainWords(title), 'name');
  return score >= SURE && letterShare > 0.5 ? score : 0;
}

/** A number of a client is short and no word; every client has another one. */
const isNumber = ({ filled, distinct, codeShare, dateShare }: JudgedColumn): boolean =>
  filled === 0 || (codeShare >= MOSTLY && dateShare < 0.5 && distinct === filled);
