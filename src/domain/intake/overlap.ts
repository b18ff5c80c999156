import { PairIndex } from './table/pairIndex';

/**
 * Which incoming rows are already stored (1) and which are new (0), counted with multiplicity: a row that stands twice in the file
 * and once in the store is new once. Both sides are row identities, two words a row (see `Draft.identity`).
 */
export function overlap(existing: Iterable<Uint32Array>, incoming: Uint32Array): Uint8Array {
  const rows = incoming.length / 2;
  const index = new PairIndex(rows);
  const slot = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) slot[row] = index.of(incoming[row * 2]!, incoming[row * 2 + 1]!);
  const stored = new Uint32Array(index.size);
  for (const pack of existing) {
    for (let at = 0; at < pack.length; at += 2) {
      const found = index.find(pack[at]!, pack[at + 1]!);
      if (found >= 0) stored[found]!++;
    }
  }
  const known = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (stored[slot[row]!]! === 0) continue;
    stored[slot[row]!]!--;
    known[row] = 1;
  }
  return known;
}
