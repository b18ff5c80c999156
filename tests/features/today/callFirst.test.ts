import { expect, it } from 'vitest';
import { STATUS } from '../../../src/domain/loss/status';
import { callFirst } from '../../../src/features/today/callFirst';
import { aLostClient } from '../../support/lostClients';

const ids = (clients: readonly { client: number }[]) => clients.map(({ client }) => client);

it('keeps the order of yearly value', () => {
  const top = [aLostClient({ client: 1 }), aLostClient({ client: 2 }), aLostClient({ client: 3 })];
  expect(ids(callFirst(top, [], 2))).toEqual([1, 2]);
});

it('puts those who came once behind those who came again', () => {
  const top = [aLostClient({ client: 1, visits: 1 }), aLostClient({ client: 2 })];
  expect(ids(callFirst(top, [], 5))).toEqual([2, 1]);
});

it('lets go of those who were lost twice (method.md [2.5])', () => {
  const top = [aLostClient({ client: 1, status: STATUS.lostTwice }), aLostClient({ client: 2 })];
  expect(ids(callFirst(top, [], 5))).toEqual([2]);
});

it('leaves out those whose loss a plan answers, and goes on with the next (method.md [5.1])', () => {
  const top = [aLostClient({ client: 1 }), aLostClient({ client: 2 }), aLostClient({ client: 3 })];
  expect(ids(callFirst(top, [1], 2))).toEqual([2, 3]);
  expect(callFirst(top, [1, 2, 3], 2)).toEqual([]);
});

it('is empty where nobody is lost', () => {
  expect(callFirst([], [], 5)).toEqual([]);
});
