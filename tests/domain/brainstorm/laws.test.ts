import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addIdea } from '../../../src/domain/brainstorm/ideas';
import { chooseReason, layOn, newHeap, removeHeap, renameHeap } from '../../../src/domain/brainstorm/heaps';
import { nextStage, previousStage } from '../../../src/domain/brainstorm/stages';
import { dotsGiven, isFair, vote, votesOf, type Ballot } from '../../../src/domain/brainstorm/vote';
import { BRAINSTORM_STAGES, type Brainstorm } from '../../../src/domain/notebook/brainstorm';
import { aBrainstorm, aHeap, anIdea } from '../../support/aBrainstorm';

type Step = (storm: Brainstorm) => Brainstorm;

const runs = { seed: 20261123, numRuns: 400 };
const someIdea = fc.constantFrom('i0', 'i1', 'i2', 'i3', 'i4');
const someHeap = fc.constantFrom('h0', 'h1', 'h2', 'i0', 'i1', 'i1+');

const laying: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(someIdea, fc.option(someHeap)).map(
    ([idea, heap]): Step =>
      (storm) =>
        layOn(storm, idea, heap),
  ),
  fc.tuple(someHeap, fc.array(someIdea, { maxLength: 3 })).map(
    ([heap, ideas]): Step =>
      (storm) =>
        newHeap(storm, heap, `Heap ${heap}`, ideas),
  ),
  someHeap.map(
    (heap): Step =>
      (storm) =>
        removeHeap(storm, heap),
  ),
  someHeap.map(
    (heap): Step =>
      (storm) =>
        renameHeap(storm, heap, 'Another name'),
  ),
  someHeap.map(
    (heap): Step =>
      (storm) =>
        chooseReason(storm, heap, 'price'),
  ),
);
const moving: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: laying },
  { weight: 1, arbitrary: fc.constantFrom<Step>(nextStage, previousStage) },
);

const five = aBrainstorm({ ideas: [0, 1, 2, 3, 4].map((k) => anIdea(`i${k}`, `Idea ${k}`)) });
const after = (steps: readonly Step[], from = five) => steps.reduce((storm, step) => step(storm), from);

describe('whatever is done to heaps and stages', () => {
  it('no idea is lost, none doubled, and none changes its words', () => {
    fc.assert(
      fc.property(fc.array(moving, { maxLength: 30 }), (steps) => {
        const words = ({ ideas }: Brainstorm) => ideas.map(({ id, text }) => `${id} ${text}`);
        expect(words(after(steps))).toEqual(words(five));
      }),
      runs,
    );
  });

  it('every idea lies alone or on a heap that is there', () => {
    fc.assert(
      fc.property(fc.array(moving, { maxLength: 30 }), (steps) => {
        const { ideas, heaps } = after(steps);
        const known = new Set<string | null>([null, ...heaps.map(({ id }) => id)]);
        expect(ideas.filter(({ heap }) => !known.has(heap))).toEqual([]);
        expect(new Set(heaps.map(({ id }) => id)).size).toBe(heaps.length);
      }),
      runs,
    );
  });

  it('once the vote begins every idea can be voted on, and every heap holds one', () => {
    fc.assert(
      fc.property(fc.array(laying, { maxLength: 30 }), (steps) => {
        const { ideas, heaps, stage } = nextStage(after(steps, { ...five, stage: 'group' }));
        expect(stage).toBe('vote');
        expect(ideas.filter(({ heap }) => heap === null)).toEqual([]);
        expect(heaps.filter(({ id }) => !ideas.some(({ heap }) => heap === id))).toEqual([]);
      }),
      runs,
    );
  });

  it('a stage is followed by the next or the one before, never by another', () => {
    fc.assert(
      fc.property(fc.array(moving, { maxLength: 30 }), (steps) => {
        let storm = five;
        for (const step of steps) {
          const next = step(storm);
          const far = BRAINSTORM_STAGES.indexOf(next.stage) - BRAINSTORM_STAGES.indexOf(storm.stage);
          expect(Math.abs(far)).toBeLessThanOrEqual(1);
          storm = next;
        }
      }),
      runs,
    );
  });

  it('going on and back again leaves the stage as it was', () => {
    for (const stage of BRAINSTORM_STAGES.slice(0, -1)) {
      const storm = { ...five, stage, voters: 1 };
      expect(previousStage(nextStage(storm)).stage).toBe(stage);
    }
  });
});

describe('the vote', () => {
  const heaps = ['h0', 'h1', 'h2'].map((id) => aHeap(id));
  const open = aBrainstorm({ stage: 'vote', heaps, dots: 3 });
  const someBallot: fc.Arbitrary<Ballot> = fc.dictionary(
    fc.constantFrom('h0', 'h1', 'h2', 'h3'),
    fc.constantFrom(0, 1, 2, 3, 4, -1, 0.5),
    { maxKeys: 4 },
  );

  it('counts exactly the dots of the fair ballots, and the people who gave them', () => {
    fc.assert(
      fc.property(fc.array(someBallot, { maxLength: 12 }), (ballots) => {
        const fair = ballots.filter((ballot) => isFair(open, ballot));
        const voted = ballots.reduce(vote, open);
        expect(votesOf(voted)).toBe(fair.reduce((sum, ballot) => sum + dotsGiven(ballot), 0));
        expect(voted.voters).toBe(fair.length);
        expect(votesOf(voted)).toBeLessThanOrEqual(voted.voters * voted.dots);
      }),
      runs,
    );
  });

  it('does not depend on the order of the people', () => {
    fc.assert(
      fc.property(fc.array(someBallot, { maxLength: 8 }), (ballots) => {
        expect(ballots.toReversed().reduce(vote, open)).toEqual(ballots.reduce(vote, open));
      }),
      runs,
    );
  });

  it.each([
    ['more dots than a person has', { h0: 2, h1: 2 }],
    ['no dot', {}],
    ['dots on a heap that is not there', { h9: 1 }],
    ['half a dot', { h0: 0.5 }],
    ['fewer than none', { h0: -1, h1: 2 }],
  ])('takes no ballot with %s', (_, ballot) => {
    expect(vote(open, ballot)).toBe(open);
  });

  it('takes none before it opens or after it is closed', () => {
    for (const stage of ['collect', 'group', 'attach', 'done'] as const) {
      const storm = { ...open, stage };
      expect(vote(storm, { h0: 1 })).toBe(storm);
    }
  });

  it('starts anew where people go back to the heaps', () => {
    const voted = vote(open, { h0: 2, h1: 1 });
    expect(previousStage(voted)).toEqual({ ...open, stage: 'group' });
  });

  it('is closed only after somebody voted', () => {
    expect(nextStage(open)).toBe(open);
    expect(nextStage(vote(open, { h0: 1 })).stage).toBe('attach');
  });
});

describe('a brainstorm without an idea', () => {
  it('cannot go on', () => {
    const empty = aBrainstorm();
    expect(nextStage(empty)).toBe(empty);
    expect(nextStage(addIdea(empty, 'a', 'late')).stage).toBe('group');
  });
});
