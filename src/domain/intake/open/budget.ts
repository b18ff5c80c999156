import type { RefusalCode } from '../refusal';
import type { Caps } from './caps';

/** Counts what comes out of a packed file, file by file, while it comes: sizes that an archive states may be lies. */
export class Budget {
  readonly caps: Caps;
  readonly #packed: number;
  #inflated = 0;

  constructor(caps: Caps, packed: number) {
    this.caps = caps;
    this.#packed = packed;
  }

  /** Takes the next bytes, `sofar` of the same file being out already; the answer is why no more may come, if so. */
  take(bytes: number, sofar: number): RefusalCode | undefined {
    const { inflated, entry, ratio, ratioFrom } = this.caps;
    this.#inflated += bytes;
    if (this.#inflated > ratioFrom && this.#inflated > this.#packed * ratio) return 'zip-bomb';
    return this.#inflated > inflated || sofar + bytes > entry ? 'too-large' : undefined;
  }
}
