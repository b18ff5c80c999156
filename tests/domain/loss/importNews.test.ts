import { describe, expect, test } from 'vitest';
import { emptyFigures } from '../../../src/domain/loss/clientFigures';
import { clientsMoved, lateRows } from '../../../src/domain/loss/importNews';
import { STATUS, type StatusName } from '../../../src/domain/loss/status';

const figures = (standing: Readonly<Record<number, StatusName>>) => {
  const clients = Object.entries(standing);
  const out = emptyFigures(clients.length);
  clients.forEach(([client, status], entry) => {
    out.client[entry] = Number(client);
    out.status[entry] = STATUS[status];
  });
  return out;
};

describe('what an import changes', () => {
  test('is told by client: new, back, and lost since', () => {
    const before = figures({ 0: 'regular', 1: 'lost', 2: 'lostTwice', 3: 'sleeping', 7: 'lost' });
    const after = figures({ 0: 'lost', 1: 'recovered', 2: 'lostTwice', 3: 'regular', 4: 'new', 5: 'lost' });
    expect(clientsMoved(before, after)).toEqual({ fresh: 2, recovered: 1, lost: 1 });
  });

  test('is nothing where nobody moved', () => {
    const same = figures({ 0: 'regular', 1: 'lost' });
    expect(clientsMoved(same, same)).toEqual({ fresh: 0, recovered: 0, lost: 0 });
    expect(clientsMoved(figures({}), figures({}))).toEqual({ fresh: 0, recovered: 0, lost: 0 });
  });

  test('in days that were told already is counted with its sum, refunds deducted', () => {
    const sales = { length: 4, day: Int32Array.of(9, 10, 11, 10), cents: Float64Array.of(500, -200, 900, 0) };
    expect(lateRows(sales, 10)).toEqual({ rows: 3, cents: 300 });
    expect(lateRows(sales, 8)).toEqual({ rows: 0, cents: 0 });
  });
});
