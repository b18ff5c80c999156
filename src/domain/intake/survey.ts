import type { EveryLine } from './arrange/rules';
import type { Field } from './fields';
import type { DateOrder, DecimalMark, Layout, Mapping } from './layout';

/** What a column looks like, judged on samples from the whole length of the file. */
export interface ColumnSurvey {
  readonly index: number;
  readonly title: string;
  /** Up to 3 different values that are not blank. */
  readonly samples: readonly string[];
  readonly filled: number;
  readonly distinct: number;
  /** Shares (0-1) of the filled cells that read as a date, as a number. */
  readonly dateShare: number;
  readonly numberShare: number;
}

/** Something only the owner can know: two readings of the same column that both fit every value. */
export type Question =
  | {
      readonly kind: 'date-order';
      readonly column: number;
      readonly sample: string;
      readonly readings: readonly DateOrder[];
      /** How the rows run speaks for this one, and not for the one they are read in. */
      readonly speaksFor?: DateOrder;
    }
  | {
      readonly kind: 'decimal';
      readonly column: number;
      readonly sample: string;
      readonly readings: readonly DecimalMark[];
    }
  | {
      /** All lines of an order bear one amount, under the title that is the sample. */
      readonly kind: 'every-line';
      readonly column: number;
      readonly sample: string;
      readonly readings: readonly EveryLine[];
    };

/** An answer to a question. */
export type QuestionReading = Question['readings'][number];

export const everyLineQuestion = ({ titles }: Layout, column = 0): Question => ({
  kind: 'every-line',
  column,
  sample: titles[column] ?? '',
  readings: ['order', 'line'],
});

/** What the app proposes before it reads the whole file. Nothing of it is final until the owner says so. */
export interface Survey {
  readonly layout: Layout;
  readonly columns: readonly ColumnSurvey[];
  /** The first rows of the table, as cells. */
  readonly preview: readonly (readonly string[])[];
  readonly mapping: Mapping;
  /** Fields whose column was proposed by its values alone, without a title that says so. */
  readonly guessed: readonly Field[];
  readonly questions: readonly Question[];
  /** Same shape of file, same fingerprint: titles, or number and kinds of columns where there are none. */
  readonly fingerprint: string;
  /** Required fields for which no column was found ("client" stands for client or name, "amount" for amount or quantity x price). */
  readonly missing: readonly ('date' | 'client' | 'amount')[];
  /** The known layout that the file was recognised as, such as `shopify-orders`. */
  readonly preset?: string;
  /** Currencies of the sampled rows, the commonest first, where the file names them. */
  readonly currencies?: readonly string[];
}
