import { addDays, type Day } from '../../kernel/day';
import type { Cause } from '../../notebook/cause';
import type { BusinessEvent, EventSort } from '../../notebook/event';
import type { Person } from '../../notebook/person';
import type { Letterhead } from '../../notebook/plan';
import { EMPLOYEES } from '../catalogue';
import { LEAVER } from '../clients';
import { RIVAL_OPENED_AGO, ROUNDS_FIXED_AGO, type Case } from './cases';
import { daysBefore, ELENA, JONAS, MARTA, told } from './tell';

/** What changed besides the leaving: days ago, sort, words (method.md [4.4]). */
const CHANGES: readonly (readonly [ago: number, sort: EventSort, text: string])[] = [
  [640, 'supplier', 'New wholesaler for roses'],
  [RIVAL_OPENED_AGO, 'competitor', 'The supermarket at the corner sells bouquets at the till'],
  [318, 'price', 'Bouquets about 8 % dearer'],
  [ROUNDS_FIXED_AGO, 'other', 'Deliveries go out on two fixed rounds'],
  [96, 'website', 'New web site with orders'],
];

/** The history of the example shop, and the employee who left it. */
export function history(leftOn: Day, today: Day): readonly (BusinessEvent | Person)[] {
  const name = EMPLOYEES[LEAVER]!;
  const events = CHANGES.map(([ago, sort, text], k) => {
    const day = daysBefore(today, ago);
    return told('event', `event-${k + 1}`, day, { day, sort, text });
  });
  return [
    ...events,
    told('event', 'event-left', leftOn, { day: leftOn, sort: 'staff', text: `${name} left the shop` }),
    { ...told('person', 'person-left', leftOn, { name, soldAs: name, leftOn }), id: ELENA },
  ];
}

/** How the example shop signs its letters; there is one letterhead a shop, under an id of its own. */
export const letterhead = (today: Day): Letterhead => ({
  ...told('letterhead', 'letterhead', daysBefore(today, 300), {
    signer: EMPLOYEES[0],
    phone: '+49 30 23125 000',
    email: 'marta@flowers.example',
    address: 'Flowers on the corner\nLindenweg 1\n12345 Musterstadt',
    country: 'DE',
    tone: 'friendly',
  }),
  id: 'letterhead',
});

/** Two causes of the ledger: one removed seven months ago, one being worked on (method.md [4.12]). */
export function causes(asked: readonly Case[], today: Day): readonly Cause[] {
  const lossFor = (reason: string) =>
    Math.round(
      asked
        .filter(({ story }) => story.real[0] === reason)
        .reduce((sum, { yearlyValue }) => sum + yearlyValue, 0),
    );
  const fixed = daysBefore(today, ROUNDS_FIXED_AGO);
  const opened = daysBefore(today, 41);
  return [
    told('cause', 'cause-late', daysBefore(fixed, 35), {
      reason: 'late-delivery',
      fix: 'Two fixed rounds, at eight and at two, and the promised hour on every order.',
      owner: JONAS,
      due: addDays(fixed, 5),
      cost: 60_000,
      doneOn: fixed,
      lossThen: lossFor('late-delivery'),
      openedOn: daysBefore(fixed, 35),
    }),
    told('cause', 'cause-attention', opened, {
      reason: 'little-attention',
      fix: 'A third pair of hands from Thursday to Saturday; whoever is free looks up and greets.',
      owner: MARTA,
      due: addDays(today, 19),
      cost: 38_000,
      doneOn: null,
      lossThen: lossFor('little-attention'),
      openedOn: opened,
    }),
  ];
}
