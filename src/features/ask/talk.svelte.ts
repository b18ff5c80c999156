import type { Answer, GivenAnswer } from '../../domain/notebook/answer';
import type { Interview } from '../../domain/notebook/interview';
import { entriesOf, type Entry } from '../../domain/notebook/notebook';
import type { Reason } from '../../domain/notebook/reason';
import { weeksSince } from '../../domain/reasons/askOrder';
import { catalogue } from '../../domain/reasons/catalogue';
import type { Answers } from '../../domain/reasons/conditions';
import { conversation as questions } from '../../domain/reasons/conversation';
import {
  nextStep,
  path,
  previousStep,
  progress,
  readable,
  resumeAt,
  type Progress,
} from '../../domain/reasons/engine';
import type { Question } from '../../domain/reasons/question';
import { href } from '../../reactive/address';
import { asked, type Asked } from '../../reactive/asked.svelte';
import { notes } from '../../reactive/notes';
import { goTo, place, setQuery } from '../../reactive/place';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';
import type { CaseFile, EmployeeRow } from '../../workers/reasonsJobs';
import { Conversation, type Says } from './interview.svelte';
import { leftAlone, NOT_ASKING } from './leftAlone';

/** The last step: check your answers. */
export const CHECK = 'check';

const FIRST = questions.questions[0]!.id;
const questionOf = (id: string | undefined): Question | undefined =>
  questions.questions.find((question) => question.id === id);

/** A conversation as it is walked through: which question is on the screen, what is known for it, and the ways on and back. */
export class Talk {
  readonly client: number;
  readonly conversation: Conversation;
  readonly #shopId: string;
  readonly #file: Asked<CaseFile | null>;
  readonly #found: Asked<readonly Entry[]>;
  readonly #reasons: Asked<readonly Entry[]>;
  readonly #people: Asked<readonly EmployeeRow[]>;
  /** Where a conversation goes on whose address names no question; looked up once, so that an answer never moves the screen. */
  #entrance = $state(FIRST);
  /** The answer on the screen cannot be read yet: going on would lose it. */
  #held = $state(false);
  #says = $state.raw<Readonly<Record<string, Says>>>({});
  /** The questions there were when an answer was taken up again: those that it opens anew are put. */
  #before: readonly string[] | undefined;

