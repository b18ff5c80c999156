import type { Field } from '../../domain/intake/fields';
import type { DateOrder, DecimalMark, Mapping } from '../../domain/intake/layout';
import type { Refusal } from '../../domain/intake/refusal';
import type { Question, Survey } from '../../domain/intake/survey';
import { minorDigits } from '../../domain/shop/minorDigits';
import { t } from '../../i18n/t';
import { holdBusy } from '../../reactive/busy';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';
import { report } from '../../reactive/trouble.svelte';
import { failureOf } from '../../storage/failure';
import type { DraftReport, GivenFile, Output, SurveyHints } from '../../workers/protocol';
import { likelyCurrency } from './currencies';
import { fits, moneyFrom, settled, withColumn, withMoneyFrom, type MoneyFrom } from './mappingEdits';
import { openQuestions } from './openQuestions';
import { Running, type Work } from './running.svelte';
import { ownShop, type Target } from './target';

export type Step = 'pick' | 'columns' | 'check' | 'saved';

interface NewShop {
  readonly name: string;
  readonly currency: string;
}

/** From this share of the work on the worker writes, and what it writes is saved. */
const WRITING = 0.9;

/**
 * One import from the picked file to the saved sales. Everything that changes it goes through here; the screens only show it.
 * The busy lock is held from the first look to the end, so that no update reloads the page in between.
 */
export class ImportDraft {
  readonly #session: Session;
  readonly #go: (step: Step) => void;
  readonly #running = new Running();
  #file = $state.raw<GivenFile | null>(null);
  #survey = $state.raw<Survey | null>(null);
  #hints: SurveyHints = {};
  #mapping = $state.raw<Mapping | null>(null);
  #moneyFrom = $state.raw<MoneyFrom>('amount');
  #answered = $state.raw<ReadonlySet<Question['kind']>>(new Set());
  #remembered = $state(false);
  #wantsNewShop = $state(false);
  #newShop = $state.raw<NewShop>({ name: '', currency: 'EUR' });
  #refusal = $state.raw<Refusal | null>(null);
  #layoutRefusal = $state.raw<Refusal | null>(null);
  #report = $state.raw<DraftReport | null>(null);
  #saved = $state.raw<Output<'commit'> | null>(null);
  #release: (() => void) | undefined;
  #left = false;

  constructor(session: Session, go: (step: Step) => void) {
    this.#session = session;
    this.#go = go;
  }

  get file(): GivenFile | null {
    return this.#file;
  }
  get survey(): Survey | null {
    return this.#survey;
  }
  /** The columns as they will be read. */
  get mapping(): Mapping | null {
    return this.#mapping && this.#isCounted ? { ...this.#mapping, countVisits: true } : this.#mapping;
  }
  get moneyFrom(): MoneyFrom {
    return this.#isCounted ? 'visits' : this.#moneyFrom;
  }
  /** The columns are those of the last file of this shape. */
  get remembered(): boolean {
    return this.#remembered;
  }
  get work(): Work | null {
    return this.#running.work;
  }
  /** Whether stopping would come too late. */
  get isWriting(): boolean {
    return this.work?.kind === 'save' && (this.work.share ?? 0) >= WRITING;
  }
  /** Why the file as a whole cannot be taken. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }
  /** Why the file could not be cut into columns in the way asked for last. */
  get layoutRefusal(): Refusal | null {
    return this.#layoutRefusal;
  }
  get report(): DraftReport | null {
    return this.#report;
  }
  get saved(): Output<'commit'> | null {
    return this.#saved;
  }

