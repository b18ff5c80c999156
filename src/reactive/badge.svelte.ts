import { place } from './place';
import type { Session } from './session.svelte';
import { today } from './today';

/** How long nothing must change before the badge is counted anew. */
const CALM = 2_000;

/** The number on the app's icon: what is due or overdue; none for nothing. Browsers without it, or that refuse it, are left alone. */
export function showBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  const shown = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  shown.catch(() => undefined);
}

/** What the icon says of an open shop: an example has no work in it. */
export const badgeOf = ({ isExample }: Session, dueCount: number): number => (isExample ? 0 : dueCount);

/** Keeps the number on the icon true while the app is open; the answer ends it. The page that lists the work sets it by itself. */
export function followBadge(session: Session): () => void {
  if (!('setAppBadge' in navigator)) return () => undefined;
  let seen = $state(0);
  const look = () => {
    if (document.visibilityState === 'visible') seen++;
  };
  document.addEventListener('visibilitychange', look);
  const stop = $effect.root(() => {
    $effect(() => {
      const { shop, headline, isExample, revision, notes } = session;
      if (seen + revision + notes < 0 || place.path === '/') return;
      if (!shop || !headline || isExample) {
        showBadge(0);
        return;
      }
      const counting = new AbortController();
      const input = { shopId: shop.id, today: today() };
      const later = setTimeout(() => {
        session
          .ask('work', input, { signal: counting.signal })
          .then(({ dueCount }) => showBadge(dueCount))
          .catch(() => undefined);
      }, CALM);
      return () => {
        clearTimeout(later);
        counting.abort();
      };
    });
  });
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
  };
}
