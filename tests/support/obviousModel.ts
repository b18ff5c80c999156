import { logGamma } from '../../src/domain/chance/gamma';
import type { VisitColumns } from '../../src/domain/chance/histories';
import type { Parameters, Prior } from '../../src/domain/chance/parameters';

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

const logOfSum = (one: number, other: number): number => {
  const most = Math.max(one, other);
  return most + Math.log(Math.exp(one - most) + Math.exp(other - most));
};

/** ln L of one client under MBG/NBD, as rules.md 2 writes it: x, tx, T in the unit of alpha. */
export function mbgLogLikelihood({ r, alpha, a, b }: Parameters, x: number, tx: number, age: number): number {
  const still = logBeta(a, b + x + 1) - logBeta(a, b) - (r + x) * Math.log(alpha + age);
  const gone = logBeta(a + 1, b + x) - logBeta(a, b) - (r + x) * Math.log(alpha + tx);
  return logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + logOfSum(still, gone);
}

/** The same under BG/NBD (Fader, Hardie and Lee 2005), whose published fit shows that the histories are read as the field reads them. */
export function bgLogLikelihood({ r, alpha, a, b }: Parameters, x: number, tx: number, age: number): number {
  const still = logBeta(a, b + x) - logBeta(a, b) - (r + x) * Math.log(alpha + age);
  const gone = logBeta(a + 1, b + x - 1) - logBeta(a, b) - (r + x) * Math.log(alpha + tx);
  return logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + (x === 0 ? still : logOfSum(still, gone));
}

/** The sum over every client with a visit, one after the other. */
export function summed(
  model: typeof mbgLogLikelihood,
  parameters: Parameters,
  { length, visits, firstVisit, lastVisit }: VisitColumns,
  asOf: number,
): number {
  let sum = 0;
  for (let k = 0; k < length; k++) {
    if (visits[k] === 0) continue;
    const first = firstVisit[k]!;
    sum += model(parameters, visits[k]! - 1, lastVisit[k]! - first, asOf - first);
  }
  return sum;
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/** The lowest point by Nelder and Mead's simplex, without gradients; `tolerance` is the spread of values at which it ends. */
export function simplexLowest(
  smooth: (at: readonly number[]) => number,
  start: readonly number[],
  tolerance: number,
): Corner & { readonly evaluations: number } {
  let evaluations = 0;
  const corner = (at: readonly number[]): Corner => {
    evaluations++;
    return { at, value: smooth(at) };
  };
  const simplex = [
    corner(start),
    ...start.map((_, i) => corner(start.map((part, j) => part + (i === j ? 0.25 : 0)))),
  ];
  for (let round = 0; round < 2_000; round++) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    if (worst.value - best.value < tolerance) break;
    const middle = start.map((_, i) =>
      simplex.slice(0, -1).reduce((sum, { at }) => sum + at[i]! / start.length, 0),
    );
    const along = (factor: number) => corner(middle.map((part, i) => part + factor * (part - worst.at[i]!)));
    const mirrored = along(1);
    let next = mirrored;
    if (mirrored.value < best.value) {
      const further = along(2);
      if (further.value < mirrored.value) next = further;
    } else if (mirrored.value >= simplex.at(-2)!.value) {
      next = along(mirrored.value < worst.value ? 0.5 : -0.5);
    }
    if (next.value < worst.value) simplex[simplex.length - 1] = next;
    else
      for (let i = 1; i < simplex.length; i++)
        simplex[i] = corner(simplex[i]!.at.map((part, j) => best.at[j]! + 0.5 * (part - best.at[j]!)));
  }
  simplex.sort((a, b) => a.value - b.value);
  return { ...simplex[0]!, evaluations };
}

/** The fit of rules.md 2 in the plainest way: the simplex over the sum of all clients, each with its own gamma terms. */
export function naiveFit(
  figures: VisitColumns,
  asOf: number,
  { centre, spread }: Prior,
): { parameters: Parameters; objective: number; evaluations: number } {
  const listed = [centre.r, centre.alpha, centre.a, centre.b].map(Math.log);
  const parametersAt = (logs: readonly number[]): Parameters => {
    const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
    return { r, alpha, a, b };
  };
  const found = simplexLowest(
    (logs) =>
      logs.reduce(
        (sum, log, k) => sum + 0.5 * ((log - listed[k]!) / spread) ** 2,
        -summed(mbgLogLikelihood, parametersAt(logs), figures, asOf),
      ),
    listed,
    1e-8,
  );
  return {
    parameters: parametersAt(found.at),
    objective: -found.value,
    evaluations: found.evaluations,
  };
}
