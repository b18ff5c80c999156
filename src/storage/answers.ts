import type { Day } from '../domain/kernel/day';
import { readRevision } from './revision';
import { readSaves } from './saves';
import type { AnswerRecord, ShopDb } from './shopDb';

/** What an answer rests on: two equal texts mean equal answers. */
const basisText = (version: string, revision: number, saves: number, today: Day): string =>
  `${version} ${revision}/${saves}@${today}`;

/** A kept answer as it was stored, `undefined` where it no longer holds, and what one made from now on rests on. */
export interface KeptAnswer {
  readonly basis: string;
  readonly answer: unknown;
}

/**
 * Looks for an answer that still holds: nothing was imported, undone, set, or written since it was made, the day is the same, and so is
 * the app. What it rests on is read before anything else, so that an answer made while somebody saves never outlives that save.
 */
export const readAnswer = (
  db: ShopDb,
  id: AnswerRecord['id'],
  version: string,
  today: Day,
): Promise<KeptAnswer> =>
  db.transaction('r', db.facts, db.results, async () => {
    const [revision, saves, kept] = await Promise.all([readRevision(db), readSaves(db), db.results.get(id)]);
    const basis = basisText(version, revision, saves, today);
    return { basis, answer: kept && 'answer' in kept && kept.basis === basis ? kept.answer : undefined };
  });

/** Best effort: with a full disk it is made again at the next start. */
export const writeAnswer = (db: ShopDb, record: AnswerRecord): Promise<unknown> =>
  db.results.put(record).catch(() => undefined);
