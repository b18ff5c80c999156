import type { RowRules } from '../arrange/rules';
import { FIELDS, type Field } from '../fields';
import type { Layout } from '../layout';
import { PRESETS } from './known';
import { TitlePlaces } from './places';
import { placedRules } from './placedRules';
import type { Preset } from './preset';

/** A file of a known layout: what its columns mean, and the rules for its rows where there are any. */
export interface Recognised {
  readonly preset: Preset;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  readonly rules?: RowRules;
}

/** The known layout that has all the telling titles; of several, the one that tells most. Undefined for a layout of no known maker. */
export function recognise(
  { titles, headerLine }: Pick<Layout, 'titles' | 'headerLine'>,
  rows: readonly (readonly string[])[],
  above: readonly string[],
): Recognised | undefined {
  if (headerLine === 0) return undefined;
  const at = new TitlePlaces(titles);
  let best: Preset | undefined;
  let most = 0;
  for (const preset of PRESETS)
    for (const tells of preset.tells)
      if (tells.length > most && tells.every((title) => at.has(title))) [best, most] = [preset, tells.length];
  if (!best) return undefined;
  const placed = FIELDS.flatMap((field) => {
    const column = at.of(best.columns[field]);
    return column === undefined ? [] : [[field, column] as const];
  });
  const columns: Partial<Record<Field, number>> = Object.fromEntries(placed);
  const rules = best.rules && placedRules(best.rules, at, rows, above);
  if (rules?.sections !== undefined) columns.name = rules.sections;
  return { preset: best, columns, ...(rules && Object.keys(rules).length > 0 ? { rules } : {}) };
}
