import { describe, expect, it } from 'vitest';
import { addDays, monthOf, parseIsoDay, type Day } from '../../../../src/domain/kernel/day';
import { STATUS } from '../../../../src/domain/loss/status';
import type { Entry } from '../../../../src/domain/notebook/notebook';
import { accident } from '../../../../src/domain/reasons/money/accident';
import { byMonth, byRevenue } from '../../../../src/domain/reasons/money/division';
import { lostClients } from '../../../../src/domain/reasons/money/lostClients';
import { reasonsInMoney } from '../../../../src/domain/reasons/money/reasonsInMoney';
import { NO_KEY, NOT_ASKED, REST, UNKNOWN } from '../../../../src/domain/reasons/reasonsReport';
import { NONE } from '../../../../src/domain/sales/columns';
import { anEntry, aStatement } from '../../../support/notebook';

const today = parseIsoDay('2026-11-23');
const asOf = today;
const ripeUntil = addDays(asOf, -60);

interface Lost {
  readonly value: number;
  readonly lostDate?: Day;
  /** Cents by employee, and by product. */
  readonly employees?: readonly number[];
  readonly products?: readonly number[];
}

const STAFF = ['sold:Ada', 'sold:Bo'];

/** The report of a shop in which exactly these clients are lost; the last visit of each was 60 days before the lost date. */
function reportOf(clients: readonly Lost[], entries: readonly Entry[], products: readonly string[] = []) {
  const lostDates = clients.map(({ lostDate }) => lostDate ?? addDays(asOf, -30));
  const lost = lostClients({
    length: clients.length,
    client: Uint32Array.from(clients.keys()),
    status: new Uint8Array(clients.length).fill(STATUS.lost),
    yearlyValue: Float64Array.from(clients, ({ value }) => value),
    lostDate: Int32Array.from(lostDates),
    lastVisit: Int32Array.from(lostDates, (day) => day - 60),
  });
  const rows = clients.flatMap(({ employees = [], products: bought = [] }, client) => [
    ...employees.map((cents, employee) => ({ client, cents, employee, product: NONE })),
    ...bought.map((cents, product) => ({ client, cents, employee: NONE, product })),
  ]);
  const sales = {
    length: rows.length,
    day: Int32Array.from(rows, ({ client }) => lostDates[client]! - 100),
    client: Uint32Array.from(rows, ({ client }) => client),
    cents: Float64Array.from(rows, ({ cents }) => cents),
  };
  const employee = Uint32Array.from(rows, (row) => row.employee);
  const product = Uint32Array.from(rows, (row) => row.product);
  const money = {
    lost,
    sold: {
      employee: byRevenue(lost, sales, employee, STAFF, asOf),
      product: byRevenue(lost, sales, product, products, asOf),
      month: byMonth(lost),
    },
  };
  const months = { first: monthOf(addDays(asOf, -1000)), length: 34, ripeUntil };
  const facts = { asOf, logStart: addDays(asOf, -1000), months };
  return reasonsInMoney(money, facts as Parameters<typeof reasonsInMoney>[1], entries, today);
}

const inLines = (lines: readonly { key: string; cents: number; clients: number }[]) =>
  lines.map(({ key, cents, clients }) => [key, cents, clients]);

const yesterday = addDays(today, -1);

