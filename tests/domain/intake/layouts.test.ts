import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { fileOf } from '../../support/fileOf';
import { formatOutcome } from '../../support/formatOutcome';

const TODAY = parseIsoDay('2026-11-22');

/** What a made-up file in the layout of no known maker comes to; cells are parted by bars. */
async function outcome(text: string) {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const { sales = [], ...rest } = await formatOutcome(fileOf(`${lines.join('\n')}\n`), TODAY);
  return { ...rest, sums: sales.map((sale) => sale.split(' | ')[3]), sales };
}

const asked = (questions: readonly string[] = []) => ({ questions });

describe('net and tax', () => {
  test.each([
    ['Date|Customer|Net amount|VAT amount', 'by the title'],
    ['Datum|Kunde|Betrag netto|MwSt', 'by the title in German'],
    ['Fecha|Cliente|Base imponible|IVA', 'by the title in Spanish'],
  ])('%s: together they are what the client paid', async (titles) => {
    const out = await outcome(`${titles}
      2026-03-01|Ann Lee|100.00|21.00
      2026-03-02|Bob Ray|40.00|8.40
      2026-03-03|Cy Orr|19.99|0.00`);
    expect(out).toMatchObject({ sums: ['121.00', '48.40', '19.99'], ...asked() });
  });

  test('rates that are plain percentages of the amount prove that the tax comes on top', async () => {
    const out = await outcome(`Datum|Klant|Bedrag|Btw
      2026-03-01|Ann Lee|100.00|21.00
      2026-03-02|Bob Ray|37.15|7.80
      2026-03-03|Cy Orr|19.99|4.20
      2026-03-04|Di Poe|250.50|22.55
      2026-03-05|Ed Fry|71.30|14.97`);
    expect(out.sums).toEqual(['121.00', '44.95', '24.19', '273.05', '86.27']);
  });

  test('tax that is contained in the amount is not added to it', async () => {
    const out = await outcome(`Datum|Klant|Bedrag|Btw
      2026-03-01|Ann Lee|121.00|21.00
      2026-03-02|Bob Ray|44.95|7.80
      2026-03-03|Cy Orr|24.19|4.20
      2026-03-04|Di Poe|273.05|22.55
      2026-03-05|Ed Fry|86.27|14.97`);
    expect(out.sums).toEqual(['121.00', '44.95', '24.19', '273.05', '86.27']);
  });

  test.each(['Date|Customer|Net amount|VAT|Amount due', 'Дата|Клиент|Сумма без НДС|НДС|Сумма с налогом'])(
    '%s: of net, tax and their sum the sum is taken, once',
    async (titles) => {
      const out = await outcome(`${titles}
        2026-03-01|Ann Lee|100.00|20.00|120.00
        2026-03-02|Bob Ray|40.00|8.00|48.00
        2026-03-03|Cy Orr|19.99|4.00|23.99`);
      expect(out.sums).toEqual(['120.00', '48.00', '23.99']);
    },
  );

  test('a total beside a tax whose rate nobody can tell stays as it is', async () => {
    const out = await outcome(`Date|Customer|Total|Tax
      2026-03-01|Ann Lee|100.00|8.15
      2026-03-02|Bob Ray|40.00|3.26
      2026-03-03|Cy Orr|19.99|1.63
      2026-03-04|Di Poe|55.00|4.48
      2026-03-05|Ed Fry|61.00|4.97`);
    expect(out.sums).toEqual(['100.00', '40.00', '19.99', '55.00', '61.00']);
  });
});

