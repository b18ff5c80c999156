import type { MatchedAnswer } from '../../../domain/surveys/answerCode';
import type { FilledForm } from '../../../domain/surveys/outcome';
import type { StaffRound } from '../../../domain/notebook/survey';
import { today } from '../../../reactive/today';

/** An answer that came as a code. One of a staff round gets the round's day, so that nothing tells when it came. */
export function filledBy({ invitation, answers }: MatchedAnswer, rounds: readonly StaffRound[]): FilledForm {
  const round = rounds.find(({ id }) => id === invitation.round);
  return {
    survey: invitation.form.survey,
    client: invitation.client,
    round: invitation.round,
    answers,
    day: round?.day ?? (invitation.round === null ? today() : invitation.day),
    way: 'code',
  };
}
