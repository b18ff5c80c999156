import { parseHandSum } from '../../../domain/byHand/handSum';
import { isoDay, parseIsoDay, type Day } from '../../../domain/kernel/day';
import { minorDigits } from '../../../domain/shop/minorDigits';
import { writtenMoney } from '../../../domain/shop/writtenMoney';
import type { MessageKey } from '../../../i18n/messages';
import type { FoundClient } from '../../../reactive/clientSearch.svelte';
import type { RowChange, RowToCorrect } from '../../../workers/correctionJobs';

/** What is typed over a row of a receipt. */
export class RowDraft {
  readonly row: RowToCorrect;
  readonly countsVisits: boolean;
  readonly #digits: number;
  readonly #today: Day;
  day = $state('');
  amount = $state('');
  /** Another client; null while it stays with the one it has. */
  client = $state.raw<FoundClient | null>(null);

  constructor(row: RowToCorrect, currency: string, today: Day) {
    this.row = row;
    this.#today = today;
    this.#digits = minorDigits(currency);
    this.countsVisits = currency === 'VISITS';
    this.day = isoDay(row.now.day);
    this.amount = writtenMoney(row.now.cents, this.#digits);
  }

  /** Cents; NaN where nothing readable was typed. */
  get cents(): number {
    if (this.countsVisits) return this.row.now.cents;
    const read = parseHandSum(this.amount, this.#digits);
    return read.ok ? (read.value ?? NaN) : NaN;
  }

  get mistakes(): { readonly day?: MessageKey; readonly amount?: MessageKey } {
    const day = parseIsoDay(this.day);
    const isNew = day !== this.row.now.day;
    return {
      ...(Number.isNaN(day) && { day: 'correct.day.missing' }),
      ...(isNew && day > this.#today && { day: 'correct.day.future' }),
      ...(isNew && day < 0 && { day: 'correct.day.old' }),
      ...(Number.isNaN(this.cents) && { amount: 'correct.amount.unreadable' }),
    };
  }

  /** What to keep; undefined while nothing differs from what counts now, or something cannot be read. */
  get change(): RowChange | undefined {
    const { row, nth, now } = this.row;
    const to = {
      day: parseIsoDay(this.day),
      cents: this.cents,
      client: this.client?.client ?? now.client,
    };
    const same = to.day === now.day && to.cents === now.cents && to.client === now.client;
    return same || Object.keys(this.mistakes).length > 0 ? undefined : { row, nth, to };
  }
}
