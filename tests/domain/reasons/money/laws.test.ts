import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../../src/domain/kernel/day';
import { isLostStatus } from '../../../../src/domain/loss/status';
import { SOURCES } from '../../../../src/domain/notebook/answer';
import type { Entry } from '../../../../src/domain/notebook/notebook';
import { catalogue, countedAs, traitsOf } from '../../../../src/domain/reasons/catalogue';
import { claimsOf, sinceLastVisit } from '../../../../src/domain/reasons/claims';
import { knowledge } from '../../../../src/domain/reasons/knowledge';
import { byMonth, byRevenue } from '../../../../src/domain/reasons/money/division';
import { lostClients } from '../../../../src/domain/reasons/money/lostClients';
import { clientsOfLine } from '../../../../src/domain/reasons/money/moneyLines';
import { divisionOf, reasonsInMoney, saidOf } from '../../../../src/domain/reasons/money/reasonsInMoney';
import { DIMENSIONS, NO_KEY, NOT_ASKED, UNKNOWN, VIEWS } from '../../../../src/domain/reasons/reasonsReport';
import type { ReasonEntry } from '../../../../src/domain/notebook/reason';
import { NONE } from '../../../../src/domain/sales/columns';
import { anEntry, aStatement } from '../../../support/notebook';

const TODAY = 20_000 as Day;
const runs = { seed: 20261123, numRuns: 150 };

const REASONS = [
  'price',
  'rudeness',
  'late-delivery',
  'moved',
  'nothing-new',
  'own-1',
  'own-2',
  'gone-for-good',
];
const PEOPLE = ['sold:Ada', 'sold:Bo', NO_KEY, 'sold:Ada'];
const PRODUCTS = Array.from({ length: 45 }, (_, k) => (k === 7 ? NO_KEY : `product ${k}`));

const someClient = fc.record({
  status: fc.constantFrom(0, 1, 2, 3, 4, 4, 4, 4, 5, 6),
  value: fc.oneof(
    fc.constant(0),
    fc.double({ min: 0, max: 5, noNaN: true }),
    fc.double({ min: 0, max: 1e7, noNaN: true }),
  ),
  lostDate: fc.integer({ min: TODAY - 900, max: TODAY }),
});

const someRow = fc.record({
  client: fc.oneof({ weight: 9, arbitrary: fc.nat(24) }, { weight: 1, arbitrary: fc.constant(NONE) }),
  day: fc.integer({ min: TODAY - 1500, max: TODAY + 10 }),
  cents: fc.constantFrom(100, 333, 1_999, 50_000, -333, -100, 0),
  employee: fc.constantFrom(0, 1, 2, 3, NONE),
  product: fc.oneof(fc.nat(44), fc.constant(NONE)),
});

const someStatement = fc
  .record({
    client: fc.nat(26),
    day: fc.integer({ min: TODAY - 1200, max: TODAY }),
    reasons: fc.dictionary(fc.constantFrom(...REASONS), fc.constantFrom(0, 1, 1, 2, 3, 10), { maxKeys: 3 }),
    role: fc.constantFrom('stated' as const, 'real' as const),
    source: fc.constantFrom(...SOURCES),
    author: fc.constantFrom(null, 'sold:Ada', 'sold:Bo'),
    competitor: fc.constantFrom('', '', 'Rosen Meier', 'ROSEN MEIER ', 'Unknown', 'rest'),
  })
  .map(({ client, day, reasons, ...says }) => aStatement(client, day as Day, reasons, says));

const someReason = fc
  .record({
    id: fc.constantFrom('own-1', 'own-2', 'price', 'rudeness'),
    group: fc.constantFrom('competitor' as const, 'ours' as const, 'client' as const),
    type: fc.constantFrom('service' as const, 'price' as const, 'people' as const),
    retired: fc.boolean(),
    mergedInto: fc.constantFrom(null, null, 'price', 'own-1', 'late-delivery', 'nowhere'),
  })
  .map((says) => anEntry('reason', says));

const someCause = fc
  .record({
    reason: fc.constantFrom(...REASONS),
    doneOn: fc.oneof(
      fc.constant(null),
      fc.integer({ min: TODAY - 900, max: TODAY }).map((day) => day as Day),
    ),
  })
  .map((says) => anEntry('cause', says));

const someShop = fc.record({
  clients: fc.array(someClient, { maxLength: 25 }),
  rows: fc.array(someRow, { maxLength: 150 }),
  entries: fc
    .tuple(
      fc.array(someStatement, { maxLength: 40 }),
      fc.uniqueArray(someReason, { maxLength: 4, selector: ({ id }) => id }),
      fc.array(someCause, { maxLength: 3 }),
    )
    .map((kinds): Entry[] => kinds.flat()),
});

