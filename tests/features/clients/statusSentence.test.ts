import { describe, expect, it } from 'vitest';
import { statusFormula } from '../../../src/features/clients/statusFormula';
import { statusSentence } from '../../../src/features/clients/statusSentence';
import type { ShopRules } from '../../../src/features/clients/shopRules';
import type { ShopSettings } from '../../../src/domain/shop/settings';
import { formatDay } from '../../../src/i18n/formats';
import { aClient, everyDays } from '../../support/aClient';
import { someSettings } from '../../support/aSession';
import { day } from '../../support/salesLog';

const rules = (settings: Partial<ShopSettings> = {}, typicalGap = 21, typicalGapFound = true): ShopRules => ({
  settings: someSettings(settings),
  typicalGap,
  typicalGapFound,
  logStart: day('2025-01-02'),
});

const on = (iso: string) => formatDay(day(iso), 'long');
const visits = (days: readonly string[]) => days.map((date) => [date, 40] as const);
const steady = visits(everyDays(21, 10, '2026-02-17'));

describe('the sentence about a client', () => {
  it('tells a lost client by rhythm, silence, the day of the loss and when sleeping began', () => {
    const sentence = statusSentence(aClient(steady, { asOf: '2026-05-23' }), rules());
    expect(sentence).toBe(
      `Usually every 21 days, silent for 95: lost since ${on('2026-05-12')}; sleeping began at 28 days.`,
    );
  });

  it('says since when a client sleeps and when that becomes a loss', () => {
    const sentence = statusSentence(aClient(steady, { asOf: '2026-03-19' }), rules());
    expect(sentence).toBe(
      `Usually every 21 days, silent for 30: sleeping since ${on('2026-03-17')}. Without a visit, lost from ${on('2026-05-12')} on.`,
    );
  });

  it('is calm about a regular client, on the very day of a visit too', () => {
    expect(statusSentence(aClient(steady, { asOf: '2026-02-22' }), rules())).toBe(
      'Usually every 21 days, silent for 5: all as usual. Sleeping would begin at 28 days.',
    );
    expect(statusSentence(aClient(steady, { asOf: '2026-02-17' }), rules())).toContain(
      'here on the last day counted',
    );
  });

  it('gives a client who came once no rhythm of their own', () => {
    const once = [['2025-03-03', 60]] as const;
    const isNew = statusSentence(aClient(once, { asOf: '2025-03-15' }), rules());
    const sleeps = statusSentence(aClient(once, { asOf: '2025-04-05' }), rules());
    const isLost = statusSentence(aClient(once, { asOf: '2025-06-01' }), rules());
    expect(isNew).toBe(
      `Came once, on ${on('2025-03-03')}, 12 days ago; most who come back do so within 42 days.`,
    );
    expect(sleeps).toContain(
      `Silent for 33: sleeping since ${on('2025-03-31')}, lost from ${on('2025-04-14')} on.`,
    );
    expect(isLost).toBe(
      `Came once, on ${on('2025-03-03')}; most who come back do so within 42 days: lost since ${on('2025-04-14')}.`,
    );
    for (const sentence of [isNew, sleeps, isLost]) expect(sentence).not.toContain('every');
  });

  it('claims nothing about returns that the shop’s sales do not show', () => {
    const once = [['2025-03-03', 60]] as const;
    const asOf = '2025-12-01';
    const guessed = statusSentence(aClient(once, { asOf, typicalGap: 45 }), rules({}, 45, false));
    const fixed = statusSentence(
      aClient(once, { asOf, settings: { preset: 'fixed', fixedDays: 180 } }),
      rules({ preset: 'fixed', fixedDays: 180 }),
    );
    const hasty = { patience: [1, 2, 3, 4] as const };
    const impatient = statusSentence(aClient(once, { asOf, settings: hasty }), rules(hasty));
    expect(guessed).toContain('one visit is given 90 days by your rule');
    expect(fixed).toContain('one visit is given 180 days by your rule');
    expect(impatient).toContain('one visit is given 21 days by your rule');
  });

  it('tells when a client came back and after how long', () => {
    const log = visits([...everyDays(21, 10, '2026-02-17'), '2026-06-10']);
    expect(statusSentence(aClient(log, { asOf: '2026-06-20' }), rules())).toContain(
      `Was lost and came back on ${on('2026-06-10')} after 113 days.`,
    );
  });

  it('counts the losses of a client who was lost before', () => {
    const log = visits([...everyDays(21, 10, '2025-02-17'), '2025-09-10']);
    expect(statusSentence(aClient(log, { asOf: '2026-06-20' }), rules())).toContain(
      'lost for the 2nd time, since',
    );
  });

  it('speaks of the owner’s own interval where one is set', () => {
    const log = visits(everyDays(365, 3, '2025-02-10'));
    const yearly = aClient(log, { asOf: '2026-01-10', card: { interval: 365 } });
    expect(statusSentence(yearly, rules())).toBe(
      'By your setting every 365 days, silent for 334: all as usual. Sleeping would begin at 487 days.',
    );
    const once = aClient([['2025-02-10', 50]], { asOf: '2026-01-10', card: { interval: 365 } });
    expect(statusSentence(once, rules())).toContain('by your setting they come every 365 days');
  });

  it('finds words for a client who never bought, or gave everything back', () => {
    const refunded = aClient([['2026-01-05', -20]], { asOf: '2026-02-01' });
    const undone = aClient(
      [
        ['2026-01-05', 20],
        ['2026-01-09', -20],
      ],
      { asOf: '2026-02-01' },
    );
    expect(statusSentence(refunded, rules())).toContain(
      `only money given back, the last time on ${on('2026-01-05')}`,
    );
    expect(statusSentence(undone, rules())).toContain(`was given back, the last time on ${on('2026-01-09')}`);
    expect(statusSentence(aClient([['2026-01-05', 0]], { asOf: '2026-02-01' }), rules())).toBe(
      'Known to the shop, but has not bought anything yet.',
    );
  });
});

