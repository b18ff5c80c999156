import type { Mapping } from '../layout';
import { isBlank } from '../values/blank';
import {
  dayWritten,
  shareOut,
  sumsUp,
  type ArrangedRows,
  type HeldRow,
  type LineColumns,
} from './orderLines';

/** No order has more lines; beyond, what was held is read as it stands. */
const MOST_LINES = 2000;

/** Holds the lines of an order back until its amount can be shared out over them. */
export class HeldOrders {
  readonly #out: ArrangedRows;
  readonly #mapping: Mapping;
  readonly #minorDigits: number;
  readonly #lines: LineColumns | undefined;
  /** An order's first line sums up the others where it says nothing here. */
  readonly #item: number | undefined;
  /** What orders bore on each line, by number and day, for their lines that come later in the file. */
  readonly #counted: Map<string, string> | undefined;
  #held: HeldRow[] = [];

  constructor(mapping: Mapping, minorDigits: number, out: ArrangedRows) {
    const { rules = {}, columns } = mapping;
    const repeated = rules.everyLine?.amount === 'order' ? rules.everyLine : undefined;
    const lines = repeated ?? rules.lines ?? (rules.heads && { receipt: rules.heads.receipt });
    this.#out = out;
    this.#mapping = mapping;
    this.#minorDigits = minorDigits;
    this.#item = rules.heads?.item;
    if (repeated) this.#counted = new Map();
    if (lines && columns.amount !== undefined) this.#lines = { ...lines, amount: columns.amount };
  }

  /** Takes a row; `further` says that it was filled up as a line of the order above. */
  give(row: HeldRow, further: boolean): void {
    const lines = this.#lines;
    if (!lines) {
      this.#out.take(row.cells, row.line, false, row.asWas);
      return;
    }
    const ofHeld = this.#held.length > 0 && this.#isOfHeld(row.cells, lines, further);
    if (!ofHeld || this.#held.length >= MOST_LINES) this.flush();
    if (this.#held.length === 0 && this.#wasCounted(row, lines)) return;
    this.#held.push(row);
  }

  flush(): void {
    const lines = this.#lines;
    const [first] = this.#held;
    if (!first || !lines) return;
    const { decimal } = this.#mapping;
    const further = this.#held.slice(1);
    const blank = further.every(({ cells }) => isBlank(cells[lines.amount]));
    const headed = this.#item !== undefined && further.length > 0 && isBlank(first.cells[this.#item]);
    if (headed && (blank || sumsUp(first, further, lines.amount, decimal))) {
      this.#out.leave('total-row', first.asWas, first.line, '');
      if (blank) further[0]!.cells[lines.amount] = first.cells[lines.amount] ?? '';
      this.#held = further;
    }
    if (blank || this.#counted) shareOut(this.#held, lines, decimal, this.#minorDigits);
    for (const { cells, line, asWas } of this.#held) this.#out.take(cells, line, false, asWas);
    this.#held = [];
  }

  /** Whether a row is a line of the order at hand that bears no amount of its own. */
  #isOfHeld(cells: readonly string[], { receipt, amount }: LineColumns, further: boolean): boolean {
    const first = this.#held[0]!.cells;
    if (receipt === undefined) return further && isBlank(cells[amount]);
    if (isBlank(cells[receipt]) || first[receipt] !== cells[receipt]) return false;
    return (
      isBlank(cells[amount]) ||
      (this.#counted !== undefined &&
        first[amount] === cells[amount] &&
        this.#day(first) === this.#day(cells)) ||
      (this.#item !== undefined && isBlank(first[this.#item]) && !isBlank(cells[this.#item]))
    );
  }

  #day(cells: readonly string[]): string {
    return dayWritten(cells[this.#mapping.columns.date ?? -1]);
  }

  /** A line of an order that was counted further up, which bears the same amount, is left out. */
  #wasCounted({ cells, asWas, line }: HeldRow, { receipt, amount }: LineColumns): boolean {
    const order = receipt === undefined || !this.#counted ? '' : (cells[receipt] ?? '').trim();
    if (order === '') return false;
    const key = `${order}\u001f${this.#day(cells)}`;
    const again = this.#counted!.get(key) === cells[amount];
    if (again) this.#out.leave('row-repeated', asWas, line, order);
    else this.#counted!.set(key, cells[amount] ?? '');
    return again;
  }
}
