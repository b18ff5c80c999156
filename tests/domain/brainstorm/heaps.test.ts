import { describe, expect, it } from 'vitest';
import {
  byVotes,
  chooseReason,
  ideasOn,
  layOn,
  newHeap,
  removeHeap,
  renameHeap,
} from '../../../src/domain/brainstorm/heaps';
import { nextStage } from '../../../src/domain/brainstorm/stages';
import { aBrainstorm, aHeap, anIdea } from '../../support/aBrainstorm';

const storm = aBrainstorm({
  stage: 'group',
  ideas: [anIdea('a', 'too dear'), anIdea('b', 'prices'), anIdea('c', 'queue')],
});
const lyingOn = (heap: string | null, given = storm) => ideasOn(given, heap).map(({ id }) => id);

describe('a heap', () => {
  it('takes the ideas that are laid on it', () => {
    const heaped = newHeap(storm, 'h', ' Price ', ['a', 'b']);
    expect(heaped.heaps).toEqual([aHeap('h', { name: 'Price' })]);
    expect(lyingOn('h', heaped)).toEqual(['a', 'b']);
    expect(lyingOn(null, heaped)).toEqual(['c']);
  });

  it('gives an idea back', () => {
    const heaped = newHeap(storm, 'h', 'Price', ['a', 'b']);
    expect(lyingOn('h', layOn(heaped, 'a', null))).toEqual(['b']);
  });

  it('needs a name and an id of its own', () => {
    const heaped = newHeap(storm, 'h', 'Price');
    expect(newHeap(storm, 'h', '  ')).toBe(storm);
    expect(newHeap(heaped, 'h', 'Other')).toBe(heaped);
    expect(renameHeap(heaped, 'h', ' ')).toBe(heaped);
    expect(renameHeap(heaped, 'h', 'Too dear').heaps[0]!.name).toBe('Too dear');
  });

  it('that is not there takes nothing', () => {
    expect(layOn(storm, 'a', 'nowhere')).toBe(storm);
  });

  it('taken apart lets its ideas lie alone', () => {
    const heaped = removeHeap(newHeap(storm, 'h', 'Price', ['a', 'b']), 'h');
    expect(heaped.heaps).toEqual([]);
    expect(lyingOn(null, heaped)).toEqual(['a', 'b', 'c']);
  });

  it('may stand for a reason of the catalogue', () => {
    const heaped = newHeap(storm, 'h', 'Price');
    expect(chooseReason(heaped, 'h', 'price').heaps[0]!.reason).toBe('price');
    expect(chooseReason(chooseReason(heaped, 'h', 'price'), 'h', null).heaps[0]!.reason).toBeNull();
  });

  it('comes before those with fewer votes', () => {
    const voted = aBrainstorm({
      heaps: [aHeap('x', { votes: 1 }), aHeap('y', { votes: 4 }), aHeap('z', { votes: 1 })],
    });
    expect(byVotes(voted).map(({ id }) => id)).toEqual(['y', 'x', 'z']);
  });
});

describe('what is voted on', () => {
  it('is every heap with ideas, and every idea that lies alone', () => {
    const heaped = newHeap(newHeap(storm, 'h', 'Price', ['a', 'b']), 'empty', 'Nothing');
    expect(nextStage(heaped).heaps.map(({ name }) => name)).toEqual(['Price', 'queue']);
  });

  it('gives an idea a heap of its own even where others stayed on its first one', () => {
    const own = newHeap(storm, 'a', 'too dear', ['a', 'b']);
    const left = nextStage(layOn(own, 'a', null));
    expect(left.heaps.map(({ id }) => id)).toEqual(['a', 'a+', 'c']);
    expect(lyingOn('a+', left)).toEqual(['a']);
  });
});
