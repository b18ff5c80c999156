import { href } from '../../reactive/address';

const BEHIND = 'clients';

let left: string | undefined;
let following = false;

/** Called as a link of the list is followed in this tab: remembers the list as it was asked for. */
export function leaveList(event: MouseEvent): void {
  left = location.hash;
  following = !event.metaKey && !event.ctrlKey && !event.shiftKey;
}

/** Called when a client's page opens: whether the list is the place that Back returns to is noted on the place itself. */
export function openClient(): void {
  if (following) history.replaceState({ ...(history.state as object | null), behind: BEHIND }, '');
  following = false;
}

/** The list as it was last asked for. */
export const listLink = (): string => left ?? href('clients');

/** Goes back to the list, scrolled as it was, where it is the place behind; otherwise the link opens it anew. */
export function returnToList(event: MouseEvent): void {
  const state: unknown = history.state;
  const isBehind =
    typeof state === 'object' && state !== null && 'behind' in state && state.behind === BEHIND;
  if (!isBehind || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.back();
}
