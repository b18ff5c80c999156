import { expect, it } from 'vitest';
import { shareWithClient } from '../../../src/domain/sales/shareWithClient';

it.each([
  [800, 1000, 80],
  [0, 1000, 0],
  [1000, 1000, 100],
  [0, 0, NaN],
  [500, 130, NaN],
  [-20, 1000, NaN],
  [300, -100, NaN],
])(
  'of a turnover with a client of %d in all of %d is %d percent, or nothing that makes sense',
  (withClient, total, percent) => {
    expect(shareWithClient(withClient, total)).toEqual(percent);
  },
);
