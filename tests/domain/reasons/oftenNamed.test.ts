import { expect, it } from 'vitest';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { claimsOf } from '../../../src/domain/reasons/claims';
import { oftenNamed } from '../../../src/domain/reasons/oftenNamed';
import { ownReason, SOME_DAY } from '../../support/conversations';
import { aStatement } from '../../support/notebook';

const reasons = catalogue([
  ownReason('parking'),
  ownReason('no-parking', { mergedInto: 'parking' }),
  ownReason('old', { retired: true }),
]);

const named = (...said: readonly (readonly string[])[]) =>
  oftenNamed(
    claimsOf(said.map((ids, k) => aStatement(k, SOME_DAY, Object.fromEntries(ids.map((id) => [id, 1]))))),
    reasons,
    'shop 7',
    5,
  ).map(({ id }) => id);

it('are none where nobody named a reason', () => {
  expect(named()).toEqual([]);
  expect(named(['old'])).toEqual([]);
});

it('are those named most, the most named first', () => {
  expect(named(['moved', 'rudeness'], ['moved'], ['rudeness'], ['moved']).slice(0, 2)).toEqual([
    'moved',
    'rudeness',
  ]);
});

it('are filled up to five, each once', () => {
  const ids = named(['moved']);
  expect(ids[0]).toBe('moved');
  expect(new Set(ids).size).toBe(5);
  expect(named(['moved'])).toEqual(ids);
});

it('never begin with the price, though it was named most', () => {
  expect(named(['price'], ['price'], ['moved']).slice(0, 2)).toEqual(['moved', 'price']);
});

it('count merged reasons together, and offer neither those nor retired ones', () => {
  const ids = named(['no-parking'], ['parking'], ['moved'], ['old'], ['old'], ['old']);
  expect(ids.slice(0, 2)).toEqual(['parking', 'moved']);
  expect(ids).not.toContain('old');
});
