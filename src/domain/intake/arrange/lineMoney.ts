import type { Mapping } from '../layout';
import { sameMoney, titleList, type Samples } from './samples';

type Columns = Mapping['columns'];

/** Titles that leave open whether they mean one piece or all pieces of the line. */
const BARE_PRICE = titleList(
  'price,item price,sale price,sales price,prijs,preis,prix,pret,precio,prezzo,preco,цена,стоимость',
);
/** Titles of money that in some files count pieces. */
const BARE_AMOUNT = titleList('amount');
const MOST_PIECES = 999;
/** A few discounts do not hide what all other prices say. */
const MOST = 9;
/** So many sales of known things in other numbers of pieces are no chance. */
const FEWEST = 3;

/** Whether the "price" is that of all pieces: it grows with the pieces where one and the same product was sold in ones and in twos. */
function pricesWholeLine(samples: Samples, { product, quantity, price }: Columns): boolean {
  if (product === undefined || quantity === undefined || price === undefined) return false;
  if (!BARE_PRICE.has(samples.titles[price]!)) return false;
  const sold = new Map<string, (readonly [pieces: number, price: number])[]>();
  for (const cells of samples.rows) {
    const pieces = Math.abs(samples.number(cells, quantity));
    const paid = Math.abs(samples.number(cells, price));
    const name = samples.text(cells, product);
    if (!(pieces > 0) || !(paid > 0) || name === '') continue;
    const known = sold.get(name);
    if (known) known.push([pieces, paid]);
    else sold.set(name, [[pieces, paid]]);
  }
  let whole = 0;
  let sales = 0;
  let neither = 0;
  for (const [[pieces, paid] = [0, 0], ...others] of sold.values()) {
    const differ = others.filter(([more]) => more !== pieces);
    if (differ.length === 0) continue;
    if (differ.every(([more, sum]) => sameMoney(sum / more, paid / pieces))) {
      whole++;
      sales += differ.length;
    } else neither++;
  }
  return whole >= 2 && sales >= FEWEST && whole >= neither * MOST;
}

/** Whether an "amount" beside a price counts pieces: small whole numbers, mostly less than the price of one. */
function countsPieces(samples: Samples, { amount, quantity, price }: Columns): boolean {
  if (amount === undefined || price === undefined || quantity !== undefined) return false;
  if (!BARE_AMOUNT.has(samples.titles[amount]!)) return false;
  const both = samples.rows
    .map(
      (cells) => [Math.abs(samples.number(cells, amount)), Math.abs(samples.number(cells, price))] as const,
    )
    .filter(([pieces, paid]) => !Number.isNaN(pieces) && paid > 0);
  const whole = both.every(([pieces]) => Number.isInteger(pieces) && pieces <= MOST_PIECES);
  const less = both.filter(([pieces, paid]) => pieces < paid && !sameMoney(pieces % paid, 0)).length;
  const broken = both.some(([, paid]) => !Number.isInteger(paid));
  return both.length >= 3 && whole && broken && less >= both.length * 0.9;
}

/** The columns of a line's money as the rows prove them, where a title says too little; the columns as they are where it says enough. */
export function lineMoney(samples: Samples, columns: Columns): Columns {
  const { amount, price, ...others } = columns;
  if (amount === undefined && pricesWholeLine(samples, columns)) return { ...others, amount: price! };
  if (countsPieces(samples, columns)) return { ...others, quantity: amount!, price: price! };
  return columns;
}
