import type { Mapping } from '../layout';
import { isBlank } from '../values/blank';
import type { RowRules } from './rules';
import { titleList, type Samples } from './samples';

type Columns = Mapping['columns'];

/** Titles of money that came in and that went out, in en nl de fr ro es it pt ru. */
const IN =
  titleList(`income,money in,paid in,receipts,cash in,incoming,ontvangsten,ontvangen,inkomsten,einnahmen,einnahme,einzahlung,einzahlungen,
  recettes,recette,encaissement,encaissements,entree,entrees,incasari,incasare,intrari,ingresos,ingreso,entradas,entrada,cobros,entrate,entrata,
  incassi,incasso,receitas,receita,recebimentos,приход,поступление,поступления,поступило,доход`);
const OUT =
  titleList(`expense,expenses,money out,paid out,cash out,outgoing,spent,uitgaven,uitgave,betaald,ausgaben,ausgabe,auszahlung,auszahlungen,
  depenses,depense,decaissement,decaissements,sortie,sorties,plati,plata,iesiri,gastos,gasto,salidas,salida,uscite,uscita,spese,despesas,despesa,
  pagamentos,saidas,расход,расходы,списание,выплата,выплаты,израсходовано`);
/** In a client's account a sale is a debit, in a bank's a credit: only the rows can tell. */
const DEBIT =
  titleList(`debit,debit amount,amount debit,debit eur,debet,debet bedrag,soll,soll betrag,betrag soll,sollbetrag,montant debit,debit montant,
  debe,importe debe,dare,importo dare,debito,valor debito,debitoare,suma debit,дебет,сумма дебет,дебет сумма,оборот дебет`);
const CREDIT =
  titleList(`credit,credit amount,amount credit,credit eur,credit bedrag,haben,haben betrag,betrag haben,habenbetrag,montant credit,
  credit montant,haber,importe haber,avere,importo avere,credito,valor credito,creditoare,suma credit,кредит,сумма кредит,кредит сумма,
  оборот кредит`);

/** Where the money stands in two columns, one for each direction. */
export interface TwoSides {
  /** Missing where the rows do not tell which side is that of the sales. */
  readonly amount?: number;
  readonly rules?: Pick<RowRules, 'minus' | 'othersSpend'>;
  readonly sides: readonly number[];
}

/** What goods that come in and go out, counted in pieces, never show. */
const BROKEN = /\d[.,]\d\d(?!\d)|\p{Sc}/u;

/** So much of one side, and the other is what was paid back. */
const BULK = 0.8;

/**
 * Money in two columns, in and out or debit and credit, of which each row fills one. What goes out to a client who has bought is paid back;
 * to others it is spent. Of debit and credit the side is the sales' that nearly all rows fill; where both are, only the owner can tell.
 * Undefined where there are no such columns.
 */
export function twoSides(samples: Samples, columns: Columns): TwoSides | undefined {
  const { amount, client, name } = columns;
  const taken = new Set(
    Object.entries(columns).flatMap(([field, column]) => (field === 'amount' ? [] : [column])),
  );
  const pairs = [
    [IN, OUT],
    [DEBIT, CREDIT],
  ] as const;
  for (const [ins, outs] of pairs) {
    const [one] = samples.titled(ins, taken);
    const [other] = samples.titled(outs, taken);
    if (one === undefined || other === undefined) continue;
    if (amount !== undefined && amount !== one && amount !== other) continue;
    const sided = (cells: readonly string[], column: number) => Math.abs(samples.number(cells, column)) > 0;
    const readable = samples.rows.every((cells) =>
      [one, other].every((at) => isBlank(cells[at]) || !Number.isNaN(samples.number(cells, at))),
    );
    const both = samples.rows.filter((cells) => sided(cells, one) && sided(cells, other));
    const isMoney = samples.rows.some((cells) => [one, other].some((at) => BROKEN.test(cells[at] ?? '')));
    if (!readable || both.length > 0 || !isMoney) return { sides: [one, other] };
    const counts = [one, other].map((at) => samples.rows.filter((cells) => sided(cells, at)).length);
    const most = BULK * (counts[0]! + counts[1]!);
    const sales = ins === IN || counts[0]! >= most ? one : counts[1]! >= most ? other : undefined;
    if (sales === undefined) return { sides: [one, other] };
    const back = sales === one ? other : one;
    const who = (cells: readonly string[]) => samples.text(cells, client ?? name).toLowerCase();
    const buyers = new Set(samples.rows.filter((cells) => sided(cells, sales)).map(who));
    const paid = samples.rows.filter((cells) => sided(cells, back));
    const known = paid.filter((cells) => buyers.has(who(cells))).length;
    const unclear = ins !== IN && known > 0 && known < paid.length;
    if (unclear) return { sides: [one, other] };
    const rules = { minus: [back], ...(known < paid.length ? { othersSpend: true } : {}) };
    return { amount: sales, rules, sides: [one, other] };
  }
  return undefined;
}
