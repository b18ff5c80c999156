import type { ColumnSurvey } from '../../../domain/intake/survey';
import { t } from '../../../i18n/t';

export interface ColumnOption {
  readonly index: number;
  readonly label: string;
}

/** A column as people find it again in their file: by its title, else by its number. */
export const columnName = ({ index, title }: ColumnSurvey): string =>
  title || t('import.columns.nth', { n: index + 1 });

/** The columns to choose from, each with a value that stands in it. */
export const columnOptions = (columns: readonly ColumnSurvey[]): readonly ColumnOption[] =>
  columns.map((column) => {
    const title = columnName(column);
    const sample = column.samples[0];
    return {
      index: column.index,
      label: sample === undefined ? title : t('import.columns.option', { title, sample }),
    };
  });
