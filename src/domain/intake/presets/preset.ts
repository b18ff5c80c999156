import type { RowRules } from '../arrange/rules';
import type { Field } from '../fields';
import type { DateOrder, DecimalMark } from '../layout';

/** Titles of one and the same column, the first that the file has counts. */
export type Titled = string | readonly string[];

/** Words in a column, by the column's title. */
export type TitledWords = readonly [title: Titled, ...words: string[]];

/** The rules for rows, with titles in place of column numbers; titles that a file lacks take their rule with them. */
export interface PresetRules extends Pick<RowRules, 'othersSpend' | 'sure'> {
  readonly sections?: true;
  readonly fill?: { readonly receipt: Titled; readonly columns: readonly Titled[]; readonly line?: Titled };
  readonly lines?: { readonly receipt: Titled; readonly quantity: Titled; readonly price: Titled };
  readonly heads?: { readonly receipt: Titled; readonly item: Titled };
  readonly only?: readonly TitledWords[];
  readonly never?: readonly TitledWords[];
  readonly refunds?: readonly TitledWords[];
  readonly currency?: Titled;
  readonly id?: Titled;
  readonly instead?: readonly (readonly [column: Titled, from: Titled, ...unless: string[]])[];
  readonly joined?: readonly [column: Titled, ...from: string[]];
  readonly time?: Titled;
  readonly plus?: readonly Titled[];
  readonly minus?: readonly Titled[];
  readonly corrected?: Titled;
  readonly ledger?: { readonly account: Titled; readonly counter: Titled; readonly side: Titled };
  /** Places, in the line above the titles, of the first and last day of the period. */
  readonly period?: { readonly from: number; readonly to: number };
}

/** The layout of one maker's export, as data: how it is recognised and how it is read. */
export interface Preset {
  readonly id: string;
  /** Titles that together no other file has; one list for each language or version of the layout. */
  readonly tells: readonly (readonly string[])[];
  readonly columns: Readonly<Partial<Record<Field, Titled>>>;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
  readonly rules?: PresetRules;
}
