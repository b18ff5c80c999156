import { analyse } from '../../src/domain/loss/analyse';
import type { LossReport } from '../../src/domain/loss/lossReport';
import { ranking } from '../../src/domain/loss/ranking';
import { defaultRules } from '../../src/domain/loss/rules';
import { NONE, type LossColumns } from '../../src/domain/sales/columns';
import { obviousAnalysis } from '../support/obviousAnalysis';
import { disagreements } from '../support/reportsAgree';
import { BENCH_AS_OF, benchSales } from './benchSales';

/** The least that any analysis must do: count, first day, last day and total of every client in one pass. */
export interface PlainPass {
  readonly count: Uint32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly total: Float64Array;
}

export function plainPass({ length, day, client, cents }: LossColumns, clientCount: number): PlainPass {
  const count = new Uint32Array(clientCount);
  const first = new Int32Array(clientCount).fill(0x7fff_ffff);
  const last = new Int32Array(clientCount).fill(-0x8000_0000);
  const total = new Float64Array(clientCount);
  for (let i = 0; i < length; i++) {
    const c = client[i]!;
    if (c === NONE) continue;
    const on = day[i]!;
    count[c]!++;
    total[c]! += cents[i]!;
    if (on < first[c]!) first[c] = on;
    if (on > last[c]!) last[c] = on;
  }
  return { count, first, last, total };
}

/** The whole analysis as the app runs it: statuses, money, months, and the order in which to win clients back. */
export function fullAnalysis(
  sales: LossColumns,
  clientCount: number,
): { report: LossReport; ranked: Uint32Array } {
  const report = analyse(sales, clientCount, defaultRules, BENCH_AS_OF);
  return { report, ranked: ranking(report.clients) };
}

/** Where the analysis of a small generated log differs from the slow obvious one; to be empty before anything is timed. */
export function wrongAnswers(): string[] {
  const { sales, clientCount } = benchSales(4_000, 200, 11);
  const { report, ranked } = fullAnalysis(sales, clientCount);
  const obvious = obviousAnalysis(sales, clientCount, defaultRules, BENCH_AS_OF);
  const lost = obvious.clients
    .map(({ status, yearlyValue }, k) => ({
      k,
      yearlyValue,
      lost: status === 'lost' || status === 'lostTwice',
    }))
    .filter((client) => client.lost)
    .sort((a, b) => b.yearlyValue - a.yearlyValue || a.k - b.k);
  const misplaced = lost
    .filter(({ k }, place) => ranked[place] !== k)
    .map(({ k }) => `entry ${k} is misplaced`);
  const length = ranked.length === lost.length ? [] : [`${ranked.length} ranked, ${lost.length} lost`];
  return [...disagreements(report, obvious), ...misplaced, ...length];
}

/** Milliseconds of the analysis and of the plain pass, the least of `rounds` taken in turn, and their ratio (at most 12). */
export function timeAnalysis(sales: LossColumns, clientCount: number, rounds: number) {
  let plain = Infinity;
  let full = Infinity;
  for (let round = 0; round < rounds; round++) {
    plain = Math.min(
      plain,
      millisecondsOf(() => plainPass(sales, clientCount)),
    );
    full = Math.min(
      full,
      millisecondsOf(() => fullAnalysis(sales, clientCount)),
    );
  }
  return { plain, full, ratio: full / plain };
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
