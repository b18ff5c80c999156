import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recalledMapping } from '../../../src/domain/intake/arrange/recalled';
import type { RowRules } from '../../../src/domain/intake/arrange/rules';
import { readSales } from '../../../src/domain/intake/readSales';
import { survey } from '../../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { decodeMapping } from '../../../src/storage/decodeRecords';
import { aMapping } from '../../support/aDraft';
import { fileOf } from '../../support/fileOf';
import { formatOutcome } from '../../support/formatOutcome';

const TODAY = parseIsoDay('2026-11-22');
const outcome = (...lines: string[]) => formatOutcome(fileOf(lines.join('\n')), TODAY);

async function surveyed(text: string) {
  const seen = await survey(fileOf(text), TODAY);
  if (!seen.ok) throw new Error(seen.error.code);
  return seen.value;
}

async function draftOf(text: string, changed: { rules?: RowRules; client?: number } = {}) {
  const { layout, mapping } = await surveyed(text);
  const { client, ...rules } = changed;
  const columns = client === undefined ? mapping.columns : { ...mapping.columns, client };
  const read = await readSales(
    fileOf(text),
    layout,
    { ...mapping, ...rules, columns },
    { today: TODAY, minorDigits: 2 },
  );
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('a file of no known maker', () => {
  test.each([
    ['Status', 'Paid', 'Cancelled'],
    ['Statut', 'Payée', 'Brouillon'],
    ['Betaalstatus', 'Betaald', 'Geannuleerd'],
    ['Zahlungsstatus', 'Bezahlt', 'Storniert'],
    ['Статус', 'Проведен', 'Отменён'],
    ['Stare', 'Achitată', 'Anulată'],
    ['Estado', 'Pagado', 'Pendiente'],
    ['Stato', 'Pagato', 'Annullato'],
    ['Situação', 'Pago', 'Recusada'],
  ])('leaves out what its column "%s" calls no sale, and counts it', async (title, fine, not) => {
    const read = await outcome(
      `Date;Customer;Total;${title}`,
      `2026-03-01;Ann Lee;10.00;${fine}`,
      `2026-03-02;Bob Ray;20.00;${not}`,
      `2026-03-03;Cy Orr;30.00;${fine}`,
    );
    expect(read).toMatchObject({ total: 4000, leftOut: { 'not-a-sale': [3] } });
  });

  test('left-out lines keep their cells, and the status says why', async () => {
    const draft = await draftOf(
      'Date,Customer,Total,Status\n2026-03-01,Ann Lee,10.00,paid\n2026-03-02,Bob Ray,20.00,Void\n',
    );
    expect(draft.summary.issues).toEqual([{ code: 'not-a-sale', count: 1, lines: [3], sample: 'Void' }]);
    expect(draft.leftOutRows).toEqual([
      { line: 3, code: 'not-a-sale', cells: ['2026-03-02', 'Bob Ray', '20.00', 'Void'] },
    ]);
  });

  test('a kind of entry called refund makes the amount negative once', async () => {
    const read = await outcome(
      'Date,Customer,Total,Type',
      '2026-03-01,Ann Lee,10.00,Sale',
      '2026-03-02,Ann Lee,4.00,Refund',
      '2026-03-03,Ann Lee,-3.00,Refund',
      '2026-03-04,Ann Lee,50.00,Payout',
    );
    expect(read).toMatchObject({ total: 300, leftOut: { 'not-a-sale': [5] } });
  });

  test('an order marked as refunded stays where the refund has a line of its own', async () => {
    const own = [
      'Date,Customer,Total,Status',
      '2026-03-01,Ann Lee,10.00,Refunded',
      '2026-03-02,Bob Ray,5.00,Paid',
    ];
    expect(await outcome(...own)).toMatchObject({ total: 500 });
    expect(await outcome(...own, '2026-03-05,Ann Lee,-10.00,Paid')).toMatchObject({
      total: 500,
      leftOut: {},
    });
  });

  test('money paid back in a column of its own is taken off; all of it back is no sale', async () => {
    const read = await outcome(
      'Date,Customer,Total,Refunded amount',
      '2026-03-01,Ann Lee,"1,000.00",0.10',
      '2026-03-02,Bob Ray,5.00,5.00',
      '2026-03-03,Cy Orr,7.00,',
    );
    expect(read).toMatchObject({ total: 100_690, leftOut: { 'not-a-sale': [3] } });
  });

  test('a refund that cannot be read leaves its sale out, for nothing is guessed', async () => {
    const read = await outcome(
      'Date,Customer,Total,Refunded amount',
      '2026-03-01,Ann Lee,10.00,some',
      '2026-03-02,Bob Ray,5.00,1.00',
      '2026-03-03,Cy Orr,7.00,',
    );
    expect(read).toMatchObject({ total: 1100, leftOut: { 'amount-unreadable': [2] } });
  });

  test('of several currencies the commonest is read; another can be chosen and is remembered', async () => {
    const text = [
      'Date,Customer,Total,Currency',
      '2026-03-01,Ann Lee,10.00,EUR',
      '2026-03-02,Bob Ray,20.00,usd',
      '2026-03-03,Cy Orr,30.00,eur',
    ].join('\n');
    const read = await draftOf(text);
    expect(read.summary).toMatchObject({ total: 4000, leftOut: 1 });
    expect(read.summary.issues).toMatchObject([{ code: 'other-currency', lines: [3], sample: 'usd' }]);
    const chosen = { ...read.mapping, rules: { currency: { column: 3, code: 'USD' } } };
    const recalled = recalledMapping(chosen, (await surveyed(text)).mapping);
    expect(recalled.rules?.currency?.code).toBe('USD');
    expect((await draftOf(text, { rules: recalled.rules! })).summary.total).toBe(2000);
  });

  test('a time of day beside the date tells two sales of one day apart', async () => {
    const text = 'Date,Time,Customer,Total\n2026-03-01,10:00,Ann Lee,5.00\n2026-03-01,11:30,Ann Lee,5.00\n';
    const { identity } = await draftOf(text);
    expect([identity[0], identity[1]]).not.toEqual([identity[2], identity[3]]);
  });

  test('titles that ask for no rule give none, so that such files are read as fast as ever', async () => {
    const plain = await surveyed(
      'Date,Customer,Total,Product\n2026-03-01,Ann Lee,5.00,Tea\n2026-03-02,Bob Ray,6.00,Tea\n',
    );
    expect(plain.mapping).not.toHaveProperty('rules');
    expect(plain).not.toHaveProperty('preset');
  });
});

describe('payments and payouts with one id (SumUp)', () => {
  test('are not counted twice once the owner says which column names the client', async () => {
    const text = [
      'E-Mail,Datum,Transaktions-ID,Zahlungsart,Status,Beschreibung,Betrag inkl. MwSt.,Auszahlung,Auszahlungs-ID',
      'shop@x.example,2026-01-31 19:56:55,T1,Umsatz,Erfolgreich,Ann Lee,11.5,11.21,',
      ',2026-01-31 19:57:11,T1,Auszahlung,Gezahlt,,11.5,11.21,95',
      'shop@x.example,2026-01-31 20:00:00,T2,Umsatz,Abgebrochen,Bob Ray,9.0,,',
    ].join('\n');
    const { summary } = await draftOf(text, { client: 5 });
    expect(summary).toMatchObject({ kept: 1, total: 1150, leftOut: 2 });
  });
});

describe('an order of several lines', () => {
  const HEAD = 'Name,Email,Financial Status,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price';
  const cents = fc.integer({ min: 0, max: 100_000 }).map((units) => (units / 100).toFixed(2));
  const line = fc.record({ pieces: fc.integer({ min: 0, max: 9 }), price: cents });
  const order = fc.record({ total: cents, lines: fc.array(line, { minLength: 1, maxLength: 5 }) });

  test('shares its total out to the cent, whatever its prices', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 6 }), async (orders) => {
        const rows = orders.flatMap(({ total, lines }, i) =>
          lines.map(({ pieces, price }, at) =>
            at === 0
              ? `#${i + 1},c${i}@x.example,paid,2026-03-01 10:00:00 +0100,${total},${pieces},Thing,${price}`
              : `#${i + 1},,,,,${pieces},Thing,${price}`,
          ),
        );
        const { summary } = await draftOf([HEAD, ...rows, ''].join('\n'));
        const total = orders.reduce((sum, each) => sum + Math.round(Number(each.total) * 100), 0);
        expect(summary).toMatchObject({ total, kept: rows.length, clients: orders.length });
      }),
      { numRuns: 40 },
    );
  });

  test('is read the same however the file is cut into pieces, and its left-out lines show what stood there', async () => {
    const text = `${HEAD}\n#1,a@x.example,pending,2026-03-01,9.00,1,Cap,9.00\n#1,,,,,1,Tee,5.00\n#2,b@x.example,paid,2026-03-02,4.00,1,Tee,4.00\n`;
    const { leftOutRows } = await draftOf(text);
    expect(leftOutRows.map(({ cells }) => cells[2])).toEqual(['pending', '']);
  });
});

