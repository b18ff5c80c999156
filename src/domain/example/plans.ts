import type { Day } from '../kernel/day';
import type { Statement } from '../notebook/interview';
import type { Plan } from '../notebook/plan';
import { soldAsId } from '../notebook/person';
import { EMPLOYEES } from './catalogue';
import type { ExampleShop } from './exampleShop';
import type { Case } from './told/cases';
import { chainFor, doneFrom, firstDay, withAftercare, withoutAftercare } from './told/chains';
import { returnsSince, ticketUpTo, walkOfExample, type ReturnedExample } from './told/returns';
import { because, daysBefore, JONAS, MARTA, told } from './told/tell';
import { CHASES, WAYS_BACK, type Chase } from './told/ways';

/** Whom the owner went after: some who came back in the last days, and the dearest of those who did longer ago. */
const LATELY = { within: 25, most: 4 };
const LONGER_AGO = { within: 260, most: 9 };
/** Places among the returns, the latest first: those the owner has not seen yet, one without aftercare, one before anybody had called. */
const UNSEEN = 2;
const UNATTENDED = 2;
const BY_THEMSELVES = 5;

type Written = Plan | Statement;
type Asked = Case & { readonly ticket: number };

/**
 * The plans of the example shop, in every stage (method.md 5), with what was known of those who came back; their returns are those that
 * the sales hold. `asked` are the lost clients whose reasons are known.
 */
export function examplePlans(shop: ExampleShop, asked: readonly Case[], today: Day): readonly Written[] {
  const walk = walkOfExample(shop, today);
  const { visits } = walk;
  const ticketOf = (client: number) => ticketUpTo(visits, client, visits.start[client + 1]!);
  const waiting = asked.filter(({ story }) => story.real[0] !== 'closed');
  const chased = CHASES.flatMap((chase) => {
    const begun = daysBefore(today, chase.ago);
    const place = waiting.findIndex((one) => one.asked <= begun && one.lostDate <= begun);
    const [one] = place < 0 ? [] : waiting.splice(place, 1);
    return one ? chaseOf({ ...one, ticket: ticketOf(one.client) }, chase, today) : [];
  });
  const returned = returnsSince(walk, daysBefore(today, LONGER_AGO.within)).filter(({ client }) =>
    asked.every((one) => one.client !== client),
  );
  return [...chased, ...wonBack(returned, today).flatMap((one, place) => wayBackOf(one, place, today))];
}

/** Those of the returns that plans led to, the latest first. */
function wonBack(returned: readonly ReturnedExample[], today: Day): readonly ReturnedExample[] {
  const isLate = ({ backOn }: ReturnedExample) => backOn > daysBefore(today, LATELY.within);
  const dearest = returned
    .filter((one) => !isLate(one))
    .sort((a, b) => b.yearBefore - a.yearBefore || a.client - b.client)
    .slice(0, LONGER_AGO.most);
  return [...returned.filter(isLate).slice(0, LATELY.most), ...dearest].sort(
    (a, b) => b.backOn - a.backOn || a.client - b.client,
  );
}

/** Whoever lost the client does not win them back (method.md [5.3]). */
const notWhoServed = ({ servedBy }: Case): string =>
  soldAsId(EMPLOYEES[servedBy]!) === JONAS ? MARTA : JONAS;

function chaseOf(one: Asked, { ago, came, closed }: Chase, today: Day): readonly Plan[] {
  const reason = one.story.real[0] ?? 'neglect';
  const responsible = notWhoServed(one);
  const chain = chainFor(one, reason, responsible);
  const startedOn = daysBefore(today, ago);
  return chain.steps.length === 0
    ? []
    : [
        told('plan', `plan-${one.client}`, startedOn, {
          client: one.client,
          lostDate: one.lostDate,
          reason,
          playbook: chain.playbook,
          responsible,
          startedOn,
          steps: doneFrom(chain.steps, startedOn, came, today),
          closed: closed && { ...closed, on: daysBefore(today, closed.on) },
          override: null,
          greeted: null,
        }),
      ];
}

function wayBackOf(one: ReturnedExample, place: number, today: Day): readonly Written[] {
  const { reason, words, came, gap } = WAYS_BACK[place % WAYS_BACK.length]!;
  const responsible = place % 2 === 0 ? MARTA : JONAS;
  const { playbook, steps } = chainFor(one, reason, responsible);
  const { startedOn, count } = firstDay(steps, came.length, daysBefore(one.backOn, gap), one.lostDate);
  const tried = place === BY_THEMSELVES ? [] : came.slice(-count);
  const chased = doneFrom(steps, startedOn, tried, daysBefore(one.backOn, 1));
  return [
    told('statement', `back-${one.client}`, startedOn, {
      client: one.client,
      role: 'stated',
      source: 'client',
      author: null,
      reasons: because(reason),
      sure: 'sure',
      severity: null,
      human: null,
      competitor: '',
      words,
      day: startedOn,
      from: null,
    }),
    told('plan', `back-${one.client}`, startedOn, {
      client: one.client,
      lostDate: one.lostDate,
      reason,
      playbook,
      responsible,
      startedOn,
      steps: place === UNATTENDED ? withoutAftercare(chased) : withAftercare(chased, one.backOn, today),
      closed: null,
      override: null,
      greeted: place < UNSEEN ? null : one.backOn,
    }),
  ];
}
