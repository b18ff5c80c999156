import type { Day } from '../../kernel/day';
import type { LossReport } from '../../loss/lossReport';
import { entriesOf, type Entry } from '../../notebook/notebook';
import { catalogue } from '../catalogue';
import { claimsOf } from '../claims';
import { DIMENSIONS, VIEWS, type Dimension, type ReasonsReport, type View } from '../reasonsReport';
import { beliefGap, statedGap } from './beliefGap';
import { byCompetitor, byReason, byTrait, spellings, type Spelling } from './byWord';
import { causeEffect } from './causeEffect';
import { coverage } from './coverage';
import type { Division } from './division';
import { countedBy, knownClients, type Counted, type KnownClients } from './known';
import type { LostClients } from './lostClients';
import { moneyLines } from './moneyLines';
import { quarterChange } from './quarterChange';

/** Facts of the sales, alike in every view. */
const FACTS = ['employee', 'product', 'month'] as const satisfies readonly Dimension[];
type Fact = (typeof FACTS)[number];

const isFact = (dimension: Dimension): dimension is Fact => (FACTS as readonly string[]).includes(dimension);

/** What the sales alone say of the lost clients; it changes only with the figures. */
export interface LostMoney {
  readonly lost: LostClients;
  readonly sold: Readonly<Record<Fact, Division>>;
}

/** What people have said about them. */
export interface Said {
  readonly known: KnownClients;
  readonly counted: Counted;
  readonly spelling: Spelling;
}

export function saidOf({ lost }: LostMoney, entries: readonly Entry[]): Said {
  const counted = countedBy(catalogue(entriesOf(entries, 'reason')));
  const known = knownClients(lost, claimsOf(entries), counted);
  return { counted, known, spelling: spellings(known) };
}

/** How the lost money is divided under one heading, as one view has it. */
export function divisionOf(
  { lost, sold }: LostMoney,
  { known, counted, spelling }: Said,
  view: View,
  dimension: Dimension,
): Division {
  if (isFact(dimension)) return sold[dimension];
  if (dimension === 'reason') return byReason(lost.length, known, view);
  if (dimension === 'competitor') return byCompetitor(lost.length, known, view, spelling);
  return byTrait(lost.length, known, view, counted, dimension);
}

/**
 * Why clients left, weighed in money (method.md [4.12]): tables of which each sums exactly to the yearly loss, how much of it is known
 * and by whom, where belief, word and truth differ, what changed against the quarter before, and what removing causes brought. Entries of the kinds
 * reason, interview, statement and cause are read, in any order.
 */
export function reasonsInMoney(
  money: LostMoney,
  report: Pick<LossReport, 'asOf' | 'logStart' | 'months'>,
  entries: readonly Entry[],
  today: Day,
): ReasonsReport {
  const { lost } = money;
  const said = saidOf(money, entries);
  const table = (view: View, dimension: Dimension) =>
    moneyLines(lost, divisionOf(money, said, view, dimension), dimension);
  const facts = byEach(FACTS, (fact) => table('best', fact));
  const tables = byEach(VIEWS, (view) =>
    byEach(DIMENSIONS, (dimension) => (isFact(dimension) ? facts[dimension] : table(view, dimension))),
  );
  const reasons = divisionOf(money, said, 'best', 'reason');
  const { ripeUntil, first, length } = report.months;
  const ripe = { from: report.logStart, until: ripeUntil };
  return {
    asOf: report.asOf,
    ripeUntil,
    lost: lost.cents,
    lostClients: lost.length,
    tables,
    coverage: coverage(lost, said.known, tables.best.reason, today),
    gap: beliefGap(lost, said.known, said.counted),
    statedGap: statedGap(lost, said.known, said.counted),
    quarter: quarterChange(lost, reasons, ripeUntil),
    causes: entriesOf(entries, 'cause')
      .toSorted((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
      .map((cause) =>
        causeEffect(
          cause,
          said.counted(cause.reason)?.id ?? cause.reason,
          tables.best.reason,
          lost,
          reasons,
          ripe,
        ),
      ),
    months: { first, length },
  };
}

const byEach = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Readonly<Record<Key, Value>>;
