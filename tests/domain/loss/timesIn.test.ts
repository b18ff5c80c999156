import { expect, it } from 'vitest';
import { timesIn } from '../../../src/domain/loss/timesIn';

it('a large loss is told in whole months of rent, a small one with a decimal', () => {
  expect(timesIn(4_820_000, 140_000)).toBe(34);
  expect(timesIn(500_000, 140_000)).toBe(3.6);
});

it('nothing is compared with an amount that was not entered', () => {
  expect(timesIn(4_820_000, null)).toBeNull();
  expect(timesIn(4_820_000, 0)).toBeNull();
});
