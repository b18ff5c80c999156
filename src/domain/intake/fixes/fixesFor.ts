import { CellTest, isOneOf, plainWord } from '../arrange/cellTest';
import type { Draft } from '../draft';
import type { IssueCode, LeftOutRow } from '../issues';
import type { DateOrder, Mapping } from '../layout';
import { NOT_SALES, PAID_BACK } from '../presets/notSales';
import { isBlank } from '../values/blank';
import { DateReader } from '../values/dateReader';
import { isOutside } from '../table/undated';
import type { Day } from '../../kernel/day';
import type { Fix } from './fixes';

/** A decision that would keep rows of one group. */
export interface FixOffer {
  readonly code: IssueCode;
  readonly fix: Fix;
  /** Rows of the group that it would keep, among the first 100,000 left-out rows of the file. */
  readonly rows: number;
  /** What stands in the first of them: the date, the word of the status; blank where nothing does. */
  readonly sample: string;
}

const ORDERS = ['dmy', 'mdy', 'ymd', 'serial'] as const satisfies readonly DateOrder[];
const MOST_WORDS = 8;
/** A longer text is no word for a status. */
const LONGEST_WORD = 60;

type Left = Pick<Draft, 'leftOutRows' | 'mapping'>;

function datesOf(code: IssueCode, { leftOutRows, mapping }: Left, today: Day): FixOffer[] {
  const column = mapping.columns.date ?? -1;
  const texts = leftOutRows.flatMap((row) => (row.code === code ? [row.cells[column] ?? ''] : []));
  const reader = new DateReader();
  return ORDERS.flatMap((order) => {
    if (order === mapping.dateOrder || mapping.fixes?.dates?.includes(order)) return [];
    const read = texts.filter((text) => !isOutside(reader.read(text, order), today));
    return read.length > 0
      ? [{ code, fix: { kind: 'dates', order } as const, rows: read.length, sample: read[0]! }]
      : [];
  });
}

/** Words of a column that only says whether a row was cancelled. */
const FLAGS = ['*', 'true'];
const STATUSES = [...NOT_SALES, ...PAID_BACK];

/** The word that a status is decided by: `cancelled by*` stands for all who may have done it; undefined where it is no status. */
function statusOf(text: string): string | undefined {
  const known = text.length > LONGEST_WORD ? undefined : STATUSES.find((word) => isOneOf(text, [word]));
  return known?.endsWith('*') ? known : known && plainWord(text);
}

/** What became of a sale is for the owner to judge; what is of another kind altogether, such as a payout or a booking of tax, is none. */
function countedOf(rows: readonly LeftOutRow[], { rules = {}, fixes = {} }: Mapping): FixOffer[] {
  const never = (rules.never ?? []).map((words) => new CellTest(words));
  const counted = (fixes.counted ?? []).map((words) => new CellTest(words));
  const isCounted = (column: number, cells: readonly string[]) =>
    counted.some((test) => test.column === column && test.fits(cells));
  const flags = new Set(
    (rules.never ?? []).flatMap(({ column, words }) =>
      FLAGS.some((flag) => words.includes(flag)) ? [column] : [],
    ),
  );
  const statuses = new Map<string, string | undefined>();
  const offers = new Map<string, FixOffer>();
  for (const { cells, code } of rows) {
    if (code !== 'not-a-sale') continue;
    const column = never.find((test) => test.fits(cells) && !isCounted(test.column, cells))?.column;
    const sample = (cells[column ?? -1] ?? '').trim();
    if (column === undefined || isBlank(sample)) continue;
    if (!statuses.has(sample)) statuses.set(sample, statusOf(sample));
    const word = flags.has(column) ? '*' : statuses.get(sample);
    if (word === undefined) continue;
    const key = `${column} ${word}`;
    const rowsSoFar = offers.get(key)?.rows ?? 0;
    offers.set(key, {
      code,
      fix: { kind: 'counted', column, word },
      rows: rowsSoFar + 1,
      sample: offers.get(key)?.sample ?? sample.slice(0, LONGEST_WORD),
    });
  }
  return [...offers.values()].sort((a, b) => b.rows - a.rows).slice(0, MOST_WORDS);
}

/**
 * What could be decided for whole groups of the left-out rows: another order for dates that cannot be read, offered only where it reads
 * some; rows without an amount kept as gifts; rows of one status, such as not paid yet, counted all the same. Empty where nothing would help.
 */
export function fixesFor(draft: Pick<Draft, 'leftOutRows' | 'mapping' | 'summary'>, today: Day): FixOffer[] {
  const { leftOutRows, mapping, summary } = draft;
  return summary.issues.flatMap(({ code, count }): FixOffer[] => {
    if (code === 'date-unreadable' || code === 'date-impossible') return datesOf(code, draft, today);
    if (code === 'amount-missing') return [{ code, fix: { kind: 'gifts' }, rows: count, sample: '' }];
    return code === 'not-a-sale' ? countedOf(leftOutRows, mapping) : [];
  });
}
