import { readMarkers, type Marker } from './marker';
import type { ShopRecord } from './metaDb';

/**
 * Shops that should be here, by their marker, and are not, or hold fewer imports than they did: the browser lost them.
 * `importsOf` gives the number of imports a shop's database holds now.
 */
export async function missingShops(
  shops: readonly ShopRecord[],
  importsOf: (shopId: string) => Promise<number>,
): Promise<readonly Marker[]> {
  const markers = await readMarkers();
  const missing: Marker[] = [];
  for (const marker of markers) {
    const known = shops.some((shop) => shop.id === marker.shopId);
    if (!known || (marker.imports > 0 && (await importsOf(marker.shopId)) === 0)) missing.push(marker);
  }
  return missing;
}
