import { version } from '../../../package.json';
import type { Day } from '../../domain/kernel/day';
import { readAnswer, writeAnswer } from '../../storage/answers';
import type { AnswerRecord } from '../../storage/shopDb';
import type { OpenShop } from './openShops';

/** The kept answer where it still holds and can be read, else a new one, which is kept. */
export async function keptAnswer<Answer>(
  { db }: OpenShop,
  id: AnswerRecord['id'],
  today: Day,
  decode: (stored: unknown) => Answer | undefined,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const { basis, answer } = await readAnswer(db, id, version, today);
  const known = answer === undefined ? undefined : decode(answer);
  if (known !== undefined) return known;
  const made = await make();
  await writeAnswer(db, { id, basis, answer: made });
  return made;
}
