import { describe, expect, it } from 'vitest';
import { keyFigures } from '../../../src/features/clients/keyFigures';
import type { ShopRules } from '../../../src/features/clients/shopRules';
import { formatMoney } from '../../../src/i18n/formats';
import { aClient, everyDays } from '../../support/aClient';
import { someSettings } from '../../support/aSession';
import { day } from '../../support/salesLog';

const rules: ShopRules = {
  settings: someSettings(),
  typicalGap: 21,
  typicalGapFound: true,
  logStart: day('2025-01-02'),
};
const euros = (amount: number) => formatMoney(amount * 100, 'EUR');
const steady = everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const);
const figureOf = (detail: ReturnType<typeof aClient>, id: string) => {
  const figure = keyFigures(detail, rules).find((some) => some.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return { ...figure, text: figure.lines().join(' ') };
};

describe('the figures of a client', () => {
  const lost = aClient(steady, { asOf: '2026-05-23' });

  it('explain the yearly value by pace and purchase', () => {
    const { yearlyValue, purchasesAYear } = lost.figures;
    const { value, text } = figureOf(lost, 'value');
    expect(value).toBe(formatMoney(yearlyValue, 'EUR'));
    expect(text).toContain(`${purchasesAYear.toFixed(2)} purchases a year × ${euros(40)} = ${value}`);
  });

  it('explain the pace by the days that stand for a year', () => {
    const days = (10 * 365) / lost.figures.purchasesAYear;
    expect(figureOf(lost, 'purchases').text).toContain(
      `10 visits in the 12 months up to the last one × 365 / ${String(days)} days`,
    );
    expect(figureOf(lost, 'purchases').text).toContain('how long your sales were recorded');
    const wide = aClient(
      everyDays(90, 5, '2026-02-17').map((date) => [date, 40] as const),
      { asOf: '2026-03-01', typicalGap: 90 },
    );
    expect(figureOf(wide, 'purchases').text).toContain(
      'from the first to the last of them and one usual interval of 90',
    );
  });

  it('count what is missed only while the client is lost', () => {
    expect(figureOf(lost, 'lostSoFar').text).toContain('a year × (95 silent − 21 usual) days / 365');
    expect(figureOf(lost, 'lostSoFar').tone).toBe('loss');
    const here = figureOf(aClient(steady, { asOf: '2026-02-20' }), 'lostSoFar');
    expect(here.value).toBe(euros(0));
    expect(here.text).toContain('now nothing is');
  });

  it('take back what was given back', () => {
    const refunded = aClient([...steady, ['2026-02-20', -15]], { asOf: '2026-05-23' });
    expect(figureOf(refunded, 'revenue').value).toBe(euros(385));
    expect(figureOf(refunded, 'revenue').text).toContain(
      `${euros(400)} bought − ${euros(15)} given back = ${euros(385)}`,
    );
  });

  it('tell past losses from the present one', () => {
    const twice = aClient([...steady, ['2026-06-10', 40]], { asOf: '2027-02-10' });
    expect(figureOf(twice, 'timesLost').value).toBe('2');
    expect(figureOf(twice, 'timesLost').text).toBe('1 loss that ended in a return, and the present one.');
    expect(figureOf(twice, 'lostSoFar').text).toContain('Earlier absence cost');
  });

  it('leave the average purchase out where the file has no amounts', () => {
    const counted = keyFigures(lost, { ...rules, settings: someSettings({ currency: 'VISITS' }) });
    expect(counted.map(({ id }) => id)).not.toContain('ticket');
  });

  it('stay empty, not zero, for a client who never bought', () => {
    const potential = aClient([['2026-01-05', -20]], { asOf: '2026-02-01' });
    expect(figureOf(potential, 'first').value).toBe('–');
    expect(figureOf(potential, 'ticket').value).toBe('–');
    expect(figureOf(potential, 'value').text).toContain('Without a visit there is no pace');
  });
});
