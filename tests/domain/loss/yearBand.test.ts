import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDay } from '../../../src/domain/kernel/day';
import { isWholeYear, yearBand } from '../../../src/domain/loss/yearBand';

const from = parseIsoDay('2025-11-24');
const to = parseIsoDay('2026-11-23');

describe('the band of a year', () => {
  it.each([
    [0, 'normal'],
    [10, 'normal'],
    [10.01, 'analyse'],
    [19.99, 'analyse'],
    [20, 'act'],
    [100, 'act'],
  ])('%s %% of the clients lost is "%s" (method.md [1.1])', (percent, band) => {
    expect(yearBand({ from, to, percent })).toBe(band);
  });

  it('is not given for less than 12 months', () => {
    expect(yearBand({ from: addDays(from, 1), to, percent: 40 })).toBeUndefined();
  });

  it('is not given where nobody was a client', () => {
    expect(yearBand({ from, to, percent: NaN })).toBeUndefined();
  });
});

it('365 days are a whole year, both ends included', () => {
  expect(isWholeYear({ from, to })).toBe(true);
  expect(isWholeYear({ from, to: addDays(to, -1) })).toBe(false);
});
