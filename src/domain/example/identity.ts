import { NONE, type SaleColumns } from '../sales/columns';

const mixed = (hash: number, value: number): number => {
  const next = Math.imul(hash ^ value, 0x9e3779b1);
  return (next ^ (next >>> 15)) >>> 0;
};

const textHash = (text: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = mixed(hash, text.charCodeAt(i));
  return hash;
};

/** Two words a row, mixed from all that the row says, for finding rows stored before (see `Draft.identity`). */
export function identityOf(sales: SaleColumns, clientKeys: readonly string[]): Uint32Array {
  const words = new Uint32Array(2 * sales.length);
  for (const lane of [0, 1]) {
    const seed = 0x2545f491 + lane;
    const clients = clientKeys.map((key) => textHash(key, seed));
    for (let row = 0; row < sales.length; row++) {
      const client = sales.client[row]!;
      let hash = mixed(seed, sales.day[row]!);
      hash = mixed(hash, client === NONE ? NONE : clients[client]!);
      hash = mixed(hash, sales.cents[row]!);
      hash = mixed(hash, sales.receipt[row]!);
      hash = mixed(hash, sales.product[row]!);
      hash = mixed(hash, sales.quantity[row]!);
      words[2 * row + lane] = mixed(hash, sales.employee[row]!);
    }
  }
  return words;
}
