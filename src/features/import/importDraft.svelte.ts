import type { Fix } from '../../domain/intake/fixes/fixes';
import type { Mapping } from '../../domain/intake/layout';
import type { Refusal } from '../../domain/intake/refusal';
import type { Question, QuestionReading, Survey } from '../../domain/intake/survey';
import { minorDigits } from '../../domain/shop/minorDigits';
import { t } from '../../i18n/t';
import { holdBusy } from '../../reactive/busy';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';
import { report } from '../../reactive/trouble.svelte';
import { failureOf } from '../../storage/failure';
import type { DraftReport, GivenFile, Output, SurveyHints } from '../../workers/protocol';
import { ColumnChoice } from './columnChoice.svelte';
import { Later } from './later.svelte';
import { likelyCurrency } from './likelyCurrency';
import type { MoneyFrom } from './mappingEdits';
import { Reading, type ReadWith } from './reading.svelte';
import { Running, type Work } from './running.svelte';
import { ShopChoice, type Target } from './shopChoice.svelte';
import { TableChoice } from './tableChoice.svelte';

export type Step = 'pick' | 'columns' | 'check' | 'saved';

type Looked = Extract<Output<'survey'>, { readonly ok: true }>['value'];

/** A file of a known maker in which everything is told: there is nothing to ask. */
const needsNothing = ({ preset, questions, missing }: Survey) =>
  preset !== undefined && questions.length === 0 && missing.length === 0;

/** From this share of the work on the worker writes, and what it writes is saved. */
const WRITING = 0.9;

/**
 * One import from the picked file to the saved sales. Everything that changes it goes through here; the screens only show it.
 * The busy lock is held from the first look to the end, so that no update reloads the page in between.
 */
