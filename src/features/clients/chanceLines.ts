import { bandOf } from '../../domain/chance/evidence';
import type { AlikeCases } from '../../domain/chance/naturalReturn';
import { formatDay, formatNumber, formatPercent } from '../../i18n/formats';
import { t } from '../../i18n/t';
import type { ClientChance, ClientDetail } from '../../workers/protocol';

/** Below this a chance is not told more precisely (rules.md 1): there the model is too sure. */
const LEAST_TOLD = 0.05;

/** What the calculation said and what then happened, on four real logs (rules.md 1). */
const CHECKED = [
  [25, 30],
  [65, 66],
] as const;

const BANDS = ['one', 'two', 'few', 'many'] as const;

const whole = (share: number): string => formatPercent(100 * share, 0);

/** The share of past silences like this one that ended with a visit. */
export const shareBack = ({ cases, returned }: AlikeCases): string => whole(returned / cases);

/** The chance in words; somebody who came once can hardly be foretold (rules.md 3.4). */
export function chanceWords(within180: number, visits: number): string {
  if (visits === 1) return t('client.chance.once');
  return within180 < LEAST_TOLD ? t('client.chance.under', { percent: whole(LEAST_TOLD) }) : whole(within180);
}

/** Where the chance and the share of past silences come from, with this client's and this shop's numbers. */
export function chanceLines(
  { figures, asOf }: ClientDetail,
  { model, alike }: ClientChance,
): readonly string[] {
  return [
    ...(model && figures.visits === 1 ? [t('client.chance.explain.once')] : []),
    ...(model && figures.visits > 1 ? modelLines(model, figures, asOf) : []),
    ...(alike ? [alikeLine(alike, figures.visits)] : []),
  ];
}

function modelLines(
  model: NonNullable<ClientChance['model']>,
  { visits, firstVisit, lastVisit }: ClientDetail['figures'],
  asOf: number,
): string[] {
  const [[said1, came1], [said2, came2]] = CHECKED;
  return [
    t('client.chance.explain.client', {
      visits,
      first: formatDay(firstVisit, 'long'),
      last: formatDay(lastVisit, 'long'),
      silence: asOf - lastVisit,
      clients: model.clients,
    }),
    t('client.chance.explain.shop', {
      times: formatNumber(model.visitsAYear, model.visitsAYear < 10 ? 1 : 0),
      percent: whole(model.stopAfterFirst),
    }),
    t('client.chance.explain.model', {
      said1: formatPercent(said1),
      came1: formatPercent(came1),
      said2: formatPercent(said2),
      came2: formatPercent(came2),
    }),
    ...(model.within180 < LEAST_TOLD ? [t('client.chance.explain.low')] : []),
  ];
}

const alikeLine = (alike: AlikeCases, visits: number): string =>
  t('client.chance.explain.alike', {
    band: BANDS[bandOf(visits)] ?? 'many',
    times: alike.times === null ? 'lost' : formatNumber(alike.times, 1),
    days: alike.followUp,
    cases: alike.cases,
    returned: alike.returned,
    percent: shareBack(alike),
  });
