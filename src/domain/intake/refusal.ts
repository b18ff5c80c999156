/** Why a file as a whole cannot be read as sales. Each code has words and advice in i18n; `details` fill their placeholders. */
export const REFUSALS = [
  'empty-file',
  'binary',
  'image',
  'pdf',
  'xls',
  'packed',
  'password',
  'damaged-archive',
  'empty-archive',
  'nested-zip',
  'zip-bomb',
  'no-table',
  'side-by-side',
  'no-date',
  'no-client',
  'no-amount',
  'client-list',
  'amount-is-text',
  'no-rows',
  'titles-only',
  'no-sales',
  'all-future',
  'too-large',
  'unreadable',
  'unknown-column',
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly details?: Readonly<Record<string, string | number>>;
}
