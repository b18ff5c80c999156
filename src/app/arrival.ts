/**
 * What a browser does by itself when a page is loaded, and has to be done by hand when only the part behind the `#` changes:
 * scroll to the top, or on Back to where the person was, and let the heading be read out.
 */
const places = new Map<string, number>();
let current = '';
let count = 0;

const keyOf = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'string'
    ? state.place
    : undefined;

function enter(): void {
  const known = keyOf(history.state);
  current = known ?? `${Date.now()} ${++count}`;
  if (known === undefined) history.replaceState({ ...(history.state as object | null), place: current }, '');
}

/** Remembers how far each visited page was scrolled, from now on until the answer is called. */
export function rememberScroll(): () => void {
  history.scrollRestoration = 'manual';
  enter();
  const note = () => places.set(current, window.scrollY);
  const moved = () => enter();
  window.addEventListener('scrollend', note);
  window.addEventListener('click', note, { capture: true });
  window.addEventListener('hashchange', moved);
  return () => {
    window.removeEventListener('scrollend', note);
    window.removeEventListener('click', note, { capture: true });
    window.removeEventListener('hashchange', moved);
  };
}

const PATIENCE = 1500;

/** Long pages grow as their figures arrive, so the scroll is put back as soon as they are long enough. */
function scrollBack(to: number): void {
  const root = document.documentElement;
  const isLongEnough = () => root.scrollHeight - window.innerHeight >= to;
  if (isLongEnough()) {
    window.scrollTo(0, to);
    return;
  }
  const observer = new ResizeObserver(() => {
    if (!isLongEnough()) return;
    observer.disconnect();
    window.scrollTo(0, to);
  });
  observer.observe(document.body);
  setTimeout(() => observer.disconnect(), PATIENCE);
}

/** Called when another page has been put on the screen. */
export function arrive(main: HTMLElement): void {
  const heading = main.querySelector<HTMLElement>('h1') ?? main;
  heading.focus({ preventScroll: true });
  scrollBack(places.get(current) ?? 0);
}
