import type { Day } from '../../kernel/day';
import type { Result } from '../../kernel/result';
import type { Refusal } from '../refusal';
import { refuseUnmapped } from '../refuseUnmapped';
import type { Survey } from '../survey';
import type { ByteSource } from '../source';
import { surveyParts } from '../several/surveyParts';
import { survey, type SurveyHints } from '../surveyFile';
import type { OpenedTable } from './opened';

/** Tables looked at before one is proposed. */
const MOST = 60;
const UNSUITED = 4;

export interface ChosenTable {
  readonly chosen: number;
  /** What is to be read: the table's own, but for files of one shape that the hints cut in another way. */
  readonly source: ByteSource;
  readonly seen: Result<Survey, Refusal>;
  /** Why others that were looked at hold no sales. */
  readonly refused?: ReadonlyMap<number, Refusal>;
}

const unfit = (seen: Result<Survey, Refusal>) => (seen.ok ? seen.value.missing.length : UNSUITED);

function refusalOf(seen: Result<Survey, Refusal>): Refusal | undefined {
  return seen.ok ? refuseUnmapped(seen.value, seen.value.mapping) : seen.error;
}

const size = ({ rows, source }: OpenedTable) => rows ?? source.size / 50;

/**
 * The table that holds the sales: the one with most of date, client and amount; among equals one in sight, then the longest. Tables that
 * are read together are not looked at alone. With `wanted` it is that one.
 */
export async function rightTable(
  tables: readonly OpenedTable[],
  today: Day,
  hints: SurveyHints,
  wanted?: number,
): Promise<ChosenTable> {
  const look = async (chosen: number): Promise<ChosenTable> => {
    const { source, hints: known } = tables[chosen]!;
    const all = { ...hints, ...known };
    if (!source.parts) return { chosen, source, seen: await survey(source, today, all) };
    return { chosen, ...(await surveyParts({ name: source.name, parts: source.parts }, today, all)) };
  };
  if (tables.length === 1) return look(0);
  if (wanted !== undefined && wanted < tables.length) return look(wanted);
  const together = new Set(tables.flatMap(({ joins = [] }) => joins));
  const order = tables
    .map((_, i) => i)
    .filter((i) => !together.has(tables[i]!))
    .sort((a, b) => size(tables[b]!) - size(tables[a]!));
  let best: ChosenTable | undefined;
  let least = Infinity;
  const refused = new Map<number, Refusal>();
  for (const at of order.slice(0, MOST)) {
    const next = await look(at);
    const refusal = refusalOf(next.seen);
    if (refusal) refused.set(at, refusal);
    const burden = unfit(next.seen) * 2 + (tables[at]!.hidden ? 1 : 0);
    if (burden < least) [best, least] = [next, burden];
  }
  return { ...best!, refused };
}
