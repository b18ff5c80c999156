import { NONE, type LossColumns, type SaleColumns } from '../sales/columns';

/** The rows of a client's day in a file, by receipt. */
interface DayOfClient {
  /** Sums written down by hand that no row was found for yet. */
  readonly sums: number[];
  readonly receipts: Map<number | string, { rows: number[]; sum: number }>;
}

/**
 * Which rows of a file (1) tell of sales that were written down by hand: a receipt of the same client and day with the same sum, or all
 * receipts of the day together where the sums agree. `file` has the shop's numbers for clients, and `marks` the rows that are left out
 * anyway. Sales without a client are alike too often to say.
 */
export function handTwins(
  hand: LossColumns,
  file: LossColumns & Pick<SaleColumns, 'receipt'>,
  marks: Uint8Array,
): Uint8Array {
  const twins = new Uint8Array(file.length);
  const days = new Map<string, DayOfClient>();
  const keyOf = ({ client, day }: LossColumns, row: number) => `${client[row]!}/${day[row]!}`;
  for (let row = 0; row < hand.length; row++) {
    if (hand.client[row] === NONE) continue;
    const key = keyOf(hand, row);
    const known = days.get(key);
    if (known) known.sums.push(hand.cents[row]!);
    else days.set(key, { sums: [hand.cents[row]!], receipts: new Map() });
  }
  if (days.size === 0) return twins;
  const written = new Set(hand.day);
  for (let row = 0; row < file.length; row++) {
    if (marks[row] !== 0 || !written.has(file.day[row]!)) continue;
    const receipts = days.get(keyOf(file, row))?.receipts;
    if (!receipts) continue;
    const number = file.receipt[row] === NONE ? `row ${row}` : file.receipt[row]!;
    const receipt = receipts.get(number) ?? { rows: [], sum: 0 };
    receipt.rows.push(row);
    receipt.sum += file.cents[row]!;
    receipts.set(number, receipt);
  }
  for (const day of days.values()) for (const row of twinsOf(day)) twins[row] = 1;
  return twins;
}

function twinsOf({ sums, receipts }: DayOfClient): readonly number[] {
  const found: number[] = [];
  const open = [...receipts.values()].filter(({ rows, sum }) => {
    const at = sums.indexOf(sum);
    if (at < 0) return true;
    sums.splice(at, 1);
    found.push(...rows);
    return false;
  });
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const agree = open.length > 0 && sums.length > 0 && total(open.map(({ sum }) => sum)) === total(sums);
  return agree ? [...found, ...open.flatMap(({ rows }) => rows)] : found;
}
