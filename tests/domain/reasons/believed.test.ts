import { expect, it } from 'vitest';
import type { Claim } from '../../../src/domain/notebook/interview';
import { believedReason } from '../../../src/domain/reasons/believed';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { claimsOf } from '../../../src/domain/reasons/claims';
import { ownReason, SOME_DAY } from '../../support/conversations';
import { aStatement } from '../../support/notebook';

const said = (
  source: Claim['source'],
  reasons: Readonly<Record<string, number>>,
  role: Claim['role'] = 'stated',
) => aStatement(7, SOME_DAY, reasons, { source, role });

const believed = (...statements: ReturnType<typeof said>[]) =>
  believedReason(claimsOf(statements), catalogue([ownReason('own', { mergedInto: 'price' })]));

it('is nothing where nobody said anything, or nobody knows', () => {
  expect(believed()).toBeNull();
  expect(believed(said('staff', {}))).toBeNull();
});

it('is the heaviest reason, under the one it counts as', () => {
  expect(believed(said('staff', { moved: 1, rudeness: 3 }))).toBe('rudeness');
  expect(believed(said('staff', { moved: 3, price: 2, own: 2 }))).toBe('price');
});

it('is the owner’s finding before what the staff say', () => {
  expect(believed(said('staff', { moved: 1 }), said('owner', { rudeness: 1 }, 'real'))).toBe('rudeness');
});

it('is nothing once the client was heard', () => {
  expect(believed(said('staff', { moved: 1 }), said('client', { rudeness: 1 }))).toBeNull();
});
