import type { Day } from '../../kernel/day';
import type { Brainstorm, Heap } from '../../notebook/brainstorm';
import type { Statement } from '../../notebook/interview';
import type { StaffRound, SurveyResponse } from '../../notebook/survey';
import { attachable, attachedClaim } from '../../brainstorm/attach';
import { noAnswers } from '../../surveys/answers';
import { roundClaims } from '../../surveys/staffRound';
import { because, daysBefore, told, type LostExample } from './tell';

/** When the staff were asked, and when everybody sat together: days ago. */
export const ROUND_AGO = 64;
export const STORM_AGO = 57;

/** What each of the staff wrote, without a name. */
const OPINIONS = [
  { reasons: ['price', 'cheaper-rival'], why: 'We are too dear for the quarter.', wish: 'Smaller bouquets.' },
  {
    reasons: ['price', 'late-delivery'],
    why: 'They all say it: the price.',
    wish: 'Somebody who only drives.',
  },
  {
    reasons: ['little-attention', 'price'],
    why: 'On Fridays we cannot look after anybody properly.',
    wish: 'A third pair of hands from Thursday to Saturday.',
  },
] as const;

/** What they thought of single clients; an empty list is "I do not know". */
const VIEWS = [['price'], ['cheaper-rival'], []] as const;

/** A round of the staff that was closed, with what it says about the clients asked about (method.md [4.3]). */
export function staffRound(
  about: readonly LostExample[],
  today: Day,
): readonly (StaffRound | SurveyResponse | Statement)[] {
  const day = daysBefore(today, ROUND_AGO);
  const round = told('round', 'round', day, { day, title: 'Team meeting', closedOn: day });
  const said = { survey: 'staff', round: round.id, day, way: 'device' } as const;
  const opinions = OPINIONS.map(({ reasons, why, wish }, k) =>
    told('response', `staff-${k + 1}`, day, {
      ...said,
      client: null,
      answers: { ...noAnswers, reasons: because(...reasons), why, wish },
    }),
  );
  const views = about.flatMap(({ client }) =>
    VIEWS.map((reasons, k) =>
      told('response', `view-${client}-${k + 1}`, day, {
        ...said,
        client,
        answers: { ...noAnswers, reasons: because(...reasons) },
      }),
    ),
  );
  const claims = roundClaims(round, views, day).map((claim, k) =>
    told('statement', `round-${claim.client}-${k + 1}`, day, { ...claim, from: round.id }),
  );
  return [round, ...opinions, ...views, ...claims];
}

const HEAPS: readonly (Omit<Heap, 'id'> & { readonly ideas: readonly string[] })[] = [
  {
    name: 'Too expensive',
    reason: 'price',
    votes: 5,
    ideas: ['Roses at the supermarket cost half', 'Prices went up twice', 'Delivery costs too much'],
  },
  {
    name: 'Nobody has time',
    reason: 'little-attention',
    votes: 3,
    ideas: ['Long queue on Fridays', 'The telephone always comes first', 'Nobody remembers what I like'],
  },
  { name: 'Elena is gone', reason: 'manager-left', votes: 2, ideas: ['Many came because of Elena'] },
  {
    name: 'Always the same',
    reason: 'nothing-new',
    votes: 1,
    ideas: ['The window has not changed since spring', 'No dried flowers, no workshops'],
  },
  { name: 'Hard to reach', reason: null, votes: 1, ideas: ['No parking', 'We close at six'] },
];

/** A finished brainstorm of four people, with its reasons attached to some lost clients (method.md [4.3]). */
export function brainstorm(about: readonly LostExample[], today: Day): readonly (Brainstorm | Statement)[] {
  const day = daysBefore(today, STORM_AGO);
  const storm = told('brainstorm', 'brainstorm', day, {
    day,
    title: 'Why do clients leave us?',
    stage: 'done',
    ideas: HEAPS.flatMap(({ ideas }, h) =>
      ideas.map((text, i) => ({ id: `idea-${h + 1}-${i + 1}`, text, heap: `heap-${h + 1}` })),
    ),
    heaps: HEAPS.map(({ name, reason, votes }, h) => ({ id: `heap-${h + 1}`, name, reason, votes })),
    dots: 3,
    voters: 4,
  });
  const reasons = attachable(storm).map(({ reason }) => reason);
  const attached = about.map(({ client }, k) =>
    told('statement', `storm-${client}`, day, {
      ...attachedClaim(storm, client, [reasons[k % reasons.length]!], day),
    }),
  );
  return [storm, ...attached];
}
