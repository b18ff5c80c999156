import type { IssueCode } from '../issues';
import type { Layout, Mapping } from '../layout';
import type { TakeRow } from '../rows/rowReader';
import { lastNeeded, placesOf } from '../table/places';
import { isBlank } from '../values/blank';
import { settledAmount } from './amountRules';
import { CellTest, isOneOf } from './cellTest';
import { ledgerSale } from './ledger';
import { shareOut, type HeldRow } from './orderLines';
import type { RowRules } from './rules';
import { Sections } from './sections';
import { withYear } from './yearOf';

/** No order has more lines; beyond, what was held is read as it stands. */
const MOST_LINES = 2000;

/** Takes arranged rows, and rows that are no sales, each with its cells as they were. */
export interface ArrangedRows {
  take(cells: string[], line: number, cut: boolean, asWas: readonly string[]): void;
  leave(code: IssueCode, asWas: readonly string[], line: number, sample: string): void;
}

/** Puts rows right by the rules of their file, between the reader of rows and the table of sales. */
export class Arranger {
  readonly #layout: Layout;
  readonly #needed: number;
  readonly #mapping: Mapping;
  readonly #rules: RowRules;
  readonly #out: ArrangedRows;
  readonly #minorDigits: number;
  readonly #only: readonly CellTest[];
  readonly #never: readonly CellTest[];
  readonly #refunds: readonly CellTest[];
  readonly #sections: Sections | undefined;
  readonly #ids = new Set<string>();
  readonly #currency: string;
  readonly #sums: boolean;
  #head: readonly string[] = [];
  #held: HeldRow[] = [];

  constructor(
    layout: Layout,
    mapping: Mapping & { readonly rules: RowRules },
    minorDigits: number,
    out: ArrangedRows,
  ) {
    const { rules } = mapping;
    this.#layout = layout;
    this.#needed = lastNeeded(placesOf(mapping), mapping.countVisits);
    this.#mapping = mapping;
    this.#rules = rules;
    this.#minorDigits = minorDigits;
    this.#out = out;
    const tests = (given: RowRules['only'] = []) => given.map((words) => new CellTest(words));
    this.#only = tests(rules.only);
    this.#never = tests(rules.never);
    this.#refunds = tests(rules.refunds);
    this.#sections = rules.sections === undefined ? undefined : new Sections(rules.sections);
    this.#currency = rules.currency?.code.toUpperCase() ?? '';
    const bySign = rules.refunds ?? rules.othersSpend ?? rules.ledger;
    const bySum = rules.plus ?? rules.minus ?? rules.corrected;
    this.#sums = mapping.columns.amount !== undefined && (bySign ?? bySum) !== undefined;
  }

  readonly take: TakeRow = (cells, line, cut) => {
    if (line < this.#layout.firstLine || (cells.length === 1 && cells[0] === '')) return;
    if (cut || cells.every(isBlank) || this.#isHeader(cells)) {
      this.#pass(cells, line, cut);
      return;
    }
    const section = this.#sections?.see(cells);
    if (section === 'title') return;
    if (section === 'total') this.#leave('total-row', cells, line, '');
    else if (cells.length <= this.#needed) this.#pass(cells, line, cut);
    else {
      const row = this.#arranged(cells, line);
      if (row) this.#give({ cells: row, asWas: cells, line });
    }
  };

  /** On to the table as it stands. */
  #pass(cells: string[], line: number, cut: boolean): void {
    this.#flush();
    this.#out.take(cells, line, cut, cells);
  }

  #isHeader(cells: readonly string[]): boolean {
    const { date } = this.#mapping.columns;
    const title = date === undefined ? '' : this.#layout.titles[date]!;
    return title !== '' && cells[date!]?.trim() === title;
  }

  /** The file is at its end. */
  end(): void {
    this.#flush();
  }

