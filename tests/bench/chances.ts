import { chanceColumns } from '../../src/domain/chance/chances';
import { fit } from '../../src/domain/chance/fit';
import { histories, type VisitColumns } from '../../src/domain/chance/histories';
import { shopPrior } from '../../src/domain/chance/parameters';
import { walked } from '../../src/domain/loss/analyse';
import { defaultRules } from '../../src/domain/loss/rules';
import { naiveFit } from '../support/obviousModel';
import { BENCH_AS_OF, benchSales } from './benchSales';

/** Visits of a generated shop as the model reads them. */
export function benchVisits(clients: number, seed = 7): { figures: VisitColumns; typicalGap: number } {
  const { sales, clientCount } = benchSales(20 * clients, clients, seed);
  const { figures, walk } = walked(sales, clientCount, defaultRules, BENCH_AS_OF);
  return { figures, typicalGap: walk.law.typicalGap };
}

const fitOf = (figures: VisitColumns, typicalGap: number) =>
  fit(histories(figures, BENCH_AS_OF), shopPrior(typicalGap));

/** Where the fit differs from the naive one: to be empty before anything is timed. */
export function wrongFits(clients: number): string[] {
  const { figures, typicalGap } = benchVisits(clients, 11);
  const ours = fitOf(figures, typicalGap);
  const naive = naiveFit(figures, BENCH_AS_OF, shopPrior(typicalGap));
  const wrong: string[] = [];
  if (!(Math.abs(ours.objective - naive.objective) < 1e-6 * Math.abs(naive.objective)))
    wrong.push(`objective ${ours.objective}, not ${naive.objective}`);
  if (ours.objective < naive.objective - 1e-6) wrong.push(`a worse fit: ${naive.objective - ours.objective}`);
  for (const name of ['r', 'alpha', 'a', 'b'] as const) {
    const [mine, theirs] = [ours.parameters[name], naive.parameters[name]];
    if (!(Math.abs(mine / theirs - 1) < 1e-3)) wrong.push(`${name} ${mine}, not ${theirs}`);
  }
  return wrong;
}

/** Milliseconds of the fit, of the naive one and of the chances, the least of `rounds`, and how often each sums the histories. */
export function timeFit(clients: number, rounds: number) {
  const { figures, typicalGap } = benchVisits(clients);
  let ours = fitOf(figures, typicalGap);
  let took = Infinity;
  let columns = Infinity;
  for (let round = 0; round < rounds; round++) {
    took = Math.min(
      took,
      millisecondsOf(() => {
        ours = fitOf(figures, typicalGap);
      }),
    );
    columns = Math.min(
      columns,
      millisecondsOf(() => chanceColumns(ours.parameters, figures, BENCH_AS_OF)),
    );
  }
  let naive = ours;
  const naively = millisecondsOf(() => {
    naive = naiveFit(figures, BENCH_AS_OF, shopPrior(typicalGap));
  });
  const warm = fit(histories(figures, BENCH_AS_OF), shopPrior(typicalGap), ours.parameters);
  return {
    fit: took,
    naive: naively,
    columns,
    ratio: took / naively,
    evaluations: ours.evaluations,
    naiveEvaluations: naive.evaluations,
    warmEvaluations: warm.evaluations,
    gain: ours.objective - naive.objective,
  };
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
