import { Failure } from '../storage/failure';
import type { CardRecord } from '../storage/shopDb';
import { whileBusy } from './busy';
import type { Session } from './session.svelte';
import { today } from './today';

/** Keeps a client's card and shows the figures that it leads to. */
export async function keepCard(session: Session, card: CardRecord): Promise<void> {
  const { shop } = session;
  if (!shop) throw new Failure('shop-missing');
  session.show(await whileBusy(() => session.ask('saveCard', { shopId: shop.id, card, today: today() })));
}
