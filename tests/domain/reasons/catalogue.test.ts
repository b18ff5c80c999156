import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason, ReasonEntry } from '../../../src/domain/notebook/reason';
import { REASON_GROUPS, REASON_TYPES } from '../../../src/domain/notebook/reason';
import {
  catalogue,
  countedAs,
  earlierWords,
  meansStarting,
  offered,
  rewordedFrom,
  speaksFor,
  traitsOf,
} from '../../../src/domain/reasons/catalogue';
import {
  added,
  changed,
  merged,
  restored,
  retired,
  reworded,
  type ReasonChange,
} from '../../../src/domain/reasons/catalogueChanges';
import { STARTING_REASONS } from '../../../src/domain/reasons/startingReasons';
import { ownReason } from '../../support/conversations';

const STARTING_IDS = STARTING_REASONS.map(({ id }) => id);
const runs = { seed: 20240301, numRuns: 300 };

/** Saves a change as the notebook does: an entry of the same id is replaced, a new one gets an id of its own. */
function saved(entries: readonly ReasonEntry[], change: ReasonChange, id = `own-${entries.length}`) {
  const entry: ReasonEntry = {
    ...change.says,
    kind: 'reason',
    id: change.id ?? id,
    rev: 1,
    madeAt: entries.length,
    changedAt: entries.length,
  };
  return [...entries.filter((other) => other.id !== entry.id), entry];
}

const find = (entries: readonly ReasonEntry[], id: string): Reason =>
  catalogue(entries).find((reason) => reason.id === id)!;

describe('the starting catalogue', () => {
  it('has the 21 reasons of the method, each once, under the ids that answers are stored with', () => {
    expect(STARTING_IDS).toEqual([
      'neglect',
      'rigid-rules',
      'expectations',
      'broken-promise',
      'small-annoyances',
      'nothing-new',
      'little-attention',
      'outgrown',
      'partial-use',
      'price',
      'dropped-product',
      'bad-service',
      'rudeness',
      'late-delivery',
      'changed-image',
      'doubt-quality',
      'cheaper-rival',
      'moved',
      'money-trouble',
      'manager-left',
      'closed',
    ]);
  });

  it('has several reasons in each of the three groups, and at least one of each type', () => {
    for (const group of REASON_GROUPS)
      expect(STARTING_REASONS.filter((reason) => reason.group === group).length).toBeGreaterThan(2);
    for (const type of REASON_TYPES)
      expect(
        STARTING_REASONS.some((reason) => reason.type === type),
        type,
      ).toBe(true);
  });

  it('calls rudeness, broken words and indifference human mistakes, and nothing else', () => {
    expect(STARTING_REASONS.filter(({ human }) => human).map(({ id }) => id)).toEqual([
      'neglect',
      'broken-promise',
      'little-attention',
      'rudeness',
    ]);
  });

  it('is what a shop without a word of its own has, all of it offered', () => {
    expect(catalogue([])).toEqual(STARTING_REASONS);
    expect(offered(catalogue([]))).toEqual(STARTING_REASONS);
  });
});

