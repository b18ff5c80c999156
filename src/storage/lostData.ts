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
  /** A shop that a newer version wrote, or that cannot be opened now, is there. */
  const isEmpty = (shopId: string) =>
    importsOf(shopId).then(
      (imports) => imports === 0,
      () => false,
    );
  for (const marker of markers) {
    const known = shops.some((shop) => shop.id === marker.shopId);
    if (!known || (marker.imports > 0 && (await isEmpty(marker.shopId)))) missing.push(marker);
  }
  return missing;
}
