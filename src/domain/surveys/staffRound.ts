import type { Day } from '../kernel/day';
import type { Claim } from '../notebook/interview';
import type { StaffRound, SurveyResponse } from '../notebook/survey';

/** With fewer answers a reader could guess who said what. */
export const FEWEST_ANSWERS = 3;

/** How many lost clients a round asks about by name. */
export const CLIENTS_ASKED = 5;

const DAY = 86_400_000;

/**
 * The moment that is kept of everything a round brings, in milliseconds: the beginning of its day. The true moment would tell who
 * held the device.
 */
export const roundMoment = ({ day }: Pick<StaffRound, 'day'>): number => day * DAY;

/** What each person said of all clients together; answers about one client stand apart, so that they cannot be put side by side. */
export const opinionsIn = (round: Pick<StaffRound, 'id'>, responses: readonly SurveyResponse[]) =>
  responses.filter((response) => response.round === round.id && response.client === null);

export const viewsIn = (round: Pick<StaffRound, 'id'>, responses: readonly SurveyResponse[]) =>
  responses.filter((response) => response.round === round.id && response.client !== null);

/** Whether a round may be closed: closing shows the answers to everybody. */
export const mayClose = (round: StaffRound, responses: readonly SurveyResponse[]): boolean =>
  round.closedOn === null && opinionsIn(round, responses).length >= FEWEST_ANSWERS;

/** Whether the answers may be looked at (method.md [4.3]: staff hide what they fear to be blamed for). */
export const isShown = (round: StaffRound, responses: readonly SurveyResponse[]): boolean =>
  round.closedOn !== null && opinionsIn(round, responses).length >= FEWEST_ANSWERS;

/**
 * What staff believe about single clients, as claims without an author, by client; made when the round is closed, so that none
 * can be watched as it comes in. A client of whom nobody knew anything gets one claim that says so.
 */
export function roundClaims(
  round: Pick<StaffRound, 'id'>,
  responses: readonly SurveyResponse[],
  day: Day,
): readonly Claim[] {
  const views = viewsIn(round, responses);
  const clients = [...new Set(views.map(({ client }) => client!))].sort((a, b) => a - b);
  return clients.flatMap((client) => {
    const said = views.filter((view) => view.client === client).map(({ answers }) => answers.reasons);
    const known = said.filter((reasons) => reasons.length > 0);
    return (known.length > 0 ? known : [[]]).map((reasons) => ({
      client,
      role: 'stated' as const,
      source: 'staff' as const,
      author: null,
      reasons,
      sure: 'likely' as const,
      severity: null,
      human: null,
      competitor: '',
      words: '',
      day,
    }));
  });
}