describe('the owner changes the catalogue', () => {
  it('adds a reason, which stands last', () => {
    const change = added({ group: 'ours', type: 'service', human: true, label: 'No parking', remedy: null });
    const entries = saved([], change, 'parking');
    expect(change.id).toBeNull();
    expect(offered(catalogue(entries)).at(-1)).toMatchObject({
      id: 'parking',
      label: 'No parking',
      human: true,
    });
  });

  it('retires a reason, which stays known, and takes it back', () => {
    const gone = saved([], retired(find([], 'moved')));
    expect(catalogue(gone)).toHaveLength(21);
    expect(offered(catalogue(gone)).map(({ id }) => id)).not.toContain('moved');
    expect(catalogue(saved(gone, restored(find(gone, 'moved'))))).toEqual(STARTING_REASONS);
  });

  it('sorts a reason elsewhere and writes a remedy of their own', () => {
    const entries = saved([], changed(find([], 'price'), { human: true, type: 'trust', remedy: 'Explain' }));
    expect(find(entries, 'price')).toMatchObject({
      human: true,
      type: 'trust',
      remedy: 'Explain',
      label: null,
    });
    expect(traitsOf(catalogue(entries), 'price')).toMatchObject({ human: true, type: 'trust' });
  });

  it('merges reasons: all answers of one count as the other', () => {
    const one = saved([], merged(catalogue([]), find([], 'late-delivery'), find([], 'bad-service'))!);
    expect(countedAs(catalogue(one), 'late-delivery')).toBe('bad-service');
    expect(traitsOf(catalogue(one), 'late-delivery')).toMatchObject({ type: 'service' });
    expect(offered(catalogue(one)).map(({ id }) => id)).not.toContain('late-delivery');
    const two = saved(one, merged(catalogue(one), find(one, 'bad-service'), find(one, 'rudeness'))!);
    expect(countedAs(catalogue(two), 'late-delivery')).toBe('rudeness');
    const back = saved(two, restored(find(two, 'bad-service')));
    expect(countedAs(catalogue(back), 'late-delivery')).toBe('bad-service');
  });

  it('is not let merge a reason into itself, directly or by a detour', () => {
    const entries = saved([], merged(catalogue([]), find([], 'moved'), find([], 'closed'))!);
    const reasons = catalogue(entries);
    expect(merged(reasons, find(entries, 'closed'), find(entries, 'moved'))).toBeNull();
    expect(merged(reasons, find(entries, 'price'), find(entries, 'price'))).toBeNull();
  });

  it('rewords a reason: forms offer the new words, old answers keep the old ones', () => {
    const [old, fresh] = reworded(find([], 'price'), 'Dearer than the market', 'Explain');
    const entries = saved(saved([], old), fresh, 'dearer');
    expect(find(entries, 'price')).toMatchObject({ label: null, retired: true, mergedInto: null });
    expect(find(entries, 'dearer')).toMatchObject({
      label: 'Dearer than the market',
      group: 'ours',
      type: 'price',
      remedy: 'Explain',
      replaces: 'price',
    });
    expect(countedAs(catalogue(entries), 'price')).toBe('price');
    expect(offered(catalogue(entries)).map(({ id }) => id)).not.toContain('price');
  });

  it('may have the answers under the earlier words count with the new ones, again and again', () => {
    const [old, fresh] = reworded(find([], 'price'), 'Dearer than the market', null, { together: 'dearer' });
    expect(fresh.id).toBe('dearer');
    const once = saved(saved([], old), fresh);
    expect(find(once, 'price')).toMatchObject({ label: null, retired: true, mergedInto: 'dearer' });
    expect(countedAs(catalogue(once), 'price')).toBe('dearer');
    const again = reworded(find(once, 'dearer'), 'Too dear', null, { together: 'dear' });
    const twice = again.reduce((all, change) => saved(all, change), once);
    for (const id of ['price', 'dearer', 'dear']) expect(countedAs(catalogue(twice), id)).toBe('dear');
    expect(find(twice, 'dearer').label).toBe('Dearer than the market');
    expect(earlierWords(catalogue(twice), find(twice, 'dear')).map(({ id }) => id)).toEqual([
      'dearer',
      'price',
    ]);
  });

  it('names as earlier words only those whose answers count with the new ones', () => {
    const [old, fresh] = reworded(find([], 'price'), 'Dearer than the market', null);
    const entries = saved(saved([], old), fresh, 'dearer');
    expect(earlierWords(catalogue(entries), find(entries, 'dearer'))).toEqual([]);
    const circle = catalogue([
      ownReason('a', { replaces: 'b' }),
      ownReason('b', { replaces: 'a', mergedInto: 'a' }),
    ]);
    expect(
      earlierWords(
        circle,
        circle.find(({ id }) => id === 'a')!,
      ).map(({ id }) => id),
    ).toEqual(['b']);
  });

  it('cannot give a starting reason other words, even by an entry that says so', () => {
    const entries = [ownReason('price', { label: 'They loved us', replaces: 'moved' })];
    expect(find(entries, 'price')).toMatchObject({ label: null, replaces: null });
  });
});

