/** Where the service worker keeps what other apps share (`swShare.ts`), until it is opened. */
const WAITING = 'shared-files';

/** Files or a text that came from outside the page. */
export interface HandedOver {
  readonly files: readonly File[];
  readonly text: string;
}

interface LaunchQueue {
  setConsumer(take: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** What was shared with the app; once taken it is kept nowhere but in this page. */
export async function takeShared(): Promise<HandedOver> {
  const waiting = await caches.open(WAITING);
  const files: File[] = [];
  let text = '';
  for (const place of await waiting.keys()) {
    const response = await waiting.match(place);
    if (!response) continue;
    const name = decodeURIComponent(response.headers.get('x-name') ?? '');
    if (name === '') text = await response.text();
    else files.push(new File([await response.blob()], name));
  }
  await caches.delete(WAITING);
  return { files, text };
}

/** Throws away what was shared and never opened. */
export async function dropShared(): Promise<void> {
  if ('caches' in window) await caches.delete(WAITING);
}

/** Calls `take` with files that a desktop opens with the app, those of the start and later ones, until the answer is called. */
export function onOpenedFiles(take: (files: readonly File[]) => void): () => void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  let stopped = false;
  launchQueue?.setConsumer(({ files = [] }) => {
    if (stopped || files.length === 0) return;
    void Promise.all(files.map((handle) => handle.getFile())).then(take);
  });
  return () => {
    stopped = true;
  };
}
