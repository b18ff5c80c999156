import type { Day } from '../kernel/day';
import type { Entry } from '../notebook/notebook';
import { LEFT_DAYS_AGO, type ExampleShop } from './exampleShop';
import { examplePlans } from './plans';
import { seededDraw } from './seededDraw';
import { causes, history, letterhead } from './told/business';
import { cases, type Case } from './told/cases';
import { mendedComplaint, regulars, satisfactionForms } from './told/regulars';
import { interviewOf, statementOf } from './told/talks';
import { daysBefore, type LostExample } from './told/tell';
import { brainstorm, ROUND_AGO, staffRound, STORM_AGO } from './told/voices';

const SEED = 4_13;
/** How many of the lost clients worth most somebody spoke of, and how many more the brainstorm did. */
const ASKED = 25;
const GUESSED = 5;
const IN_ROUND = 3;

/**
 * What the people of the example shop would have written about it: its history, who left, why the lost clients worth most went,
 * what the staff believe, how satisfied regulars are, complaints, causes and plans. `lost` are the clients who are lost on the day, in any
 * order, yearly value in cents. The same shop and day give the same entries, with the same ids.
 */
export function exampleNotebook(
  shop: ExampleShop,
  lost: readonly LostExample[],
  today: Day,
): readonly Entry[] {
  const leftOn = daysBefore(today, LEFT_DAYS_AGO);
  const dearest = [...lost].sort((a, b) => b.yearlyValue - a.yearlyValue || a.client - b.client);
  const asked = cases(seededDraw(SEED), shop, dearest.slice(0, ASKED), leftOn, today);
  const others = dearest.slice(ASKED);
  const inRound = others.filter(({ lostDate }) => lostDate < today - ROUND_AGO).slice(0, IN_ROUND);
  const guessed = others
    .filter((one) => one.lostDate < today - STORM_AGO && !inRound.includes(one))
    .slice(0, GUESSED);
  const isLost = new Set(lost.map(({ client }) => client));
  const faithful = regulars(shop, today).filter((client) => !isLost.has(client));
  const [first] = faithful;
  return [
    letterhead(today),
    ...history(leftOn, today),
    ...asked.flatMap(saidOf),
    ...staffRound(inRound, today),
    ...brainstorm(guessed, today),
    ...satisfactionForms(faithful.slice(1), today),
    ...(first === undefined ? [] : [mendedComplaint(first, today)]),
    ...causes(asked, today),
    ...examplePlans(shop, asked, today),
  ];
}

/** Of some a whole conversation, of others only a word at the counter; one conversation was broken off. */
function saidOf(one: Case, place: number): readonly Entry[] {
  if (place === 7) return [interviewOf(one, 'channel')];
  if (place % 5 < 2) return [interviewOf(one)];
  if (place % 5 === 2) return [statementOf(one, 'client'), statementOf(one, 'staff')];
  return [statementOf(one, place % 5 === 3 ? 'staff' : 'owner')];
}