export class ImportDraft {
  readonly columns = new ColumnChoice(() => this.#reading.forget());
  readonly tables = new TableChoice();
  readonly later = new Later();
  /** Rows that tell of sales which were written down by hand count too. */
  byHandToo = $state(false);
  readonly #session: Session;
  readonly #go: (step: Step) => void;
  readonly #running = new Running();
  readonly #shop: ShopChoice;
  readonly #reading: Reading;
  #file = $state.raw<GivenFile | null>(null);
  #layoutRefusal = $state.raw<Refusal | null>(null);
  #saved = $state.raw<Output<'commit'> | null>(null);
  #isSheet = $state(false);
  #hints: SurveyHints = {};
  #release: (() => void) | undefined;
  #left = false;

  /** `wantsNew`: the sales are meant for a new shop, whichever is open. */
  constructor(session: Session, go: (step: Step) => void, wantsNew = false) {
    this.#session = session;
    this.#go = go;
    this.#shop = new ShopChoice(session, wantsNew);
    this.#reading = new Reading(session, this.#running, this.columns, {
      readWith: () => this.#readWith,
      proposeAnew: () => this.survey && this.#propose(this.survey),
      askAnew: () => go('columns'),
    });
  }

  get file(): GivenFile | null {
    return this.#file;
  }
  get survey(): Survey | null {
    return this.columns.survey;
  }
  /** The columns as they will be read. */
  get mapping(): Mapping | null {
    const { mapping } = this.columns;
    return mapping && this.#countsVisits ? { ...mapping, countVisits: true } : mapping;
  }
  get moneyFrom(): MoneyFrom {
    return this.#countsVisits ? 'visits' : this.columns.moneyFrom;
  }
  get target(): Target {
    return this.#shop.target(this.columns.moneyFrom === 'visits');
  }
  /** The open shop of the owner, into which the sales could go. */
  get ownShop(): Target | undefined {
    return this.#shop.own;
  }
  /** The unit in which the sales will be counted. */
  get currency(): string {
    return this.#countsVisits ? 'VISITS' : this.target.currency;
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
    return this.#reading.refusal;
  }
  /** Why the file could not be cut into columns in the way asked for last. */
  get layoutRefusal(): Refusal | null {
    return this.#layoutRefusal;
  }
  /** The table comes out of a workbook, which has neither letters nor delimiters to choose. */
  get isSheet(): boolean {
    return this.#isSheet;
  }
  get report(): DraftReport | null {
    return this.#reading.report;
  }
  get saved(): Output<'commit'> | null {
    return this.#saved;
  }
  /** What only the owner can know, answered or not. */
  get questions(): readonly Question[] {
    return this.#reading.questions;
  }
  /** Why a file of a shape read before cannot be read like the last one: its columns are asked about anew. */
  get misfit(): Refusal | null {
    return this.#reading.misfit;
  }
  get unanswered(): readonly Question[] {
    return this.#reading.unanswered;
  }

  /** The step that can be shown when the address asks for one. */
  stepFor(wanted: string | undefined): Step {
    if (this.#saved) return wanted === 'saved' ? 'saved' : 'pick';
    return this.survey && (wanted === 'columns' || wanted === 'check') ? wanted : 'pick';
  }

  /** Takes other files in hand; what waited for its turn is forgotten. */
  openNew(file: GivenFile): Promise<void> {
    this.later.forget();
    return this.open(file);
  }

  /** Takes a file in hand and goes on to its columns, or straight to the check where a file of this shape was read before. */
  async open(file: GivenFile, table?: number): Promise<void> {
    this.close();
    this.#release = holdBusy();
    this.#file = file;
    const hints = table === undefined ? {} : { table };
    const answer = await this.#look(hints, () => void this.open(file, table));
    if (this.#file !== file) return;
    if (!answer?.ok) {
      this.close();
      this.#reading.refuse(answer?.error ?? null);
      return;
    }
    const { survey, remembered } = answer.value;
    this.#take(answer.value, answer.value.hints ?? hints);
    this.#describeNewShop(survey);
    const recalled = remembered !== null && this.columns.recall(remembered);
    this.#go(recalled || needsNothing(survey) ? 'check' : 'columns');
  }

  /** Looks at the file again after the owner corrected how it is cut into columns. */
  async lookAgain(hints: SurveyHints): Promise<void> {
    const all = { ...this.tables.hints, ...this.#hints, ...hints };
    const answer = await this.#look(all, () => void this.lookAgain(hints));
    if (answer?.ok) this.#take(answer.value, all);
    this.#layoutRefusal = answer && !answer.ok ? answer.error : null;
  }

  /** Looks at another sheet of the workbook, or another file of the archive. */
  async chooseTable(table: number): Promise<void> {
    const answer = await this.#look({ table }, () => void this.chooseTable(table));
    if (answer?.ok) {
      this.#take(answer.value, answer.value.hints ?? { table });
      this.#reading.forget();
      if (answer.value.remembered) this.columns.recall(answer.value.remembered);
    }
    this.#layoutRefusal = null;
    if (answer && !answer.ok) this.tables.refuse(answer.error);
  }

  /** The owner's answer to a question; what was read under another reading is read again. */
  answer(question: Question, reading: QuestionReading): void {
    this.#reading.answer(question, reading);
  }

  /** Decides for a whole group of left-out rows, or takes that back; the file is read again. */
  decide(fix: Fix, wanted: boolean): void {
    this.#reading.againAfter(() => this.columns.decide(fix, wanted));
  }

  /** Into a shop of its own, or into the one that is open. */
  intoNewShop(wanted: boolean): void {
    this.#reading.againAfter(() => {
      this.#shop.wantNew(wanted);
      this.#reading.forget();
    });
  }

  describeShop(described: { name?: string; currency?: string }): void {
    const before = minorDigits(this.currency);
    this.#reading.againAfter(() => {
      this.#shop.describe(described);
      if (minorDigits(this.currency) !== before) this.#reading.forget();
    });
  }

  /** Reads the whole file without saving anything, unless that has been done. */
  read(): Promise<void> {
    return this.#reading.read();
  }

  stop(): void {
    this.#running.stop();
  }

  /** Saves what was read. When that fails the draft is kept, so that it can be tried again. */
  async save(): Promise<void> {
    if (!this.survey || !this.report) return;
    const { target, currency } = this;
    const input = {
      shopId: target.shopId,
      settings: target.kind === 'own' ? {} : { name: target.name.trim(), currency },
      fingerprint: this.survey.fingerprint,
      today: today(),
      ...(this.byHandToo && { byHandToo: true }),
      ...(this.#file?.several && { fileName: this.#file.name }),
    };
    const { ask } = this.#session;
    const saved = await this.#running.ask(
      'save',
      (options) => ask('commit', input, { ...options, toTheEnd: true }),
      () => void this.save(),
    );
    if (!saved) return;
    if (this.#file) this.later.after(this.#file, this.tables);
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
    if (this.survey) this.#session.ask('discard', null).catch(() => null);
    this.#release?.();
    this.#release = undefined;
    this.#file = null;
    this.columns.forget();
    this.#reading.forget();
    this.#layoutRefusal = null;
    this.byHandToo = false;
    this.tables.take();
    this.#shop.wantNew(false);
    this.#saved = null;
  }

  /** The person goes to another page. */
  leave(): void {
    this.#left = true;
    this.close();
  }

  get #countsVisits(): boolean {
    return this.columns.moneyFrom === 'visits' || this.target.currency === 'VISITS';
  }

  get #readWith(): ReadWith | null {
    const { survey, mapping } = this;
    if (!survey || !mapping) return null;
    const { layout } = survey;
    return { shopId: this.target.shopId, layout, mapping, minorDigits: minorDigits(this.currency) };
  }

  #look(hints: SurveyHints, again: () => void): Promise<Output<'survey'> | undefined> {
    const given = this.#file;
    if (!given) return Promise.resolve(undefined);
    const input = { shopId: this.#shop.own?.shopId ?? null, given, today: today(), hints };
    const { ask } = this.#session;
    return this.#running.ask('survey', ({ signal }) => ask('survey', input, { signal }), again);
  }

  #take({ survey, tables, chosen, unread, isSheet = false }: Looked, hints: SurveyHints): void {
    this.#isSheet = isSheet;
    this.#hints = hints;
    this.tables.take(tables, chosen, unread);
    if (this.#file) this.#file = { ...this.#file, name: this.tables.nameWithin(this.#file) };
    this.#propose(survey);
  }

  #propose(survey: Survey): void {
    this.#reading.ask(survey.questions);
    this.columns.propose(survey);
    const { own } = this.#shop;
    if (own && this.columns.currencies.includes(own.currency)) this.columns.setCurrency(own.currency);
  }

  #describeNewShop(survey: Survey): void {
    const { amount, price } = survey.mapping.columns;
    const samples = survey.columns[amount ?? price ?? -1]?.samples ?? [];
    this.#shop.describe({
      name: t('import.shop.defaultName'),
      currency: likelyCurrency([survey.mapping.rules?.currency?.code ?? '', ...samples], navigator.languages),
    });
  }
}
