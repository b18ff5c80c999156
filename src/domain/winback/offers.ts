import { breakEvenUplift } from '../loss/winBackValue';
import type { Offer, OfferSort, PlanStep, StepDraft } from '../notebook/plan';

export interface Rung {
  readonly days: number;
  readonly percent: number;
}

/** Days since the last purchase from which the ladder gives so many percent, the highest rung first (method.md [5.7]). */
export const LADDER: readonly Rung[] = [
  { days: 360, percent: 20 },
  { days: 180, percent: 15 },
  { days: 90, percent: 10 },
];

/** The discount the ladder gives, percent; 0 before its first rung (method.md [5.7]). */
export const ladderPercent = (daysSinceLastPurchase: number): number =>
  LADDER.find(({ days }) => daysSinceLastPurchase >= days)?.percent ?? 0;

/** The part of a debt that may be written off, percent (method.md [4.13]). */
export const DEBT_PERCENT = { least: 10, most: 50 } as const;

export const writtenOffPercent = (percent: number): number =>
  Math.min(DEBT_PERCENT.most, Math.max(DEBT_PERCENT.least, percent));

/** What the client an offer is for usually buys and owes, cents. */
export interface OfferFor {
  readonly ticket: number;
  readonly debt: number;
}

/** What one purchase of a client comes to, cents: the yearly value over visits a year, of which there were never more than visits in all. */
export function ticketOf(client: {
  readonly yearlyValue: number;
  readonly interval: number;
  readonly visits: number;
}): number {
  const pace = client.interval > 0 ? 365 / client.interval : 1;
  const visitsAYear = Math.max(1, Math.min(pace, client.visits));
  return Math.max(0, client.yearlyValue / visitsAYear);
}

/** A gift is proposed at the price of the ladder's first rung; the owner enters what it really costs. */
const GIFT_PERCENT = 10;

/**
 * What an offer costs the shop when it is taken, cents, where that follows from the client: a percent of the next purchase or of the debt,
 * or the whole purchase given back; null where the owner has to say.
 */
export function offerCost(
  sort: OfferSort,
  percent: number | null,
  { ticket, debt }: OfferFor,
): number | null {
  if (sort === 'discount') return percent === null ? null : Math.round((ticket * percent) / 100);
  if (sort === 'debt') return percent === null ? null : Math.round((debt * writtenOffPercent(percent)) / 100);
  if (sort === 'gift') return Math.round((ticket * GIFT_PERCENT) / 100);
  if (sort === 'money-back') return Math.round(ticket);
  return null;
}

/** The offer with its cost for a client; what the owner entered stays. */
export const costed = (offer: Offer, client: OfferFor): Offer =>
  offer.cost > 0 ? offer : { ...offer, cost: offerCost(offer.sort, offer.percent, client) ?? 0 };

/** What the steps cost, cents: offers, other costs, and the staff's time where an hour has a price (rules.md 3.6). */
export const stepsCost = (steps: readonly StepDraft[], hourCost: number | null): number =>
  steps.reduce(
    (sum, { offer, cost, minutes }) => sum + (offer?.cost ?? 0) + cost + (minutes / 60) * (hourCost ?? 0),
    0,
  );

/** Steps that still count: not dropped. */
export const kept = (steps: readonly PlanStep[]): readonly PlanStep[] =>
  steps.filter(({ dropped }) => !dropped);

/** By how much (0-1) the chance of return must rise for a cost to pay; infinite for a client worth nothing, 0 without a cost (rules.md 3.6). */
export const offerBreakEven = (
  client: { readonly yearlyValue: number; readonly margin: number; readonly years: number },
  cost: number,
): number =>
  cost <= 0
    ? 0
    : breakEvenUplift({
        yearlyCents: client.yearlyValue,
        margin: client.margin,
        years: client.years,
        cost,
      });

/** What research says of a choice of offers; each has a sentence. */
export const OFFER_NOTES = ['discount-and-upgrade', 'upgrade', 'discount'] as const;
export type OfferNote = (typeof OFFER_NOTES)[number];

/**
 * What is known of the offers chosen: a discount plus an upgrade wins most back and keeps them worst, an upgrade alone keeps them longest
 * (Kumar, Bhagwat and Zhang 2015); null where nothing is.
 */
export function offerNote(sorts: readonly OfferSort[]): OfferNote | null {
  const discount = sorts.includes('discount');
  if (sorts.includes('upgrade')) return discount ? 'discount-and-upgrade' : 'upgrade';
  return discount ? 'discount' : null;
}
