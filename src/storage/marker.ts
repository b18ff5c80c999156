/**
 * A few bytes outside the database that say what should be in it. A browser can throw a whole database away and open an
 * empty one without a word; files in the origin's private file system survive that, so the next start can notice.
 */
export interface Marker {
  readonly shopId: string;
  readonly name: string;
  readonly kind: 'own' | 'example';
  readonly sales: number;
  readonly imports: number;
  /** Milliseconds since 1970, the device's clock. */
  readonly at: number;
}

const FOLDER = 'boomerang-markers';

type Files = Pick<StorageManager, 'getDirectory'>;

const filesOf = (): Files | undefined =>
  typeof navigator !== 'undefined' && 'storage' in navigator && 'getDirectory' in navigator.storage
    ? navigator.storage
    : undefined;

async function folder(files: Files, create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (await files.getDirectory()).getDirectoryHandle(FOLDER, { create });
  } catch {
    return undefined;
  }
}

const fileName = (shopId: string) => `${shopId}.json`;

const isMarker = (value: unknown): value is Marker =>
  typeof value === 'object' &&
  value !== null &&
  'shopId' in value &&
  typeof value.shopId === 'string' &&
  'sales' in value &&
  typeof value.sales === 'number' &&
  'name' in value &&
  typeof value.name === 'string';

/** Written after every change that is worth noticing when it disappears. Best effort: without a file system there is none. */
export async function writeMarker(marker: Marker): Promise<boolean> {
  const files = filesOf();
  const place = files && (await folder(files, true));
  if (!place) return false;
  try {
    const handle = await place.getFileHandle(fileName(marker.shopId), { create: true });
    const stream = await handle.createWritable();
    await stream.write(JSON.stringify(marker));
    await stream.close();
    return true;
  } catch {
    return false;
  }
}

export async function removeMarker(shopId: string): Promise<void> {
  const files = filesOf();
  const place = files && (await folder(files, false));
  await place?.removeEntry(fileName(shopId)).catch(() => undefined);
}

/** All markers that can be read. Empty where the browser has no private file system. */
export async function readMarkers(): Promise<readonly Marker[]> {
  const files = filesOf();
  const place = files && (await folder(files, false));
  if (!place) return [];
  const markers: Marker[] = [];
  for await (const handle of place.values()) {
    if (handle.kind !== 'file') continue;
    try {
      const value: unknown = JSON.parse(await (await handle.getFile()).text());
      if (isMarker(value)) markers.push(value);
    } catch {
      continue;
    }
  }
  return markers;
}
