import type { IssueCode } from '../issues';
import type { Layout, Mapping } from '../layout';
import type { TakeRow } from '../rows/rowReader';
import { lastNeeded, placesOf } from '../table/places';
import { isBlank } from '../values/blank';
import { isTotalRow } from '../values/totalsWords';
import { settledAmount } from './amountRules';
import type { ArrangedRows } from './orderLines';
import { discounted } from './discount';
import { CellTest, isOneOf } from './cellTest';
import { HeldOrders } from './heldOrders';
import { ledgerSale } from './ledger';
import type { RowRules } from './rules';
import { Sections } from './sections';
import { inYear, withYear } from './yearOf';

/** Puts rows right by the rules of their file, between the reader of rows and the table of sales. */
export class Arranger {
  readonly #layout: Layout;
  readonly #needed: number;
  readonly #mapping: Mapping;
  readonly #rules: RowRules;
  readonly #out: ArrangedRows;
  readonly #only: readonly CellTest[];
  readonly #never: readonly CellTest[];
  readonly #counted: readonly CellTest[];
  #countedRow: readonly string[] | undefined;
  readonly #refunds: readonly CellTest[];
  readonly #sections: Sections | undefined;
  readonly #ids = new Set<string>();
  readonly #currency: string;
  readonly #sums: boolean;
  readonly #orders: HeldOrders;
  #further = false;
  #head: readonly string[] = [];

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
    this.#out = out;
    const tests = (given: RowRules['only'] = []) => given.map((words) => new CellTest(words));
    this.#only = tests(rules.only);
    this.#never = tests(rules.never);
    this.#counted = tests(mapping.fixes?.counted);
    this.#refunds = tests(rules.refunds);
    this.#sections = rules.sections === undefined ? undefined : new Sections(rules.sections);
    this.#currency = rules.currency?.code.toUpperCase() ?? '';
    const bySign = rules.refunds ?? rules.othersSpend ?? rules.ledger;
    const bySum = rules.plus ?? rules.minus ?? rules.corrected;
    this.#orders = new HeldOrders(mapping, minorDigits, out);
    this.#sums = mapping.columns.amount !== undefined && (bySign ?? bySum) !== undefined;
  }

  readonly take: TakeRow = (cells, line, cut) => {
    if (line < this.#layout.firstLine || (cells.length === 1 && cells[0] === '')) return;
    if (cut || cells.every(isBlank) || this.#isHeader(cells)) {
      if (this.#rules.fill?.line !== undefined) this.#head = [];
      this.#pass(cells, line, cut);
      return;
    }
    const section = this.#sections?.see(cells);
    if (section === 'title') return;
    if (section === 'total') this.#leave('total-row', cells, line, '');
    else if (cells.length <= this.#needed) this.#pass(cells, line, cut);
    else {
      const row = this.#arranged(cells, line);
      if (row) this.#orders.give({ cells: row, asWas: cells, line }, this.#further);
    }
  };

  /** On to the table as it stands. */
  #pass(cells: string[], line: number, cut: boolean): void {
    this.#orders.flush();
    this.#out.take(cells, line, cut, cells);
  }

  #isHeader(cells: readonly string[]): boolean {
    const { date } = this.#mapping.columns;
    const title = date === undefined ? '' : this.#layout.titles[date]!;
    return title !== '' && cells[date!]?.trim() === title;
  }

  /** The file is at its end. */
  end(): void {
    this.#orders.flush();
  }

  /** The cells to be read; undefined for a row that is no sale. */
  #arranged(asWas: readonly string[], line: number): string[] | undefined {
    const { instead, joined, time, period, year, ledger } = this.#rules;
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
    if (this.#countedRow === cells) this.#out.counted?.();
    if (booked && ledger) cells[ledger.account] = booked.debtor;
    if (joined)
      cells[joined.column] = joined.from
        .map((from) => (asWas[from] ?? '').trim())
        .join(' ')
        .trim();
    for (const { column, from, unless } of instead ?? [])
      if (isBlank(cells[column]) && !isOneOf(cells[from] ?? '', unless)) cells[column] = cells[from] ?? '';
    if (columns.date !== undefined) {
      if (year !== undefined) cells[columns.date] = inYear(cells[columns.date] ?? '', cells[year] ?? '');
      if (period) cells[columns.date] = withYear(cells[columns.date] ?? '', period);
      if (time !== undefined && !isBlank(cells[time]))
        cells[columns.date] = `${cells[columns.date] ?? ''} ${cells[time]!.trim()}`;
    }
    if (!this.#discounted(cells, asWas, line)) return undefined;
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

  /** Takes the discount off the price of a piece; false for a row that was left out because it cannot be. */
  #discounted(cells: string[], asWas: readonly string[], line: number): boolean {
    const { discount } = this.#rules;
    const { decimal, columns } = this.#mapping;
    if (!discount || discount.off === 'open' || columns.price === undefined || columns.amount !== undefined)
      return true;
    const taken = cells[discount.column] ?? '';
    const price = discounted(cells[columns.price] ?? '', taken, discount.off, decimal);
    if (price === undefined) this.#leave('amount-unreadable', asWas, line, taken);
    else cells[columns.price] = price;
    return price !== undefined;
  }

  #leave(code: IssueCode, asWas: readonly string[], line: number, sample: string): void {
    this.#out.leave(code, asWas, line, sample);
  }

  /** Lines after an order's first take its facts. */
  #fill(cells: string[]): void {
    const { fill } = this.#rules;
    if (!fill) return;
    const order = fill.receipt === undefined ? '' : (cells[fill.receipt] ?? '');
    const undated = isBlank(cells[this.#mapping.columns.date ?? -1]);
    const alone = undated && fill.line !== undefined && (isBlank(cells[fill.line]) || isTotalRow(cells));
    this.#further =
      this.#head.length > 0 && (isBlank(order) ? undated && !alone : order === this.#head[fill.receipt!]);
    if (!this.#further) {
      if (!alone) this.#head = cells.slice();
      return;
    }
    if (fill.receipt !== undefined) cells[fill.receipt] = this.#head[fill.receipt] ?? '';
    for (const column of fill.columns) if (isBlank(cells[column])) cells[column] = this.#head[column] ?? '';
  }

  /** Whether the owner decided that rows with this word count all the same. */
  #isCounted({ column }: CellTest, cells: readonly string[]): boolean {
    const counted = this.#counted.some((test) => test.column === column && test.fits(cells));
    if (counted) this.#countedRow = cells;
    return counted;
  }

  #isLeft(cells: readonly string[], asWas: readonly string[], line: number): boolean {
    const { currency, id } = this.#rules;
    const never = this.#never.find((test) => test.fits(cells) && !this.#isCounted(test, cells));
    const undated = isBlank(cells[this.#mapping.columns.date ?? -1]);
    const other =
      never ??
      (undated ? undefined : this.#only.find((test) => !test.fits(cells) && !this.#isCounted(test, cells)));
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
}
