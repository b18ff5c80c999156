import type { HeadlineClient } from '../../domain/loss/headline';
import { STATUS } from '../../domain/loss/status';

/**
 * Whom to call today: of the lost clients by falling yearly value, those who came again and again before those who came
 * once, whose return can hardly be foretold (rules.md 3.4). Whoever was lost twice is let go (method.md [2.5]), and whose loss a plan
 * answers already is called when that plan says so (method.md [5.1]).
 */
export function callFirst(
  top: readonly HeadlineClient[],
  taken: readonly number[],
  count: number,
): readonly HeadlineClient[] {
  const planned = new Set(taken);
  const pursued = top.filter(({ client, status }) => status !== STATUS.lostTwice && !planned.has(client));
  const [repeat, once] = [
    pursued.filter(({ visits }) => visits > 1),
    pursued.filter(({ visits }) => visits <= 1),
  ];
  return [...repeat, ...once].slice(0, count);
}
