import type { HandClient, HandSale, NewClient } from '../../../domain/byHand/handSale';
import { MOST_HAND_SALES } from '../../../domain/notebook/handSales';
import type { Entry } from '../../../domain/notebook/notebook';
import { t } from '../../../i18n/t';
import type { MessageKey } from '../../../i18n/messages';
import { holdBusy, whileBusy } from '../../../reactive/busy';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import { report } from '../../../reactive/trouble.svelte';
import { failureOf } from '../../../storage/failure';
import type { Output } from '../../../workers/protocol';
import { likelyCurrency } from '../likelyCurrency';
import { ShopChoice, type Target } from '../shopChoice.svelte';
import { HandList } from './handList.svelte';
import { newClientsOf, newlyNamed } from './newClient';
import { SaleForm, type Mistakes } from './saleForm.svelte';

/** Sales written down by hand, from the first letter to the saved import. Everything that changes them goes through here. */
export class ByHand {
  readonly form: SaleForm;
  readonly list: HandList;
  readonly #session: Session;
  readonly #shop: ShopChoice;
  readonly #onsaved: (saved: Output<'saveByHand'>) => void;
  #mistakes = $state.raw<Mistakes>({});
  #saving = $state(false);
  #release: (() => void) | undefined;

  /** `entries`: what people wrote about the shop that is written for, asked for only where there is one. `client`: who bought, to begin with. */
  constructor(
    session: Session,
    entries: () => readonly Entry[] | undefined,
    onsaved: (saved: Output<'saveByHand'>) => void,
    client: HandClient | null = null,
  ) {
    this.#session = session;
    this.#onsaved = onsaved;
    this.#shop = new ShopChoice(session);
    this.#shop.describe({
      name: t('import.shop.defaultName'),
      currency: likelyCurrency([], navigator.languages),
    });
    this.list = new HandList(session, this.#shop.own ? entries : null);
    this.form = new SaleForm(() => this.target.currency, today(), client);
  }

  /** The open shop of the owner, or one that is made with the first sale; never the example. */
  get target(): Target {
    return this.#shop.target(false);
  }
  get mistakes(): Mistakes {
    return this.#mistakes;
  }
  get isSaving(): boolean {
    return this.#saving;
  }
  /** New clients of the list, without those of the sale that is being changed. */
  get drafted(): readonly NewClient[] {
    return newClientsOf(this.list.sales.filter(({ id }) => id !== this.form.changing));
  }
  /** How many sales saving would save: those of the list and the one being typed. */
  get ready(): number {
    const { changing, isBlank } = this.form;
    return this.list.sales.length + (changing === null && !isBlank ? 1 : 0);
  }

  describeShop(described: { name?: string; currency?: string }): void {
    this.#shop.describe(described);
  }

  /** Something is typed that a reload would lose. */
  hold(): void {
    this.#release ??= holdBusy();
  }

  letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** Puts what is typed into the list; false where it cannot yet. */
  async add(): Promise<boolean> {
    if (this.list.sales.length >= MOST_HAND_SALES && this.form.changing === null)
      return this.#refuse({ client: 'byHand.list.full' });
    const sale = await this.#typed();
    if (!sale) return false;
    this.list.put(sale);
    this.form.next();
    if (this.list.isKept) this.letGo();
    return true;
  }

  /** Takes a sale out of the list. */
  remove(id: string): void {
    if (this.form.changing === id) this.form.next();
    this.list.remove(id);
  }

  /** Saves the list, and what is typed besides. */
  async save(): Promise<boolean> {
    if (this.#saving || this.target.name.trim() === '') return false;
    const isTyped = !this.form.isBlank || this.form.changing !== null;
    if (isTyped || this.list.sales.length === 0) {
      const sale = await this.#typed();
      if (!sale) return false;
      if (this.list.sales.length === 0) return this.#commit([sale]);
      this.list.put(sale);
      this.form.next();
    }
    return (await this.list.settle()) && this.#commit(this.list.sales);
  }

  async #commit(sales: readonly HandSale[]): Promise<boolean> {
    const { target } = this;
    this.#saving = true;
    try {
      const saved = await whileBusy(() =>
        this.#session.ask('saveByHand', {
          shopId: target.shopId,
          settings: target.kind === 'own' ? {} : { name: target.name.trim(), currency: target.currency },
          sales,
          clients: [],
          draft: this.list.sales.length > 0 ? this.list.rev : null,
          today: today(),
        }),
      );
      await this.#session.reload(saved.shopId).catch((error: unknown) => report(failureOf(error).code));
      this.letGo();
      this.#onsaved(saved);
      return true;
    } catch (error) {
      report(failureOf(error).code, () => void this.save());
      return false;
    } finally {
      this.#saving = false;
    }
  }

  async #typed(): Promise<HandSale | undefined> {
    const { form } = this;
    const mistakes = form.mistakes(today());
    this.#mistakes = mistakes;
    if (Object.keys(mistakes).length > 0) return undefined;
    const who = await this.#who();
    if (who === undefined) {
      this.#refuse({ client: 'byHand.client.pick' });
      return undefined;
    }
    return form.sale(who);
  }

  async #who(): Promise<HandClient | null | undefined> {
    const { form } = this;
    const { shopId } = this.target;
    const name = form.name.trim();
    const isOpen = shopId !== null && name !== '' && form.chosen === null;
    const namesakes = isOpen
      ? await this.#session.ask('namesakes', { shopId, name, number: name, today: today() }).catch(() => [])
      : [];
    return form.who(namesakes, newlyNamed(this.drafted, name));
  }

  #refuse(mistakes: Readonly<Record<string, MessageKey>>): false {
    this.#mistakes = mistakes;
    return false;
  }
}
