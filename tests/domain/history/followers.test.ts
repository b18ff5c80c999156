import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDay } from '../../../src/domain/kernel/day';
import { followers, mostServedBy } from '../../../src/domain/history/followers';
import { STATUS } from '../../../src/domain/loss/status';
import { NONE } from '../../../src/domain/sales/columns';

const leftOn = parseIsoDay('2025-06-01');

/** Clients with an interval of 20 days: status, days from the leaving to the last visit, yearly value, served mostly by. */
const shop = (
  ...clients: readonly (readonly [status: number, days: number, cents: number, by: number])[]
) => ({
  figures: {
    length: clients.length,
    status: Uint8Array.from(clients, ([status]) => status),
    lastVisit: Int32Array.from(clients, ([, days]) => leftOn + days),
    interval: new Float64Array(clients.length).fill(20),
    yearlyValue: Float64Array.from(clients, ([, , cents]) => cents),
  },
  by: Uint32Array.from(clients, ([, , , by]) => by),
});

describe('who mostly served a client', () => {
  it('is who has the largest part, of equal ones the first; nobody where nobody is named', () => {
    const shares = {
      start: Uint32Array.of(0, 2, 4, 4),
      key: Uint32Array.of(0, 2, 3, 1),
      part: Float64Array.of(0.4, 0.6, 0.5, 0.5),
    };
    expect([...mostServedBy(shares)]).toEqual([2, 1, NONE]);
  });
});

describe('clients who left with an employee', () => {
  it('stayed away when their next visit was due, in the six months after', () => {
    const { figures, by } = shop(
      [STATUS.lost, -20, 1, 0],
      [STATUS.lost, -19, 2, 0],
      [STATUS.lostTwice, 162, 4.4, 0],
      [STATUS.lost, 163, 8, 0],
    );
    expect(followers(figures, by, 0, leftOn)).toEqual({ clients: 2, cents: 6 });
  });

  it('are lost, and were served mostly by that one', () => {
    const { figures, by } = shop(
      [STATUS.sleeping, 5, 1, 0],
      [STATUS.lost, 5, 2, 1],
      [STATUS.lost, 5, 4, NONE],
      [STATUS.lost, 5, 8, 0],
    );
    expect(followers(figures, by, 0, leftOn)).toEqual({ clients: 1, cents: 8 });
    expect(followers(figures, by, undefined, addDays(leftOn, 0))).toEqual({ clients: 0, cents: 0 });
  });
});