describe('what a reason speaks for', () => {
  const entries = [
    ownReason('late-delivery', { retired: true, mergedInto: 'slow' }),
    ownReason('slow', { replaces: 'late-delivery', retired: true, mergedInto: 'too-slow' }),
    ownReason('too-slow', { replaces: 'slow' }),
    ownReason('van', { retired: true, mergedInto: 'slow' }),
    ownReason('dearer', { replaces: 'price' }),
    ownReason('gone-away', {}),
    ownReason('closed', { retired: true, mergedInto: 'gone-away' }),
    ownReason('mixed', {}),
    ownReason('moved', { retired: true, mergedInto: 'mixed' }),
    ownReason('money-trouble', { retired: true, mergedInto: 'mixed' }),
    ownReason('round', { replaces: 'about' }),
    ownReason('about', { replaces: 'round' }),
  ];
  const reasons = catalogue(entries);

  it.each([
    ['too-slow', ['too-slow', 'slow', 'late-delivery', 'van'], 'late-delivery', 'late-delivery'],
    ['late-delivery', ['too-slow', 'slow', 'late-delivery', 'van'], 'late-delivery', 'late-delivery'],
    ['dearer', ['dearer', 'price'], 'price', 'price'],
    ['gone-away', ['gone-away', 'closed'], null, 'closed'],
    ['mixed', ['mixed', 'moved', 'money-trouble'], null, null],
    ['rudeness', ['rudeness'], 'rudeness', 'rudeness'],
    ['round', ['round', 'about'], null, null],
    ['nobody-knows', ['nobody-knows'], null, null],
  ])('is, for %s, every reason that it rewords or that was merged into it', (id, all, reworded, means) => {
    expect([...speaksFor(reasons, id)].sort()).toEqual([...all].sort());
    expect(speaksFor(reasons, id)[0]).toBe(all[0]);
    expect([rewordedFrom(reasons, id), meansStarting(reasons, id)]).toEqual([reworded, means]);
  });
});

describe('whatever the owner does', () => {
  const step = fc.record({
    what: fc.constantFrom(
      'add',
      'retire',
      'restore',
      'merge',
      'reword',
      'reword-together',
      'change' as const,
    ),
    at: fc.nat(1000),
    into: fc.nat(1000),
    words: fc.string({ minLength: 1, maxLength: 20 }),
  });

  function done(
    entries: readonly ReasonEntry[],
    { what, at, into, words }: typeof step extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const reasons = catalogue(entries);
    const reason = reasons[at % reasons.length]!;
    const other = reasons[into % reasons.length]!;
    const make = (): readonly (ReasonChange | null)[] => {
      if (what === 'add')
        return [added({ group: 'client', type: 'trust', human: false, label: words, remedy: null })];
      if (what === 'retire') return [retired(reason)];
      if (what === 'restore') return [restored(reason)];
      if (what === 'merge') return [merged(reasons, reason, other)];
      if (what === 'reword') return reworded(reason, words, null);
      if (what === 'reword-together')
        return reworded(reason, words, null, { together: `words-${entries.length}` });
      return [changed(reason, { human: !reason.human })];
    };
    return make().reduce<readonly ReasonEntry[]>(
      (all, change) => (change ? saved(all, change) : all),
      entries,
    );
  }

  it('ids stay, words once said never change, and merges end at a reason that counts as itself', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let entries: readonly ReasonEntry[] = [];
        for (const next of steps) {
          const before = catalogue(entries);
          entries = done(entries, next);
          const after = catalogue(entries);
          const ids = after.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.slice(0, STARTING_IDS.length)).toEqual(STARTING_IDS);
          const byId = new Map(after.map((reason) => [reason.id, reason]));
          expect(before.filter(({ id, label }) => byId.get(id)?.label !== label)).toEqual([]);
          const ends = new Set(ids.map((id) => countedAs(after, id)));
          const goingOn = [...ends].filter(
            (end) => countedAs(after, end) !== end || byId.get(end)?.mergedInto,
          );
          expect(goingOn).toEqual([]);
          expect(offered(after).filter(({ id }) => countedAs(after, id) !== id)).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('the order of the entries makes no difference', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.infiniteStream(fc.nat()), (steps, draws) => {
        const entries = steps.reduce<readonly ReasonEntry[]>(done, []);
        const mixed = entries
          .map((entry) => ({ entry, at: draws.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(catalogue(mixed)).toEqual(catalogue(entries));
      }),
      runs,
    );
  });
});

describe('a damaged catalogue', () => {
  it('whose merges run in a circle counts each reason as itself', () => {
    const reasons = catalogue([
      ownReason('a', { mergedInto: 'b' }),
      ownReason('b', { mergedInto: 'a' }),
      ownReason('c', { mergedInto: 'c' }),
      ownReason('d', { mergedInto: 'a' }),
    ]);
    for (const id of ['a', 'b', 'c', 'd']) expect(countedAs(reasons, id)).toBe(id);
  });

  it('whose merge leads nowhere counts the reason as itself', () => {
    expect(countedAs(catalogue([ownReason('a', { mergedInto: 'gone' })]), 'a')).toBe('a');
  });

  it('has no traits for a reason that is not there, and counts it as itself', () => {
    expect(traitsOf(catalogue([]), 'gone')).toBeUndefined();
    expect(countedAs(catalogue([]), 'gone')).toBe('gone');
  });
});
