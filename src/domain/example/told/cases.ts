import type { Day } from '../../kernel/day';
import { EMPLOYEES } from '../catalogue';
import { LEAVER } from '../clients';
import type { ExampleShop } from '../exampleShop';
import { wholeBetween, type Draw } from '../seededDraw';
import { STORIES } from './stories';
import type { Story } from './story';
import { CHEAPER, FOLLOWED, LATE } from './timelyStories';
import { daysBefore, type LostExample } from './tell';

/** A lost client with the story they tell. */
export interface Case extends LostExample {
  readonly story: Story;
  /** The day they were asked. */
  readonly asked: Day;
  /** Index of the employee who mostly served them. */
  readonly servedBy: number;
}

/** When the rounds of delivery were fixed, and the supermarket began to sell flowers: days ago. */
export const ROUNDS_FIXED_AGO = 213;
export const RIVAL_OPENED_AGO = 430;
/** One answer is old enough to be asked for again (method.md [6.4]). */
const OLD_ANSWER = 390;
/** Whoever follows an employee comes for the last time around that employee's last day. */
const FOLLOWED_WITHIN = 20;

/** Why the clients left, those worth most first; the stories fit what the sales say of them. */
export function cases(
  draw: Draw,
  shop: ExampleShop,
  lost: readonly LostExample[],
  leftOn: Day,
  today: Day,
): readonly Case[] {
  const histories = historiesOf(shop, lost);
  let turn = 0;
  let hasOld = false;
  return lost.map((one) => {
    const { servedBy, lastDay } = histories.get(one.client)!;
    const isOld = !hasOld && one.lostDate < today - OLD_ANSWER - 30;
    hasOld ||= isOld;
    const asked = isOld ? daysBefore(today, OLD_ANSWER) : dayAsked(draw, one.lostDate, today);
    const followed = servedBy === LEAVER && Math.abs(lastDay - leftOn) <= FOLLOWED_WITHIN;
    return { ...one, servedBy, asked, story: followed ? FOLLOWED : storyOf(turn++, one.lostDate, today) };
  });
}

/** Some tell of what fits only their time; the others take turns. */
function storyOf(turn: number, lostDate: Day, today: Day): Story {
  if (turn % 3 === 1 && lostDate < today - ROUNDS_FIXED_AGO) return LATE;
  if (turn % 4 === 3 && lostDate > today - RIVAL_OPENED_AGO) return CHEAPER;
  return STORIES[turn % STORIES.length]!;
}

/** Two to six weeks after they were lost, or lately where that is long ago; never after today. */
function dayAsked(draw: Draw, lostDate: Day, today: Day): Day {
  const soon = lostDate + wholeBetween(draw, 14, 42);
  const lately = today - wholeBetween(draw, 10, 280);
  return Math.min(today, Math.max(soon, lately)) as Day;
}

/** Client -> the employee who sold them most, and the day of their last sale. */
function historiesOf({ sales }: ExampleShop, lost: readonly LostExample[]) {
  const sold = new Map(lost.map(({ client }) => [client, EMPLOYEES.map(() => 0)]));
  const lastDays = new Map<number, number>();
  for (let row = 0; row < sales.length; row++) {
    const client = sales.client[row]!;
    const cents = sold.get(client);
    if (!cents) continue;
    cents[sales.employee[row]!]! += sales.cents[row]!;
    lastDays.set(client, sales.day[row]!);
  }
  return new Map(
    [...sold].map(([client, cents]) => [
      client,
      { servedBy: cents.indexOf(Math.max(...cents)), lastDay: lastDays.get(client) ?? NaN },
    ]),
  );
}
