import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../src/domain/notebook/plan';
import {
  costed,
  ladderPercent,
  offerBreakEven,
  offerCost,
  offerNote,
  stepsCost,
  ticketOf,
} from '../../../src/domain/winback/offers';
import { aStep } from '../../support/aPlan';

const SHARED = '../shared/golden/status.json';
const client = { ticket: 8_000, debt: 100_000 };
const offer = (says: Partial<Offer>): Offer => ({ sort: 'gift', percent: null, cost: 0, text: '', ...says });

describe('the ladder of discounts [5.7]', () => {
  it.each([
    [0, 0],
    [89, 0],
    [90, 10],
    [179, 10],
    [180, 15],
    [359, 15],
    [360, 20],
    [5000, 20],
  ])('gives after %d days %d %%', (days, percent) => {
    expect(ladderPercent(days)).toBe(percent);
  });
});

describe('what an offer costs', () => {
  it('is a percent of the next purchase, or of the debt within 10 to 50 % [4.13]', () => {
    expect(offerCost('discount', 15, client)).toBe(1_200);
    expect(offerCost('debt', 30, client)).toBe(30_000);
    expect(offerCost('debt', 5, client)).toBe(10_000);
    expect(offerCost('debt', 90, client)).toBe(50_000);
  });

  it('is the whole purchase given back, and a tenth of it for a gift', () => {
    expect(offerCost('money-back', null, client)).toBe(8_000);
    expect(offerCost('gift', null, client)).toBe(800);
  });

  it('is for the owner to say where it follows from nothing', () => {
    expect(offerCost('event', null, client)).toBeNull();
    expect(offerCost('discount', null, client)).toBeNull();
    expect(costed(offer({ sort: 'event' }), client).cost).toBe(0);
  });

  it('stays what the owner entered', () => {
    expect(costed(offer({ cost: 250 }), client).cost).toBe(250);
    expect(costed(offer({}), client).cost).toBe(800);
  });
});

describe('one purchase of a client', () => {
  it('is the yearly value over visits a year, never more visits than there were', () => {
    expect(ticketOf({ yearlyValue: 50_000, interval: 36.5, visits: 24 })).toBe(5_000);
    expect(ticketOf({ yearlyValue: 50_000, interval: 36.5, visits: 1 })).toBe(50_000);
    expect(ticketOf({ yearlyValue: 50_000, interval: 730, visits: 9 })).toBe(50_000);
    expect(ticketOf({ yearlyValue: 0, interval: 30, visits: 9 })).toBe(0);
  });
});

describe('the break-even', () => {
  it.runIf(existsSync(SHARED))('is that of the shared golden case', () => {
    const golden = JSON.parse(readFileSync(SHARED, 'utf8')) as {
      formula_cases: { id: string; expected: { breakEvenUplift: number } }[];
    };
    const { expected } = golden.formula_cases.find(({ id }) => id === 'winback-ev')!;
    const uplift = offerBreakEven({ yearlyValue: 40_000, margin: 0.3, years: 1 }, 500);
    expect(uplift).toBeCloseTo(expected.breakEvenUplift, 4);
  });

  it('is 9 % for 36 a year kept two years at half margin, and a cost of 3.24', () => {
    expect(offerBreakEven({ yearlyValue: 3_600, margin: 0.5, years: 2 }, 324)).toBeCloseTo(0.09, 9);
  });

  it('is nothing without a cost, and out of reach for a client worth nothing', () => {
    expect(offerBreakEven({ yearlyValue: 0, margin: 0.5, years: 2 }, 0)).toBe(0);
    expect(offerBreakEven({ yearlyValue: 0, margin: 0.5, years: 2 }, 100)).toBe(Infinity);
  });
});

it('a chain costs its offers, its other costs, and the staff’s time where an hour has a price', () => {
  const steps = [aStep({ offer: offer({ cost: 500 }), minutes: 20 }), aStep({ cost: 100, minutes: 40 })];
  expect(stepsCost(steps, null)).toBe(600);
  expect(stepsCost(steps, 1_800)).toBe(2_400);
});

it('a discount with an upgrade wins most and keeps worst, an upgrade alone keeps longest', () => {
  expect(offerNote(['discount', 'upgrade'])).toBe('discount-and-upgrade');
  expect(offerNote(['upgrade', 'gift'])).toBe('upgrade');
  expect(offerNote(['discount'])).toBe('discount');
  expect(offerNote(['gift'])).toBeNull();
});
