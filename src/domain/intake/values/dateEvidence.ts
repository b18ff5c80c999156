import { dayOf, type Day } from '../../kernel/day';
import type { DateOrder } from '../layout';
import type { DateReader } from './dateReader';

/** How the rows run under one of the two readings. */
class Course {
  rises = 0;
  falls = 0;
  future = 0;
  least = Infinity;
  most = -Infinity;
  readonly #dates = new Set<number>();
  #last = NaN;

  see(day: number, date: number, today: Day): void {
    if (day > this.#last) this.rises++;
    else if (day < this.#last) this.falls++;
    this.#last = day;
    if (day > today) this.future++;
    if (day < this.least) this.least = day;
    if (day > this.most) this.most = day;
    this.#dates.add(date);
  }

  /** Share of steps against the main direction; files are written in rising or falling order. */
  get disorder(): number {
    const steps = this.rises + this.falls;
    return steps < 3 ? NaN : Math.min(this.rises, this.falls) / steps;
  }

  get datesOfMonth(): number {
    return this.#dates.size;
  }

  get span(): number {
    return this.most - this.least + 1;
  }
}

/** What a whole column of dates says about its order; `asked` where both readings fit every value and nothing else tells. */
export interface DateVerdict {
  readonly order: DateOrder;
  readonly asked: boolean;
  /** Whether values, not circumstances, decided: then another order cannot be right. */
  readonly proven: boolean;
}

/**
 * Evidence for day/month or month/day, gathered value by value over a whole column: a part above 12 proves it; else dots
 * between the parts, the order of the rows, days in the future and how densely the days lie decide.
 */
export class DateEvidence {
  readonly #today: Day;
  readonly #forms: Record<DateOrder, number> = {
    ymd: 0,
    dmy: 0,
    mdy: 0,
    compact: 0,
    named: 0,
    serial: 0,
    serial1904: 0,
  };
  #paired = 0;
  #dotted = 0;
  #firstOver12 = 0;
  #secondOver12 = 0;
  #firstOver31 = 0;
  readonly #dayFirst = new Course();
  readonly #monthFirst = new Course();
  readonly #days = new Set<number>();
  #tellingSample = false;
  /** A value that fits both readings, to show in the question. */
  sample = '';

  constructor(today: Day) {
    this.#today = today;
  }

  /** Takes in the value that the reader has just read. */
  see(read: DateReader, text: string): void {
    if (!read.paired) {
      this.#forms[read.form]++;
      return;
    }
    if (read.first > 12 && read.second > 12) return;
    this.#paired++;
    if (this.sample === '') this.sample = text;
    if (read.dotted) this.#dotted++;
    if (read.first > 31) this.#firstOver31++;
    if (read.first > 12) this.#firstOver12++;
    if (read.second > 12) this.#secondOver12++;
    if (this.#firstOver12 > 0 || this.#secondOver12 > 0) return;
    if (!this.#tellingSample) {
      this.sample = text;
      this.#tellingSample = read.first !== read.second;
    }
    this.#dayFirst.see(dayOf(read.year, read.second, read.first), read.first, this.#today);
    this.#monthFirst.see(dayOf(read.year, read.first, read.second), read.second, this.#today);
    if (this.#days.size < 5000) this.#days.add(read.year * 10_000 + read.first * 100 + read.second);
  }

  /** Some values can only be day/month, others only month/day. */
  get isMixed(): boolean {
    return this.#firstOver12 > 0 && this.#secondOver12 > 0;
  }

  verdict(monthFirstLikely = false): DateVerdict {
    if (this.#paired === 0) {
      const order = (['ymd', 'compact', 'named'] as const).reduce((best, form) =>
        this.#forms[form] > this.#forms[best] ? form : best,
      );
      return { order, asked: false, proven: true };
    }
    if (this.#firstOver31 > this.#paired * 0.2) return { order: 'ymd', asked: false, proven: true };
    if (this.#firstOver12 !== this.#secondOver12)
      return { order: this.#firstOver12 > this.#secondOver12 ? 'dmy' : 'mdy', asked: false, proven: true };
    if (this.#dotted > this.#paired * 0.9) return { order: 'dmy', asked: false, proven: false };
    const told = this.#byCircumstances();
    if (told) return { order: told, asked: false, proven: false };
    return { order: monthFirstLikely ? 'mdy' : 'dmy', asked: true, proven: false };
  }

  #byCircumstances(): 'dmy' | 'mdy' | undefined {
    const [dayFirst, monthFirst] = [this.#dayFirst, this.#monthFirst];
    if (dayFirst.future === 0 && monthFirst.future > 0) return 'dmy';
    if (monthFirst.future === 0 && dayFirst.future > 0) return 'mdy';
    if (dayFirst.disorder <= 0.1 && monthFirst.disorder >= dayFirst.disorder + 0.15) return 'dmy';
    if (monthFirst.disorder <= 0.1 && dayFirst.disorder >= monthFirst.disorder + 0.15) return 'mdy';
    const days = this.#days.size;
    if (days < 5) return undefined;
    if (monthFirst.datesOfMonth === 1 && dayFirst.span < days * 3) return 'dmy';
    if (dayFirst.datesOfMonth === 1 && monthFirst.span < days * 3) return 'mdy';
    return undefined;
  }
}