  /** Visits never go into a shop that counts money. */
  get target(): Target {
    const own = ownShop(this.#session);
    const mixes = this.#moneyFrom === 'visits' && own?.currency !== 'VISITS';
    return own && !this.#wantsNewShop && !mixes ? own : { kind: 'new', shopId: null, ...this.#newShop };
  }

  /** The unit in which the sales will be counted. */
  get currency(): string {
    return this.#isCounted ? 'VISITS' : this.target.currency;
  }

  /** What only the owner can know and has not said yet. */
  get questions(): readonly Question[] {
    const asked = this.#report?.questions ?? this.#survey?.questions ?? [];
    return this.mapping ? openQuestions(asked, this.mapping, this.#answered) : [];
  }

  /** The step that can be shown when the address asks for one. */
  stepFor(wanted: string | undefined): Step {
    if (this.#saved) return wanted === 'saved' ? 'saved' : 'pick';
    return this.#survey && (wanted === 'columns' || wanted === 'check') ? wanted : 'pick';
  }

  /** Takes a file in hand and goes on to its columns, or straight to the check where a file of this shape was read before. */
  async open(file: GivenFile): Promise<void> {
    this.close();
    this.#release = holdBusy();
    this.#file = file;
    const answer = await this.#look({}, () => void this.open(file));
    if (this.#file !== file) return;
    if (!answer?.ok) {
      this.close();
      this.#refusal = answer?.error ?? null;
      return;
    }
    const { survey, remembered } = answer.value;
    this.#takeSurvey(survey, {});
    if (remembered && fits(remembered, survey.layout.width)) {
      this.#takeMapping(remembered);
      this.#answered = new Set(['date-order', 'decimal']);
      this.#remembered = true;
    }
    this.#go(this.#remembered ? 'check' : 'columns');
  }

  /** Looks at the file again after the owner corrected how it is cut into columns. */
  async lookAgain(hints: SurveyHints): Promise<void> {
    const all = { ...this.#hints, ...hints };
    const answer = await this.#look(all, () => void this.lookAgain(hints));
    if (answer?.ok) this.#takeSurvey(answer.value.survey, all);
    this.#layoutRefusal = answer && !answer.ok ? answer.error : null;
  }

  setColumn(field: Field, column: number | undefined): void {
    if (!this.#mapping) return;
    this.#mapping = withColumn(this.#mapping, field, column);
    this.#changed();
  }

  setMoneyFrom(from: MoneyFrom): void {
    if (!this.#mapping || !this.#survey) return;
    this.#moneyFrom = from;
    this.#mapping = withMoneyFrom(this.#mapping, from, this.#survey.mapping);
    this.#changed();
  }

  /** The owner's answer to a question; what was read under another reading is read again. */
  answer(question: Question, reading: DateOrder | DecimalMark): void {
    if (!this.#mapping) return;
    this.#answered = new Set([...this.#answered, question.kind]);
    this.#mapping =
      question.kind === 'date-order'
        ? { ...this.#mapping, dateOrder: reading as DateOrder }
        : { ...this.#mapping, decimal: reading as DecimalMark };
    this.#readAgain();
  }

  /** Into a shop of its own, or into the one that is open. */
  intoNewShop(wanted: boolean): void {
    this.#wantsNewShop = wanted;
    this.#readAgain();
  }

  describeShop(described: Partial<NewShop>): void {
    const before = minorDigits(this.currency);
    this.#newShop = { ...this.#newShop, ...described };
    if (minorDigits(this.currency) !== before) this.#readAgain();
  }

  /** Reads the whole file without saving anything, unless that has been done. */
  async read(): Promise<void> {
    const { survey, mapping } = this;
    if (!survey || !mapping || this.#report || this.#refusal) return;
    const input = {
      shopId: this.target.shopId,
      layout: survey.layout,
      mapping,
      today: today(),
      minorDigits: minorDigits(this.currency),
    };
    const ask = this.#session.ask;
    const answer = await this.#running.ask('read', (options) => ask('dryRun', input, options), () => void this.read());
    if (!answer) return;
    if (answer.ok) this.#report = answer.value;
    else this.#refusal = answer.error;
  }

  stop(): void {
    this.#running.stop();
  }

  /** Saves what was read. When that fails the draft is kept, so that it can be tried again. */
  async save(): Promise<void> {
    if (!this.#survey || !this.#report) return;
    const { target, currency } = this;
    const input = {
      shopId: target.shopId,
      settings: target.kind === 'own' ? {} : { name: target.name.trim(), currency },
      fingerprint: this.#survey.fingerprint,
      today: today(),
    };
    const ask = this.#session.ask;
    const saved = await this.#running.ask(
      'save',
      (options) => ask('commit', input, { ...options, toTheEnd: true }),
      () => void this.save(),
    );
    if (!saved) return;
    await this.#session.reload(saved.shopId).catch((error: unknown) => report(failureOf(error).code));
    this.close();
    if (this.#left) return;
    this.#saved = saved;
    this.#go('saved');
  }

  /** Takes the import just saved out of the shop again; the answer is whether it is gone. */
  async undo(): Promise<boolean> {
    if (!this.#saved) return false;
    try {
      await this.#session.undo(this.#saved.record);
    } catch (error) {
      report(failureOf(error).code);
      return false;
    }
    this.close();
    return true;
  }

  /** Puts the file down; nothing of it is kept. */
  close(): void {
    this.stop();
    if (this.#survey) this.#session.ask('discard', null).catch(() => null);
    this.#release?.();
    this.#release = undefined;
    this.#file = null;
    this.#survey = null;
    this.#mapping = null;
    this.#report = null;
    this.#refusal = null;
    this.#layoutRefusal = null;
    this.#remembered = false;
    this.#wantsNewShop = false;
    this.#saved = null;
  }

  /** The person goes to another page. */
  leave(): void {
    this.#left = true;
    this.close();
  }

  get #isCounted(): boolean {
    return this.#moneyFrom === 'visits' || this.target.currency === 'VISITS';
  }

  #look(hints: SurveyHints, again: () => void): Promise<Output<'survey'> | undefined> {
    const given = this.#file;
    if (!given) return Promise.resolve(undefined);
    const input = { shopId: ownShop(this.#session)?.shopId ?? null, given, today: today(), hints };
    const ask = this.#session.ask;
    return this.#running.ask('survey', (options) => ask('survey', input, { signal: options.signal }), again);
  }

  #takeSurvey(survey: Survey, hints: SurveyHints): void {
    this.#hints = hints;
    this.#survey = survey;
    this.#takeMapping(survey.mapping);
    this.#answered = new Set();
    const money = survey.mapping.columns.amount ?? survey.mapping.columns.price;
    const samples = money === undefined ? [] : (survey.columns[money]?.samples ?? []);
    const currency = likelyCurrency(samples, navigator.languages);
    this.#newShop = { name: this.#newShop.name || t('import.shop.defaultName'), currency };
  }

  #takeMapping(mapping: Mapping): void {
    this.#moneyFrom = moneyFrom(mapping);
    this.#mapping = settled(mapping);
    this.#changed();
  }

  #changed(): void {
    this.#remembered = false;
    this.#report = null;
    this.#refusal = null;
  }

  #readAgain(): void {
    const wasRead = this.#report !== null || this.#refusal !== null || this.work?.kind === 'read';
    this.#changed();
    if (wasRead) void this.read();
  }
}
