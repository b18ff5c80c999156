import { t } from '../../../i18n/t';
import { whileBusy } from '../../../reactive/busy';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import { report } from '../../../reactive/trouble.svelte';
import { failureOf } from '../../../storage/failure';
import { notify } from '../../../ui/toasts.svelte';
import type { RowChange } from '../../../workers/correctionJobs';

/** Keeps corrections of single rows, one after the other, and takes them back. */
export class Correcting {
  readonly #session: Session;
  #busy = $state(false);

  constructor(session: Session) {
    this.#session = session;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Whether it was kept, which is then said in these words, with a way back; a failure is told. */
  async keep(changes: readonly RowChange[], said: string): Promise<boolean> {
    return this.#work(changes, (undo, returnsGone) =>
      notify([said, returnsGone > 0 ? t('correct.returns', { n: returnsGone }) : ''].join(' ').trim(), {
        label: t('correct.undo'),
        run: () => void this.#takeBack(undo, t('correct.undone')),
      }),
    );
  }

  async #takeBack(undo: readonly RowChange[], said: string): Promise<boolean> {
    return this.#work(undo, () => notify(said));
  }

  async #work(
    changes: readonly RowChange[],
    done: (undo: readonly RowChange[], returnsGone: number) => void,
  ): Promise<boolean> {
    const shop = this.#session.shop;
    if (!shop || this.#busy) return false;
    this.#busy = true;
    try {
      const input = { shopId: shop.id, changes, today: today() };
      const { headline, undo, returnsGone } = await whileBusy(() => this.#session.ask('correct', input));
      this.#session.noted();
      this.#session.show(headline);
      done(undo, returnsGone);
      return true;
    } catch (error) {
      report(failureOf(error).code, () => void this.#work(changes, done));
      return false;
    } finally {
      this.#busy = false;
    }
  }
}
