import type { Brainstorm } from '../../../domain/notebook/brainstorm';
import { entriesOf, type Entry } from '../../../domain/notebook/notebook';
import { claimsOf } from '../../../domain/reasons/claims';
import type { AskRow } from '../../../workers/reasonsJobs';

/** Lost clients of whom nobody has named a reason yet, except in this brainstorm; the dearest first. */
export function withoutReason(
  rows: readonly AskRow[],
  storm: Brainstorm,
  entries: readonly Entry[],
): readonly AskRow[] {
  const others = [
    ...entriesOf(entries, 'interview'),
    ...entriesOf(entries, 'statement').filter(({ from }) => from !== storm.id),
  ];
  const known = new Set(
    claimsOf(others)
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ client }) => client),
  );
  return rows.filter(({ client }) => !known.has(client)).toSorted((a, b) => b.yearlyValue - a.yearlyValue);
}
