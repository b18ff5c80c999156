const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

/** From here on the asymptotic series are exact to the last digits of a double. */
const FAR = 10;

/** Natural logarithm of the gamma function of a positive number (Stirling's series; Abramowitz and Stegun 6.1.41). */
export function logGamma(value: number): number {
  let product = 1;
  let z = value;
  for (; z < FAR; z++) product *= z;
  const y = 1 / (z * z);
  const series =
    1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360)))));
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TAU + series / z - Math.log(product);
}

/** Derivative of `logGamma` (digamma; Abramowitz and Stegun 6.3.18). */
export function digamma(value: number): number {
  let sum = 0;
  let z = value;
  for (; z < FAR; z++) sum += 1 / z;
  const y = 1 / (z * z);
  const series =
    y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760))))));
  return Math.log(z) - 0.5 / z - series - sum;
}
