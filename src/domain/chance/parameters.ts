/**
 * What the model knows of a shop (MBG/NBD, rules.md 2): clients differ in how often they buy, r / alpha times a day on
 * average, and in how likely they are to stop after a visit, a / (a + b) on average.
 */
export interface Parameters {
  readonly r: number;
  /** In days, like every length of time here; seven times the alpha of a fit in weeks. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Where a fit is drawn to by a weak prior: centres of the logarithms and their standard deviation. */
export interface Prior {
  readonly centre: Parameters;
  readonly spread: number;
}

/** The prior of a shop with this typical gap in days (rules.md 2); it keeps the fit finite where the sales alone do not. */
export const shopPrior = (typicalGap: number): Prior => ({
  centre: { r: 0.8, alpha: 0.8 * typicalGap, a: 0.7, b: 1.4 },
  spread: 1.5,
});
