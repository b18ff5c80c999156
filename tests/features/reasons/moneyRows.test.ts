import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyRows } from '../../../src/features/reasons/moneyRows';
import { chosen, FACTS, withDataFirst } from '../../../src/features/reasons/shownTable';
import { DIMENSIONS, NO_KEY, NOT_ASKED, REST, UNKNOWN } from '../../../src/domain/reasons/reasonsReport';
import { aReasonsReport } from '../../support/aReasonsReport';

const line = (key: string, cents: number) => ({ key, cents, clients: 1 });

describe('the lines of lost money as they are shown', () => {
  it('begin with the dearest and say which part of the loss each is, and of the known money with those before', () => {
    const { known, knownCents } = moneyRows(
      [line(NOT_ASKED, 600), line('price', 100), line('rudeness', 300)],
      'reason',
    );
    expect(known.map(({ key, share, upTo }) => [key, share, upTo])).toEqual([
      ['rudeness', 0.3, 0.75],
      ['price', 0.1, 1],
    ]);
    expect(knownCents).toBe(400);
  });

  it('always keep "not asked yet" and "nobody knows" apart, also when nothing is in them', () => {
    expect(moneyRows([line('price', 100)], 'reason').apart).toEqual([
      { key: NOT_ASKED, cents: 0, clients: 0, share: 0, percent: 0, upTo: null },
      { key: UNKNOWN, cents: 0, clients: 0, share: 0, percent: 0, upTo: null },
    ]);
  });

  it('put all the smaller ones and those without a name last, however much they are', () => {
    const { known } = moneyRows([line(NO_KEY, 900), line('Roses', 10), line(REST, 500)], 'product');
    expect(known.map(({ key }) => key)).toEqual(['Roses', REST, NO_KEY]);
  });

  it('run from the newest month back, without adding up', () => {
    const { known, few } = moneyRows([line('24310', 5), line('24312', 1), line('24311', 9)], 'month');
    expect(known.map(({ key, upTo }) => [key, upTo])).toEqual([
      ['24312', null],
      ['24311', null],
      ['24310', null],
    ]);
    expect(few).toBe(0);
  });

  it('tell how few of them make up four fifths', () => {
    const lines = [line('a', 50), line('b', 30), line('c', 15), line('d', 5)];
    expect(moneyRows(lines, 'reason').few).toBe(2);
    expect(moneyRows([], 'reason').few).toBe(0);
    expect(moneyRows([line('Blume', 30), line(NO_KEY, 70)], 'competitor').few).toBe(0);
  });

  it('do not tell it where it takes them all', () => {
    const { few, all } = moneyRows(
      [line('Ada', 40), line('Bo', 35), line('Cy', 25), line(NO_KEY, 1)],
      'employee',
    );
    expect([few, all]).toEqual([0, 3]);
  });

  it('have as the dearest one with a name, or none', () => {
    const lines = [line('Blume', 3), line('Rosen Meier', 5), line(REST, 50), line(NO_KEY, 900)];
    expect(moneyRows(lines, 'competitor').dearest?.key).toBe('Rosen Meier');
    expect(moneyRows([line(NO_KEY, 900), line(NOT_ASKED, 5)], 'competitor').dearest).toBeUndefined();
    expect(moneyRows([line('24311', 9), line('24312', 1)], 'month').dearest?.key).toBe('24311');
  });

  it('show percentages that add up to 100', () => {
    const { known, apart } = moneyRows(
      ['a', 'b', 'c', NOT_ASKED, UNKNOWN, 'd', 'e'].map((key) => line(key, 1)),
      'reason',
    );
    expect([...known, ...apart].map(({ percent }) => percent)).toEqual([
      14.3, 14.3, 14.3, 14.3, 14.3, 14.3, 14.2,
    ]);
  });

  it('have nothing apart where the sales alone tell', () => {
    for (const fact of FACTS) expect(moneyRows([line('1', 5)], fact).apart).toEqual([]);
  });

  it('add up to the loss, whatever the lines', () => {
    const key = fc.constantFrom('a', 'b', 'c', REST, NO_KEY, NOT_ASKED, UNKNOWN);
    const lines = fc.uniqueArray(fc.record({ key, cents: fc.nat(), clients: fc.nat() }), {
      selector: (one) => one.key,
    });
    fc.assert(
      fc.property(lines, (some) => {
        const { known, apart, knownCents } = moneyRows(some, 'reason');
        const sum = (rows: readonly { cents: number }[]) =>
          rows.reduce((total, { cents }) => total + cents, 0);
        expect(sum([...known, ...apart])).toBe(sum(some));
        expect(sum(known)).toBe(knownCents);
      }),
    );
  });
});

describe('the table looked at', () => {
  it('is the one the address names', () => {
    expect(chosen({ view: 'staff', dimension: 'month' })).toEqual({ view: 'staff', dimension: 'month' });
  });

  it('is the best known reasons where the address names none, or one that does not exist', () => {
    expect(chosen({})).toEqual({ view: 'best', dimension: 'reason' });
    expect(chosen({ view: '<b>', dimension: '__proto__' })).toEqual({ view: 'best', dimension: 'reason' });
  });

  it('begins with what something is known of', () => {
    const { tables } = aReasonsReport();
    const none = [line(NO_KEY, 5)];
    const without = { ...tables.best, employee: none, product: none };
    const all = { best: without, stated: without, real: without, staff: without };
    expect(withDataFirst(all, FACTS)).toEqual(['month', 'employee', 'product']);
    expect(withDataFirst(all, DIMENSIONS)[0]).toBe('reason');
    expect(withDataFirst(tables, FACTS)).toEqual(FACTS);
  });

  it('is one of those on offer', () => {
    expect(chosen({ dimension: 'type' }, FACTS).dimension).toBe('employee');
  });
});
