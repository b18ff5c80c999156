import type { BirthdayOrder, ListField, ListMapping } from '../../../domain/intake/list/listFields';
import { proposeList } from '../../../domain/intake/list/proposeList';
import type { Layout } from '../../../domain/intake/layout';
import type { Refusal } from '../../../domain/intake/refusal';
import { refuseUnmapped } from '../../../domain/intake/refuseUnmapped';
import type { Survey } from '../../../domain/intake/survey';
import { whileBusy } from '../../../reactive/busy';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';
import { report } from '../../../reactive/trouble.svelte';
import { failureOf } from '../../../storage/failure';
import type { ImportRecord } from '../../../storage/shopDb';
import type { ListReport } from '../../../workers/listJobs';
import type { ImportDraft, Step } from '../importDraft.svelte';

/** Fields of which one is enough to tell clients apart. */
const TELLING = ['name', 'first', 'last', 'company', 'number', 'phone', 'email'] as const;

/** A picked file that turns out to be a list of clients, from the first look to the saved facts. */
export class ListDraft {
  readonly #session: Session;
  readonly #draft: ImportDraft;
  readonly #go: (step: Step) => void;
  #survey = $state.raw<Survey | null>(null);
  #mapping = $state.raw<ListMapping>({ columns: {} });
  #doubtful = $state<string>();
  #report = $state.raw<ListReport | null>(null);
  #refusal = $state.raw<Refusal | null>(null);
  #working = $state<'read' | 'save' | null>(null);
  #saved = $state.raw<ImportRecord | null>(null);
  /** What the owner said it is, whatever it looks like. */
  #said = $state.raw<{ readonly survey: Survey; readonly isList: boolean } | null>(null);
  #reading: AbortController | undefined;

  constructor(session: Session, draft: ImportDraft, go: (step: Step) => void) {
    this.#session = session;
    this.#draft = draft;
    this.#go = go;
  }

  get mapping(): ListMapping {
    return this.#mapping;
  }
  /** A birthday that could be read in two ways, where only the owner can tell; it stays asked when it was answered. */
  get doubtful(): string | undefined {
    return this.#mapping.columns.birthday === undefined ? undefined : this.#doubtful;
  }
  /** Whether the owner still has to say how birthdays are written. */
  get isAsking(): boolean {
    return this.doubtful !== undefined && this.#mapping.birthdays === undefined;
  }
  get report(): ListReport | null {
    return this.#report;
  }
  get refusal(): Refusal | null {
    return this.#refusal;
  }
  get working(): 'read' | 'save' | null {
    return this.#working;
  }
  get saved(): ImportRecord | null {
    return this.#saved;
  }
  /** Whether a column tells clients apart. */
  get tells(): boolean {
    return TELLING.some((field) => this.#mapping.columns[field] !== undefined);
  }

  /** Only a shop with sales can be told more about its clients. */
  get canTake(): boolean {
    return this.#draft.target.kind === 'own' && this.#session.headline !== null;
  }

  /** Whether the file is read as a list: it looks like one, or the owner said so. */
  isList(survey: Survey): boolean {
    if (!this.canTake) return false;
    if (this.#said?.survey === survey) return this.#said.isList;
    return refuseUnmapped(survey, survey.mapping)?.code === 'client-list';
  }

  say(survey: Survey, isList: boolean): void {
    this.#said = { survey, isList };
  }

  /** Takes the proposals for a file and compares it with the shop. */
  begin(survey: Survey): void {
    this.#survey = survey;
    this.#mapping = proposeList(survey);
    this.#doubtful = undefined;
    void this.#read();
  }

  /** One column means one thing. */
  set(field: ListField, column: number | undefined): void {
    const others = Object.entries(this.#mapping.columns).filter(
      ([other, index]) => other !== field && index !== column,
    );
    const columns = Object.fromEntries(column === undefined ? others : [...others, [field, column]]);
    if (columns.birthday !== this.#mapping.columns.birthday) this.#doubtful = undefined;
    this.#mapping = { ...this.#mapping, columns };
    void this.#read();
  }

  setBirthdays(birthdays: BirthdayOrder): void {
    this.#mapping = { ...this.#mapping, birthdays };
    void this.#read();
  }

  async save(withNew: boolean): Promise<void> {
    const { shopId } = this.#draft.target;
    if (!shopId || this.#working) return;
    this.#working = 'save';
    try {
      const input = { shopId, withNew, today: today() };
      const { headline, record } = await whileBusy(() => this.#session.ask('saveList', input));
      this.#session.show(headline);
      this.#draft.close();
      this.#saved = record;
      this.#report = null;
      this.#go('pick');
    } catch (error) {
      report(failureOf(error).code, () => void this.save(withNew));
    } finally {
      this.#working = null;
    }
  }

  /** Takes the list just saved out of the shop again; the answer is whether it is gone. */
  async undo(): Promise<boolean> {
    const record = this.#saved;
    if (!record) return false;
    try {
      await whileBusy(() => this.#session.undo(record));
    } catch (error) {
      report(failureOf(error).code, () => void this.undo());
      return false;
    }
    this.#saved = null;
    return true;
  }

  /** What was saved has been seen. */
  done(): void {
    this.#saved = null;
  }

  async #read(): Promise<void> {
    const { shopId } = this.#draft.target;
    const layout: Layout | undefined = this.#survey?.layout;
    this.#reading?.abort();
    this.#report = null;
    this.#refusal = null;
    if (!shopId || !layout || !this.tells) return;
    const controller = new AbortController();
    this.#reading = controller;
    const { signal } = controller;
    this.#working = 'read';
    try {
      const input = { shopId, layout, mapping: this.#mapping, today: today() };
      const answer = await this.#session.ask('readList', input, { signal });
      if (signal.aborted) return;
      if (!answer.ok) this.#refusal = answer.error;
      else {
        this.#report = answer.value;
        this.#doubtful ??= answer.value.doubtful;
      }
    } catch (error) {
      if (!signal.aborted) report(failureOf(error).code, () => void this.#read());
    } finally {
      if (this.#reading === controller) {
        this.#reading = undefined;
        this.#working = null;
      }
    }
  }
}
