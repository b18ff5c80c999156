import type { Day } from '../../kernel/day';
import type { Result } from '../../kernel/result';
import type { Refusal } from '../refusal';
import type { Survey } from '../survey';
import { survey, type SurveyHints } from '../surveyFile';
import type { OpenedTable } from './opened';

/** Tables looked at before one is proposed. */
const MOST = 60;
const UNSUITED = 4;

export interface ChosenTable {
  readonly chosen: number;
  readonly seen: Result<Survey, Refusal>;
}

const unfit = (seen: Result<Survey, Refusal>) => (seen.ok ? seen.value.missing.length : UNSUITED);

const size = ({ rows, source }: OpenedTable) => rows ?? source.size / 50;

/**
 * The table that holds the sales: the one with most of date, client and amount; among equals one in sight, then the longest. With
 * `wanted` it is that one.
 */
export async function rightTable(
  tables: readonly OpenedTable[],
  today: Day,
  hints: SurveyHints,
  wanted?: number,
): Promise<ChosenTable> {
  const look = async (chosen: number): Promise<ChosenTable> => {
    const { source, hints: known } = tables[chosen]!;
    return { chosen, seen: await survey(source, today, { ...hints, ...known }) };
  };
  if (tables.length === 1) return look(0);
  if (wanted !== undefined && wanted < tables.length) return look(wanted);
  const order = tables.map((_, i) => i).sort((a, b) => size(tables[b]!) - size(tables[a]!));
  let best: ChosenTable | undefined;
  let least = Infinity;
  for (const at of order.slice(0, MOST)) {
    const next = await look(at);
    const burden = unfit(next.seen) * 2 + (tables[at]!.hidden ? 1 : 0);
    if (burden < least) [best, least] = [next, burden];
  }
  return best!;
}