describe('reasons in money', () => {
  it('are nothing but what nobody asked where nobody said anything', () => {
    const {
      tables,
      coverage,
      gap,
      lost,
      lostClients: heads,
    } = reportOf([{ value: 1000.4 }, { value: 200.3 }], []);
    expect([lost, heads]).toEqual([1201, 2]);
    for (const view of ['best', 'stated', 'real', 'staff'] as const)
      for (const dimension of ['reason', 'group', 'type', 'competitor'] as const)
        expect(inLines(tables[view][dimension])).toEqual([[NOT_ASKED, 1201, 2]]);
    expect(coverage).toEqual({
      known: 0,
      bySource: { client: 0, staff: 0, owner: 0, brainstorm: 0 },
      knownClients: 0,
      old: 0,
      thin: true,
    });
    expect(gap).toBeNull();
  });

  it('are empty where nobody is lost', () => {
    const { tables, lost, quarter } = reportOf([], [anEntry('cause')]);
    expect(lost).toBe(0);
    expect(tables.best).toMatchObject({ reason: [], employee: [], product: [], month: [] });
    expect(quarter.lines).toEqual([]);
  });

  it('divide a client among several reasons by their weights, each view by its own word', () => {
    const { tables } = reportOf(
      [{ value: 1000 }, { value: 500 }, { value: 300 }],
      [
        aStatement(0, yesterday, { price: 1, rudeness: 3 }, { source: 'client', role: 'stated' }),
        aStatement(0, yesterday, { rudeness: 1 }, { source: 'owner', role: 'real' }),
        aStatement(1, yesterday, {}, { source: 'client', role: 'stated' }),
      ],
    );
    expect(inLines(tables.stated.reason)).toEqual([
      ['rudeness', 750, 1],
      ['price', 250, 1],
      [UNKNOWN, 500, 1],
      [NOT_ASKED, 300, 1],
    ]);
    expect(inLines(tables.best.reason)).toEqual([
      ['rudeness', 1000, 1],
      [UNKNOWN, 500, 1],
      [NOT_ASKED, 300, 1],
    ]);
    expect(inLines(tables.real.type)).toEqual([
      ['people', 1000, 1],
      [NOT_ASKED, 800, 2],
    ]);
    expect(inLines(tables.stated.group)).toEqual([
      ['ours', 1000, 1],
      [UNKNOWN, 500, 1],
      [NOT_ASKED, 300, 1],
    ]);
  });

  it('leave out what was said before the last visit: it was about another absence', () => {
    const lostDate = addDays(asOf, -30);
    const report = reportOf(
      [{ value: 1000, lostDate }],
      [aStatement(0, addDays(lostDate, -60), { price: 1 }), aStatement(7, yesterday, { price: 1 })],
    );
    expect(inLines(report.tables.best.reason)).toEqual([[NOT_ASKED, 1000, 1]]);
  });

  it('count a reason that is in no catalogue as unknown', () => {
    const { tables, coverage } = reportOf([{ value: 1000 }], [aStatement(0, yesterday, { nobodys: 1 })]);
    expect(inLines(tables.best.reason)).toEqual([[UNKNOWN, 1000, 1]]);
    expect(inLines(tables.best.competitor)).toEqual([[UNKNOWN, 1000, 1]]);
    expect(coverage.known).toBe(0);
  });

  it('share out by who served the client and what they bought, and say where nobody is named', () => {
    const { tables } = reportOf(
      [
        { value: 1000, employees: [300, 100] },
        { value: 100, employees: [0, 50], products: [50, 150] },
        { value: 70, employees: [10, -20] },
        { value: 30 },
      ],
      [],
      ['Roses', 'Tulips'],
    );
    expect(inLines(tables.best.employee)).toEqual([
      ['sold:Ada', 820, 2],
      ['sold:Bo', 270, 2],
      [NO_KEY, 110, 2],
    ]);
    expect(inLines(tables.best.product)).toEqual([
      ['Tulips', 60, 1],
      ['Roses', 20, 1],
      [NO_KEY, 1120, 4],
    ]);
  });

  it('name the largest 30 products and lay the others together, a client once', () => {
    const names = Array.from({ length: 33 }, (_, k) => `p${k}`);
    const { tables } = reportOf(
      [{ value: 3300 + 33 * 16, products: names.map((_, k) => 100 + k) }],
      [],
      names,
    );
    expect(tables.best.product).toHaveLength(31);
    expect(tables.best.product[0]).toEqual({ key: 'p32', cents: 132, clients: 1 });
    expect(tables.best.product.at(-1)).toEqual({ key: REST, cents: 100 + 101 + 102, clients: 1 });
  });

  it('know a competitor by name however it is written, with the whole of the client', () => {
    const said = (client: number, competitor: string) =>
      aStatement(client, yesterday, { price: 1, 'cheaper-rival': 1 }, { competitor });
    const { tables } = reportOf(
      [{ value: 100 }, { value: 200 }, { value: 400 }, { value: 800 }],
      [said(0, 'Rosen Meier'), said(1, 'rosen  meier '), said(2, '')],
    );
    expect(inLines(tables.best.competitor)).toEqual([
      ['Rosen Meier', 300, 2],
      [NO_KEY, 400, 1],
      [NOT_ASKED, 800, 1],
    ]);
  });

  it('stand by month of the lost date, in order of time', () => {
    const may = parseIsoDay('2026-05-03');
    const june = parseIsoDay('2026-06-03');
    const { tables } = reportOf(
      [
        { value: 1, lostDate: june },
        { value: 9, lostDate: may },
        { value: 5, lostDate: june },
      ],
      [],
    );
    expect(inLines(tables.real.month)).toEqual([
      [String(monthOf(may)), 9, 1],
      [String(monthOf(june)), 6, 2],
    ]);
  });
});

