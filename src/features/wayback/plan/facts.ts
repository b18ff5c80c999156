import type { Day } from '../../../domain/kernel/day';
import { isLostStatus, STATUS } from '../../../domain/loss/status';
import { cardWishes } from '../../../domain/winback/cardWishes';
import { ticketOf } from '../../../domain/winback/offers';
import type { PlanFacts } from '../../../domain/winback/proposeFacts';
import type { PlanFile } from '../../../workers/winbackJobs';
import type { ChainClient } from '../steps/chainDesk';
import type { Desk } from './desk.svelte';

/** The loss a plan answers: a client who only sleeps is to be lost today, so that whatever they buy from now on is a return. */
export const lossOf = ({ case: { status, lostDate } }: PlanFile, today: Day): Day =>
  isLostStatus(status) ? lostDate : today;

/** Whether there is anybody to win back. */
export const isAway = ({ case: { status } }: PlanFile): boolean =>
  isLostStatus(status) || status === STATUS.sleeping;

/** What the offers of a chain are weighed by. Who served a client since the return did not lose them. */
export const chainClient = ({ case: of, card }: PlanFile, isBack = false): ChainClient => ({
  yearlyValue: of.yearlyValue,
  margin: of.margin,
  years: of.years,
  hourCost: of.hourCost,
  ticket: ticketOf(of),
  debt: card?.debt ?? 0,
  lostBy: isBack ? null : of.lostBy,
});

/** Everything the proposal rests on, with what the owner chose. */
export function planFacts(
  { file, employees, reasons, chains }: Desk,
  today: Day,
  chosen: Pick<PlanFacts, 'playbook' | 'override'>,
): PlanFacts {
  const { case: of, card, knowledge } = file;
  return {
    ...of,
    today,
    lostDate: lossOf(file, today),
    reason: knowledge.reason,
    severity: knowledge.severity,
    human: knowledge.human,
    wish: knowledge.wish,
    wishes: cardWishes(card),
    debt: card?.debt ?? 0,
    employees,
    reasons,
    chains,
    ...chosen,
  };
}
