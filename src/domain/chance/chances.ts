import type { Day } from '../kernel/day';
import { chanceToBuy } from './chanceToBuy';
import { fit } from './fit';
import { histories, type VisitColumns } from './histories';
import { shopPrior, type Parameters } from './parameters';

/** Chances (0-1) to buy within so many days from the as-of date, aligned with the figures; NaN for a client without a visit. */
export interface ChanceColumns {
  readonly within180: Float32Array;
  readonly within365: Float32Array;
}

export interface Chances extends ChanceColumns {
  readonly parameters: Parameters;
}

/** Below so many clients, or clients who came again, the prior would speak and not the shop. */
const FEWEST_CLIENTS = 60;
const FEWEST_RETURNED = 30;

/**
 * The shop's parameters from the visits of its clients (rules.md 2); undefined below 60 clients with a visit or 30 who came
 * again, where nothing can be foretold. `warm` are the parameters found before, to begin with.
 */
export function shopParameters(
  figures: VisitColumns,
  asOf: Day,
  typicalGap: number,
  warm?: Parameters,
): Parameters | undefined {
  let clients = 0;
  let returned = 0;
  for (const visits of figures.visits) {
    if (visits > 0) clients++;
    if (visits > 1) returned++;
  }
  if (clients < FEWEST_CLIENTS || returned < FEWEST_RETURNED) return undefined;
  return fit(histories(figures, asOf), shopPrior(typicalGap), warm).parameters;
}

/** The chance of every client to buy within 180 and within 365 days (rules.md 2). */
export function chanceColumns(
  parameters: Parameters,
  { length, visits, firstVisit, lastVisit }: VisitColumns,
  asOf: Day,
): ChanceColumns {
  const within180 = new Float32Array(length).fill(NaN);
  const within365 = new Float32Array(length).fill(NaN);
  for (let k = 0; k < length; k++) {
    if (visits[k] === 0) continue;
    const first = firstVisit[k]!;
    const history = { repeats: visits[k]! - 1, lastAt: lastVisit[k]! - first, age: asOf - first };
    within180[k] = chanceToBuy(parameters, history, 180);
    within365[k] = chanceToBuy(parameters, history, 365);
  }
  return { within180, within365 };
}

/** The shop's parameters with the chances they give its clients; undefined where `shopParameters` is. */
export function chances(
  figures: VisitColumns,
  asOf: Day,
  typicalGap: number,
  warm?: Parameters,
): Chances | undefined {
  const parameters = shopParameters(figures, asOf, typicalGap, warm);
  return parameters && { parameters, ...chanceColumns(parameters, figures, asOf) };
}