describe('coverage', () => {
  it('says by whose word the best known reason is, and what of it is old', () => {
    const old = addDays(today, -366);
    const lostDate = addDays(today, -400);
    const { coverage } = reportOf(
      [{ value: 1000 }, { value: 500 }, { value: 300, lostDate }, { value: 5000 }],
      [
        aStatement(0, yesterday, { price: 1 }, { source: 'client' }),
        aStatement(0, yesterday, { rudeness: 1 }, { source: 'owner', role: 'real' }),
        aStatement(1, yesterday, { price: 1 }, { source: 'client' }),
        aStatement(2, old, { price: 1 }, { source: 'staff' }),
      ],
    );
    expect(coverage).toEqual({
      known: 1800,
      bySource: { client: 500, staff: 300, owner: 1000, brainstorm: 0 },
      knownClients: 3,
      old: 300,
      thin: true,
    });
  });

  it('counts of a client only the part that has a reason', () => {
    const said = [
      aStatement(0, yesterday, { price: 1, nobodys: 3 }, { source: 'client' }),
      aStatement(1, yesterday, { price: 1 }, { source: 'staff' }),
    ];
    const { coverage, tables } = reportOf([{ value: 1000 }, { value: 250 }, { value: 0 }], said);
    expect(coverage).toMatchObject({ known: 500, knownClients: 2, bySource: { client: 250, staff: 250 } });
    expect(inLines(tables.best.reason)).toEqual([
      ['price', 500, 2],
      [UNKNOWN, 750, 1],
      [NOT_ASKED, 0, 1],
    ]);
  });

  it('is thin below ten clients, and below a fifth of the money', () => {
    const clients = Array.from({ length: 20 }, () => ({ value: 100 }));
    const askedFirst = (count: number) =>
      clients.slice(0, count).map((_, client) => aStatement(client, yesterday, { price: 1 }));
    expect(reportOf(clients, askedFirst(9)).coverage.thin).toBe(true);
    expect(reportOf(clients, askedFirst(10)).coverage.thin).toBe(false);
    expect(reportOf([...clients, { value: 100_000 }], askedFirst(20)).coverage.thin).toBe(true);
  });
});