  readonly reasons: readonly Reason[] = $derived.by(() =>
    catalogue(entriesOf(this.#reasons.value ?? [], 'reason')),
  );
  /** As the present questions can read them. */
  readonly answers: Answers = $derived.by(() => {
    const answers = readable(questions, this.conversation.answers);
    return this.file?.doNotContact ? leftAlone(answers, today()) : answers;
  });
  readonly path: readonly Question[] = $derived.by(() => path(questions, this.answers, this.reasons));
  readonly step: string = $derived.by(() => this.#stepFor(place.query.step));
  readonly question: Question | undefined = $derived.by(() => questionOf(this.step));
  readonly progress: Progress = $derived.by(() =>
    progress(questions, this.answers, this.reasons, this.step === CHECK ? null : this.step),
  );

  /** Made while a screen is made: what it asks follows the screen's life. */
  constructor(session: Session, shopId: string, client: number) {
    this.client = client;
    this.#shopId = shopId;
    const { id, version } = questions;
    this.conversation = new Conversation(session, { shopId, client, questions: id, version }, today);
    this.#found = asked(
      () => ({ shopId, client, notes: session.notes }),
      async ({ shopId, client }, signal) =>
        (await session.ask('entries', { shopId, kinds: ['interview'], client }, { signal })).entries,
    );
    this.#file = asked(
      () => ({ input: { shopId, client, today: today() }, revision: session.revision }),
      ({ input }, signal) => session.ask('caseFile', input, { signal }),
    );
    this.#reasons = notes(session, ['reason']);
    this.#people = asked(
      () => (this.#file.value ? { input: { shopId, today: today() }, revision: session.revision } : null),
      ({ input }, signal) => session.ask('employees', input, { signal }),
    );
  }

  /** What is known of the client; undefined until it is there, null where there is no such client. */
  get file(): CaseFile | null | undefined {
    return this.#file.value;
  }

  get fileQuery(): Asked<CaseFile | null> {
    return this.#file;
  }

  /** Why the answers given before could not be read; asking again mends it. */
  get unread(): Asked<unknown> | undefined {
    return [this.#found, this.#reasons].find(({ error }) => error !== undefined);
  }

  get people(): readonly EmployeeRow[] | undefined {
    return this.#people.value;
  }

  /** Somebody was added to the people. */
  askPeople(): void {
    this.#people.again();
  }

  /** Whole weeks from the loss to today; NaN until it is known. */
  get weeks(): number {
    const { file } = this;
    return file ? weeksSince(file.lostDate, today()) : NaN;
  }

  /** Whether everything is there that the present question needs; the story stands at once. */
  get ready(): boolean {
    return this.step === FIRST || (this.conversation.loaded && this.#reasons.value !== undefined);
  }

  /** Reasons and choices are shuffled by it: always alike for one client, so that a list never changes under the thumb. */
  get seed(): string {
    return `${this.#shopId} ${this.client}`;
  }

  get editing(): boolean {
    return place.query.edit !== undefined;
  }

  /** Whether the way on is open: a choice goes on by itself, and once it was made it can be passed by. */
  get mayGoOn(): boolean {
    return !this.#held && (this.question?.answer !== 'choice' || this.given(this.step) !== undefined);
  }

  hold(held: boolean): void {
    this.#held = held;
  }

  given(question: string): GivenAnswer | undefined {
    return Object.hasOwn(this.answers, question) ? this.answers[question] : undefined;
  }

  answerTo(question: string): Answer | undefined {
    return this.given(question)?.answer;
  }

  /** Takes in what storage holds of this conversation, once it is known to which loss it belongs. */
  receive(): void {
    const { value } = this.#found;
    if (value === undefined) return;
    const newest = newestOf(entriesOf(value, 'interview'));
    if (newest === null) this.conversation.adopt(null);
    else if (this.file !== undefined) {
      const isOfEarlierLoss = this.file !== null && newest.startedOn <= this.file.lastVisit;
      this.conversation.adopt(isOfEarlierLoss ? null : newest);
    }
  }

  /** Writes the question into an address that names none that can be shown, so that a reload and an answer stay at it. */
  settleAddress(): void {
    const isHere = `#${place.path}` === href('ask', { id: String(this.client) });
    if (!isHere || !this.conversation.loaded || this.#reasons.value === undefined) return;
    if (questionOf(place.query.step) === undefined && place.query.step !== CHECK) {
      const isDone = this.conversation.isDone;
      this.#entrance = isDone ? CHECK : (resumeAt(questions, this.answers, this.reasons) ?? CHECK);
    }
    // Looked up anew: the address may have moved on already, though the browser has not said so yet.
    const step = this.#stepFor(place.query.step);
    if (place.query.step !== step) setQuery({ step });
  }

  /** The options of a choice that may be chosen: who must not be contacted is not asked. */
  optionsOf({ id, options = [] }: Question): readonly string[] {
    return id === 'channel' && this.file?.doNotContact ? [NOT_ASKING] : options;
  }

  /** Whose answer to a question it would be: as was said, or as the question has it. */
  saysOf({ id, source }: Question): Says {
    const asker = this.answerTo('asker');
    const author = source === 'client' && asker?.kind === 'text' ? asker.text : null;
    return this.#says[id] ?? this.given(id) ?? { source, author };
  }

  /** Somebody else says so than was thought. */
  say(question: Question, says: Says): void {
    this.#says = { ...this.#says, [question.id]: says };
    const given = this.given(question.id);
    if (given) this.conversation.answer(question.id, given.answer, says);
  }

  /** Answers the question on the screen. */
  give(answer: Answer | null, { typing = false }: { typing?: boolean } = {}): void {
    const { question } = this;
    if (!question) return;
    const { source, author } = this.saysOf(question);
    this.conversation.answer(question.id, answer, { source, author }, { typing });
  }

  choose(value: string): void {
    this.give({ kind: 'choice', value });
    this.forward();
  }

  skip(): void {
    this.give({ kind: 'skip' });
    this.forward();
  }

  forward(): void {
    if (this.question?.answer === 'seen' && !this.given(this.step)) this.give({ kind: 'seen' });
    this.conversation.settle();
    const from = this.step;
    const opened = this.editing
      ? this.path.find(({ id }) => this.#before && !this.#before.includes(id) && !this.given(id))?.id
      : nextStep(questions, this.answers, this.reasons, from);
    this.#go(opened ?? CHECK, { edit: this.editing && opened !== undefined });
  }

  /** To the question before; out of the first one to the client. */
  back(): void {
    this.conversation.settle();
    this.#held = false;
    const at = this.step === CHECK ? null : this.step;
    const before = this.editing ? CHECK : previousStep(questions, this.answers, this.reasons, at);
    if (before === null) goTo(href('client', { id: String(this.client) }));
    else if (behind() === before) history.back();
    else setQuery({ step: before, edit: undefined });
  }

  /** Takes up an answer again; after it comes the check. */
  edit(question: string): void {
    this.#before = this.path.map(({ id }) => id);
    this.#go(question, { edit: true });
  }

  /** Looks again at a question before, and comes back through those after it. */
  revisit(question: string): void {
    this.conversation.settle();
    this.#go(question, { edit: false });
  }

  #go(step: string, { edit }: { edit: boolean }): void {
    const from = this.step;
    this.#held = false;
    setQuery({ step, edit: edit ? '1' : undefined }, { step: true });
    history.replaceState({ ...(history.state as object | null), behindStep: from }, '');
  }

  #stepFor(wanted: string | undefined): string {
    if (wanted === CHECK) return CHECK;
    if (questionOf(wanted) === undefined) return this.#entrance;
    if (!this.conversation.loaded || this.path.some(({ id }) => id === wanted)) return wanted!;
    return nextStep(questions, this.answers, this.reasons, wanted!) ?? CHECK;
  }
}

const newestOf = (interviews: readonly Interview[]): Interview | null =>
  interviews.reduce<Interview | null>(
    (newest, one) => (newest && newest.madeAt >= one.madeAt ? newest : one),
    null,
  );

/** The step that the browser's own Back would return to. */
function behind(): unknown {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'behindStep' in state ? state.behindStep : undefined;
}
