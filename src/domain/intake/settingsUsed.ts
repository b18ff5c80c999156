import { ruleNames } from './arrange/ruleNames';
import type { Field } from './fields';
import { fixesIn, type Fix } from './fixes/fixes';
import type { DateOrder, DecimalMark, Delimiter, Encoding, Layout, Mapping } from './layout';

/** How an imported file was read, as its history tells it. */
export interface ImportSettings {
  /** Absent for the sheet of a workbook. */
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** The sheet, or the file inside an archive, where there were several. */
  readonly sheet?: string;
  /** The known layout that the file was recognised as. */
  readonly preset?: string;
  /** Which column was read as what, by its title (blank where it had none) and its number from 0, in the order of the file. */
  readonly columns: readonly { readonly field: Field; readonly title: string; readonly column: number }[];
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalMark;
  readonly countVisits: boolean;
  /** The one currency that was read, where the file had a column of them. */
  readonly currency?: string;
  /** Names of the rules by which rows were put right. */
  readonly rules: readonly string[];
  /** What the owner decided for rows that would have been left out; `title` is that of a decision's column. */
  readonly fixes: readonly { readonly fix: Fix; readonly title: string }[];
}

interface Read {
  readonly layout: Pick<Layout, 'encoding' | 'delimiter' | 'titles'>;
  readonly mapping: Mapping;
  /** The text was written out of a workbook: its letters and delimiters are nobody's choice. */
  readonly isSheet?: boolean;
  readonly sheet?: string | undefined;
  readonly preset?: string | undefined;
}

const LONGEST_TITLE = 200;

/** The settings with which a file was read, small enough to be kept with its import. */
export function settingsUsed({ layout, mapping, isSheet = false, sheet, preset }: Read): ImportSettings {
  const { columns, dateOrder, decimal, countVisits, rules } = mapping;
  const titleOf = (column: number) => (layout.titles[column] ?? '').slice(0, LONGEST_TITLE);
  return {
    ...(!isSheet && { encoding: layout.encoding, delimiter: layout.delimiter }),
    ...(sheet !== undefined && { sheet }),
    ...(preset !== undefined && { preset }),
    columns: Object.entries(columns)
      .map(([field, column]) => ({ field: field as Field, title: titleOf(column), column }))
      .sort((a, b) => a.column - b.column),
    dateOrder,
    decimal,
    countVisits,
    ...(rules?.currency && { currency: rules.currency.code }),
    rules: ruleNames(mapping),
    fixes: fixesIn(mapping).map((fix) => ({ fix, title: fix.kind === 'counted' ? titleOf(fix.column) : '' })),
  };
}
