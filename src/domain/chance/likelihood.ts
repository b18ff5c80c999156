import { digamma, logGamma } from './gamma';
import type { Histories } from './histories';
import type { Parameters } from './parameters';

/** Log-likelihood of a shop's histories and its derivatives by the logarithms of r, alpha, a and b. */
export interface Likelihood {
  readonly value: number;
  readonly slope: readonly [r: number, alpha: number, a: number, b: number];
}

/** Many factors between 1 and 2 are multiplied before one logarithm is taken. */
const LARGE = 1e150;

/**
 * How likely a shop's histories are under MBG/NBD (rules.md 2), with B(a + 1, b + x) = a / (b + x) B(a, b + x + 1) taken
 * out of the sum: gamma terms once for each number of visits, logarithms once for each day, one exponential a client.
 */
export function likelihood(histories: Histories, { r, alpha, a, b }: Parameters): Likelihood {
  const { clients, clientsOfAge, repeatsOfAge, onceOfAge, repeats, clientsOf, start, lastAt, age } =
    histories;
  const days = clientsOfAge.length;
  const logOf = new Float64Array(days);
  const inverseOf = new Float64Array(days);
  let value = clients * (r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b));
  let byR = clients * (Math.log(alpha) - digamma(r));
  let byAlpha = (clients * r) / alpha;
  let byA = clients * digamma(a + b);
  let byB = clients * (digamma(a + b) - digamma(b));
  let gone = 0;

  const onceOdds = Math.log(a) - Math.log(b);
  for (let day = 0; day < days; day++) {
    const log = Math.log(alpha + day);
    const inverse = 1 / (alpha + day);
    logOf[day] = log;
    inverseOf[day] = inverse;
    const some = clientsOfAge[day]!;
    if (some === 0) continue;
    const weight = r * some + repeatsOfAge[day]!;
    value -= weight * log;
    byR -= some * log;
    byAlpha -= weight * inverse;
    const once = onceOfAge[day]!;
    if (once === 0) continue;
    const silence = log - logOf[0]!;
    const odds = onceOdds + r * silence;
    const small = Math.exp(-Math.abs(odds));
    const share = (odds > 0 ? 1 : small) / (1 + small);
    value += once * (Math.max(0, odds) + Math.log1p(small));
    byR += once * share * silence;
    byAlpha += once * share * r * (inverse - inverseOf[0]!);
    gone += once * share;
    byB -= (once * share) / b;
  }

  for (let k = 0; k < repeats.length; k++) {
    const x = repeats[k]!;
    const some = clientsOf[k]!;
    const late = digamma(a + b + x + 1);
    value += some * (logGamma(r + x) + logGamma(b + x + 1) - logGamma(a + b + x + 1));
    byR += some * digamma(r + x);
    byA -= some * late;
    byB += some * (digamma(b + x + 1) - late);
    if (x === 0) continue;
    const power = r + x;
    const least = Math.log(a) - Math.log(b + x);
    let product = 1;
    let goneOf = 0;
    let slopeOf = 0;
    for (let i = start[k]!; i < start[k + 1]!; i++) {
      const now = age[i]!;
      const last = lastAt[i]!;
      const silence = logOf[now]! - logOf[last]!;
      const odds = least + power * silence;
      const small = Math.exp(odds > 0 ? -odds : odds);
      if (odds > 0) value += odds;
      product *= 1 + small;
      if (product > LARGE) {
        value += Math.log(product);
        product = 1;
      }
      const share = (odds > 0 ? 1 : small) / (1 + small);
      goneOf += share;
      byR += share * silence;
      slopeOf += share * (inverseOf[now]! - inverseOf[last]!);
    }
    value += Math.log(product);
    byAlpha += power * slopeOf;
    gone += goneOf;
    byB -= goneOf / (b + x);
  }
  byA += gone / a;
  return { value, slope: [byR * r, byAlpha * alpha, byA * a, byB * b] };
}