test('rules survive being stored, and rules that are none are set aside with their mapping', () => {
  const rules: RowRules = {
    sections: 0,
    fill: { receipt: 1, columns: [2, 3] },
    lines: { receipt: 1, quantity: 2, price: 3 },
    everyLine: { receipt: 1, price: 3, amount: 'order' },
    heads: { receipt: 1, item: 2 },
    only: [{ column: 1, words: ['si'] }],
    never: [{ column: 1, words: ['void'] }],
    refunds: [{ column: 1, words: ['sc'] }],
    othersSpend: true,
    currency: { column: 4, code: 'EUR' },
    id: 5,
    instead: [{ column: 1, from: 2, unless: ['x'] }],
    joined: { column: 1, from: [1, 2] },
    year: 7,
    time: 6,
    period: { from: '20260101', to: '20260131' },
    plus: [1],
    minus: [2],
    corrected: 3,
    ledger: { account: 1, counter: 2, side: 3 },
    sure: ['date-order'],
  };
  const mapping = aMapping({ rules });
  expect(decodeMapping(structuredClone(mapping))).toEqual(mapping);
  expect(decodeMapping({ ...mapping, rules: { never: 'all' } })).toBeUndefined();
  const bare = aMapping({ rules: { fill: { columns: [2], line: 4 }, lines: {} } });
  expect(decodeMapping(structuredClone(bare))).toEqual(bare);
});