type Shop = typeof someShop extends fc.Arbitrary<infer Some> ? Some : never;

function moneyOf({ clients, rows }: Shop) {
  const figures = {
    length: clients.length,
    client: Uint32Array.from(clients.keys()),
    status: Uint8Array.from(clients, ({ status }) => status),
    yearlyValue: Float64Array.from(clients, ({ value }) => value),
    lostDate: Int32Array.from(clients, ({ lostDate }) => lostDate),
    lastVisit: Int32Array.from(clients, ({ lostDate }) => lostDate - 60),
  };
  const sales = {
    length: rows.length,
    day: Int32Array.from(rows, ({ day }) => day),
    client: Uint32Array.from(rows, ({ client }) => client),
    cents: Float64Array.from(rows, ({ cents }) => cents),
  };
  const column = (of: (row: Shop['rows'][number]) => number) => Uint32Array.from(rows, of);
  const lost = lostClients(figures);
  const money = {
    lost,
    sold: {
      employee: byRevenue(
        lost,
        sales,
        column(({ employee }) => employee),
        PEOPLE,
        TODAY,
      ),
      product: byRevenue(
        lost,
        sales,
        column(({ product }) => product),
        PRODUCTS,
        TODAY,
      ),
      month: byMonth(lost),
    },
  };
  return { figures, money };
}

const facts = {
  asOf: TODAY,
  logStart: (TODAY - 1500) as Day,
  medianLostAfter: 60,
  months: { first: 0, length: 0, ripeUntil: TODAY - 60 },
} as unknown as Parameters<typeof reasonsInMoney>[1];

