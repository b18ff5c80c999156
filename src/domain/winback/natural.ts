import { chanceToBuy } from '../chance/chanceToBuy';
import type { Parameters } from '../chance/parameters';
import type { Walk } from '../loss/walk';
import { noYearlyValue, yearlyValue } from '../loss/yearlyValue';
import type { Plan } from '../notebook/plan';
import { chaseDone } from './chain';
import { isReturn } from './recovery';

const YEAR = 365;

/**
 * What a contacted client would be expected to have bought without it, cents: the chance (0-1) to come by themselves in the `days` since
 * the first step, times one purchase and the earlier pace for half of that time, as a return may fall on any day of it (rules.md 3.6).
 */
export const naturalRevenue = (chance: number, ticket: number, yearlyCents: number, days: number): number =>
  chance * (ticket + (yearlyCents * days) / (2 * YEAR));

/**
 * The same for a plan, up to the last day of the sales, by the model of the shop's own log; 0 for a client who was not contacted, or of
 * whom nothing is known from before. `client` is the place in the walk.
 */
export function naturalOf(plan: Plan, walk: Walk, client: number, parameters: Parameters): number {
  const contact = chaseDone(plan)[0]?.done.on;
  const { start, day } = walk.visits;
  const first = start[client]!;
  let last = first - 1;
  while (last + 1 < start[client + 1]! && !isReturn(plan, day[last + 1]!)) last++;
  if (contact === undefined || contact >= walk.asOf || last < first) return 0;
  const before = noYearlyValue();
  yearlyValue(walk, client, last, day[last]!, before);
  const days = walk.asOf - contact;
  const history = { repeats: last - first, lastAt: day[last]! - day[first]!, age: contact - day[first]! };
  return naturalRevenue(chanceToBuy(parameters, history, days), before.ticket, before.value, days);
}
