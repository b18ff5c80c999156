import type { SameClient } from '../../../domain/notebook/sameClient';
import { t } from '../../../i18n/t';
import { whileBusy } from '../../../reactive/busy';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import { report } from '../../../reactive/trouble.svelte';
import { failureOf } from '../../../storage/failure';
import { notify } from '../../../ui/toasts.svelte';

/** A client as decisions speak of them. */
interface Someone {
  readonly client: number;
  readonly name: string;
}

/** Keeps decisions about two clients, one after the other, and takes them back. */
export class Deciding {
  readonly #session: Session;
  #busy = $state(false);

  constructor(session: Session) {
    this.#session = session;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Whether it was kept; a failure is told. */
  async decide(kept: Someone, other: Someone, verdict: SameClient['verdict']): Promise<boolean> {
    return this.#work(
      async (shopId) => {
        const input = { shopId, client: kept.client, other: other.client, verdict, today: today() };
        const { id, headline } = await this.#session.ask('saveSame', input);
        this.#session.noted();
        this.#session.show(headline);
        const names = { kept: kept.name, other: other.name };
        notify(t(verdict === 'same' ? 'same.merged' : 'same.apart', names), {
          label: t('same.undo'),
          run: () => void this.undecide(id, verdict),
        });
      },
      () => void this.decide(kept, other, verdict),
    );
  }

  async undecide(id: string, verdict: SameClient['verdict'] = 'same'): Promise<boolean> {
    return this.#work(
      async (shopId) => {
        const headline = await this.#session.ask('undecide', { shopId, id, today: today() });
        this.#session.noted();
        this.#session.show(headline);
        notify(t(verdict === 'same' ? 'same.undone' : 'same.reproposed'));
      },
      () => void this.undecide(id, verdict),
    );
  }

  async #work(work: (shopId: string) => Promise<void>, again: () => void): Promise<boolean> {
    const shop = this.#session.shop;
    if (!shop || this.#busy) return false;
    this.#busy = true;
    try {
      await whileBusy(() => work(shop.id));
      return true;
    } catch (error) {
      report(failureOf(error).code, again);
      return false;
    } finally {
      this.#busy = false;
    }
  }
}
