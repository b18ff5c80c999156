import { describe, expect, it } from 'vitest';
import { aliasesOf, behind, standsFor, withAliases } from '../../../src/domain/identity/aliases';

const merge = (client: number, others: number[], madeAt: number, verdict: 'same' | 'two' = 'same') => ({
  id: `d${madeAt}`,
  client,
  others,
  madeAt,
  verdict,
});

describe('who stands for whom', () => {
  it('is nobody but the client without a decision', () => {
    const aliases = aliasesOf([]);
    expect(aliases.size).toBe(0);
    expect(standsFor(aliases, 7)).toBe(7);
    expect(behind(aliases, 7)).toEqual([7]);
  });

  it('follows merges of merges to the last kept one', () => {
    const aliases = aliasesOf([merge(3, [1], 2), merge(1, [2], 1)]);
    expect([...aliases]).toEqual(
      expect.arrayContaining([
        [2, 3],
        [1, 3],
      ]),
    );
    expect(behind(aliases, 3).toSorted()).toEqual([1, 2, 3]);
  });

  it('is not turned around by a later decision, and never goes round in circles', () => {
    const aliases = aliasesOf([merge(1, [2], 1), merge(2, [1], 2), merge(1, [1], 3)]);
    expect([...aliases]).toEqual([[2, 1]]);
  });

  it('leaves two people apart who were found to be two', () => {
    expect(aliasesOf([merge(1, [2], 1, 'two')]).size).toBe(0);
  });

  it('renumbers a column of sales, and leaves alone those without a client and those who were not merged', () => {
    const column = Uint32Array.of(0, 2, 0xffff_ffff, 9, 2);
    expect([...withAliases(column, aliasesOf([merge(0, [2], 1)]))]).toEqual([0, 0, 0xffff_ffff, 9, 0]);
    expect(withAliases(column, new Map())).toBe(column);
  });
});