  /** The cells to be read; undefined for a row that is no sale. */
  #arranged(asWas: readonly string[], line: number): string[] | undefined {
    const { instead, joined, time, period, ledger } = this.#rules;
    const { columns } = this.#mapping;
    const cells = asWas.slice();
    while (cells.length < this.#layout.width) cells.push('');
    if (this.#sections) cells[this.#rules.sections!] = this.#sections.client;
    this.#fill(cells);
    const booked = ledger && ledgerSale(cells, ledger);
    if (ledger && !booked) {
      this.#leave('not-a-sale', asWas, line, cells[ledger.account] ?? '');
      return undefined;
    }
    if (this.#isLeft(cells, asWas, line)) return undefined;
    if (booked && ledger) cells[ledger.account] = booked.debtor;
    if (joined)
      cells[joined.column] = joined.from
        .map((from) => (asWas[from] ?? '').trim())
        .join(' ')
        .trim();
    for (const { column, from, unless } of instead ?? [])
      if (isBlank(cells[column]) && !isOneOf(cells[from] ?? '', unless)) cells[column] = cells[from] ?? '';
    if (columns.date !== undefined) {
      if (period) cells[columns.date] = withYear(cells[columns.date] ?? '', period);
      if (time !== undefined && !isBlank(cells[time]))
        cells[columns.date] = `${cells[columns.date] ?? ''} ${cells[time]!.trim()}`;
    }
    if (!this.#sums) return cells;
    const refund = booked ? booked.back : this.#refunds.some((test) => test.fits(cells));
    const settled = settledAmount(cells, this.#mapping, refund);
    if ('notASale' in settled) {
      this.#leave('not-a-sale', asWas, line, settled.notASale);
      return undefined;
    }
    cells[columns.amount!] = settled.text;
    return cells;
  }

  #leave(code: IssueCode, asWas: readonly string[], line: number, sample: string): void {
    this.#out.leave(code, asWas, line, sample);
  }

  /** Lines after an order's first take its facts. */
  #fill(cells: string[]): void {
    const { fill } = this.#rules;
    if (!fill) return;
    const order = cells[fill.receipt] ?? '';
    const further =
      this.#head.length > 0 &&
      (isBlank(order)
        ? isBlank(cells[this.#mapping.columns.date ?? -1])
        : order === this.#head[fill.receipt]);
    if (!further) {
      this.#head = cells.slice();
      return;
    }
    cells[fill.receipt] = this.#head[fill.receipt] ?? '';
    for (const column of fill.columns) if (isBlank(cells[column])) cells[column] = this.#head[column] ?? '';
  }

  #isLeft(cells: readonly string[], asWas: readonly string[], line: number): boolean {
    const { currency, id } = this.#rules;
    const never = this.#never.find((test) => test.fits(cells));
    const undated = isBlank(cells[this.#mapping.columns.date ?? -1]);
    const other = never ?? (undated ? undefined : this.#only.find((test) => !test.fits(cells)));
    if (other) {
      this.#leave('not-a-sale', asWas, line, (cells[other.column] ?? '').trim());
      return true;
    }
    const code = currency ? (cells[currency.column] ?? '').trim() : '';
    if (code !== '' && code !== this.#currency && code.toUpperCase() !== this.#currency) {
      this.#leave('other-currency', asWas, line, code);
      return true;
    }
    const key = id === undefined ? '' : (cells[id] ?? '').trim();
    if (key === '') return false;
    if (this.#ids.has(key)) {
      this.#leave('row-repeated', asWas, line, key);
      return true;
    }
    this.#ids.add(key);
    return false;
  }

  #give(row: HeldRow): void {
    const { lines } = this.#rules;
    const { amount } = this.#mapping.columns;
    if (!lines || amount === undefined) {
      this.#out.take(row.cells, row.line, false, row.asWas);
      return;
    }
    const held = this.#held[0]?.cells[lines.receipt];
    const further = held !== undefined && held === row.cells[lines.receipt] && isBlank(row.cells[amount]);
    if (!further || this.#held.length >= MOST_LINES) this.#flush();
    this.#held.push(row);
  }

  #flush(): void {
    const { lines } = this.#rules;
    const { amount } = this.#mapping.columns;
    if (this.#held.length === 0 || !lines || amount === undefined) return;
    shareOut(this.#held, { ...lines, amount }, this.#mapping.decimal, this.#minorDigits);
    for (const { cells, line, asWas } of this.#held) this.#out.take(cells, line, false, asWas);
    this.#held = [];
  }
}