describe('the gap between belief and word', () => {
  it('is the money on which staff and clients name different types', () => {
    const { gap } = reportOf(
      [{ value: 600 }, { value: 300 }, { value: 100 }, { value: 9000 }],
      [
        aStatement(0, yesterday, { price: 1 }, { source: 'staff', author: 'sold:Ada' }),
        aStatement(0, yesterday, { 'bad-service': 1 }, { source: 'client' }),
        aStatement(1, yesterday, { price: 1 }, { source: 'staff', author: 'sold:Ada' }),
        aStatement(1, yesterday, { price: 1, 'bad-service': 1 }, { source: 'client' }),
        aStatement(2, yesterday, { moved: 1 }, { source: 'staff', author: 'sold:Ada' }),
        aStatement(2, yesterday, { moved: 1 }, { source: 'client' }),
        aStatement(3, yesterday, { price: 1 }, { source: 'staff', author: 'sold:Ada' }),
      ],
    );
    expect(gap).toEqual({
      clients: 3,
      cents: 1000,
      staff: { type: 'price', share: 0.9 },
      client: { type: 'service', share: 0.75 },
      apart: 750,
    });
  });
});

describe('the gap between what clients say and what it really was', () => {
  it('is the money on which the two name different types, over those of whom both are known', () => {
    const { statedGap, gap } = reportOf(
      [{ value: 600 }, { value: 300 }, { value: 100 }, { value: 9000 }],
      [
        aStatement(0, yesterday, { price: 1 }, { source: 'client' }),
        aStatement(0, yesterday, { 'bad-service': 1 }, { source: 'owner', role: 'real' }),
        aStatement(1, yesterday, { price: 1 }, { source: 'client' }),
        aStatement(1, yesterday, { price: 1, 'bad-service': 1 }, { source: 'client', role: 'real' }),
        aStatement(2, yesterday, { moved: 1 }, { source: 'client' }),
        aStatement(2, yesterday, { moved: 1 }, { source: 'owner', role: 'real' }),
        aStatement(3, yesterday, { rudeness: 1 }, { source: 'owner', role: 'real' }),
      ],
    );
    expect(statedGap).toEqual({
      clients: 3,
      cents: 1000,
      client: { type: 'price', share: 0.9 },
      real: { type: 'service', share: 0.75 },
      apart: 750,
    });
    expect(gap).toBeNull();
  });

  it('is not known while no real reason was found', () => {
    const said = [aStatement(0, yesterday, { price: 1 }, { source: 'client' })];
    expect(reportOf([{ value: 600 }], said).statedGap).toBeNull();
  });
});

describe('the quarter', () => {
  it('stands beside the one before it, up to the last day whose losses are all declared', () => {
    const first = addDays(ripeUntil, -90);
    const report = reportOf(
      [
        { value: 100, lostDate: ripeUntil },
        { value: 200, lostDate: first },
        { value: 400, lostDate: addDays(first, -1) },
        { value: 800, lostDate: addDays(first, -91) },
        { value: 1600, lostDate: addDays(first, -92) },
        { value: 3200, lostDate: addDays(ripeUntil, 1) },
      ],
      [0, 1, 2, 3, 4, 5].map((client) =>
        aStatement(client, yesterday, client % 2 === 0 ? { price: 1 } : { rudeness: 1 }),
      ),
    );
    expect(report.quarter).toEqual({
      from: first,
      until: ripeUntil,
      lines: [
        { key: 'rudeness', cents: 200, clients: 1, centsBefore: 800, clientsBefore: 1 },
        { key: 'price', cents: 100, clients: 1, centsBefore: 400, clientsBefore: 1 },
      ],
    });
  });
});

describe('a reason in other words', () => {
  it('keeps its money in one line where the answers under the earlier words count with it', () => {
    const reworded = (mergedInto: string | null) => [
      anEntry('reason', { id: 'price', label: null, retired: true, mergedInto }),
      anEntry('reason', { id: 'dear', label: 'Dearer than the market', type: 'price', replaces: 'price' }),
      aStatement(0, yesterday, { price: 1 }),
      aStatement(1, yesterday, { dear: 1 }),
      anEntry('cause', { reason: 'price' }),
    ];
    const clients = [{ value: 600 }, { value: 300 }];
    const together = reportOf(clients, reworded('dear'));
    expect(inLines(together.tables.best.reason)).toEqual([['dear', 900, 2]]);
    expect(together.causes[0]!.lossNow).toBe(900);
    const apart = reportOf(clients, reworded(null));
    expect(inLines(apart.tables.best.reason)).toEqual([
      ['price', 600, 1],
      ['dear', 300, 1],
    ]);
  });
});

