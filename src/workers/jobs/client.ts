import { clientStory } from '../../domain/loss/clientStory';
import type { ClientFigures } from '../../domain/loss/clientFigures';
import { looksYearly } from '../../domain/loss/looksYearly';
import type { StatusCode } from '../../domain/loss/status';
import { receiptsOf } from '../../domain/sales/receiptsOf';
import { rulesOf } from '../../domain/shop/settings';
import { readCard, readIntervals, readSettings } from '../../storage/settings';
import type { Input, Output } from '../protocol';
import { correctedIn, shower } from './corrections';
import { nameOf } from './figures';
import { shop } from './openShops';
import { figuresOrFail } from './shopFigures';

const MOST_RECEIPTS = 200;
const MOST_OLDER = 2000;

/** Everything about one client; `null` where the shop has no such client at the as-of date. */
export async function client({
  shopId,
  client: index,
  today,
  older = false,
}: Input<'client'>): Promise<Output<'client'>> {
  const open = await shop(shopId);
  const { clients: figures, headline } = await figuresOrFail(open, today);
  const entry = figures.client.indexOf(index);
  if (entry < 0) return null;
  const [log, settings, intervals, card] = await Promise.all([
    open.log(),
    readSettings(open.db),
    readIntervals(open.db),
    readCard(open.db, index),
  ]);
  const { asOf, typicalGap } = headline.report;
  const story = clientStory(log.sales, index, rulesOf(settings, intervals), typicalGap, asOf);
  const receipts = receiptsOf(log.sales, index, asOf);
  const correctedAt = log.edits && correctedIn(log.edits, await shower(open));
  const cards = new Map(card ? [[index, card]] : []);
  const isForgotten = log.forgotten?.places.has(index) === true;
  return {
    client: index,
    ...(isForgotten && { isForgotten }),
    key: isForgotten ? '' : (log.clients.keys[index] ?? ''),
    name: nameOf(index, log.clients, cards),
    phone: card?.phone ?? log.clients.phones[index] ?? '',
    email: card?.email ?? log.clients.emails[index] ?? '',
    segment: log.clients.segments[index] ?? '',
    card: card ?? null,
    status: figures.status[entry]! as StatusCode,
    figures: figuresAt(figures, entry),
    story,
    receipts: receipts.slice(0, older ? MOST_OLDER : MOST_RECEIPTS).map(({ day, total, rows }) => ({
      day,
      total,
      lines: Array.from(rows, (row) => {
        const corrected = correctedAt?.(row);
        return {
          row,
          product: log.products[log.sales.product[row]!] ?? '',
          employee: log.employees[log.sales.employee[row]!] ?? '',
          cents: log.sales.cents[row]!,
          quantity: log.sales.quantity[row]!,
          ...(corrected && { corrected }),
        };
      }),
    })),
    receiptCount: receipts.length,
    looksYearly: !intervals.has(index) && looksYearly(story.visits.map((visit) => visit.day)),
    asOf,
  };
}

const figuresAt = (figures: ClientFigures, entry: number) => ({
  visits: figures.visits[entry]!,
  firstVisit: figures.firstVisit[entry]!,
  lastVisit: figures.lastVisit[entry]!,
  silence: figures.silence[entry]!,
  interval: figures.interval[entry]!,
  sleepAfter: figures.sleepAfter[entry]!,
  lostAfter: figures.lostAfter[entry]!,
  lostDate: figures.lostDate[entry]!,
  timesLost: figures.timesLost[entry]!,
  recoveredDate: figures.recoveredDate[entry]!,
  revenue: figures.revenue[entry]!,
  yearlyValue: figures.yearlyValue[entry]!,
  purchasesAYear: figures.purchasesAYear[entry]!,
  ticket: figures.ticket[entry]!,
  lostSoFar: figures.lostSoFar[entry]!,
});
