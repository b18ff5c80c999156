import type { ClientStory, StoryDay } from '../../domain/loss/clientStory';
import { isLostStatus } from '../../domain/loss/status';
import { formatCount, formatDay, formatMoney, formatNumber } from '../../i18n/formats';
import { t } from '../../i18n/t';
import type { ClientDetail } from '../../workers/protocol';
import type { Tone } from '../../ui/tone';
import { purchasesLines, valueLines } from './paceFormula';
import type { ShopRules } from './shopRules';

export interface KeyFigure {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly tone: Tone;
  /** The formula with this client's numbers; built only when it is opened. */
  readonly lines: () => readonly string[];
}

const sumOf = (days: readonly StoryDay[]): number => days.reduce((sum, { cents }) => sum + cents, 0);

/** The figures of one client in the order in which they are shown, money first (rules.md 3.6). */
export function keyFigures(detail: ClientDetail, rules: ShopRules): readonly KeyFigure[] {
  const { figures } = detail;
  const money = (cents: number) => formatMoney(cents, rules.settings.currency);
  const isLost = isLostStatus(detail.status);
  const all = {
    value: { value: money(figures.yearlyValue), lines: () => valueLines(detail, rules) },
    revenue: { value: money(figures.revenue), lines: () => revenueLines(detail, money) },
    lostSoFar: {
      value: money(figures.lostSoFar),
      tone: isLost ? 'loss' : 'plain',
      lines: () => missedLines(detail, money),
    },
    purchases: { value: formatNumber(figures.purchasesAYear, 1), lines: () => purchasesLines(detail) },
    ticket: { value: money(figures.ticket), lines: () => ticketLines(detail.story, money) },
    visits: { value: formatCount(figures.visits), lines: () => visitLines(detail.story) },
    receipts: { value: formatCount(detail.receiptCount), lines: () => [t('client.explain.receipts')] },
    first: {
      value: formatDay(figures.firstVisit),
      lines: () => [t('client.explain.first', { start: formatDay(rules.logStart, 'long') })],
    },
    last: {
      value: formatDay(figures.lastVisit),
      lines: () => [t('client.explain.last', { asOf: formatDay(detail.asOf, 'long') })],
    },
    timesLost: { value: formatCount(figures.timesLost), lines: () => [timesLostLine(detail, isLost)] },
  } as const satisfies Record<string, Pick<KeyFigure, 'value' | 'lines'> & { readonly tone?: Tone }>;
  const shown = (Object.keys(all) as (keyof typeof all)[]).filter(
    (id) => id !== 'ticket' || rules.settings.currency !== 'VISITS',
  );
  return shown.map((id) => ({ id, label: t(`client.figure.${id}`), tone: 'plain', ...all[id] }));
}

function revenueLines({ story, asOf }: ClientDetail, money: (cents: number) => string): string[] {
  const bought = sumOf(story.visits) + sumOf(story.cancelled);
  const back = Math.abs(sumOf(story.refunds));
  return [
    t('client.explain.revenue', { bought: money(bought), back: money(back), revenue: money(bought - back) }),
    t('client.explain.revenue.upTo', { asOf: formatDay(asOf, 'long') }),
  ];
}

function missedLines({ status, figures, story }: ClientDetail, money: (cents: number) => string): string[] {
  const past = story.gaps.flatMap(({ loss }) => (loss ? [loss.moneyLost] : []));
  const missed = past.reduce((sum, some) => sum + some, 0);
  const earlier =
    past.length === 0
      ? []
      : [t('client.explain.lostSoFar.past', { times: past.length, money: money(missed) })];
  if (!isLostStatus(status)) return [t('client.explain.lostSoFar.none'), ...earlier];
  const formula = t('client.explain.lostSoFar', {
    value: money(figures.yearlyValue),
    silence: figures.silence,
    interval: formatNumber(figures.interval, 1),
    money: money(figures.lostSoFar),
  });
  return [formula, ...earlier];
}

const ticketLines = ({ value }: ClientStory, money: (cents: number) => string): string[] =>
  value
    ? [
        t('client.explain.ticket', {
          revenue: money(value.revenue),
          visits: value.visits,
          ticket: money(value.ticket),
        }),
      ]
    : [t('client.explain.value.never')];

function visitLines({ cancelled }: ClientStory): string[] {
  const left = cancelled.length;
  return [
    t('client.explain.visits'),
    ...(left > 0 ? [t('client.explain.visits.cancelled', { n: left })] : []),
  ];
}

const timesLostLine = ({ figures }: ClientDetail, isLost: boolean): string =>
  t('client.explain.timesLost', {
    past: figures.timesLost - (isLost ? 1 : 0),
    present: isLost ? 'yes' : 'no',
  });
