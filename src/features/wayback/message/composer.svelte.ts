import type { Channel, Letterhead, Plan, PlanStep } from '../../../domain/notebook/plan';
import { usualMinutes } from '../../../domain/winback/playbooksBuiltIn';
import { wanting } from '../../../domain/winback/messageOutline';
import { mergedMessage, messageFields, messageTemplate } from '../../../i18n/messageWords';
import { t } from '../../../i18n/t';
import { EntryDraft } from '../../../reactive/entryDraft.svelte';
import type { Session } from '../../../reactive/session.svelte';
import { messageFacts, type Writing } from './facts';
import { letterheadIn } from './letterhead';

const withSubject = ({ subject: _, ...step }: PlanStep, subject: string | undefined): PlanStep =>
  subject === undefined ? step : { ...step, subject };

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The message of a step while it is written. Until the owner changes it, it follows the template, the tone and what is known; from then on
 * it is theirs and saved with the step.
 */
export class Composer {
  readonly #given: () => Writing;
  readonly #draft: EntryDraft<Plan>;
  #tone = $state<Letterhead['tone'] | null>(null);
  #change = $state<string | null>(null);
  #subject = $state<string | null>(null);
  /** Another way that the message is looked at for; null where it is that of the step. */
  #tried = $state<Channel | null>(null);
  /** The text as it stands in the field; null until it is touched. */
  #typed = $state<string | null>(null);
  #follows = $state<boolean | null>(null);

  constructor(session: Session, given: () => Writing) {
    this.#given = given;
    this.#draft = new EntryDraft(session, () => given().plan);
  }

