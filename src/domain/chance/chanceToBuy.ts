import type { Parameters } from './parameters';

/** A client as the model sees them: visits after the first one (x), days from the first to the last visit (tx) and to now (T). */
export interface History {
  readonly repeats: number;
  readonly lastAt: number;
  readonly age: number;
}

/** Share of clients with such a history who still come at all (0-1; P(alive) of MBG/NBD, rules.md 2). Never shown by itself. */
export function chanceAlive({ r, alpha, a, b }: Parameters, { repeats, lastAt, age }: History): number {
  const silence = Math.log(alpha + age) - Math.log(alpha + lastAt);
  return 1 / (1 + Math.exp(Math.log(a) - Math.log(b + repeats) + (r + repeats) * silence));
}

/** Chance (0-1) that a client with such a history buys within `days` from now (MBG/NBD, rules.md 2). */
export const chanceToBuy = (parameters: Parameters, history: History, days: number): number =>
  chanceAlive(parameters, history) *
  -Math.expm1(-(parameters.r + history.repeats) * Math.log1p(days / (parameters.alpha + history.age)));