describe('the effect of a removed cause', () => {
  const doneOn = addDays(ripeUntil, -100);
  /** The lost date of a client whose last visit was so many days after the cause was removed. */
  const after = (days: number) => addDays(doneOn, days + 60);
  const around = (before: number, later: number) => [
    ...Array.from({ length: before }, (_, k) => ({ value: 100, lostDate: after(-1 - k) })),
    ...Array.from({ length: later }, (_, k) => ({ value: 10, lostDate: after(k) })),
  ];
  const asked = (clients: readonly Lost[]) =>
    clients.map((_, client) => aStatement(client, yesterday, { 'late-delivery': 1 }));
  const cause = anEntry('cause', { reason: 'late-delivery', doneOn });

  it('is as many whole months before and after, and how likely so few are by accident', () => {
    const clients = around(9, 3);
    const [found] = reportOf(clients, [...asked(clients), cause]).causes;
    expect(found).toMatchObject({ cause: cause.id, lossNow: 930 });
    expect(found!.effect).toEqual({
      months: 3,
      clientsBefore: 9,
      clientsAfter: 3,
      centsBefore: 900,
      centsAfter: 30,
      knownBefore: 1,
      knownAfter: 1,
      accident: expect.closeTo(299 / 4096, 12) as number,
    });
  });

  it('looks at three months of last visits as 91 days on either side, the day itself after it', () => {
    const days = [-92, -91, -1, 0, 90, 91];
    const clients = days.map((day, k) => ({ value: 10 ** k, lostDate: after(day) }));
    const [found] = reportOf(clients, [...asked(clients), cause]).causes;
    expect(found!.effect).toMatchObject({ months: 3, centsBefore: 110, centsAfter: 11_000 });
  });

  it('allows for those of the later losses who were not asked yet', () => {
    const clients = around(8, 8);
    const entries = [...asked(clients).slice(0, 10), cause];
    const { effect } = reportOf(clients, entries).causes[0]!;
    expect(effect).toMatchObject({ clientsBefore: 8, clientsAfter: 2, knownBefore: 1, knownAfter: 0.25 });
    expect(effect!.accident).toBeCloseTo(accident(8, 2, 0.2), 12);
    expect(effect!.accident).toBeGreaterThan(0.5);
  });

  it('follows a merge, and takes a client with two reasons with the part that counts', () => {
    const clients = around(2, 0);
    const merged = anEntry('reason', { id: 'late-delivery', mergedInto: 'bad-service' });
    const entries = [
      aStatement(0, yesterday, { 'late-delivery': 1 }),
      aStatement(1, yesterday, { 'bad-service': 1, price: 1 }),
      merged,
      cause,
    ];
    const [found] = reportOf(clients, entries).causes;
    expect(found).toMatchObject({ lossNow: 150, effect: { clientsBefore: 2, centsBefore: 150 } });
  });

  it.each([
    ['is not done', null],
    ['was done less than a month before the last ripe day', addDays(ripeUntil, -29)],
    ['is to be done', addDays(today, 5)],
    ['was done when the log had hardly begun', addDays(asOf, -1000 + 29)],
  ])('is not known while it %s', (_, day) => {
    const [found] = reportOf([{ value: 100 }], [{ ...cause, doneOn: day }]).causes;
    expect(found!.effect).toBeNull();
  });

  it('is counted over a month as soon as there is one, and over no more than twelve', () => {
    const months = (day: Day) =>
      reportOf([{ value: 1 }], [{ ...cause, doneOn: day }]).causes[0]!.effect?.months;
    expect(months(addDays(ripeUntil, -30))).toBe(1);
    expect(months(addDays(ripeUntil, -450))).toBe(12);
    expect(months(addDays(asOf, -1000 + 31))).toBe(1);
  });
});
