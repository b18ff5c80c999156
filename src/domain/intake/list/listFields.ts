/** What a column of a list of clients can mean. Stored with remembered lists: never rename. */
export const LIST_FIELDS = [
  'name',
  'first',
  'last',
  'company',
  'number',
  'phone',
  'email',
  'segment',
  'employee',
  'birthday',
  'note',
  'wishes',
  'address',
  'zip',
  'city',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** How days and months stand in birthdays that do not say so themselves. */
export type BirthdayOrder = 'dmy' | 'mdy';

/** Which column of a list of clients means what; column numbers count from 0. */
export interface ListMapping {
  readonly columns: Readonly<Partial<Record<ListField, number>>>;
  /** As the owner said; absent where the birthdays tell. */
  readonly birthdays?: BirthdayOrder;
}

/** What a list can tell of a client who is known already. */
export const LIST_FACTS = [
  'name',
  'phone',
  'email',
  'segment',
  'employee',
  'birthday',
  'note',
  'wishes',
  'address',
] as const;
export type ListFact = (typeof LIST_FACTS)[number];

/** One person of a list, by the line of the file on which they stand; blank where the list says nothing. */
export type ListRow = Readonly<Record<ListFact | 'number', string>> & { readonly line: number };
