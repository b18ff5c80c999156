import { foldedName } from '../../../domain/intake/values/cleanText';
import { clientKey } from '../../../domain/intake/values/clientKey';
import { namesSomebody } from '../../../domain/byHand/handKeys';
import { t } from '../../../i18n/t';
import { asked, type Asked } from '../../../reactive/asked.svelte';
import { holdBusy, whileBusy } from '../../../reactive/busy';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import { report } from '../../../reactive/trouble.svelte';
import { failureOf } from '../../../storage/failure';
import type { Namesake } from '../../../workers/byHandJobs';
import { newClient } from './newClient';

export const PERSON_FIELDS = ['name', 'phone', 'email', 'segment', 'number'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A client who is being written down without a sale. Made while a component is set up: it asks who bears the name already. */
export class NewPerson {
  readonly fields = $state<Record<PersonField, string>>({
    name: '',
    phone: '',
    email: '',
    segment: '',
    number: '',
  });
  readonly #session: Session;
  readonly #found: Asked<readonly Namesake[]>;
  #tried = $state(false);
  /** The name that was tried last is of somebody who was forgotten. */
  #forgotten = $state('');
  #saving = $state(false);
  #release: (() => void) | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#found = asked(
      () => this.#question(),
      (input, signal) => session.ask('namesakes', input, { signal }),
    );
  }

  /** Clients of the shop who bear the name; the owner may mean one of them. */
  get namesakes(): readonly Namesake[] {
    const folded = foldedName(this.fields.name);
    return this.#all.filter(({ name }) => foldedName(name) === folded);
  }

  get isSaving(): boolean {
    return this.#saving;
  }

  /** What is wrong with a field, in words, once saving was tried. */
  mistake(field: PersonField): string | undefined {
    return this.#tried ? this.#mistakeIn(field) : undefined;
  }

  /** The first field in which something is wrong. */
  get wrong(): PersonField | undefined {
    return PERSON_FIELDS.find((field) => this.#mistakeIn(field) !== undefined);
  }

  hold(): void {
    this.#release ??= holdBusy();
  }

  letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** The new client's place in the shop; undefined where it was not saved. */
  async save(): Promise<number | undefined> {
    const { shop } = this.#session;
    const input = this.#question();
    this.#tried = true;
    if (!shop || this.#saving || this.wrong !== undefined || !input) return undefined;
    this.#saving = true;
    try {
      // Typing may be quicker than the answer on the screen.
      const namesakes = await this.#session.ask('namesakes', input);
      if (namesakes.length > this.#all.length) {
        this.#found.again();
        return undefined;
      }
      return await this.#commit(shop.id);
    } catch (error) {
      const { code } = failureOf(error);
      if (code === 'nothing-to-save') this.#forgotten = this.fields.name;
      else report(code, () => void this.save());
      return undefined;
    } finally {
      this.#saving = false;
    }
  }

  async #commit(shopId: string): Promise<number | undefined> {
    const client = newClient(this.fields.name, { ...this.fields, another: this.namesakes.length > 0 });
    const saved = await whileBusy(() =>
      this.#session.ask('saveByHand', {
        shopId,
        settings: {},
        sales: [],
        clients: [client],
        draft: null,
        today: today(),
      }),
    );
    await this.#session.reload(saved.shopId).catch((error: unknown) => report(failureOf(error).code));
    this.letGo();
    return saved.clients[0];
  }

  get #all(): readonly Namesake[] {
    return this.#found.value ?? [];
  }

  #question() {
    const { shop } = this.#session;
    const { name, number } = this.fields;
    if (!shop || (name.trim() === '' && number.trim() === '')) return null;
    return { shopId: shop.id, name, number, today: today() };
  }

  #mistakeIn(field: PersonField): string | undefined {
    const text = this.fields[field].trim();
    if (field === 'name' && !namesSomebody(text)) return t('byHand.person.name.missing');
    if (field === 'name' && this.fields.name === this.#forgotten) return t('byHand.person.forgotten');
    if (field === 'email' && text !== '' && !EMAIL.test(text)) return t('byHand.person.email.wrong');
    if (field !== 'number' || clientKey(text) === '') return undefined;
    const holder = this.#all.find((other) => other.number === clientKey(text));
    return holder && t('byHand.person.numberTaken', { name: holder.name });
  }
}