describe('the formula behind the status', () => {
  it('shows the rhythm, both limits and the silence with the client’s numbers', () => {
    const lines = statusFormula(aClient(steady, { asOf: '2026-05-23' }), rules());
    expect(lines[0]).toContain('(2 × 21 + 189) / (2 + 9) = 21 days');
    expect(lines[1]).toContain('4/3 × 21 = 28 days');
    expect(lines[2]).toContain('the patience for 10 visits: 4 × 21 = 84 days');
    expect(lines[3]).toBe(`Silent since ${on('2026-02-17')}, counted up to ${on('2026-05-23')}: 95 days.`);
  });

  it('says which days of a closure were left out', () => {
    const closures = [{ first: day('2026-03-01'), last: day('2026-03-10') }];
    const lines = statusFormula(
      aClient(steady, { asOf: '2026-05-23', settings: { closures } }),
      rules({ closures }),
    );
    expect(lines.at(-1)).toContain('85 days, 10 closed days left out');
  });

  it('follows the owner’s rule where it is not the rhythm', () => {
    const fixed = { preset: 'fixed', fixedDays: 90 } as const;
    const lines = statusFormula(aClient(steady, { asOf: '2026-05-23', settings: fixed }), rules(fixed));
    expect(lines[1]).toBe('Sleeping after three quarters of 90 days: 68 days.');
    expect(lines[2]).toBe('Lost after 90 days, the number you chose for all clients.');
    const classic = { preset: 'classic' } as const;
    const own = statusFormula(aClient(steady, { asOf: '2026-05-23', settings: classic }), rules(classic));
    expect(own[0]).toContain('189 / 9 = 21 days');
    expect(own[2]).toContain('1.33 × 21 = 28 days');
  });

  it('says that nobody is waited for longer than two years', () => {
    const rare = aClient(visits(everyDays(300, 7, '2025-01-02')), { asOf: '2026-01-02', typicalGap: 300 });
    expect(statusFormula(rare, rules({}, 300)).join(' ')).toContain(
      'nobody is waited for longer than 730 days',
    );
  });

  it('is empty for a client without a visit', () => {
    expect(statusFormula(aClient([['2026-01-05', -20]], { asOf: '2026-02-01' }), rules())).toEqual([]);
  });
});
