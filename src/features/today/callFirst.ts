import type { HeadlineClient } from '../../domain/loss/headline';
import { STATUS } from '../../domain/loss/status';

/**
 * Whom to call today: of the lost clients by falling yearly value, those who came again and again before those who came
 * once, whose return can hardly be foretold (rules.md 3.4). Whoever was lost twice is let go (method.md [2.5]).
 */
export function callFirst(top: readonly HeadlineClient[], count: number): readonly HeadlineClient[] {
  const pursued = top.filter(({ status }) => status !== STATUS.lostTwice);
  const [repeat, once] = [
    pursued.filter(({ visits }) => visits > 1),
    pursued.filter(({ visits }) => visits <= 1),
  ];
  return [...repeat, ...once].slice(0, count);
}
