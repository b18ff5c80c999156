import type { ClientFigures } from './clientFigures';
import type { LostRatio } from './lossReport';

/** A shorter period does not say what a year takes. */
const YEAR = 365;

/**
 * The yearly lost ratio (0-1) without clients who bought only once, which says how long the others stay (rules.md 3.6); NaN where the
 * log is shorter than a year or has no others. `year` is the report's, up to the as-of date of the figures.
 */
export function repeatLostRatio(
  figures: Pick<ClientFigures, 'length' | 'visits' | 'lostDate'>,
  { from, to, base, lost, oneTimeLost }: Pick<LostRatio, 'from' | 'to' | 'base' | 'lost' | 'oneTimeLost'>,
): number {
  let oneTime = 0;
  for (let k = 0; k < figures.length; k++)
    if (figures.visits[k] === 1 && figures.lostDate[k]! >= from) oneTime++;
  const others = base - oneTime;
  return to - from + 1 < YEAR || others <= 0 ? NaN : (lost - oneTimeLost) / others;
}
