import type { Histories } from './histories';
import { likelihood } from './likelihood';
import { lowest } from './lowest';
import type { Parameters, Prior } from './parameters';

/** The parameters of a shop, what they were worth, and how often its histories had to be summed for them. */
export interface Fit {
  readonly parameters: Parameters;
  /** Log-likelihood less the distance from the prior. */
  readonly objective: number;
  readonly evaluations: number;
}

/** A further gain in the objective below this changes no figure that is shown. */
const ENOUGH = 1e-9;

const listed = ({ r, alpha, a, b }: Parameters): Float64Array => Float64Array.of(r, alpha, a, b);

const parametersAt = (logs: Float64Array): Parameters => ({
  r: Math.exp(logs[0]!),
  alpha: Math.exp(logs[1]!),
  a: Math.exp(logs[2]!),
  b: Math.exp(logs[3]!),
});

/**
 * The parameters under which a shop's histories, and the prior, are most likely (rules.md 2). `from` is where to begin,
 * such as the parameters found for the shop before: it saves time and changes nothing else.
 */
export function fit(histories: Histories, { centre, spread }: Prior, from: Parameters = centre): Fit {
  const centres = listed(centre).map(Math.log);
  const weight = 1 / (spread * spread);
  const { at, value, evaluations } = lowest(
    (logs) => {
      const { value: likely, slope } = likelihood(histories, parametersAt(logs));
      const away = logs.map((log, k) => log - centres[k]!);
      return {
        value: away.reduce((sum, distance) => sum + 0.5 * weight * distance * distance, -likely),
        gradient: away.map((distance, k) => weight * distance - slope[k]!),
      };
    },
    listed(from).map(Math.log),
    Math.max(1, histories.clients),
    ENOUGH,
  );
  return { parameters: parametersAt(at), objective: -value, evaluations };
}
