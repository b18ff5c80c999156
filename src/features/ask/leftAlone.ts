import type { Day } from '../../domain/kernel/day';
import { answerTo, type Answers } from '../../domain/reasons/conditions';
import type { Channel } from '../../domain/reasons/conversation';

/** The one way that is left to ask a client who must not be contacted. */
export const NOT_ASKING = 'none' satisfies Channel;

/**
 * The answers about a client who must not be contacted, as the conversation goes by them: nobody asks. Where somebody talked with the
 * client before, what was said then stays.
 */
export function leftAlone(answers: Answers, today: Day): Answers {
  const reached = answerTo(answers, 'reached');
  if (reached?.kind === 'choice' && reached.value !== 'not-reached') return answers;
  const channel = answerTo(answers, 'channel');
  if (channel?.kind === 'choice' && channel.value === NOT_ASKING) return answers;
  const nobodyAsks = { kind: 'choice', value: NOT_ASKING } as const;
  return { ...answers, channel: { answer: nobodyAsks, day: today, source: 'owner', author: null } };
}
