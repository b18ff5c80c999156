import { addDays, type Day } from '../../kernel/day';
import type { Complaint } from '../../notebook/complaint';
import type { SurveyResponse } from '../../notebook/survey';
import { changedWork, DAYS_A_STEP, doneStep, noWork } from '../../complaints/steps';
import { NONE } from '../../sales/columns';
import { noAnswers } from '../../surveys/answers';
import { complaintsOf } from '../../surveys/outcome';
import type { ExampleShop } from '../exampleShop';
import { because, daysBefore, JONAS, MARTA, told } from './tell';

const RECENTLY = 45;
const OFTEN = 10;

/** Clients who come often and were here lately, in the order of the shop's list. */
export function regulars({ sales, clients }: ExampleShop, today: Day): readonly number[] {
  const days = clients.keys.map(() => new Set<number>());
  for (let row = 0; row < sales.length; row++)
    if (sales.client[row] !== NONE) days[sales.client[row]!]!.add(sales.day[row]!);
  return days.flatMap((visits, client) =>
    visits.size >= OFTEN && Math.max(...visits) > today - RECENTLY ? [client] : [],
  );
}

/** Forms of satisfied clients and less satisfied ones; days ago, ratings 1-5 by item (method.md [6.4]). */
const FORMS = [
  {
    ago: 96,
    ratings: { goods: 5, choice: 4, advice: 5, speed: 4, price: 4, payment: 5, hours: 4 },
    reasons: [],
    why: '',
    wish: '',
  },
  {
    ago: 91,
    ratings: { goods: 4, choice: 4, advice: 5, speed: 2, price: 4, payment: 5, hours: 4 },
    reasons: ['late-delivery'],
    why: 'If I have to wait for a delivery a third time.',
    wish: 'Call when it gets late.',
  },
  {
    ago: 47,
    ratings: { goods: 5, choice: 5, advice: 5, speed: 5, price: 4, payment: 5, hours: 5 },
    reasons: [],
    why: 'Nothing. You are the best in the town.',
    wish: '',
  },
  {
    ago: 22,
    ratings: { goods: 5, choice: 4, advice: 3, speed: 4, price: 4, payment: 4, hours: 4 },
    reasons: ['little-attention'],
    why: 'If nobody knew me any more.',
    wish: 'A little more time on Fridays.',
  },
  {
    ago: 12,
    ratings: { goods: 4, choice: 4, advice: 4, speed: 5, price: 4, payment: 5, hours: 5 },
    reasons: [],
    why: '',
    wish: 'Peonies until July.',
  },
] as const;

/** What regular clients answered, and the complaints that low ratings make. */
export function satisfactionForms(
  clients: readonly number[],
  today: Day,
): readonly (SurveyResponse | Complaint)[] {
  return FORMS.slice(0, clients.length).flatMap(({ ago, ratings, reasons, why, wish }, k) => {
    const day = daysBefore(today, ago);
    const response = told('response', `loyal-${k + 1}`, day, {
      survey: 'loyal',
      client: clients[k]!,
      round: null,
      answers: { ...noAnswers, ratings, reasons: because(...reasons), why, wish },
      day,
      way: k % 2 === 0 ? 'device' : 'phone',
    });
    const complaints = complaintsOf(response).map((complaint) =>
      told('complaint', `rated-${k + 1}-${complaint.item}`, day, complaint),
    );
    return [
      response,
      ...complaints.map((complaint) => (complaint.origin === 'open' ? begun(complaint) : complaint)),
    ];
  });
}

/** The cause was found; removing it waits. */
function begun(complaint: Complaint): Complaint {
  const said = changedWork({ ...complaint, reason: 'late-delivery' }, 'found', {
    owner: JONAS,
    text: 'Two orders of the same morning were swapped in the van.',
  });
  const found = doneStep(said, 'found', addDays(complaint.day, 4));
  return changedWork(found, 'removed', { owner: JONAS });
}

const TOLD_AGO = 132;

/** A complaint that went all four steps (method.md [6.5]). */
export function mendedComplaint(client: number, today: Day): Complaint {
  const day = daysBefore(today, TOLD_AGO);
  const step = (owner: string, after: number, text: string) => ({
    owner,
    due: addDays(day, after + DAYS_A_STEP),
    doneOn: addDays(day, after),
    text,
  });
  return told('complaint', 'told', day, {
    client,
    day,
    text: 'The roses hung their heads the next morning.',
    origin: 'told',
    item: '',
    rating: null,
    reason: 'bad-service',
    work: {
      ...noWork(),
      registered: step(MARTA, 0, ''),
      found: step(MARTA, 2, 'Roses of Tuesday were still sold on Saturday.'),
      removed: step(
        JONAS,
        6,
        'What is older than three days goes into the bouquets of the day, at half the price.',
      ),
      mended: step(JONAS, 15, 'Roses come twice a week now, and each bucket carries its day.'),
    },
  });
}
