import type { Field } from '../../domain/intake/fields';
import { fixesIn, withFix, withoutFix, type Fix } from '../../domain/intake/fixes/fixes';
import type { EveryLine } from '../../domain/intake/arrange/rules';
import type { DateOrder, DecimalMark, Mapping } from '../../domain/intake/layout';
import type { Question, QuestionReading, Survey } from '../../domain/intake/survey';
import { fits, moneyFrom, settled, withColumn, withMoneyFrom, type MoneyFrom } from './mappingEdits';
import { questionsFor } from './questions';

type Kind = Question['kind'];

function answered(mapping: Mapping, { kind }: Question, reading: QuestionReading): Mapping {
  const { rules } = mapping;
  if (kind === 'date-order') return { ...mapping, dateOrder: reading as DateOrder };
  if (kind === 'decimal') return { ...mapping, decimal: reading as DecimalMark };
  return rules?.everyLine
    ? { ...mapping, rules: { ...rules, everyLine: { ...rules.everyLine, amount: reading as EveryLine } } }
    : mapping;
}

/** What the columns of the picked file mean: proposed by the first look, changed by the owner. */
export class ColumnChoice {
  readonly #changed: () => void;
  #survey = $state.raw<Survey | null>(null);
  #mapping = $state.raw<Mapping | null>(null);
  #moneyFrom = $state.raw<MoneyFrom>('amount');
  #answered = $state.raw<readonly Kind[]>([]);
  /** Of these kinds, what is remembered was answered about an earlier file. */
  #earlier = $state.raw<readonly Kind[]>([]);
  #remembered = $state(false);

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get survey(): Survey | null {
    return this.#survey;
  }
  get mapping(): Mapping | null {
    return this.#mapping;
  }
  get moneyFrom(): MoneyFrom {
    return this.#moneyFrom;
  }
  /** They are those of the last file of this shape. */
  get remembered(): boolean {
    return this.#remembered;
  }

  /** Of the questions asked, those that these columns raise. */
  questions(asked: readonly Question[]): readonly Question[] {
    return this.#mapping ? questionsFor(asked, this.#mapping) : [];
  }

  /** What the owner answered; undefined before that. */
  answerTo(question: Question): QuestionReading | undefined {
    const { kind } = question;
    if (!this.#answered.includes(kind)) return undefined;
    if (this.#earlier.includes(kind) && question.kind === 'date-order' && question.speaksFor)
      return undefined;
    if (kind === 'every-line') {
      const whose = this.#mapping?.rules?.everyLine?.amount;
      return whose === 'open' ? undefined : whose;
    }
    return kind === 'date-order' ? this.#mapping?.dateOrder : this.#mapping?.decimal;
  }

  /** Takes the proposals of a first look; what was chosen before is forgotten. */
  propose(survey: Survey): void {
    this.#survey = survey;
    this.#answered = [];
    this.#earlier = [];
    this.#take(survey.mapping);
  }

  /** Takes the columns of the last file of this shape; false where this file does not have them. */
  recall(mapping: Mapping): boolean {
    if (!this.#survey || !fits(mapping, this.#survey.layout.width)) return false;
    this.#take(mapping);
    const [commonest] = this.currencies;
    if (commonest !== undefined && !this.currencies.includes(this.currency ?? ''))
      this.setCurrency(commonest);
    this.#answered = ['date-order', 'decimal', 'every-line'];
    this.#earlier = this.#answered;
    this.#remembered = true;
    return true;
  }

  set(field: Field, column: number | undefined): void {
    if (this.#mapping) this.#become(withColumn(this.#mapping, field, column));
  }

  /** The currency that is read, where the file names it. */
  get currency(): string | undefined {
    return this.#mapping?.rules?.currency?.code;
  }

  /** Currencies of the file, as far as the first look has seen them; the commonest first. */
  get currencies(): readonly string[] {
    return this.#survey?.currencies ?? [];
  }

  /** The one currency that is read, where the file has several. */
  setCurrency(code: string): void {
    const mapping = this.#mapping;
    const currency = mapping?.rules?.currency;
    if (mapping && currency)
      this.#become({ ...mapping, rules: { ...mapping.rules, currency: { ...currency, code } } });
  }

  /** What the owner decided for rows that would be left out. */
  get fixes(): readonly Fix[] {
    return this.#mapping ? fixesIn(this.#mapping) : [];
  }

  /** Takes a decision, or takes it back. */
  decide(fix: Fix, wanted: boolean): void {
    if (this.#mapping) this.#become((wanted ? withFix : withoutFix)(this.#mapping, fix));
  }

  setMoneyFrom(from: MoneyFrom): void {
    if (!this.#mapping || !this.#survey) return;
    this.#moneyFrom = from;
    this.#become(withMoneyFrom(this.#mapping, from, this.#survey.mapping));
  }

  answer(question: Question, reading: QuestionReading): void {
    if (!this.#mapping) return;
    this.#answered = [...this.#answered, question.kind];
    this.#earlier = this.#earlier.filter((kind) => kind !== question.kind);
    this.#become(answered(this.#mapping, question, reading));
  }

  forget(): void {
    this.#survey = null;
    this.#mapping = null;
    this.#remembered = false;
  }

  #take(mapping: Mapping): void {
    this.#moneyFrom = moneyFrom(mapping);
    this.#become(settled(mapping));
  }

  #become(mapping: Mapping): void {
    this.#mapping = mapping;
    this.#remembered = false;
    this.#changed();
  }
}
