import type { Field } from '../fields';
import { plainWords } from './fold';
import type { JudgedColumn } from './judgeColumn';
import { isOther, titleScore } from './titleScore';
import { TITLE_WORDS } from './titleWords';

export interface Proposal {
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** Proposed by values alone. */
  readonly guessed: readonly Field[];
}

const SURE = 60;

/** The same in every row: the shop itself perhaps, never a client. A short file may well have one client only. */
const isConstant = (column: JudgedColumn, rows: number) => column.distinct === 1 && column.filled >= rows;
const isRowNumber = (column: JudgedColumn) => column.filled >= 20 && column.distinct > column.filled * 0.98;
const isCode = (column: JudgedColumn) => column.codeShare >= 0.6;
const isNumeric = (column: JudgedColumn) => column.numberShare >= 0.5;

/** Whether there are about as many addresses as names: an address of the shop's own stands beside the names of many. */
const tellsApart = (mail: JudgedColumn, named: JudgedColumn) =>
  mail.distinct * 2 * Math.max(1, named.filled / mail.filled) >= named.distinct;

/** Proposes which column means what, from its title first and its values as proof; a column gets one meaning only. */
class Proposer {
  readonly columns: Partial<Record<Field, number>> = {};
  readonly guessed: Field[] = [];
  readonly #all: readonly JudgedColumn[];
  readonly #words: readonly string[];
  readonly #mostFilled: number;
  readonly #used = new Set<number>();

  constructor(all: readonly JudgedColumn[]) {
    this.#all = all;
    this.#mostFilled = Math.max(1, ...all.map((column) => column.filled));
    this.#words = all.map((column) => plainWords(column.title));
  }

  #set(field: Field, column: JudgedColumn | undefined, byValues = false): void {
    if (!column) return;
    this.columns[field] = column.index;
    this.#used.add(column.index);
    if (byValues) this.guessed.push(field);
  }

  get #free(): JudgedColumn[] {
    return this.#all.filter((column) => !this.#used.has(column.index));
  }

  #best(field: Field, fits: (column: JudgedColumn) => boolean) {
    let best: JudgedColumn | undefined;
    let top = 0;
    for (const column of this.#free) {
      let score = titleScore(this.#words[column.index]!, field);
      if (score === 0 || !fits(column)) continue;
      score *= column.filled === 0 ? 0.3 : 0.8 + (0.2 * column.filled) / this.#mostFilled;
      if (score > top) [best, top] = [column, score];
    }
    return best;
  }

  /** Titles that say something else than the field rule a column out, even where its values would fit. */
  #mayBe(column: JudgedColumn, field: Field): boolean {
    return !isOther(this.#words[column.index]!, field);
  }

  #sureByTitle(field: Field): JudgedColumn | undefined {
    const best = this.#best(field, () => true);
    return best && titleScore(this.#words[best.index]!, field) >= SURE ? best : undefined;
  }

  date(): void {
    const titled = this.#best('date', (column) => column.filled === 0 || column.dateShare >= 0.5);
    if (titled) {
      this.#set('date', titled);
      return;
    }
    const [byValues] = this.#free
      .filter((column) => column.dateShare >= 0.8 && this.#mayBe(column, 'date'))
      .sort((a, b) => b.filled - a.filled);
    if (byValues) {
      this.#set('date', byValues, true);
      return;
    }
    this.#set('date', this.#sureByTitle('date'));
  }

  money(): void {
    const numeric = (column: JudgedColumn) => column.filled === 0 || isNumeric(column);
    this.#set('amount', this.#best('amount', numeric));
    this.#set('quantity', this.#best('quantity', numeric));
    this.#set('price', this.#best('price', numeric));
    if (this.columns.amount !== undefined) return;
    if (this.columns.price !== undefined && this.columns.quantity !== undefined) return;
    if (this.columns.price !== undefined) {
      this.columns.amount = this.columns.price;
      delete this.columns.price;
      return;
    }
    const text = this.#sureByTitle('amount');
    if (text) {
      this.#set('amount', text);
      return;
    }
    const [byValues] = this.#free
      .filter((column) => isNumeric(column) && column.decimalShare >= 0.3 && this.#mayBe(column, 'amount'))
      .sort((a, b) => b.decimalShare - a.decimalShare || b.filled - a.filled);
    this.#set('amount', byValues, true);
  }

  people(): void {
    const known = (column: JudgedColumn) => !isConstant(column, 20);
    this.#set(
      'email',
      this.#best('email', (column) => column.filled === 0 || column.emailShare >= 0.5),
    );
    this.#set(
      'phone',
      this.#best('phone', (column) => column.emailShare < 0.5),
    );
    this.#set(
      'client',
      this.#best('client', (column) => {
        const alsoName = TITLE_WORDS.name.says.has(this.#words[column.index]!);
        return (
          known(column) && column.dateShare < 0.5 && (!alsoName || isCode(column)) && !isRowNumber(column)
        );
      }),
    );
    this.#set(
      'name',
      this.#best('name', (column) => {
        const bare = this.#words[column.index] === 'name';
        const words = column.filled === 0 || (column.letterShare >= 0.5 && column.emailShare < 0.5);
        return known(column) && words && !(bare && column.codeShare > 0.9);
      }),
    );
    if (this.columns.client === undefined) this.#clientByContact();
  }

  /** Without a number of the client an address tells clients apart better than a name; a telephone where there is no name. */
  #clientByContact(): void {
    const { email, phone, name } = this.columns;
    const usable = (index: number | undefined) => {
      const column = index === undefined ? undefined : this.#all[index];
      return column && column.filled > 0 && !isConstant(column, 3) ? column : undefined;
    };
    const mail = usable(email);
    const named = usable(name);
    if (mail && (!named || (mail.filled >= named.filled * 0.5 && tellsApart(mail, named))))
      this.columns.client = mail.index;
    else if (!named && usable(phone)) this.columns.client = phone!;
  }

  details(): void {
    const bareCode = this.#free.find(
      (column) => this.#words[column.index] === 'name' && column.filled > 0 && column.codeShare > 0.9,
    );
    const receipt = this.#best('receipt', (column) => column.dateShare < 0.5 && column.decimalShare < 0.3);
    this.#set('receipt', receipt ?? bareCode);
    this.#set(
      'product',
      this.#best('product', (column) => column.dateShare < 0.5),
    );
    this.#set(
      'employee',
      this.#best('employee', (column) => column.dateShare < 0.5),
    );
    this.#set(
      'segment',
      this.#best('segment', () => true),
    );
    this.#set(
      'cost',
      this.#best('cost', (column) => column.filled === 0 || isNumeric(column)),
    );
  }

  /** A table without titles: the column that repeats, with most different values, is the client. */
  clientByValues(): void {
    const [best] = this.#free
      .filter(
        (column) => column.filled > 0 && !isConstant(column, 3) && column.distinct < column.filled * 0.9,
      )
      .filter((column) => column.dateShare < 0.5 && column.decimalShare < 0.3)
      .sort((a, b) => b.distinct - a.distinct || a.index - b.index);
    if (!best) return;
    this.#set(best.codeShare >= 0.5 ? 'client' : 'name', best, true);
  }
}

/** Which column means what, as the app proposes it; `guessed` names what rests on values alone. */
export function proposeRoles(columns: readonly JudgedColumn[], titled: boolean): Proposal {
  const proposer = new Proposer(columns);
  proposer.date();
  proposer.money();
  if (titled) {
    proposer.people();
    proposer.details();
  } else proposer.clientByValues();
  return { columns: proposer.columns, guessed: proposer.guessed };
}
