const FIRST = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const;

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4). */
const ROUNDS = rounds();

function rounds(): Uint32Array {
  const found = new Uint32Array(64);
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.some((prime) => n % prime === 0)) continue;
    const root = Math.cbrt(n);
    found[primes.push(n) - 1] = (root - Math.floor(root)) * 2 ** 32;
  }
  return found;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The bytes with a one behind them, noughts, and their number of bits: whole blocks of 64. */
function padded(bytes: Uint8Array): DataView {
  const size = Math.ceil((bytes.length + 9) / 64) * 64;
  const all = new Uint8Array(size);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setUint32(size - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(size - 4, bytes.length << 3);
  return view;
}

/** SHA-256 (FIPS 180-4) as hexadecimal digits, at once: the platform's own only comes later, one promise a text. */
export function sha256(bytes: Uint8Array): string {
  const view = padded(bytes);
  const hash = Int32Array.from(FIRST);
  const words = new Int32Array(64);
  for (let from = 0; from < view.byteLength; from += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(from + 4 * i);
    for (let i = 16; i < 64; i++) {
      const [old, recent] = [words[i - 15]!, words[i - 2]!];
      const one = turned(old, 7) ^ turned(old, 18) ^ (old >>> 3);
      const two = turned(recent, 17) ^ turned(recent, 19) ^ (recent >>> 10);
      words[i] = words[i - 16]! + one + words[i - 7]! + two;
    }
    mix(hash, words);
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function mix(hash: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + high + ((e & f) ^ (~e & g)) + ROUNDS[i]! + words[i]!) | 0;
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] = hash[i]! + word;
  });
}
