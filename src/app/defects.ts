/** A browser's complaint that is no trouble of ours: it settles by itself in the next frame. */
const isHarmless = (message: string) => message.startsWith('ResizeObserver loop');

/** Passes on everything thrown and caught by nobody, until the answer is called. */
export function watchDefects(tell: (error: unknown) => void): () => void {
  const onError = (event: ErrorEvent) => {
    if (!isHarmless(event.message)) tell(event.error ?? event.message);
  };
  const onRejection = (event: PromiseRejectionEvent) => tell(event.reason);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}
