import type { Session } from '../reactive/session.svelte';
import { CHANGES_CHANNEL } from '../storage/schema';

/** Keeps this tab's figures right when the shop is changed in another one; what its own worker announces it knows already. */
export function watchOtherTabs(session: Session, tab: string): void {
  if (!('BroadcastChannel' in globalThis)) return;
  new BroadcastChannel(CHANGES_CHANNEL).addEventListener('message', (event: MessageEvent<unknown>) => {
    const change = event.data;
    if (typeof change !== 'object' || change === null || !('shopId' in change) || !('tab' in change)) return;
    if (typeof change.shopId === 'string' && change.tab !== tab) void session.changedElsewhere(change.shopId);
  });
}
