import { attachedClaim, tapped } from '../../../domain/brainstorm/attach';
import type { Brainstorm } from '../../../domain/notebook/brainstorm';
import type { Statement } from '../../../domain/notebook/interview';
import { changedEntry, newEntry, saveNotes } from '../../../reactive/notes';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';

/**
 * Attaches reasons to clients, one tap after the other: fingers are quicker than the list of entries, so what was saved last
 * counts until the list has caught up.
 */
export class Attaching {
  readonly #session: Session;
  readonly #storm: Brainstorm;
  readonly #written = new Map<number, Statement | undefined>();
  #last: Promise<void> = Promise.resolve();

  constructor(session: Session, storm: Brainstorm) {
    this.#session = session;
    this.#storm = storm;
  }

  /** Attaches a reason to a client, or takes it off again. `listed` is what the list of entries has for the client. */
  tap(client: number, reason: string, listed: Statement | undefined): Promise<void> {
    const turn = this.#last.then(() => this.#save(client, reason, listed));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #save(client: number, reason: string, listed: Statement | undefined): Promise<void> {
    const present = this.#written.has(client) ? this.#written.get(client) : listed;
    const reasons = tapped(present?.reasons.map((one) => one.reason) ?? [], reason);
    const claim = attachedClaim(this.#storm, client, reasons, today());
    const next = present ? changedEntry(present, claim) : newEntry('statement', claim);
    const isGone = present !== undefined && reasons.length === 0;
    try {
      await saveNotes(this.#session, isGone ? { remove: [present] } : { put: [next] });
      this.#written.set(client, isGone ? undefined : next);
    } catch (error) {
      this.#written.delete(client);
      this.#session.noted();
      throw error;
    }
  }
}