describe('a discount beside pieces and price', () => {
  test.each([
    ['Date|Customer|Item|Quantity|Unit price|Discount', '0.15', '0'],
    ['Datum|Kunde|Artikel|Menge|Einzelpreis|Rabatt', '15%', ''],
    ['Datum|Klant|Artikel|Aantal|Stukprijs|Korting %', '15', '0'],
  ])('%s: is taken off where the file says how', async (titles, some, none) => {
    const out = await outcome(`${titles}
      2026-03-01|Ann Lee|Rose|3|10.00|${some}
      2026-03-02|Bob Ray|Tulip|2|4.95|${none}
      2026-03-03|Cy Orr|Vase|1|19.99|${some}`);
    expect(out).toMatchObject({ sums: ['25.50', '9.90', '16.99'], ...asked() });
  });

  test('a row whose discount is no part of the price is left out, and said', async () => {
    const out = await outcome(`Date|Customer|Item|Quantity|Unit price|Discount
      2026-03-01|Ann Lee|Rose|3|10.00|0.15
      2026-03-02|Bob Ray|Tulip|2|4.95|0.2
      2026-03-03|Cy Orr|Vase|1|19.99|lots`);
    expect(out.sums).toEqual(['25.50', '7.92']);
  });

  test('that may be money or percent is not taken off', async () => {
    const out = await outcome(`Date|Customer|Item|Quantity|Unit price|Discount
      2026-03-01|Ann Lee|Rose|3|10.00|5
      2026-03-02|Bob Ray|Tulip|2|4.95|0
      2026-03-03|Cy Orr|Vase|1|19.99|2`);
    expect(out.sums).toEqual(['30.00', '9.90', '19.99']);
  });

  test('is not taken off an amount that was paid', async () => {
    const out = await outcome(`Date|Customer|Item|Quantity|Amount|Discount
      2026-03-01|Ann Lee|Rose|3|25.50|0.15
      2026-03-02|Bob Ray|Tulip|2|9.90|0`);
    expect(out.sums).toEqual(['25.50', '9.90']);
  });
});

