import { expect, it } from 'vitest';
import { addDays, parseIsoDay } from '../../../src/domain/kernel/day';
import { tooLittle } from '../../../src/domain/loss/tooLittle';

const logStart = parseIsoDay('2026-01-01');
const after = (days: number) => addDays(logStart, days - 1);

it('five clients over sixty days are enough', () => {
  expect(tooLittle({ clientsWithPurchase: 5, logStart, asOf: after(60) })).toEqual({
    clients: false,
    days: false,
  });
});

it('four clients are too few, however long the log', () => {
  expect(tooLittle({ clientsWithPurchase: 4, logStart, asOf: after(900) })).toEqual({
    clients: true,
    days: false,
  });
});

it('fifty-nine days are too short, however many the clients', () => {
  expect(tooLittle({ clientsWithPurchase: 900, logStart, asOf: after(59) })).toEqual({
    clients: false,
    days: true,
  });
});
