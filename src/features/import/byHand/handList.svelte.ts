import type { HandSale } from '../../../domain/byHand/handSale';
import { HAND_SALES, type HandSales } from '../../../domain/notebook/handSales';
import type { Entry } from '../../../domain/notebook/notebook';
import { EntryDraft } from '../../../reactive/entryDraft.svelte';
import { notesOf } from '../../../reactive/notes';
import type { Session } from '../../../reactive/session.svelte';

type Change = (sales: readonly HandSale[]) => readonly HandSale[];

const nothingYet = (): HandSales => ({
  kind: 'handSales',
  id: HAND_SALES,
  rev: 0,
  madeAt: Date.now(),
  changedAt: Date.now(),
  sales: [],
});

/**
 * The sales that are being written down, before they are saved. Those of a shop are kept with it at once, so that a reload loses
 * nothing; where there is no shop yet they are here alone.
 */
export class HandList {
  readonly #draft: EntryDraft<HandSales> | null;
  #here = $state.raw<readonly HandSale[]>([]);

  /** `entries`: those of the shop that is written for; null where there is none yet. */
  constructor(session: Session, entries: (() => readonly Entry[] | undefined) | null) {
    const empty = nothingYet();
    this.#draft = entries && new EntryDraft(session, () => notesOf(entries(), 'handSales')[0] ?? empty);
  }

  get sales(): readonly HandSale[] {
    return this.#draft ? this.#draft.now.sales : this.#here;
  }

  /** Whether a reload would lose them. */
  get isKept(): boolean {
    return this.#draft !== null;
  }

  put(sale: HandSale): void {
    const isThere = this.sales.some(({ id }) => id === sale.id);
    this.#change((sales) =>
      isThere ? sales.map((other) => (other.id === sale.id ? sale : other)) : [...sales, sale],
    );
  }

  remove(id: string): void {
    this.#change((sales) => sales.filter((sale) => sale.id !== id));
  }

  /** Whether all that was written is kept; false where that failed, which the shell tells. */
  settle(): Promise<boolean> {
    return this.#draft ? this.#draft.save() : Promise.resolve(true);
  }

  /** The number under which the shop keeps the list; null where it keeps none. */
  get rev(): number | null {
    return this.#draft?.isSaved ? this.#draft.now.rev : null;
  }

  #change(step: Change): void {
    if (this.#draft) this.#draft.change((list) => ({ ...list, sales: step(list.sales) }));
    else this.#here = step(this.#here);
  }
}
