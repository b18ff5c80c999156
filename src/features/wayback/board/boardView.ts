import { STAGES, type Stage } from '../../../domain/winback/planState';
import { BY_VALUE, leastValue, type ByValue } from '../leastValue';
import { isWhose } from '../whose';
import type { Query } from '../../../reactive/address';
import type { PlanRow } from '../../../workers/winbackJobs';

/** Which plans the board shows; it stands in the address. Empty stands for all. */
export interface BoardView {
  readonly who: string;
  readonly reason: string;
  readonly value: ByValue;
  /** Only one stage. */
  readonly stage: Stage | '';
}

/** A reason that nobody knows. */
export const NO_REASON = 'none';

type Asked = Readonly<Record<string, string | undefined>>;

export const boardView = (query: Asked): BoardView => ({
  who: query.who ?? '',
  reason: query.reason ?? '',
  value: BY_VALUE.find((known) => known === query.value) ?? 'all',
  stage: STAGES.find((known) => known === query.stage) ?? '',
});

export const boardQuery = ({ who, reason, value, stage }: BoardView): Query => ({
  who: who || undefined,
  reason: reason || undefined,
  value: value === 'all' ? undefined : value,
  stage: stage || undefined,
});

/** Whoever does the next step, else is responsible; null for the head. */
export const whoDoes = ({ nextStep, responsible }: PlanRow): string | null => nextStep?.who ?? responsible;

/** The plans that a view asks for, in their order. */
export function shownPlans(
  rows: readonly PlanRow[],
  { who, reason, value, stage }: BoardView,
): readonly PlanRow[] {
  const least = leastValue(rows, value);
  return rows.filter(
    (row) =>
      isWhose(who, whoDoes(row)) &&
      (reason === '' || (row.reason ?? NO_REASON) === reason) &&
      (stage === '' || row.state.stage === stage) &&
      row.yearlyValue >= least,
  );
}

/** The plans of each stage, in the order of the stages. */
export const byStage = (rows: readonly PlanRow[]): readonly { stage: Stage; rows: readonly PlanRow[] }[] =>
  STAGES.map((stage) => ({ stage, rows: rows.filter(({ state }) => state.stage === stage) }));
