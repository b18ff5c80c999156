import type { Session } from '../../reactive/session.svelte';

/** Where the sales go: into the open shop of the owner, or into a new one with a name and a currency. */
export type Target =
  | { readonly kind: 'own'; readonly shopId: string; readonly name: string; readonly currency: string }
  | { readonly kind: 'new'; readonly shopId: null; readonly name: string; readonly currency: string };

/** The open shop, if it is the owner's; an import never goes into the example. */
export function ownShop({ shop, isExample, currency }: Session): Target | undefined {
  return shop && !isExample ? { kind: 'own', shopId: shop.id, name: shop.name, currency } : undefined;
}
