import type { Refusal, RefusalCode } from '../../domain/intake/refusal';
import type { Question, QuestionReading } from '../../domain/intake/survey';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';
import type { DraftReport, Input } from '../../workers/protocol';
import type { ColumnChoice } from './columnChoice.svelte';
import { isSameReading } from './mappingEdits';
import type { Running } from './running.svelte';

export type ReadWith = Omit<Input<'dryRun'>, 'today'>;

interface Around {
  readonly readWith: () => ReadWith | null;
  /** The columns that the first look proposed, in place of those of the last file of this shape. */
  readonly proposeAnew: () => void;
  /** Shows the columns to the owner. */
  readonly askAnew: () => void;
}

/** Refusals that other columns may mend. */
const MISFITS: readonly RefusalCode[] = [
  'no-date',
  'no-client',
  'no-amount',
  'amount-is-text',
  'no-rows',
  'all-future',
];

/** What the whole file turned out to be under the columns as they are chosen, and the questions that only the owner can settle. */
export class Reading {
  readonly #session: Session;
  readonly #running: Running;
  readonly #columns: ColumnChoice;
  readonly #around: Around;
  #report = $state.raw<DraftReport | null>(null);
  #refusal = $state.raw<Refusal | null>(null);
  #asked = $state.raw<readonly Question[]>([]);
  #misfit = $state.raw<Refusal | null>(null);

  constructor(session: Session, running: Running, columns: ColumnChoice, around: Around) {
    this.#session = session;
    this.#running = running;
    this.#columns = columns;
    this.#around = around;
  }

  get report(): DraftReport | null {
    return this.#report;
  }
  /** Why the file as a whole cannot be taken. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }
  /** Why the columns of the last file of this shape do not read this one. */
  get misfit(): Refusal | null {
    return this.#misfit;
  }
  /** What only the owner can know, answered or not. */
  get questions(): readonly Question[] {
    return this.#columns.questions(this.#asked);
  }
  get unanswered(): readonly Question[] {
    return this.questions.filter((question) => this.#columns.answerTo(question) === undefined);
  }

  refuse(refusal: Refusal | null): void {
    this.#refusal = refusal;
  }

  /** What the first look could not tell. */
  ask(questions: readonly Question[]): void {
    this.#asked = questions;
    this.#misfit = null;
  }

  /** The columns changed, or there is no file any more. */
  forget(): void {
    this.#report = null;
    this.#refusal = null;
  }

  /** Reads the whole file without saving anything, unless that has been done. */
  async read(): Promise<void> {
    const input = this.#around.readWith();
    if (!input || this.#report || this.#refusal) return;
    const { ask } = this.#session;
    const answer = await this.#running.ask(
      'read',
      (options) => ask('dryRun', { ...input, today: today() }, options),
      () => void this.read(),
    );
    if (!answer) return;
    if (!answer.ok) {
      if (this.#columns.remembered && MISFITS.includes(answer.error.code)) this.#askAnew(answer.error);
      else this.#refusal = answer.error;
      return;
    }
    this.#misfit = null;
    this.#report = answer.value;
    this.#asked = answer.value.questions;
  }

  /** Where the file as it is would be read in no other way, its columns are not to blame. */
  #askAnew(why: Refusal): void {
    const before = this.#columns.mapping;
    this.#around.proposeAnew();
    const after = this.#columns.mapping;
    if (before && after && isSameReading(before, after)) {
      this.#refusal = why;
      return;
    }
    this.#misfit = why;
    this.#around.askAnew();
  }

  /** The owner's answer to a question; what was read under another reading is read again. */
  answer(question: Question, reading: QuestionReading): void {
    this.againAfter(() => this.#columns.answer(question, reading));
  }

  /** Reads the file again if a change left what was read behind. */
  againAfter(change: () => void): void {
    const wasRead = this.#report !== null || this.#refusal !== null || this.#running.work?.kind === 'read';
    change();
    if (wasRead && this.#report === null) {
      this.#refusal = null;
      void this.read();
    }
  }
}
