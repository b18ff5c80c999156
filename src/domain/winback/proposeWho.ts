import { mayAsk, proposedAsker } from '../reasons/asker';
import { because, type Because } from './proposeBecause';
import type { PlanFacts, Reading } from './proposeFacts';

/**
 * Who wins the client back: never who lost them [5.3]; the head in person after a human mistake or a catastrophe [4.9], and where nobody
 * else is left; else whom the client likes [5.10] or knows best [6.6]. Null for the head.
 */
export function proposeWho(
  facts: Pick<PlanFacts, 'employees' | 'lostBy' | 'servedBy' | 'wishes'>,
  { serious }: Pick<Reading, 'serious'>,
): { responsible: string | null; because: readonly Because[] } {
  const { employees, lostBy, servedBy, wishes } = facts;
  const fit = mayAsk(employees, lostBy);
  const notThem =
    lostBy !== null && employees.some(({ id }) => id === lostBy)
      ? [because('not-who-lost', { person: lostBy })]
      : [];
  if (serious) return { responsible: null, because: [because('head-serious'), ...notThem] };
  const liked = fit.find(({ id }) => id === wishes.likes);
  if (liked)
    return { responsible: liked.id, because: [because('who-they-like', { person: liked.id }), ...notThem] };
  const knownBy = servedBy.map(({ person }) => person);
  const asker = proposedAsker(employees, lostBy, knownBy);
  if (!asker) return { responsible: null, because: [because('head'), ...notThem] };
  const knows = knownBy.includes(asker.id) ? [because('who-knows', { person: asker.id })] : [];
  return { responsible: asker.id, because: [...knows, ...notThem] };
}
