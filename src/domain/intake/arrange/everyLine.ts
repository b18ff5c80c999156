import type { Mapping } from '../layout';
import { orderGroups, type Line } from './orderGroups';
import type { RowRules } from './rules';
import { sameMoney, sumOver, titleList, type Samples } from './samples';

type Columns = Mapping['columns'];
type EveryLineRule = NonNullable<RowRules['everyLine']>;

/** Titles of what an order comes to, in en nl de fr ro es it pt ru. */
const OF_ORDER =
  titleList(`order total,total order,order amount,order value,order total amount,invoice total,invoice amount,total invoice,receipt total,
  basket total,cart total,grand total,total order value,totaal order,ordertotaal,totaal bestelling,besteltotaal,factuurtotaal,factuurbedrag,bontotaal,
  bestellsumme,bestellwert,gesamtbestellwert,rechnungsbetrag,rechnungssumme,bestellung gesamt,total commande,montant commande,total de la commande,
  total facture,montant facture,total ticket,total comanda,valoare comanda,total factura,total bon,total pedido,importe pedido,importe total pedido,
  total del pedido,total ticket,totale ordine,importo ordine,totale fattura,totale scontrino,total do pedido,valor do pedido,сумма заказа,
  сумма чека,итого по заказу,итого по чеку,стоимость заказа,сумма документа`);

/** Other columns that may hold the sum of a line; what is added to an order or taken off it is none. */
const NOT_OF_LINE =
  /\b(?:tax|vat|btw|mwst|ust|tva|iva|ship|shipping|fee|discount|tip|balance|paid|id|no|number|nr|year)\b|ндс|скидк/;

const ENOUGH = 0.8;
/** What shipping, taxes and discounts make of the sum of the lines at most. */
const [LEAST, MOST] = [0.5, 2];

interface LineValue {
  readonly quantity?: number;
  readonly price?: number;
}

/** What a line alone came to, by its pieces and their price. */
const priced = ({ quantity, price }: Columns): readonly LineValue[] =>
  price === undefined ? [] : [...(quantity === undefined ? [] : [{ quantity, price }]), { price }];

/** Columns without a meaning yet that may hold the sum of a line. */
const sumsOfLines = (samples: Samples, columns: Columns): readonly LineValue[] =>
  samples
    .numeric(new Set(Object.values(columns)))
    .filter((column) => !NOT_OF_LINE.test(samples.titles[column]!))
    .map((column) => ({ price: column }));

const valueOf =
  (samples: Samples, { quantity, price }: LineValue) =>
  (line: Line) =>
    (quantity === undefined ? 1 : samples.number(line, quantity)) * samples.number(line, price);

/** How the sums of the lines of all orders stand to the amount. */
function comparedWith(
  samples: Samples,
  orders: readonly (readonly Line[])[],
  amount: number,
  value: LineValue,
) {
  const of = valueOf(samples, value);
  const found = { addUp: 0, areIt: 0, nearIt: 0, differ: 0 };
  for (const lines of orders) {
    const whole = samples.number(lines[0]!, amount);
    const parts = lines.map(of);
    const share = sumOver(parts) / whole;
    if (sameMoney(sumOver(parts), whole)) found.addUp++;
    if (parts.every((part) => sameMoney(part, whole))) found.areIt++;
    if (parts.some((part) => !sameMoney(part, parts[0]!))) found.differ++;
    if (share >= LEAST && share <= MOST) found.nearIt++;
  }
  return found;
}

/** Whether products that were sold several times always cost the same, as the amounts of lines do. */
function priceOfProduct(samples: Samples, product: number, amount: number): boolean {
  const prices = new Map<string, number>();
  let again = 0;
  for (const line of samples.rows) {
    const name = samples.text(line, product);
    const price = samples.number(line, amount);
    if (name === '' || Number.isNaN(price)) continue;
    const known = prices.get(name);
    if (known !== undefined && !sameMoney(known, price)) return false;
    if (known !== undefined) again++;
    prices.set(name, price);
  }
  return again > 1;
}

/**
 * Whether the amount that all lines of an order bear is that of the order: proven where the lines' own sums add up to it; the owner is asked
 * where lines of different products bear one amount and nothing tells. Undefined where lines have amounts of their own.
 */
export function everyLine(samples: Samples, columns: Columns): EveryLineRule | undefined {
  const { receipt, amount, product } = columns;
  if (receipt === undefined || amount === undefined) return undefined;
  const sold = orderGroups(samples, columns)
    .map((lines) => lines.filter((line) => samples.number(line, amount) > 0))
    .filter((lines) => lines.length > 1);
  const alike = sold.filter((lines) =>
    lines.every((line) => sameMoney(samples.number(line, amount), samples.number(lines[0]!, amount))),
  );
  if (alike.length === 0 || alike.length < sold.length * 0.95) return undefined;
  const rule = (value: LineValue, of: EveryLineRule['amount']): EveryLineRule => ({
    receipt,
    ...value,
    amount: of,
  });
  const most = alike.length * ENOUGH;
  for (const value of priced(columns)) {
    const { addUp, areIt, nearIt, differ } = comparedWith(samples, alike, amount, value);
    if (areIt >= alike.length * 0.5) return undefined;
    if (addUp >= most || (differ >= Math.max(2, alike.length * 0.5) && nearIt >= most))
      return rule(value, 'order');
  }
  const sums = alike.length > 1 ? sumsOfLines(samples, columns) : [];
  const parts = sums.find((value) => comparedWith(samples, alike, amount, value).addUp >= most);
  if (parts) return rule(parts, 'order');
  if (product === undefined) return undefined;
  const mixed = alike.filter((lines) => new Set(lines.map((line) => samples.text(line, product))).size > 1);
  const titled = OF_ORDER.has(samples.titles[amount]!);
  if (mixed.length < (titled ? 1 : 2) || priceOfProduct(samples, product, amount)) return undefined;
  return rule({}, titled && mixed.length > 1 ? 'order' : 'open');
}