const reportOf = (some: Shop) => reasonsInMoney(moneyOf(some).money, facts, some.entries, TODAY);

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('lost money, whatever the shop and whatever was said', () => {
  it('sums exactly to the yearly loss in every view by every heading, what nobody knows counted', () => {
    fc.assert(
      fc.property(someShop, (some) => {
        const { figures } = moneyOf(some);
        const yearly = sum(figures.yearlyValue.filter((_, k) => isLostStatus(figures.status[k]!)));
        const report = reportOf(some);
        expect(report.lost).toBe(Math.round(yearly));
        for (const view of VIEWS)
          for (const dimension of DIMENSIONS) {
            const lines = report.tables[view][dimension];
            expect(sum(lines.map(({ cents }) => cents))).toBe(report.lost);
            expect(lines.every(({ cents }) => Number.isInteger(cents) && cents >= 0)).toBe(true);
            expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
            expect(lines.every(({ clients }) => clients > 0 && clients <= report.lostClients)).toBe(true);
            expect(lines.length).toBeGreaterThan(report.lostClients > 0 ? 0 : -1);
          }
      }),
      runs,
    );
  });

  it('is what adding it up client by client gives, to the cent', () => {
    fc.assert(
      fc.property(someShop, (some) => {
        const report = reportOf(some);
        for (const view of VIEWS)
          for (const dimension of ['reason', 'group', 'type'] as const) {
            const expected = addedUp(some, view, dimension);
            for (const { key, cents } of report.tables[view][dimension])
              expect(Math.abs(cents - (expected.get(key) ?? 0))).toBeLessThan(1.5);
          }
        const byPerson = addedUpByPerson(some);
        for (const { key, cents } of report.tables.real.employee)
          expect(Math.abs(cents - (byPerson.get(key) ?? 0))).toBeLessThan(1.5);
      }),
      runs,
    );
  });

  it('is found again among the clients behind each line', () => {
    fc.assert(
      fc.property(
        someShop,
        fc.constantFrom(...VIEWS),
        fc.constantFrom(...DIMENSIONS),
        (some, view, dimension) => {
          const { money } = moneyOf(some);
          const division = divisionOf(money, saidOf(money, some.entries), view, dimension);
          for (const { key, cents, clients } of reportOf(some).tables[view][dimension]) {
            const parts = clientsOfLine(money.lost, division, dimension, key);
            expect(parts).toHaveLength(clients);
            expect(sum(parts.map((part) => part.cents))).toBe(cents);
          }
          expect(clientsOfLine(money.lost, division, dimension, 'no such line')).toEqual([]);
        },
      ),
      runs,
    );
  });

  it('does not depend on the order of the entries, nor on that of the sales', () => {
    const shuffled = someShop.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.record({
          clients: fc.constant(some.clients),
          rows: fc.shuffledSubarray(some.rows, { minLength: some.rows.length }),
          entries: fc.shuffledSubarray(some.entries, { minLength: some.entries.length }),
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([some, mixed]) => {
        expect(reportOf(mixed)).toEqual(reportOf(some));
      }),
      runs,
    );
  });

  it('is covered by the sources without a cent lost, and never by more than there is', () => {
    fc.assert(
      fc.property(someShop, (some) => {
        const { coverage, tables, lost, gap } = reportOf(some);
        const unknown = tables.best.reason.filter(({ key }) => key === NOT_ASKED || key === UNKNOWN);
        expect(coverage.known).toBe(lost - sum(unknown.map(({ cents }) => cents)));
        expect(sum(Object.values(coverage.bySource))).toBe(coverage.known);
        expect(coverage.old).toBeLessThanOrEqual(coverage.known);
        if (!gap) return;
        expect(gap.apart).toBeLessThanOrEqual(gap.cents);
        for (const { share } of [gap.staff, gap.client]) expect(share > 0 && share <= 1).toBe(true);
      }),
      runs,
    );
  });

  it('is compared over quarters and causes whose sums stay within it', () => {
    fc.assert(
      fc.property(someShop, (some) => {
        const { quarter, causes, lost, tables } = reportOf(some);
        expect(quarter.until - quarter.from).toBe(90);
        const within = sum(quarter.lines.map(({ cents, centsBefore }) => cents + centsBefore));
        expect(within).toBeLessThanOrEqual(lost + 2);
        for (const { lossNow, effect } of causes) {
          expect(lossNow).toBeLessThanOrEqual(lost);
          if (!effect) continue;
          expect(effect.months >= 1 && effect.months <= 12).toBe(true);
          expect(effect.accident > 0 && effect.accident <= 1).toBe(true);
          expect(effect.centsBefore + effect.centsAfter).toBeLessThanOrEqual(lossNow + 2);
        }
        expect(causes.length).toBe(some.entries.filter(({ kind }) => kind === 'cause').length);
        expect(tables.best.month).toBe(tables.staff.month);
      }),
      runs,
    );
  });

  it('moves to the reason that another was merged into, and no further', () => {
    fc.assert(
      fc.property(someShop, fc.constantFrom(...VIEWS), (some, view) => {
        const entries = some.entries.filter(({ kind }) => kind !== 'reason');
        const before = reportOf({ ...some, entries });
        const merging = anEntry('reason', {
          ...traits('rudeness'),
          id: 'rudeness',
          mergedInto: 'late-delivery',
        });
        const after = reportOf({ ...some, entries: [...entries, merging] });
        const centsOf = (report: typeof before, key: string) =>
          report.tables[view].reason.find((line) => line.key === key)?.cents ?? 0;
        expect(centsOf(after, 'rudeness')).toBe(0);
        const moved = centsOf(before, 'rudeness') + centsOf(before, 'late-delivery');
        expect(Math.abs(centsOf(after, 'late-delivery') - moved)).toBeLessThanOrEqual(2);
        expect(Math.abs(centsOf(after, 'price') - centsOf(before, 'price'))).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });
});

const traits = (id: string): Partial<ReasonEntry> => ({ ...traitsOf(catalogue([]), id)!, id });

/** Each lost client's money laid on its reasons one by one, without columns. */
function addedUp(some: Shop, view: (typeof VIEWS)[number], dimension: 'reason' | 'group' | 'type') {
  const reasons = catalogue(some.entries.filter((entry) => entry.kind === 'reason'));
  const money = new Map<string, number>();
  some.clients.forEach(({ status, value, lostDate }, client) => {
    if (!isLostStatus(status)) return;
    const claims = claimsOf(some.entries).filter((claim) => claim.client === client);
    const known = knowledge(sinceLastVisit(claims, (lostDate - 60) as Day))[view];
    for (const { reason, weight } of known.reasons) {
      const found = traitsOf(reasons, reason);
      const key =
        reason === NOT_ASKED || reason === UNKNOWN
          ? reason
          : !found
            ? UNKNOWN
            : dimension === 'reason'
              ? countedAs(reasons, reason)
              : found[dimension];
      money.set(key, (money.get(key) ?? 0) + weight * value);
    }
  });
  return money;
}

function addedUpByPerson(some: Shop) {
  const money = new Map<string, number>();
  some.clients.forEach(({ status, value, lostDate }, client) => {
    if (!isLostStatus(status)) return;
    const served = new Map<string, number>();
    for (const row of some.rows) {
      if (row.client !== client || row.day > TODAY || row.day <= lostDate - 60 - 365) continue;
      const person = PEOPLE[row.employee] ?? NO_KEY;
      served.set(person, (served.get(person) ?? 0) + row.cents);
    }
    const above = [...served].filter(([, cents]) => cents > 0);
    const total = sum(above.map(([, cents]) => cents));
    for (const [person, cents] of total > 0 ? above : ([[NO_KEY, 1]] as const))
      money.set(person, (money.get(person) ?? 0) + (value * cents) / (total > 0 ? total : 1));
  });
  return money;
}
