import { whileBusy } from '../../reactive/busy';
import type { Session } from '../../reactive/session.svelte';
import { prepareShopFile, type PreparedFile } from '../../reactive/shopFile';
import type { ShopRecord } from '../../storage/metaDb';
import { handOver, isShared } from '../../ui/handOver';

type State = 'idle' | 'preparing' | 'ready' | 'cancelled' | 'saved';

/**
 * Brings a shop into a file and the file to its owner. A download follows at once; a share sheet opens only on a tap of
 * its own, so there the file waits in `ready`. Only a file that was handed over counts as saved.
 */
export class ShopSaver {
  readonly #session: Session;
  readonly #shop: () => ShopRecord;
  #state = $state.raw<State>('idle');
  #prepared = $state.raw<PreparedFile | null>(null);

  constructor(session: Session, shop: () => ShopRecord) {
    this.#session = session;
    this.#shop = shop;
  }

  get state(): State {
    return this.#state;
  }

  get prepared(): PreparedFile | null {
    return this.#prepared;
  }

  async prepare(): Promise<void> {
    this.#state = 'preparing';
    this.#prepared = null;
    try {
      this.#prepared = await whileBusy(() => prepareShopFile(this.#session, this.#shop()));
      this.#state = 'ready';
    } catch (error) {
      this.#state = 'idle';
      throw error;
    }
    if (!isShared(this.#prepared.file)) await this.give();
  }

  async give(): Promise<void> {
    const prepared = this.#prepared;
    if (!prepared) return;
    const outcome = await handOver(prepared.file);
    this.#state = outcome === 'cancelled' ? 'cancelled' : 'saved';
    if (this.#state === 'saved') await this.#remember(prepared.envelope);
  }

  async #remember({ sales, savedAt }: PreparedFile['envelope']): Promise<void> {
    const session = this.#session;
    const { id } = this.#shop();
    if (session.condition !== 'usable') return;
    if (session.shop?.id === id) return session.fileSaved({ sales, savedAt });
    await session.ask('fileSaved', { shopId: id, sales, at: Date.parse(savedAt) });
    await session.reload();
  }
}
