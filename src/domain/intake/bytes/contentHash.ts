/** Bytes hashed at a time; part of the meaning of a content hash: never change. Small, as each is copied on the way to the hash. */
const HASH_BLOCK = 256 * 1024;

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Tells whether the same file was read before: SHA-256 over the SHA-256 of each 256 KB, so that hashing runs beside the
 * reading. Hexadecimal.
 */
export class ContentHash {
  readonly #blocks: Promise<ArrayBuffer>[] = [];

  /** The next bytes of the file: whole blocks, but for the last. */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    for (let at = 0; at < bytes.length; at += HASH_BLOCK)
      this.#blocks.push(crypto.subtle.digest('SHA-256', bytes.subarray(at, at + HASH_BLOCK)));
  }

  async hex(): Promise<string> {
    const digests = await Promise.all(this.#blocks);
    const all = new Uint8Array(digests.length * 32);
    digests.forEach((digest, i) => all.set(new Uint8Array(digest), i * 32));
    return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', all)));
  }
}