  readonly step = $derived.by((): PlanStep => {
    const { step } = this.#given();
    return this.#draft.now.steps.find(({ id }) => id === step.id) ?? step;
  });
  readonly letterhead = $derived.by(() => letterheadIn(this.#given().entries));
  readonly tone = $derived.by(() => this.#tone ?? this.letterhead?.tone ?? 'friendly');
  readonly #facts = $derived.by(() => {
    const facts = messageFacts({ ...this.#given(), step: this.step });
    return { ...facts, change: this.#change ?? facts.change };
  });
  readonly change = $derived.by(() => this.#facts.change);
  readonly #fields = $derived.by(() => messageFields(this.#facts));
  /** The way that the message is shown for. */
  readonly channel = $derived.by(() => this.#tried ?? this.step.channel);
  /** Whether it is only looked at for another way than the step's: nothing is written or sent meanwhile. */
  readonly isTrial = $derived.by(() => this.channel !== this.step.channel);
  readonly #template = $derived.by(() => this.#templateFor(this.channel));
  readonly form = $derived.by(() => this.#template.form);
  readonly kind = $derived.by(() => this.#template.kind);
  readonly wanting = $derived.by(() => wanting(this.kind, this.#fields));
  readonly #builtSubject = $derived.by(() => mergedMessage(this.#template.subject, this.#fields).text);
  readonly subject = $derived.by(() => {
    if (this.#subject !== null) return this.#subject;
    const { subject } = this.step;
    return subject === undefined ? this.#builtSubject : mergedMessage(subject, this.#fields).text;
  });
  readonly hasOwnSubject = $derived.by(() => this.step.subject !== undefined);
  /** The built-in text for the step's own way, and for the one it is looked at for. */
  readonly #built = $derived.by(() => this.#textFor(this.step.channel));
  readonly #shown = $derived.by(() => (this.isTrial ? this.#textFor(this.channel) : this.#built));
  /** Whether the owner wrote it; otherwise it is made from the template. */
  readonly isOwn = $derived.by(
    () => !(this.#follows ?? (this.step.message === '' || this.step.message === this.#built)),
  );
  /** The text to work on. */
  readonly written = $derived.by(() => {
    if (!this.isOwn) return this.#shown;
    return this.#typed ?? mergedMessage(this.step.message, this.#fields).text;
  });
  readonly #ready = $derived.by(() => mergedMessage(this.written, this.#fields));
  /** The text as it goes out. */
  readonly text = $derived.by(() => this.#ready.text);
  readonly unknown = $derived.by(() => this.#ready.unknown);
  readonly hasFields = $derived.by(() => plain(this.text) !== plain(this.written));
  readonly #stop = $derived.by(() =>
    this.form === 'talk'
      ? ''
      : t(this.form === 'short' ? 'message.short.stop' : 'message.stop', { channel: this.channel }),
  );
  /** Whether the text lacks the way to say "do not write to me". */
  readonly lacksStop = $derived.by(() => this.text !== '' && !plain(this.text).includes(plain(this.#stop)));

  write(text: string): void {
    this.#typed = text;
    this.#follows = false;
    this.#keep(text, true);
  }

  setSubject(text: string): void {
    this.#subject = text;
    const subject = text.trim() === '' || text === this.#builtSubject ? undefined : text;
    this.#changeStep((step) => withSubject(step, subject), true);
  }

  setChange(text: string): void {
    this.#change = text;
    if (!this.isOwn) this.#keepBuilt(true);
  }

  setTone(tone: Letterhead['tone']): void {
    this.#tone = tone;
    if (!this.isOwn) this.#keepBuilt();
  }

  /** Looks at the message for another way; the step stays as it is. */
  tryChannel(channel: Channel): void {
    this.#tried = channel === this.step.channel ? null : channel;
  }

  /** Gives the step the way that is looked at. The answer takes it back. */
  useTried(): () => void {
    const { channel } = this;
    const before = this.step;
    const isOwn = this.isOwn;
    const wasUsual = before.minutes === usualMinutes(before.channel);
    const message = isOwn || before.message === '' ? before.message : this.#shown;
    this.#tried = null;
    if (!isOwn) this.#follows = true;
    const minutes = wasUsual ? usualMinutes(channel) : before.minutes;
    this.#changeStep((step) => ({ ...step, channel, minutes, message }));
    return () => {
      const back = { channel: before.channel, minutes: before.minutes };
      const isSame = (step: PlanStep) => step.message === message;
      const undone = (step: PlanStep): PlanStep => ({
        ...step,
        ...back,
        message: isSame(step) ? before.message : step.message,
      });
      this.#changeStep(undone, false, before);
    };
  }

  /** Drops the owner's words for those of the template. */
  anew(): void {
    this.#typed = null;
    this.#subject = null;
    this.#follows = true;
    this.#changeStep((step) => withSubject({ ...step, message: '' }, undefined));
  }

  addStop(): void {
    this.write(`${this.written.trimEnd()}${this.form === 'short' ? ' ' : '\n\n'}${this.#stop}`);
  }

  /** What goes out is kept as it went out. */
  leaves(): void {
    if (this.isTrial || this.form === 'talk' || this.step.message === this.text) return;
    this.#follows ??= !this.isOwn;
    this.#keep(this.text);
  }

  settle(): Promise<boolean> {
    return this.#draft.save();
  }

  #templateFor(channel: Channel) {
    return messageTemplate(this.step, channel, this.#facts, this.tone, this.#fields);
  }

  #textFor(channel: Channel): string {
    return mergedMessage(this.#templateFor(channel).body, this.#fields).text;
  }

  #keepBuilt(typing = false): void {
    this.#follows = true;
    this.#keep(this.#built, typing);
  }

  #keep(message: string, typing = false): void {
    if (message !== this.step.message) this.#changeStep((step) => ({ ...step, message }), typing);
  }

  #changeStep(
    change: (step: PlanStep) => PlanStep,
    typing = false,
    { id }: Pick<PlanStep, 'id'> = this.#given().step,
  ): void {
    this.#draft.change(
      (plan) => ({ ...plan, steps: plan.steps.map((step) => (step.id === id ? change(step) : step)) }),
      { typing },
    );
  }
}
