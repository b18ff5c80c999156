/** A client whose return is weighed: yearly value and cost of the attempt in cents, margin 0-1, years credited. */
export interface WinBackCase {
  readonly yearlyCents: number;
  readonly margin: number;
  readonly years: number;
  readonly cost: number;
}

/** What contacting the client brings, in cents, beyond the return that happens anyway; negative where it does not pay (rules.md 3.6). */
export const winBackValue = (client: WinBackCase, chanceContacted: number, chanceAlone: number): number =>
  (chanceContacted - chanceAlone) * client.yearlyCents * client.margin * client.years - client.cost;

/** By how much (0-1) contact must raise the chance of return to pay for itself; infinite for a client worth nothing (rules.md 3.6). */
export const breakEvenUplift = (client: WinBackCase): number =>
  client.cost / (client.yearlyCents * client.margin * client.years);

/**
 * Return on win-back: (margin of recovered clients - margin expected without contact - cost) / cost, 0.16 for 16 %; NaN
 * without a cost. With `naturalMargin` 0 it is the figure "without the natural return" (method.md [5.13], rules.md 3.6; ROMI).
 */
export const romi = (recoveredMargin: number, naturalMargin: number, cost: number): number =>
  cost === 0 ? NaN : (recoveredMargin - naturalMargin - cost) / cost;
