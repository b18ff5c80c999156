import type { Severity, Source } from '../notebook/answer';
import type { Claim, Interview } from '../notebook/interview';
import type { Reason } from '../notebook/reason';
import type { SurveyResponse } from '../notebook/survey';
import { countedAs, meansStarting, traitsOf } from '../reasons/catalogue';
import { answerTo } from '../reasons/conditions';
import { conversation } from '../reasons/conversation';
import { answersOnPath, readable } from '../reasons/engine';
import { knowledge } from '../reasons/knowledge';
import { NOT_ASKED, UNKNOWN } from '../reasons/reasonsReport';

/** What a plan is made from beside the sales (method.md [5.1]). */
export interface PlanKnowledge {
  /** The reason that counts most, and by whose word; null where nobody knows or nobody asked. */
  readonly reason: string | null;
  readonly source: Source | null;
  readonly severity: Severity | null;
  readonly human: boolean;
  readonly competitor: string;
  /** What the client wants done, in their words; empty where nobody asked. */
  readonly wish: string;
  /** Chance of return that the owner decided on, percent; null where no decision was made. */
  readonly chance: number | null;
}

/** What was said about one absence of one client: claims oldest first, the rest in any order. */
export interface SaidOfAbsence {
  readonly claims: readonly Claim[];
  readonly interviews: readonly Interview[];
  readonly responses: readonly SurveyResponse[];
}

/** What is known of an absence, for the plan that answers it (method.md [4.7]-[4.11], [5.1]). */
export function planKnowledge(said: SaidOfAbsence, reasons: readonly Reason[]): PlanKnowledge {
  const { claims } = said;
  const { best } = knowledge(claims);
  const reason = heaviest(best.reasons, reasons);
  const decided = decisions(said.interviews, reasons);
  const wishes = [
    ...decided.map(({ day, wish }) => ({ day, wish })),
    ...said.responses.map(({ day, answers }) => ({ day, wish: answers.wish })),
  ].sort((a, b) => a.day - b.day);
  const ofReason = reason === null ? undefined : traitsOf(reasons, reason);
  return {
    reason,
    source: reason === null ? null : best.source,
    severity: claims.findLast(({ severity }) => severity !== null)?.severity ?? null,
    human: claims.findLast(({ human }) => human !== null)?.human ?? ofReason?.human ?? false,
    competitor: claims.findLast(({ competitor }) => competitor !== '')?.competitor ?? '',
    wish: wishes.findLast(({ wish }) => wish.trim() !== '')?.wish ?? '',
    chance: decided.findLast(({ chance }) => chance !== null)?.chance ?? null,
  };
}

/** Whether the client closed down, died or needs nothing any more: nothing is to be done, and nobody calls (method.md [4.13]). */
export const needsNothing = (reason: string | null, reasons: readonly Reason[]): boolean =>
  reason !== null && meansStarting(reasons, reason) === 'closed';

/** The reason with most weight, merged ones together; the first of equals. */
function heaviest(weighted: readonly { reason: string; weight: number }[], reasons: readonly Reason[]) {
  const weights = new Map<string, number>();
  for (const { reason, weight } of weighted) {
    if (reason === NOT_ASKED || reason === UNKNOWN) continue;
    const counted = countedAs(reasons, reason);
    weights.set(counted, (weights.get(counted) ?? 0) + weight);
  }
  return [...weights].reduce<readonly [string | null, number]>((a, b) => (b[1] > a[1] ? b : a), [null, 0])[0];
}

/** The wish and the chance in each conversation, the oldest first. */
function decisions(interviews: readonly Interview[], reasons: readonly Reason[]) {
  return interviews
    .filter(({ questions }) => questions === conversation.id)
    .toSorted((a, b) => a.startedOn - b.startedOn || a.madeAt - b.madeAt)
    .map(({ startedOn, answers }) => {
      const counting = answersOnPath(conversation, readable(conversation, answers), reasons);
      const wish = answerTo(counting, 'wish');
      const chance = answerTo(counting, 'chance');
      return {
        day: startedOn,
        wish: wish?.kind === 'text' ? wish.text : '',
        chance: chance?.kind === 'choice' ? Number(chance.value) : null,
      };
    });
}
