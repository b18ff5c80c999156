import { addDays, type Day } from '../../src/domain/kernel/day';
import { walked } from '../../src/domain/loss/analyse';
import { clientStory } from '../../src/domain/loss/clientStory';
import { looksYearly } from '../../src/domain/loss/looksYearly';
import type { StatusCode } from '../../src/domain/loss/status';
import { STATUS_NAMES } from '../../src/domain/loss/status';
import { rulesOf, type ShopSettings } from '../../src/domain/shop/settings';
import type { CardRecord } from '../../src/storage/shopDb';
import type { ClientDetail, ClientListColumns, Receipt } from '../../src/workers/protocol';
import { someSettings } from './aSession';
import { day, salesLog } from './salesLog';

interface Circumstances {
  readonly asOf: string;
  readonly settings?: Partial<ShopSettings>;
  readonly typicalGap?: number;
  readonly card?: Partial<CardRecord>;
  readonly facts?: Partial<ClientDetail>;
}

/** Days at one distance, the last one given: a client of a steady rhythm. */
export const everyDays = (distance: number, visits: number, last: string): string[] =>
  Array.from({ length: visits }, (_, k) => isoOf(addDays(day(last), (k - visits + 1) * distance)));

const isoOf = (some: Day): string => new Date(some * 86_400_000).toISOString().slice(0, 10);

/** Client 7 as the worker would describe them, figured out by the real rules from a log of days and amounts. */
export function aClient(
  log: readonly (readonly [date: string, amount: number])[],
  { asOf, settings, typicalGap = 21, card, facts }: Circumstances,
): ClientDetail {
  const { sales } = salesLog(log.map(([date, amount]) => [date, 'Anna', amount] as const));
  const intervals = new Map(card?.interval === undefined ? [] : [[0, card.interval]]);
  const rules = { ...rulesOf(someSettings(settings), intervals), typicalGap };
  const until = day(asOf);
  const { figures } = walked(sales, 1, rules, until);
  const story = clientStory(sales, 0, rules, typicalGap, until);
  const receipts = log
    .map(([date, amount], row): Receipt => ({
      day: day(date),
      total: amount * 100,
      lines: [{ row, product: 'Tulips', employee: 'Mia', cents: amount * 100, quantity: 2000 }],
    }))
    .reverse();
  return {
    client: 7,
    key: 'K-7',
    name: 'Anna Berg',
    phone: '',
    email: '',
    segment: '',
    card: card ? { client: 7, ...card } : null,
    status: figures.status[0] as StatusCode,
    figures: {
      visits: figures.visits[0]!,
      firstVisit: figures.firstVisit[0]!,
      lastVisit: figures.lastVisit[0]!,
      silence: figures.silence[0]!,
      interval: figures.interval[0]!,
      sleepAfter: figures.sleepAfter[0]!,
      lostAfter: figures.lostAfter[0]!,
      lostDate: figures.lostDate[0]!,
      timesLost: figures.timesLost[0]!,
      recoveredDate: figures.recoveredDate[0]!,
      revenue: figures.revenue[0]!,
      yearlyValue: figures.yearlyValue[0]!,
      purchasesAYear: figures.purchasesAYear[0]!,
      ticket: figures.ticket[0]!,
      lostSoFar: figures.lostSoFar[0]!,
    },
    story,
    receipts,
    receiptCount: receipts.length,
    looksYearly: card?.interval === undefined && looksYearly(story.visits.map((visit) => visit.day)),
    asOf: until,
    ...facts,
  };
}

/** A list of clients as the worker would send it; client k is row k. */
export function aClientList(
  rows: readonly { name: string; status: StatusCode; visits?: number; value?: number; silence?: number }[],
): ClientListColumns {
  return {
    length: rows.length,
    client: Uint32Array.from(rows, (_, row) => row),
    status: Uint8Array.from(rows, ({ status }) => status),
    visits: Uint32Array.from(rows, ({ visits = 4 }) => visits),
    yearlyValue: Float64Array.from(rows, ({ value = 0 }) => value),
    silence: Int32Array.from(rows, ({ silence = 0 }) => silence),
    interval: new Float64Array(rows.length).fill(21),
    lastVisit: new Int32Array(rows.length).fill(20_000),
    names: rows.map(({ name }) => name).join('\0'),
    totalValue: rows.reduce((sum, { value = 0 }) => sum + value, 0),
    totalRevenue: rows.reduce((sum, { value = 0 }) => sum + 2 * value, 0),
    countsByStatus: STATUS_NAMES.map((_, code) => rows.filter(({ status }) => status === code).length),
  };
}
