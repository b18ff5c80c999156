import type { TakeRow } from '../rows/rowReader';
import type { SalesTable } from '../table/salesTable';

/** Notes for each sale of several files the line it stands on, counted over all files. Rows of one file need no such note. */
export class SaleLines {
  #lines = new Float64Array(4096);
  readonly #table: SalesTable;
  readonly #leave: ReadonlySet<number> | undefined;

  /** Lines of `leave` stand in another of the files too: they are left out. */
  constructor(table: SalesTable, leave?: ReadonlySet<number>) {
    this.#table = table;
    this.#leave = leave;
  }

  readonly take: TakeRow = (cells, line, cut) => {
    if (this.#leave?.has(line)) {
      this.#table.leave('row-in-other-file', cells, line, '');
      return;
    }
    const before = this.#table.sales.length;
    this.#table.take(cells, line, cut);
    if (this.#table.sales.length === before) return;
    if (before === this.#lines.length) {
      const longer = new Float64Array(before * 2);
      longer.set(this.#lines);
      this.#lines = longer;
    }
    this.#lines[before] = line;
  };

  of(sale: number): number {
    return this.#lines[sale]!;
  }
}
