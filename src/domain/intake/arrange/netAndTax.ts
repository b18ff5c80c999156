import type { Mapping } from '../layout';
import { sameMoney, titleList, type Samples } from './samples';

type Columns = Mapping['columns'];

/** Titles of a tax in money, in en nl de fr ro es it pt ru. */
const TAX =
  titleList(`tax,tax amount,taxes,sales tax,total tax,vat,vat amount,gst,gst amount,hst,total vat,btw,btw bedrag,bedrag btw,mwst,mwst betrag,
  mehrwertsteuer,umsatzsteuer,ust,ust betrag,steuer,steuerbetrag,tva,montant tva,total tva,valoare tva,tva lei,suma tva,iva,importe iva,
  cuota iva,importo iva,imposta,valor iva,imposto,valor do iva,ндс,сумма ндс,налог,сумма налога`);
/** Words in the title of an amount before tax. */
const NET =
  /\b(?:net|netto|excl|excluding|ex|ht|hors taxe|hors taxes|fara tva|sin iva|base|base imponible|neto|imponibile|sem iva|subtotal|sub total|nettobetrag)\b|без ндс|до налога/;

const ENOUGH = 0.98;
const FEWEST = 5;

/** Whether the tax is a plain percentage (in halves) of what it is levied on. */
function isPlainRate(tax: number, on: number): boolean {
  const rate = Math.round((tax / on) * 200) / 200;
  return rate >= 0.02 && rate <= 0.3 && Math.abs(rate * on - tax) <= 0.0101;
}

export interface Taxed {
  /** The column of what clients pay, tax included. */
  readonly amount: number;
  /** The column of the tax that is still to be added. */
  readonly plus?: readonly number[];
}

/**
 * What clients pay where a column of tax stands beside the amount: the column that is the sum of both where the rows have one, else amount and
 * tax added where the title of the amount or its rates prove it to be without. Undefined where the amount is right as it stands.
 */
export function netAndTax(samples: Samples, columns: Columns): Taxed | undefined {
  const { amount } = columns;
  if (amount === undefined) return undefined;
  const taken = new Set(Object.values(columns));
  const numeric = samples.numeric(taken);
  for (const tax of samples.titled(TAX, taken)) {
    if (!numeric.includes(tax)) continue;
    const taxed = samples.rows.filter((cells) => {
      const levied = samples.number(cells, tax);
      return levied !== 0 && !Number.isNaN(levied) && !Number.isNaN(samples.number(cells, amount));
    });
    if (taxed.length < 2) continue;
    const addsUp = (net: number, gross: number) =>
      taxed.filter((cells) =>
        sameMoney(samples.number(cells, net) + samples.number(cells, tax), samples.number(cells, gross)),
      ).length >=
      taxed.length * ENOUGH;
    const others = numeric.filter((column) => column !== tax);
    if (others.some((net) => addsUp(net, amount))) return undefined;
    const gross = others.find((column) => addsUp(amount, column));
    if (gross !== undefined) return { amount: gross };
    const rates = (on: (sum: number, levied: number) => number) =>
      taxed.filter((cells) => {
        const levied = Math.abs(samples.number(cells, tax));
        const sum = Math.abs(samples.number(cells, amount));
        return sum >= 10 && isPlainRate(levied, on(sum, levied));
      }).length;
    const telling = taxed.filter((cells) => Math.abs(samples.number(cells, amount)) >= 10).length;
    const onTop = rates((sum) => sum);
    const within = rates((sum, levied) => sum - levied);
    const titled = NET.test(samples.titles[amount]!) && within < telling * ENOUGH;
    const proven = telling >= FEWEST && onTop >= telling * ENOUGH && within < telling * 0.5;
    return titled || proven ? { amount, plus: [tax] } : undefined;
  }
  return undefined;
}
