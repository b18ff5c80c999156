import { describe, expect, it } from 'vitest';
import { ABC, abcClasses } from '../../../src/domain/loss/abc';

const classesOf = (...revenue: number[]) => [...abcClasses(revenue)].map((place) => ABC[place]).join('');

describe('the class of a client (rules.md 3.7)', () => {
  it('goes by the share of the turnover that dearer clients bring: under 50 % A, under 80 % B, else C', () => {
    expect(classesOf(10, 40, 30, 20)).toBe('caab');
    expect(classesOf(25, 25, 30, 20)).toBe('abac');
  });

  it('is A for one client who brings 60 % of it', () => expect(classesOf(60, 20, 10, 10)).toBe('abcc'));

  it('is C, and outside the turnover, for whoever brought nothing or got more back', () => {
    expect(classesOf(0, 100, -500)).toBe('cac');
  });

  it('is given to nobody where there is nobody, and to C where nobody paid', () => {
    expect(classesOf()).toBe('');
    expect(classesOf(0, 0)).toBe('cc');
  });

  it('is decided by the order given where clients brought the same', () => {
    const byName = abcClasses([10, 10], (one, other) => other - one);
    expect([...byName].map((place) => ABC[place])).toEqual(['b', 'a']);
  });

  it('does not change with the unit of the money', () => {
    const revenue = Array.from({ length: 500 }, (_, k) => ((k * 7919) % 997) - 40);
    expect(abcClasses(revenue.map((sum) => sum * 100))).toEqual(abcClasses(revenue));
  });
});
