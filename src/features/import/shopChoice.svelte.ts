import type { Session } from '../../reactive/session.svelte';

/** Where the sales go: into the open shop of the owner, or into a new one with a name and a currency. */
export type Target =
  | { readonly kind: 'own'; readonly shopId: string; readonly name: string; readonly currency: string }
  | { readonly kind: 'new'; readonly shopId: null; readonly name: string; readonly currency: string };

/** Which shop an import is for. It is never the example. */
export class ShopChoice {
  readonly #session: Session;
  #wantsNew = $state(false);
  #name = $state('');
  #currency = $state('EUR');

  constructor(session: Session, wantsNew = false) {
    this.#session = session;
    this.#wantsNew = wantsNew;
  }

  /** The open shop, if it is the owner's. */
  get own(): Target | undefined {
    const { shop, isExample, currency } = this.#session;
    return shop && !isExample ? { kind: 'own', shopId: shop.id, name: shop.name, currency } : undefined;
  }

  /** Visits never go into a shop that counts money. */
  target(countsVisits: boolean): Target {
    const mixes = countsVisits && this.own?.currency !== 'VISITS';
    if (this.own && !this.#wantsNew && !mixes) return this.own;
    return { kind: 'new', shopId: null, name: this.#name, currency: this.#currency };
  }

  wantNew(wanted: boolean): void {
    this.#wantsNew = wanted;
  }

  describe({ name, currency }: { name?: string; currency?: string }): void {
    if (name !== undefined) this.#name = name;
    if (currency !== undefined) this.#currency = currency;
  }
}
