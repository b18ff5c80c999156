import type { Answer, GivenAnswer, Source } from '../../domain/notebook/answer';
import type { Day } from '../../domain/kernel/day';
import type { Interview } from '../../domain/notebook/interview';
import { entriesOf } from '../../domain/notebook/notebook';
import { changedEntry, newEntry, saveNotes } from '../../reactive/notes';
import type { Session } from '../../reactive/session.svelte';
import { Failure, failureOf, type FailureCode } from '../../storage/failure';

/** Whose answer it is, and who was named for it. */
export interface Says {
  readonly source: Source;
  readonly author: string | null;
}

/** Which conversation: one client of one shop, with the question set it would be begun with. */
export interface Subject {
  readonly shopId: string;
  readonly client: number;
  readonly questions: string;
  readonly version: number;
}

type Answers = Interview['answers'];

const TYPING_PAUSE = 400;
const DONE = '';

/**
 * The conversation about one client: what was answered, and the one way to answer. Every answer is kept at once, texts a
 * moment after the typing stops; saves follow one another. What could not be saved stays here and is tried again.
 */
export class Conversation {
  readonly #session: Session;
  readonly #subject: Subject;
  readonly #today: () => Day;
  /** As storage has it. */
  #stored: Interview | null = null;
  /** As the person sees it. */
  #shown = $state.raw<Interview | null>(null);
  #loaded = $state(false);
  #failure = $state.raw<FailureCode>();
  #unsaved = $state(false);
  /** Questions answered since the last save, and `DONE`. */
  #touched: readonly string[] = [];
  #saving = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, subject: Subject, today: () => Day) {
    this.#session = session;
    this.#subject = subject;
    this.#today = today;
  }

  /** Null before the first answer. */
  get interview(): Interview | null {
    return this.#shown;
  }

  get answers(): Answers {
    return this.#shown?.answers ?? {};
  }

  /** Whether the answers were checked and confirmed. */
  get isDone(): boolean {
    return this.#shown !== null && this.#shown.doneOn !== null;
  }

  /** Whether storage was looked through; answers given before that are laid over what is found there. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Why the last save did not work; undefined once one did. */
  get failure(): FailureCode | undefined {
    return this.#failure;
  }

  get unsaved(): boolean {
    return this.#unsaved;
  }

  /** Takes in the interview as it was read from storage, or that there is none. */
  adopt(found: Interview | null): void {
    this.#loaded = true;
    if (!found || this.#saving || (this.#stored && this.#stored.id !== found.id)) return;
    if (found.rev > (this.#stored?.rev ?? 0)) this.#rest(found);
  }

  /** The one gate: answers a question, or takes its answer back with null, and saves. */
  answer(
    question: string,
    answer: Answer | null,
    { source, author }: Says,
    { typing = false }: { typing?: boolean } = {},
  ): void {
    const given: GivenAnswer | null = answer && { answer, day: this.#today(), source, author };
    if (JSON.stringify(this.answers[question] ?? null) === JSON.stringify(given)) return;
    this.#change({ ...this.#begun(), answers: withAnswer(this.answers, question, given) }, question);
    if (typing) this.#saveSoon();
    else this.settle();
  }

  /** "Check your answers" was confirmed. */
  finish(): void {
    this.#change({ ...this.#begun(), doneOn: this.#today() }, DONE);
    this.settle();
  }

  /** Saves at once whatever waits: called on leaving a field, a question or the page, and to try again. */
  settle(): void {
    clearTimeout(this.#timer);
    if (this.#touched.length > 0) void this.#save();
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), TYPING_PAUSE);
  }

  #change(interview: Interview, touched: string): void {
    this.#touched = [...this.#touched, touched];
    this.#unsaved = true;
    this.#shown = interview;
  }

  #begun(): Interview {
    const { client, questions, version } = this.#subject;
    const says = { client, questions, version, startedOn: this.#today(), answers: {}, doneOn: null };
    return this.#shown ?? { ...newEntry('interview', says), rev: 0 };
  }

  async #save(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    try {
      while (this.#touched.length > 0) await this.#saveOnce();
      this.#failure = undefined;
      this.#unsaved = false;
    } catch (error) {
      this.#failure = failureOf(error).code;
    } finally {
      this.#saving = false;
    }
  }

  async #saveOnce(mayReadAgain = true): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const sent = this.#touched;
    const rev = this.#stored?.rev ?? 0;
    const put = changedEntry({ ...shown, rev }, {});
    this.#touched = [];
    try {
      if (this.#session.shop?.id !== this.#subject.shopId) throw new Failure('shop-missing');
      await saveNotes(this.#session, { put: [put] });
      this.#stored = put;
    } catch (error) {
      this.#touched = [...sent, ...this.#touched];
      if (failureOf(error).code !== 'busy-elsewhere' || !mayReadAgain) throw error;
      this.#rest(await this.#reread());
      await this.#saveOnce(false);
    }
  }

  /** The interview as another window left it. */
  async #reread(): Promise<Interview | null> {
    const { shopId, client } = this.#subject;
    const { entries } = await this.#session.ask('entries', { shopId, kinds: ['interview'], client });
    return entriesOf(entries, 'interview').find(({ id }) => id === this.#shown?.id) ?? null;
  }

  /** Rests on what is stored, with the answers that are not saved yet laid over it. */
  #rest(stored: Interview | null): void {
    this.#stored = stored;
    const shown = this.#shown;
    if (!stored) return;
    let { answers } = stored;
    for (const question of this.#touched) {
      if (question !== DONE) answers = withAnswer(answers, question, shown?.answers[question] ?? null);
    }
    const doneOn = this.#touched.includes(DONE) ? (shown?.doneOn ?? null) : stored.doneOn;
    this.#shown = { ...stored, answers, doneOn };
  }
}

function withAnswer(answers: Answers, question: string, given: GivenAnswer | null): Answers {
  const { [question]: _before, ...others } = answers;
  return given ? { ...others, [question]: given } : others;
}
