/** What the browser says about the app's data: whether it promised not to clear them, and how many bytes they take. */
export interface StorageFacts {
  readonly kept: 'safe' | 'atRisk' | 'unknown';
  readonly used: number | null;
}

/** The quota is left out on purpose: browsers answer with a number that has nothing to do with the room that is left. */
export async function storageFacts(
  storage: Partial<StorageManager> = navigator.storage ?? {},
): Promise<StorageFacts> {
  const persisted = await storage.persisted?.().catch(() => undefined);
  const estimate = await storage.estimate?.().catch(() => undefined);
  return {
    kept: persisted === undefined ? 'unknown' : persisted ? 'safe' : 'atRisk',
    used: estimate?.usage ?? null,
  };
}
