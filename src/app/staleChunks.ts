import { isBusyAnywhere } from '../reactive/busy';

const MARK = 'boomerang.reloadedForChunk';
const ONCE_IN = 60_000;

const reloadedLately = (now: number): boolean => {
  const at = Number(sessionStorage.getItem(MARK));
  return now - at < ONCE_IN;
};

/**
 * A page opened before a deployment can ask for a file that the host no longer has. One reload brings the new version;
 * not offline, where it could only lose what is on the screen, and not while work is going on.
 */
export function reloadOnStaleChunk(tell: (error: unknown) => void): () => void {
  const onPreloadError = (event: VitePreloadErrorEvent) => {
    if (!navigator.onLine || reloadedLately(Date.now())) return;
    event.preventDefault();
    void isBusyAnywhere().then((busy) => {
      if (busy) {
        tell(event.payload);
        return;
      }
      sessionStorage.setItem(MARK, String(Date.now()));
      location.reload();
    });
  };
  window.addEventListener('vite:preloadError', onPreloadError);
  return () => window.removeEventListener('vite:preloadError', onPreloadError);
}
