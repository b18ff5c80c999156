import { t } from '../../../i18n/t';
import { href } from '../../../reactive/address';
import { saveNotes } from '../../../reactive/notes';
import { goTo } from '../../../reactive/place';
import type { Session } from '../../../reactive/session.svelte';
import { report } from '../../../reactive/trouble.svelte';
import { failureOf } from '../../../storage/failure';
import { notify } from '../../../ui/toasts.svelte';
import { preparePlans, type Choice, type Prepared } from './preparePlans';

/** Many plans on their way: chosen, prepared one by one, saved together. */
export class ManyPlans {
  readonly #session: Session;
  #running: AbortController | undefined;
  #done = $state(0);
  #isPreparing = $state(false);
  #isSaving = $state(false);
  #prepared = $state.raw<Prepared | null>(null);

  constructor(session: Session) {
    this.#session = session;
  }

  get prepared(): Prepared | null {
    return this.#prepared;
  }

  /** How many clients were looked at; null while nothing is prepared. */
  get done(): number | null {
    return this.#isPreparing ? this.#done : null;
  }

  get isSaving(): boolean {
    return this.#isSaving;
  }

  /** Something was chosen anew: what was prepared no longer holds. */
  forget(): void {
    this.#running?.abort();
    this.#isPreparing = false;
    this.#prepared = null;
  }

  async prepare(choice: Choice): Promise<void> {
    this.forget();
    const { shop } = this.#session;
    if (!shop) return;
    const running = new AbortController();
    this.#running = running;
    this.#done = 0;
    this.#isPreparing = true;
    try {
      const prepared = await preparePlans(this.#session, shop.id, choice, {
        signal: running.signal,
        onDone: (count) => (this.#done = count),
      });
      if (!running.signal.aborted) this.#prepared = prepared;
    } catch (error) {
      if (!running.signal.aborted) report(failureOf(error).code, () => void this.prepare(choice));
    } finally {
      if (this.#running === running) this.#isPreparing = false;
    }
  }

  /** All plans or none. */
  async save(): Promise<void> {
    const { ready } = this.#prepared ?? { ready: [] };
    this.#isSaving = true;
    try {
      await saveNotes(this.#session, { put: ready.map(({ plan }) => plan) });
      notify(t('many.saved', { count: ready.length }));
      goTo(href('wayBack'));
    } catch (error) {
      report(failureOf(error).code, () => void this.save());
    } finally {
      this.#isSaving = false;
    }
  }
}