describe('an order total on each of its lines', () => {
  test.each([
    'Order no|Date|Customer|Item|Qty|Unit price|Order total',
    'Bestellnummer|Datum|Kunde|Artikel|Menge|Einzelpreis|Gesamtbetrag',
  ])('%s: counts once, shared out over the lines as their prices prove', async (titles) => {
    const out = await outcome(`${titles}
        A1|2026-03-01|Ann Lee|Soap|2|5.00|30.00
        A1|2026-03-01|Ann Lee|Brush|1|20.00|30.00
        A2|2026-03-02|Bob Ray|Soap|1|5.00|5.00
        A3|2026-03-03|Cy Orr|Comb|3|4.00|17.00
        A3|2026-03-03|Cy Orr|Soap|1|5.00|17.00`);
    expect(out).toMatchObject({ total: 5200, sums: ['10.00', '20.00', '5.00', '12.00', '5.00'], ...asked() });
  });

  test('shipping or a discount in the total does not hide it', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Qty|Price|Total
      A1|2026-03-01|Ann Lee|Soap|2|5.00|34.50
      A1|2026-03-01|Ann Lee|Brush|1|20.00|34.50
      A3|2026-03-03|Cy Orr|Comb|3|4.00|15.30
      A3|2026-03-03|Cy Orr|Soap|1|5.00|15.30`);
    expect(out).toMatchObject({ total: 4980, kept: 4, ...asked() });
  });

  test('a line of an order further down in the file does not count it again', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Qty|Price|Total
      A1|2026-03-01|Ann Lee|Soap|2|5.00|30.00
      A3|2026-03-03|Cy Orr|Comb|3|4.00|17.00
      A1|2026-03-01|Ann Lee|Brush|1|20.00|30.00
      A3|2026-03-03|Cy Orr|Soap|1|5.00|17.00`);
    expect(out).toMatchObject({ total: 4700, leftOut: { 'row-repeated': [4, 5] } });
  });

  test('numbers that begin again every day are not taken for one order', async () => {
    const out = await outcome(`Bon|Datum|Klant|Artikel|Aantal|Prijs|Totaal
      1|2026-03-01|Ann Lee|Soap|2|5.00|30.00
      1|2026-03-01|Ann Lee|Brush|1|20.00|30.00
      2|2026-03-01|Bob Ray|Soap|1|5.00|5.00
      1|2026-03-02|Cy Orr|Comb|3|4.00|30.00
      1|2026-03-02|Cy Orr|Soap|1|18.00|30.00`);
    expect(out).toMatchObject({ total: 6500, kept: 5, leftOut: {} });
  });

  test('two orders of one number and amount that follow on each other are two, on two days', async () => {
    const out = await outcome(`Bon|Datum|Klant|Artikel|Aantal|Prijs|Totaal
      1|2026-03-01 10:00:01|Ann Lee|Soap|2|5.00|30.00
      1|2026-03-01 10:00:02|Ann Lee|Brush|1|20.00|30.00
      1|2026-03-02 09:00:00|Cy Orr|Comb|3|4.00|30.00
      1|2026-03-02 09:00:00|Cy Orr|Soap|1|18.00|30.00`);
    expect(out).toMatchObject({ total: 6000, sums: ['10.00', '20.00', '12.00', '18.00'] });
  });

  test('a column of the lines’ own sums proves it too', async () => {
    const out = await outcome(`Ticket no|Date|Client|Article|Ligne|Total ticket
      A1|2026-03-01|Ann Lee|Soap|10.00|30.00
      A1|2026-03-01|Ann Lee|Brush|20.00|30.00
      A3|2026-03-03|Cy Orr|Comb|12.00|17.00
      A3|2026-03-03|Cy Orr|Soap|5.00|17.00`);
    expect(out).toMatchObject({ total: 4700, sums: ['10.00', '20.00', '12.00', '5.00'] });
  });

  test('whatever the orders and however the lines lie in the file, each order counts once, to the cent', async () => {
    const line = fc.record({
      pieces: fc.integer({ min: 1, max: 5 }),
      price: fc.integer({ min: 100, max: 9_999 }),
    });
    const order = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 4 }),
      shipping: fc.integer({ min: 0, max: 99 }),
    });
    const money = (cents: number) => (cents / 100).toFixed(2);
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { minLength: 2, maxLength: 8 }),
        fc.infiniteStream(fc.nat(1000)),
        async (made, places) => {
          const proof = [700, 1_900].map((price) => ({ pieces: 2, price }));
          const orders = [{ lines: proof, shipping: 0 }, { lines: proof, shipping: 55 }, ...made];
          const totals = orders.map(
            ({ lines, shipping }) =>
              lines.reduce((sum, { pieces, price }) => sum + pieces * price, 0) + shipping,
          );
          const rows = orders.flatMap(({ lines }, i) =>
            lines.map(
              ({ pieces, price }, at) =>
                `A${i}|2026-03-0${1 + (i % 9)}|Name ${i}|Ware ${at}|${pieces}|${money(price)}|${money(totals[i]!)}`,
            ),
          );
          const shuffled = rows
            .map((row) => ({ row, at: places.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
          const expected = totals.reduce((sum, total) => sum + total, 0);
          for (const lines of [rows, shuffled]) {
            const out = await outcome(
              `Order no|Date|Customer|Item|Qty|Unit price|Order total\n${lines.join('\n')}`,
            );
            expect(out).toMatchObject({ total: expected, ...asked() });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('where nothing tells, the owner is asked', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee|Soap|30.00
      A1|2026-03-01|Ann Lee|Brush|30.00
      A2|2026-03-02|Bob Ray|Soap|5.00
      A3|2026-03-03|Cy Orr|Comb|17.00
      A3|2026-03-03|Cy Orr|Soap|17.00`);
    expect(out).toMatchObject(asked(['every-line']));
  });

  test.each([
    [
      'lines with amounts of their own',
      `A1|2026-03-01|Ann Lee|Soap|10.00
       A1|2026-03-01|Ann Lee|Brush|20.00
       A3|2026-03-03|Cy Orr|Comb|12.00
       A3|2026-03-03|Cy Orr|Soap|5.00`,
    ],
    [
      'two of the same thing',
      `A1|2026-03-01|Ann Lee|Ticket|10.00
       A1|2026-03-01|Ann Lee|Ticket|10.00
       A3|2026-03-03|Cy Orr|Ticket|12.00
       A3|2026-03-03|Cy Orr|Ticket|12.00`,
    ],
    [
      'things that always cost the same',
      `A1|2026-03-01|Ann Lee|Yoga|10.00
       A1|2026-03-01|Ann Lee|Dance|10.00
       A2|2026-03-02|Bob Ray|Dance|10.00
       A3|2026-03-03|Cy Orr|Yoga|10.00
       A3|2026-03-03|Cy Orr|Dance|10.00`,
    ],
  ])('%s count on every line, with no question', async (_, lines) => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount\n${lines}`);
    expect(out.sums).toEqual(lines.split('\n').map((line) => line.trim().split('|')[4]));
    expect(out).toMatchObject(asked());
  });
});

describe('an order whose facts stand on its first line', () => {
  test.each(['Order no|Date|Customer|Item|Amount', '№ заказа|Дата|Клиент|Товар|Сумма'])(
    '%s: further lines take day and client from it',
    async (titles) => {
      const out = await outcome(`${titles}
        A1|2026-03-01|Ann Lee|Soap|10.00
        |||Brush|20.00
        A2|2026-03-02|Bob Ray|Soap|5.00
        |||Comb|4.00
        A3|2026-03-02|Cy Orr|Soap|1.00`);
      expect(out).toMatchObject({ kept: 5, total: 4000, leftOut: {} });
      expect(out.sales[1]).toBe('2026-03-01 | ann lee | Ann Lee | 20.00 | Brush');
      expect(out.sales[3]).toContain('Bob Ray');
    },
  );

  test('further lines that bear its number do, too', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee|Soap|10.00
      A1|||Brush|20.00
      A1|||Comb|4.00`);
    expect(out).toMatchObject({ kept: 3, total: 3400, clients: 1, leftOut: {} });
  });

  test('its total on the first line is shared out over all', async () => {
    const out = await outcome(`Nr bon|Data|Client|Produs|Cantitate|Pret|Total
      A1|2026-03-01|Ann Lee|Soap|2|5.00|30.00
      A1|||Brush|1|20.00|
      A2|2026-03-02|Bob Ray|Soap|1|5.00|9.00
      A2|||Comb|1|4.00|`);
    expect(out).toMatchObject({ total: 3900, sums: ['10.00', '20.00', '5.00', '4.00'] });
  });

  test('the foot of a report is no line of the last order', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee|Soap|10.00
      |||Brush|20.00
      A2|2026-03-02|Bob Ray|Soap|5.00
      |||Comb|4.00
      A3|2026-03-03|Cy Orr|Soap|1.00
      ||||40.00
      |||Total|40.00`);
    expect(out).toMatchObject({ kept: 5, total: 4000 });
  });

  test.each([
    ['', 'no order of several lines'],
    ['A2|||Comb|4.00\n', 'orders that number all their lines'],
  ])('sums by kind of payment at the foot are no lines of the last order%s, after %s', async (line) => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee|Soap|10.00
      ${line === '' ? '' : 'A1|||Brush|4.00\n'}A2|2026-03-02|Bob Ray|Soap|5.00
      ${line}|||Cash|10.00
      |||Card|5.00`);
    expect(out.total).toBe(line === '' ? 1500 : 2300);
  });

  test('what follows after a blank line is no line of the last order', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee|Soap|10.00
      |||Brush|20.00
      A2|2026-03-02|Bob Ray|Soap|5.00
      |||Comb|4.00
      A3|2026-03-03|Cy Orr|Soap|1.00
      ||||
      |||Soap sold|16.00
      |||Others sold|24.00`);
    expect(out).toMatchObject({ total: 4000, leftOut: { 'date-missing': [8, 9] } });
  });

  test('a line without a day alone makes no such layout: it is left out and counted', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee|Soap|10.00
      A2||Bob Ray|Brush|20.00
      A3|2026-03-02|Bob Ray|Soap|5.00`);
    expect(out).toMatchObject({ total: 1500, leftOut: { 'date-missing': [3] } });
  });

  test('a walk-in after a client keeps to itself', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee|Soap|10.00
      |||Brush|20.00
      A2|2026-03-01|Bob Ray|Soap|5.00
      |||Comb|2.00
      A3|2026-03-01||Soap|5.00`);
    expect(out).toMatchObject({ withoutClient: 1, total: 4200 });
  });
});

