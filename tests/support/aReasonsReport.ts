import { monthOf, parseIsoDay } from '../../src/domain/kernel/day';
import {
  DIMENSIONS,
  NO_KEY,
  NOT_ASKED,
  REST,
  UNKNOWN,
  VIEWS,
  type MoneyLine,
  type ReasonsReport,
} from '../../src/domain/reasons/reasonsReport';

const line = (key: string, cents: number, clients: number): MoneyLine => ({ key, cents, clients });

const byEach = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;

const february = monthOf(parseIsoDay('2026-02-01'));

const reason = [
  line('rudeness', 910_000, 8),
  line('price', 620_000, 5),
  line('late-delivery', 200_000, 2),
  line(UNKNOWN, 400_000, 3),
  line(NOT_ASKED, 6_990_000, 376),
];

const tables: ReasonsReport['tables'][keyof ReasonsReport['tables']] = {
  reason,
  group: [line('ours', 1_730_000, 14), line(UNKNOWN, 400_000, 3), line(NOT_ASKED, 6_990_000, 376)],
  type: [line('people', 910_000, 8), line('price', 820_000, 7), line(NOT_ASKED, 7_390_000, 379)],
  employee: [line('sold:Mia', 5_000_000, 200), line(NO_KEY, 4_120_000, 190)],
  product: [line('Roses', 4_000_000, 180), line(REST, 5_120_000, 210)],
  competitor: [line('Blume & Co', 300_000, 2), line(NO_KEY, 1_430_000, 12), line(NOT_ASKED, 7_390_000, 379)],
  month: [line(String(february), 3_000_000, 100), line(String(february + 1), 6_120_000, 290)],
};

/** 392 lost clients worth 91,200.00 a year, of whom 14 with 17,300.00 have a reason; "Somebody was rude" is the dearest. */
export const aReasonsReport = (facts: Partial<ReasonsReport> = {}): ReasonsReport => ({
  asOf: parseIsoDay('2026-11-23'),
  ripeUntil: parseIsoDay('2026-08-31'),
  lost: 9_120_000,
  lostClients: 392,
  tables: byEach(VIEWS, () => tables),
  coverage: {
    known: 1_730_000,
    bySource: { client: 1_200_000, staff: 330_000, owner: 200_000, brainstorm: 0 },
    knownClients: 14,
    old: 0,
    thin: true,
  },
  gap: {
    clients: 6,
    cents: 1_500_000,
    staff: { type: 'price', share: 0.41 },
    client: { type: 'service', share: 0.55 },
    apart: 1_230_000,
  },
  statedGap: {
    clients: 5,
    cents: 1_200_000,
    client: { type: 'price', share: 0.6 },
    real: { type: 'people', share: 0.52 },
    apart: 640_000,
  },
  quarter: {
    from: parseIsoDay('2026-06-02'),
    until: parseIsoDay('2026-08-31'),
    lines: [
      { key: 'rudeness', cents: 300_000, clients: 3, centsBefore: 50_000, clientsBefore: 1 },
      { key: 'price', cents: 100_000, clients: 1, centsBefore: 240_000, clientsBefore: 2 },
      { key: NOT_ASKED, cents: 900_000, clients: 40, centsBefore: 800_000, clientsBefore: 36 },
    ],
  },
  causes: [],
  months: { first: february, length: 2 },
  ...facts,
});

/** The same shop before anybody was asked. */
export const anUnaskedReport = (): ReasonsReport => {
  const all = [line(NOT_ASKED, 9_120_000, 392)];
  const facts = ['employee', 'product', 'month'];
  return aReasonsReport({
    tables: byEach(VIEWS, () =>
      byEach(DIMENSIONS, (dimension) => (facts.includes(dimension) ? tables[dimension] : all)),
    ),
    coverage: {
      known: 0,
      bySource: { client: 0, staff: 0, owner: 0, brainstorm: 0 },
      knownClients: 0,
      old: 0,
      thin: true,
    },
    gap: null,
    statedGap: null,
  });
};
