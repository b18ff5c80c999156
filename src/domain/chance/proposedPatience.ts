import type { Patience } from '../loss/rules';
import { FEWEST_CASES, TIMES, type Evidence } from './evidence';

/**
 * The patience that the shop's own sales speak for (rules.md 3.4): for each band of visits the first multiple of the usual
 * interval at which fewer than half came back, as far as 20 or more cases tell; never below the present patience, nor below
 * that of clients with fewer visits. The present one where there is nothing to propose.
 */
export function proposedPatience({ longer }: Pick<Evidence, 'longer'>, present: Patience): Patience {
  let least = 0;
  const raised = present.map((times, band) => {
    least = Math.max(least, times, timesTold({ longer }, band));
    return least;
  });
  return raised as unknown as Patience;
}

/** The multiple that the silences of one band speak for by themselves; 0 where fewer than 20 cases tell. */
export function timesTold({ longer }: Pick<Evidence, 'longer'>, band: number): number {
  let told = 0;
  for (let k = 0; k < TIMES.length; k++) {
    const { cases, returned } = longer[k]![band]!;
    if (cases < FEWEST_CASES) break;
    told = TIMES[k]!;
    if (2 * (returned + 1) < cases + 2) break;
  }
  return told;
}
