import { describe, expect, it } from 'vitest';
import { isoDay, parseIsoDay } from '../../../src/domain/kernel/day';
import { lastTicket } from '../../../src/domain/sales/lastTicket';
import { saveable, type Sale } from '../../support/sales';

const today = parseIsoDay('2026-11-23');
const ticket = (...rows: Sale[]) => {
  const { sales } = saveable(rows);
  const found = lastTicket(sales, 0, today);
  return found && { day: isoDay(found.day), total: found.total, rows: found.rows };
};
const sale = (day: string, amount: number, says: Partial<Sale> = {}): Sale => ({
  client: 'Ann',
  day,
  amount,
  ...says,
});

describe('the last ticket', () => {
  it('is the newest receipt, with all its lines and nobody else’s', () => {
    expect(
      ticket(
        sale('2026-03-01', 5, { receipt: 1 }),
        sale('2026-04-01', 7, { receipt: 2 }),
        sale('2026-04-01', 9, { client: 'Bob', receipt: 3 }),
        sale('2026-04-01', 3, { receipt: 2 }),
      ),
    ).toEqual({ day: '2026-04-01', total: 1_000, rows: [1, 3] });
  });

  it('is all of a day where the sales name no receipt', () => {
    expect(ticket(sale('2026-04-01', 7), sale('2026-04-01', 3))?.total).toBe(1_000);
  });

  it('is no refund: the purchase before it counts', () => {
    expect(ticket(sale('2026-03-01', 5), sale('2026-04-01', -5))?.day).toBe('2026-03-01');
  });

  it('is none of tomorrow, and none where nothing was bought', () => {
    expect(ticket(sale('2026-11-24', 5))).toBeNull();
    expect(ticket()).toBeNull();
  });
});
