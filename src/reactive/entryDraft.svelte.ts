import type { Entry } from '../domain/notebook/notebook';
import { failureOf, type Failure } from '../storage/failure';
import { changedEntry, saveNotes } from './notes';
import type { Session } from './session.svelte';
import { report } from './trouble.svelte';

type Step<Some> = (entry: Some) => Some;

/** A short pause in typing: nobody waits for it, and no save is spent on single letters. */
const PAUSE = 400;

/**
 * An entry that people are working on. Every change goes through one gate: it is seen at once and saved, one save after the
 * other. What could not be saved stays on the screen and is tried again. Changes are kept as steps, so that where another
 * window saved the entry in between they are taken anew from what stands there, and neither window's work is lost.
 */
export class EntryDraft<Some extends Entry> {
  readonly #session: Session;
  readonly #shopId: string | undefined;
  readonly #stored: () => Some;
  #written = $state.raw<Some | null>(null);
  #steps = $state.raw<readonly Step<Some>[]>([]);
  #failure = $state.raw<Failure | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | null = null;

  /** `stored` is the entry as the list of entries has it, followed as it changes; one that was never saved has `rev` 0. */
  constructor(session: Session, stored: () => Some) {
    this.#session = session;
    this.#shopId = session.shop?.id;
    this.#stored = stored;
  }

  /** Not `$derived`: that stands still once its screen is gone, while what was said last is still being saved. */
  get #base(): Some {
    const stored = this.#stored();
    const written = this.#written;
    return written && written.rev >= stored.rev ? written : stored;
  }

  /** The entry with all changes, saved or not. */
  get now(): Some {
    return this.#steps.reduce((entry, step) => step(entry), this.#base);
  }

  /** Why the last save failed; null once everything is saved. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Whether it was ever saved. */
  get isSaved(): boolean {
    return this.#base.rev > 0;
  }

  /** Changes the entry and saves it; `typing` waits for a pause first. */
  change(step: Step<Some>, { typing = false }: { typing?: boolean } = {}): void {
    this.#steps = [...this.#steps, step];
    clearTimeout(this.#timer);
    if (typing) this.#timer = setTimeout(() => void this.save(), PAUSE);
    else void this.save();
  }

  /** Saves whatever is not saved yet; false where that failed, which the shell tells. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = null));
    return this.#saving;
  }

  async #saveAll(): Promise<boolean> {
    while (this.#steps.length > 0 && this.#session.shop?.id === this.#shopId) {
      try {
        await this.#saveOnce();
      } catch (error) {
        this.#failure = failureOf(error);
        report(this.#failure.code, () => void this.save());
        return false;
      }
    }
    return true;
  }

  async #saveOnce(): Promise<void> {
    try {
      await this.#write();
    } catch (error) {
      if (failureOf(error).code !== 'busy-elsewhere' || !(await this.#readAnew())) throw error;
      await this.#write();
    }
    this.#failure = null;
  }

  async #write(): Promise<void> {
    const steps = this.#steps.length;
    const saved = { ...changedEntry(this.#base, this.now), rev: this.#base.rev + 1 };
    await saveNotes(this.#session, { put: [saved] });
    this.#written = saved;
    this.#steps = this.#steps.slice(steps);
  }

  /** Whether another window saved something newer, which is the ground for our steps from now on. */
  async #readAnew(): Promise<boolean> {
    const { kind, id, rev } = this.#base;
    const shopId = this.#shopId ?? '';
    const { entries } = await this.#session.ask('entries', { shopId, kinds: [kind] });
    const found = entries.find((entry) => entry.id === id);
    if (!found || found.rev <= rev) return false;
    this.#written = found as Some;
    return true;
  }
}

/** Acts when the page is left: hidden, closed, or followed by another. The answer is for `onMount`. */
export function whenLeaving(act: () => void): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') act();
  };
  document.addEventListener('visibilitychange', hidden);
  window.addEventListener('pagehide', act);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    window.removeEventListener('pagehide', act);
    act();
  };
}
