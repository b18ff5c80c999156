import type { Day } from '../../domain/kernel/day';
import { analyse } from '../../domain/loss/analyse';
import { asOfDay } from '../../domain/loss/asOf';
import type { ClientFigures } from '../../domain/loss/clientFigures';
import { TOP_CLIENTS, type Headline, type HeadlineClient } from '../../domain/loss/headline';
import type { LossReport } from '../../domain/loss/lossReport';
import { ranking } from '../../domain/loss/ranking';
import { isLostStatus, type StatusCode } from '../../domain/loss/status';
import { rulesOf, type ShopSettings } from '../../domain/shop/settings';
import type { ClientList } from '../../storage/clientList';
import type { ShopLog } from '../../storage/importWriter';
import type { Results } from '../../storage/results';
import type { CardRecord } from '../../storage/shopDb';
import { isGone } from '../../storage/undo';

/** Last day of the log; NaN for an empty one. Rows after the day of their import were left out then (rules.md 3.2). */
export function lastDay(day: Int32Array): Day {
  let last = -Infinity;
  for (const value of day) if (value > last) last = value;
  return (last === -Infinity ? NaN : last) as Day;
}

/**
 * The day that figures are judged at: the owner's choice, else by rules.md 3.2. A clock that stands before the last sale is
 * wrong: no sale is left out because of it.
 */
export const dayOfJudgement = (settings: ShopSettings, last: Day, today: Day): Day =>
  settings.asOf !== null && settings.asOf <= last
    ? settings.asOf
    : asOfDay(last, Math.max(today, last) as Day);

export interface Basis {
  readonly settings: ShopSettings;
  readonly cards: readonly CardRecord[];
  /** Rises with every change of sales, settings or cards. */
  readonly revision: number;
  readonly imports: number;
  /** Records of cards that could not be read. */
  readonly setAside?: number;
  readonly today: Day;
}

/** What the kept figures depend on; two equal texts mean equal figures. */
export const basisText = (revision: number, asOf: Day): string => `${revision}@${asOf}`;

/** All figures of a shop, ready to be kept; `undefined` for a shop without sales. */
export function figures(log: ShopLog, basis: Basis): Results | undefined {
  const dataEnds = lastDay(log.sales.day);
  if (Number.isNaN(dataEnds)) return undefined;
  const asOf = dayOfJudgement(basis.settings, dataEnds, basis.today);
  const intervals = new Map(
    basis.cards.flatMap((card) => (card.interval ? [[card.client, card.interval] as const] : [])),
  );
  const rules = rulesOf(basis.settings, intervals);
  const report = analyse(log.sales, log.clients.keys.length, rules, asOf, log.known);
  const ranked = ranking(report.clients).slice();
  const { clients, ...totals } = withoutCancelled(report, log);
  const cards = new Map(basis.cards.map((card) => [card.client, card]));
  const setAside = (log.setAside ?? 0) + (basis.setAside ?? 0);
  const headline: Headline = {
    ...(setAside > 0 && { setAside }),
    basis: basisText(basis.revision, asOf),
    dataEnds,
    sales: log.sales.length,
    imports: basis.imports,
    report: totals,
    top: topClients(clients, ranked, log.clients, cards),
  };
  return { headline, clients, ranked };
}

/** Rows that were cancelled stay in the log, but are no rows to the shop. */
function withoutCancelled(report: LossReport, { edits, sales }: ShopLog): LossReport {
  if (!edits) return report;
  const cancelled = edits.cancelledUpTo(sales.day, report.asOf);
  return {
    ...report,
    rowsUsed: report.rowsUsed - cancelled,
    rowsWithoutClient: report.rowsWithoutClient - cancelled,
  };
}

/** The lost clients worth most, without those who asked to be left alone. */
function topClients(
  figures: ClientFigures,
  ranked: Uint32Array,
  list: ClientList,
  cards: ReadonlyMap<number, CardRecord>,
): HeadlineClient[] {
  const top: HeadlineClient[] = [];
  for (const entry of ranked) {
    if (top.length === TOP_CLIENTS || !isLostStatus(figures.status[entry]!)) break;
    const client = figures.client[entry]!;
    if (cards.get(client)?.doNotContact) continue;
    top.push({
      client,
      name: nameOf(client, list, cards),
      phone: cards.get(client)?.phone ?? list.phones[client] ?? '',
      status: figures.status[entry]! as StatusCode,
      visits: figures.visits[entry]!,
      yearlyValue: figures.yearlyValue[entry]!,
      interval: figures.interval[entry]!,
      silence: figures.silence[entry]!,
      lastVisit: figures.lastVisit[entry]!,
      lostDate: figures.lostDate[entry]!,
    });
  }
  return top;
}

/** The name to show: the owner's, else the file's, else the key. One who is forgotten is a number. */
export function nameOf(client: number, list: ClientList, cards: ReadonlyMap<number, CardRecord>): string {
  const key = list.keys[client] ?? '';
  return (
    cards.get(client)?.name || list.names[client] || (isGone(key) ? `#${client + 1}` : key) || String(client)
  );
}