test('the period of a file is its own, even where the columns are remembered', () => {
  const before = aMapping({ rules: { period: { from: '20260101', to: '20260131' } } });
  const now = aMapping({ rules: { period: { from: '20260201', to: '20260228' } } });
  expect(recalledMapping(before, now).rules).toEqual(now.rules);
  expect(recalledMapping(before, aMapping())).not.toHaveProperty('rules');
});

describe('a file of a shape that was read before', () => {
  const order = { receipt: 0, amount: 'order' } as const;

  test('keeps what the owner answered and the rows proved, even where its own rows prove nothing', () => {
    const before = aMapping({
      rules: { everyLine: order, plus: [4], refunds: [{ column: 5, words: ['*'] }] },
    });
    expect(recalledMapping(before, aMapping()).rules).toEqual(before.rules);
  });

  test('read before rows proved anything goes on so, or its sales would count again', () => {
    const now = aMapping({ rules: { everyLine: order, plus: [4], never: [{ column: 5, words: ['void'] }] } });
    expect(recalledMapping(aMapping(), now).rules).toEqual({ never: now.rules!.never });
  });

  test('learns what the rows of the last file could not prove', () => {
    const now = aMapping({ rules: { everyLine: order, plus: [4] } });
    expect(recalledMapping(aMapping({ isProven: true }), now).rules).toEqual(now.rules);
  });

  test('takes nothing off an amount that the owner took from another column', () => {
    const chosen = aMapping({ columns: { date: 0, client: 1, amount: 4 }, isProven: true });
    expect(recalledMapping(chosen, aMapping({ rules: { minus: [4], othersSpend: true } }))).toEqual(chosen);
  });

  test('of a known maker follows what is known of the maker', () => {
    const now = aMapping({ rules: { lines: { receipt: 0 }, plus: [4] } });
    expect(recalledMapping(aMapping(), now, true).rules).toEqual(now.rules);
  });
});
