import type { Day } from '../../kernel/day';
import { rowsByClient } from '../../loss/byClient';
import { defaultRules } from '../../loss/rules';
import { walkShop, type Walk } from '../../loss/walk';
import { NONE } from '../../sales/columns';
import type { ExampleShop } from '../exampleShop';

/** Somebody of the example shop who was lost and came back. */
export interface ReturnedExample {
  readonly client: number;
  readonly lostDate: Day;
  readonly backOn: Day;
  /** An average purchase before the absence, and all of the year before it, cents. */
  readonly ticket: number;
  readonly yearBefore: number;
}

/** The example shop walked up to the day. */
export const walkOfExample = ({ sales, clients }: ExampleShop, today: Day): Walk =>
  walkShop(rowsByClient(sales, clients.keys.length, today), defaultRules, today);

/** Less than so many days after the loss nobody would have asked, written and waited. */
const TIME_TO_ACT = 12;

/** Who came back to the example shop for the last time on a day from `from` on, the latest first. */
export function returnsSince({ visits, lastReturn, lostAfter }: Walk, from: Day): readonly ReturnedExample[] {
  return Array.from(lastReturn, (at, client) => ({ at, client }))
    .filter(({ at }) => at !== NONE && visits.day[at]! >= from)
    .map(({ at, client }) => ({
      client,
      lostDate: (visits.day[at - 1]! + lostAfter[at - 1]!) as Day,
      backOn: visits.day[at]! as Day,
      ticket: ticketUpTo(visits, client, at),
      yearBefore: yearUpTo(visits, client, at),
    }))
    .filter(({ lostDate, backOn }) => backOn - lostDate >= TIME_TO_ACT)
    .sort((a, b) => b.backOn - a.backOn || a.client - b.client);
}

/** An average purchase of a client in cents, up to a visit that no longer counts; 0 without one. */
export function ticketUpTo({ start, cents }: Walk['visits'], client: number, end: number): number {
  const sums = cents.slice(start[client], end);
  return sums.length === 0 ? 0 : Math.round(sums.reduce((sum, one) => sum + one, 0) / sums.length);
}

/** What a client bought in the 365 days up to the last visit before one that no longer counts, cents. */
function yearUpTo({ start, day, cents }: Walk['visits'], client: number, end: number): number {
  let sum = 0;
  for (let i = end - 1; i >= start[client]! && day[end - 1]! - day[i]! < 365; i--) sum += cents[i]!;
  return sum;
}
