import type { HandClient, HandSale, NewClient } from '../../../domain/byHand/handSale';
import { namesSomebody } from '../../../domain/byHand/handKeys';
import { parseHandSum } from '../../../domain/byHand/handSum';
import { isoDay, parseIsoDay, type Day } from '../../../domain/kernel/day';
import { minorDigits } from '../../../domain/shop/minorDigits';
import { writtenMoney } from '../../../domain/shop/writtenMoney';
import type { MessageKey } from '../../../i18n/messages';
import type { Namesake } from '../../../workers/byHandJobs';
import { newClient } from './newClient';

export type SaleField = 'client' | 'amount' | 'day';
export type Mistakes = Partial<Record<SaleField, MessageKey>>;

/** What is typed of a sale and not yet in the list. */
export class SaleForm {
  name = $state('');
  /** Who was picked; null while a name is only typed. */
  chosen = $state.raw<HandClient | null>(null);
  amount = $state('');
  /** Kept from one sale to the next. */
  day = $state('');
  product = $state('');
  employee = $state('');
  phone = $state('');
  email = $state('');
  /** Id of the sale of the list that is being changed. */
  changing = $state<string | null>(null);
  readonly #currency: () => string;

  constructor(currency: () => string, today: Day, client: HandClient | null) {
    this.#currency = currency;
    this.chosen = client;
    this.name = client?.name ?? '';
    this.day = isoDay(today);
  }

  get isBlank(): boolean {
    return [this.name, this.amount, this.product, this.phone, this.email].every((text) => text.trim() === '');
  }

  get countsVisits(): boolean {
    return this.#currency() === 'VISITS';
  }

  /** Cents; NaN where nothing readable was typed. A visit is 100. */
  get cents(): number {
    if (this.countsVisits) return 100;
    const read = parseHandSum(this.amount, minorDigits(this.#currency()));
    return read.ok ? (read.value ?? NaN) : NaN;
  }

  mistakes(today: Day): Mistakes {
    const day = parseIsoDay(this.day);
    return {
      ...(this.amount.trim() === '' && !this.countsVisits && { amount: 'byHand.amount.missing' }),
      ...(this.amount.trim() !== '' && Number.isNaN(this.cents) && { amount: 'byHand.amount.unreadable' }),
      ...(Number.isNaN(day) && { day: 'byHand.day.missing' }),
      ...(day > today && { day: 'byHand.day.future' }),
      ...(day < 0 && { day: 'byHand.day.old' }),
    };
  }

  /**
   * Who is meant: the one picked, nobody where no name was typed, the only one of that name among the new ones of the list and in the
   * shop, else somebody new. `undefined` where several bear the name.
   */
  who(namesakes: readonly Namesake[], drafted: readonly NewClient[]): HandClient | null | undefined {
    if (this.chosen) return this.chosen;
    if (!namesSomebody(this.name)) return null;
    const [one, ...others] = [
      ...drafted,
      ...namesakes.map(({ client, name }): HandClient => ({ kind: 'known', client, name })),
    ];
    if (others.length > 0) return undefined;
    return one ?? newClient(this.name, { phone: this.phone, email: this.email });
  }

  sale(who: HandClient | null): HandSale {
    return {
      id: this.changing ?? crypto.randomUUID(),
      day: parseIsoDay(this.day),
      who:
        who?.kind === 'new'
          ? { ...who, phone: this.phone.trim() || who.phone, email: this.email.trim() || who.email }
          : who,
      cents: this.cents,
      product: this.product.trim(),
      employee: this.employee.trim(),
    };
  }

  /** Takes a sale of the list up again. */
  change({ id, day, who, cents, product, employee }: HandSale): void {
    this.changing = id;
    this.chosen = who;
    this.name = who?.name ?? '';
    this.amount = writtenMoney(cents, minorDigits(this.#currency()));
    this.day = isoDay(day);
    this.product = product;
    this.employee = employee;
    this.phone = who?.kind === 'new' ? who.phone : '';
    this.email = who?.kind === 'new' ? who.email : '';
  }

  /** Ready for the next sale: the day and who sold stay. */
  next(): void {
    this.changing = null;
    this.chosen = null;
    this.name = this.amount = this.product = this.phone = this.email = '';
  }
}
