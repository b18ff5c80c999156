import type { ShopSettings } from '../../domain/shop/settings';
import {
  entriesOf,
  lossBasis,
  readEntries,
  type DataSpan,
  type Entries,
  type Problem,
  type Reading,
} from './entries';

export type Changes = Partial<Entries>;

/**
 * Settings that were changed and not kept yet. Only what the person touched is held here; the rest follows the shop, so
 * that a change made in another tab is not undone.
 */
export class SettingsDraft {
  readonly #kept: () => ShopSettings;
  readonly #span: () => DataSpan | null;
  #changes = $state.raw<Changes>({});
  #keeping = $state(false);
  readonly #entries: Entries = $derived.by(() => ({ ...entriesOf(this.#kept()), ...this.#changes }));
  readonly #reading: Reading = $derived.by(() => readEntries(this.#entries, this.#kept(), this.#span()));
  readonly #dirty = $derived.by(
    () => this.#reading.problems.size > 0 || textOf(this.#reading.settings) !== textOf(this.#kept()),
  );
  readonly #basis = $derived.by(() => lossBasis(this.#reading.settings));
  readonly #keptBasis = $derived.by(() => lossBasis(this.#kept()));

  /** `taken` are changes of an earlier visit that the person takes up again. */
  constructor(kept: () => ShopSettings, span: () => DataSpan | null, taken: Changes = {}) {
    this.#kept = kept;
    this.#span = span;
    this.#changes = taken;
  }

  get entries(): Entries {
    return this.#entries;
  }

  /** What would be kept. */
  get settings(): ShopSettings {
    return this.#reading.settings;
  }

  get changes(): Changes {
    return this.#changes;
  }

  get dirty(): boolean {
    return this.#dirty;
  }

  get keeping(): boolean {
    return this.#keeping;
  }

  get readable(): boolean {
    return this.#reading.problems.size === 0;
  }

  /** A text that changes whenever the loss would; null while it would stay as it is. */
  get lossChange(): string | null {
    return this.#basis === this.#keptBasis ? null : this.#basis;
  }

  isWrong(field: Problem): boolean {
    return this.#reading.problems.has(field);
  }

  change(changes: Changes): void {
    this.#changes = { ...this.#changes, ...changes };
  }

  discard(): void {
    this.#changes = {};
  }

  /** Keeps the draft by `save`; where that fails everything typed is still there. */
  async keep(save: (settings: ShopSettings) => Promise<void>): Promise<void> {
    if (this.#keeping || this.#reading.problems.size > 0) return;
    this.#keeping = true;
    const kept = this.#changes;
    try {
      await save(this.#reading.settings);
      if (this.#changes === kept) this.#changes = {};
    } finally {
      this.#keeping = false;
    }
  }
}

/** Equal for equal settings, in whatever order their fields were stored. */
const textOf = (settings: ShopSettings): string =>
  JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