describe('an order that begins with its own sum', () => {
  test.each(['Order no|Date|Customer|Item|Amount', 'Ordernummer|Datum|Klant|Artikel|Bedrag'])(
    '%s: the sum is not counted beside its lines',
    async (titles) => {
      const out = await outcome(`${titles}
        A1|2026-03-01|Ann Lee||30.00
        A1|2026-03-01|Ann Lee|Soap|10.00
        A1|2026-03-01|Ann Lee|Brush|20.00
        A2|2026-03-02|Bob Ray|Soap|5.00`);
      expect(out).toMatchObject({ total: 3500, leftOut: { 'total-row': [2] } });
    },
  );

  test('shipping that happens to cost as much as the only thing sent counts', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee||5.00
      A1|2026-03-01|Ann Lee|Soap|5.00
      A2|2026-03-02|Bob Ray|Soap|5.00`);
    expect(out).toMatchObject({ total: 1500, leftOut: {} });
  });

  test('a line without a product that is no sum counts, such as shipping', async () => {
    const out = await outcome(`Order no|Date|Customer|Item|Amount
      A1|2026-03-01|Ann Lee||4.00
      A1|2026-03-01|Ann Lee|Soap|10.00
      A1|2026-03-01|Ann Lee|Brush|20.00
      A2|2026-03-02|Bob Ray|Soap|5.00`);
    expect(out).toMatchObject({ total: 3900, leftOut: {} });
  });
});

describe('money in two columns', () => {
  test.each(['Date|Customer|Money in|Money out', 'Дата|Клиент|Приход|Расход'])(
    '%s: what goes out to a client who bought is paid back',
    async (titles) => {
      const out = await outcome(`${titles}
        2026-03-01|Ann Lee|30.00|
        2026-03-02|Bob Ray|20.00|
        2026-03-04|Ann Lee||5.00`);
      expect(out).toMatchObject({ sums: ['30.00', '20.00', '-5.00'], leftOut: {} });
    },
  );

  test('what goes out to others is spent, and no sale', async () => {
    const out = await outcome(`Fecha|Cliente|Ingresos|Gastos
      2026-03-01|Ann Lee|30.00|
      2026-03-02|Bob Ray|20.00|
      2026-03-04|Landlord||500.00`);
    expect(out).toMatchObject({ sums: ['30.00', '20.00'], leftOut: { 'not-a-sale': [4] } });
  });

  test.each([
    ['Date|Customer|Debit|Credit', ['10.00|', '20.00|', '30.00|', '40.00|', '|4.00']],
    ['Datum|Kunde|Soll|Haben', ['|10.00', '|20.00', '|30.00', '|40.00', '4.00|']],
  ])('%s: the side that nearly all rows fill is that of the sales', async (titles, sums) => {
    const out = await outcome(`${titles}
      ${sums.map((sum, i) => `2026-03-0${i + 1}|Ann Lee|${sum}`).join('\n')}`);
    expect(out.sums).toEqual(['10.00', '20.00', '30.00', '40.00', '-4.00']);
  });

  test('an account with sales and payments alike is not guessed at', async () => {
    const out = await outcome(`Date|Customer|Debit|Credit
      2026-03-01|Ann Lee|10.00|
      2026-03-02|Ann Lee||10.00
      2026-03-03|Bob Ray|20.00|
      2026-03-04|Bob Ray||20.00`);
    expect(out).toMatchObject({ refused: 'no-amount' });
  });

  test('pieces that come in and go out are not taken for money', async () => {
    const out = await outcome(`Дата|Клиент|Приход|Расход
      2026-03-01|Ann Lee||3
      2026-03-02|Bob Ray|2|
      2026-03-03|Cy Orr||1`);
    expect(out).toMatchObject({ refused: 'no-amount' });
  });

  test('a total of its own beside them is what counts', async () => {
    const out = await outcome(`Date|Customer|Debit|Credit|Total
      2026-03-01|Ann Lee|10.00||10.00
      2026-03-02|Bob Ray||4.00|4.00`);
    expect(out.sums).toEqual(['10.00', '4.00']);
  });
});

describe('pieces and price', () => {
  test('a price that grows with the pieces is that of the line', async () => {
    const out = await outcome(`Datum|Klant|Artikel|Aantal|Prijs
      2026-03-01|Ann Lee|Soap|1|5.00
      2026-03-02|Bob Ray|Soap|3|15.00
      2026-03-03|Cy Orr|Brush|2|40.00
      2026-03-04|Ann Lee|Brush|1|20.00
      2026-03-05|Ann Lee|Soap|2|10.00`);
    expect(out.sums).toEqual(['5.00', '15.00', '40.00', '20.00', '10.00']);
  });

  test('a price that stays the same is that of one piece', async () => {
    const out = await outcome(`Date|Client|Produit|Quantité|Prix
      2026-03-01|Ann Lee|Soap|1|5.00
      2026-03-02|Bob Ray|Soap|3|5.00
      2026-03-03|Cy Orr|Brush|2|20.00
      2026-03-04|Ann Lee|Brush|1|20.00`);
    expect(out.sums).toEqual(['5.00', '15.00', '40.00', '20.00']);
  });

  test('an amount of pieces beside a price is no money', async () => {
    const out = await outcome(`Date|Customer|Item|Amount|Price
      2026-03-01|Ann Lee|Soap|1|5.50
      2026-03-02|Bob Ray|Soap|3|5.50
      2026-03-03|Cy Orr|Brush|2|20.00`);
    expect(out.sums).toEqual(['5.50', '16.50', '40.00']);
  });

  test('an amount of money beside a price is', async () => {
    const out = await outcome(`Date|Customer|Item|Amount|Price
      2026-03-01|Ann Lee|Soap|5.50|5.50
      2026-03-02|Bob Ray|Soap|16.50|5.50
      2026-03-03|Cy Orr|Brush|40.00|20.00`);
    expect(out.sums).toEqual(['5.50', '16.50', '40.00']);
  });
});

describe('rows that point to the sale they pay back', () => {
  test.each(['Receipt no|Date|Customer|Amount|Refund of', '№ чека|Дата|Клиент|Сумма|Возврат по чеку'])(
    '%s: give money back',
    async (titles) => {
      const out = await outcome(`${titles}
        R1|2026-03-01|Ann Lee|30.00|
        R2|2026-03-02|Bob Ray|20.00|
        R3|2026-03-04|Ann Lee|10.00|R1`);
      expect(out.sums).toEqual(['30.00', '20.00', '-10.00']);
    },
  );

  test('so does a row that points to a sale of the same client that is worth as much', async () => {
    const out = await outcome(`Belegnummer|Datum|Kunde|Betrag|Ursprungsbeleg
      R1|2026-03-01|Ann Lee|30.00|
      R2|2026-03-02|Bob Ray|20.00|
      R3|2026-03-04|Ann Lee|30.00|R1`);
    expect(out.sums).toEqual(['30.00', '20.00', '-30.00']);
  });

  test.each([
    ['itself', 'R3|2026-03-04|Ann Lee|30.00|R3'],
    ['a sale of somebody else', 'R3|2026-03-04|Cy Orr|30.00|R1'],
    ['a smaller sale', 'R3|2026-03-04|Ann Lee|31.00|R1'],
    ['a sale that is not there', 'R3|2026-03-04|Ann Lee|30.00|R0'],
  ])('a row that points to %s is a sale', async (_, row) => {
    const out = await outcome(`Receipt no|Date|Customer|Amount|Original receipt
      R1|2026-03-01|Ann Lee|30.00|
      R2|2026-03-02|Bob Ray|20.00|
      ${row}`);
    expect(out.sums.every((sum) => !sum!.startsWith('-'))).toBe(true);
  });
});

describe('days without a year', () => {
  test.each(['Date|Year|Customer|Total', 'Datum|Jahr|Kunde|Gesamt'])(
    '%s: the year beside them counts',
    async (titles) => {
      const out = await outcome(`${titles}
      31.12.|2025|Ann Lee|30.00
      02.01.|2026|Bob Ray|20.00`);
      expect(out.sales.map((sale) => sale.slice(0, 10))).toEqual(['2025-12-31', '2026-01-02']);
    },
  );

  test.each([
    'Period 15.12.2025 - 14.01.2026',
    'Sales from 2025-12-15 to 2026-01-14',
    'Отчет за 15.12.2025 по 14.01.2026',
  ])('the period over the titles (%s) tells it', async (head) => {
    const out = await outcome(`${head}|||
        Date|Customer|Total
        31.12|Ann Lee|30.00
        02.01|Bob Ray|20.00`);
    expect(out.sales.map((sale) => sale.slice(0, 10))).toEqual(['2025-12-31', '2026-01-02']);
  });

  test('a single year over the titles tells it', async () => {
    const out = await outcome(`Umsätze 2025||
      Datum|Kunde|Gesamt
      14/03|Ann Lee|30.00
      02/04|Bob Ray|20.00`);
    expect(out.sales.map((sale) => sale.slice(0, 10))).toEqual(['2025-03-14', '2025-04-02']);
  });

  test('without a year anywhere the file is refused, with a day of it', async () => {
    const out = await outcome(`Date|Customer|Total
      14.03|Ann Lee|30.00
      02.04|Bob Ray|20.00`);
    expect(out).toMatchObject({ refused: 'no-date' });
  });

  test('a year that would put days in the future is not believed', async () => {
    const out = await outcome(`Sales 2026||
      Date|Customer|Total
      14.12|Ann Lee|30.00
      02.04|Bob Ray|20.00`);
    expect(out).toMatchObject({ refused: 'no-date' });
  });
});

describe('names in two columns', () => {
  test.each(['Date|First name|Last name|Total', 'Datum|Nachname|Vorname|Gesamt', 'Дата|Фамилия|Имя|Сумма'])(
    '%s: are put together',
    async (titles) => {
      const isFirst = titles.includes('First');
      const row = (day: number, first: string, last: string) =>
        `2026-03-0${day}|${isFirst ? `${first}|${last}` : `${last}|${first}`}|5.00`;
      const out = await outcome(
        [titles, row(1, 'Ann', 'Lee'), row(2, 'Ann', 'Ray'), row(3, '', 'Orr')].join('\n'),
      );
      expect(out.sales.map((sale) => sale.split(' | ')[2])).toEqual(['Ann Lee', 'Ann Ray', 'Orr']);
    },
  );

  test('a name in one column stays as it is', async () => {
    const out = await outcome(`Date|Customer|First name|Last name|Total
      2026-03-01|Lee Ltd|Ann|Lee|5.00
      2026-03-02|Ray Inc|Bob|Ray|5.00`);
    expect(out.sales.map((sale) => sale.split(' | ')[2])).toEqual(['Lee Ltd', 'Ray Inc']);
  });
});

test('a file that is there twice over is read once, also where its rows are put right', async () => {
  const once = `2026-03-01|Ann Lee|100.00|21.00
    2026-03-02|Bob Ray|40.00|8.40
    2026-03-03|Cy Orr|19.99|0.00`;
  const out = await outcome(`Date|Customer|Net amount|VAT amount
    ${once}
    ${once}`);
  expect(out).toMatchObject({ total: 18_939, leftOut: { 'table-repeated': [5, 6, 7] } });
});
