import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import {
  changedStep,
  doneStep,
  draftsOf,
  movedStep,
  neighbour,
  stepOf,
  withSteps,
} from '../../../src/domain/winback/chainEdits';
import { BUILT_IN_PLAYBOOKS } from '../../../src/domain/winback/playbooksBuiltIn';
import { aStep } from '../../support/aPlan';

const ids = (steps: readonly { id: string }[]) => steps.map(({ id }) => id).join(' ');
const a = aStep({ id: 'a' });
const b = aStep({ id: 'b' });
const after = aStep({ id: 'after', aftercare: true });
const chain = [a, b, after];

describe('moving a step', () => {
  it('changes places with the next one of its part', () => {
    expect(ids(movedStep(chain, 'a', 1))).toBe('b a after');
    expect(ids(movedStep(chain, 'b', -1))).toBe('b a after');
  });

  it('never takes a step from the chase into aftercare, nor past an end', () => {
    expect(movedStep(chain, 'b', 1)).toBe(chain);
    expect(movedStep(chain, 'a', -1)).toBe(chain);
    expect(movedStep(chain, 'after', -1)).toBe(chain);
    expect(neighbour(chain, 'after', -1)).toBeUndefined();
  });

  it('of a step that is not there changes nothing', () => {
    expect(movedStep(chain, 'gone', 1)).toBe(chain);
  });

  it('loses no step, keeps the parts, and is undone by the way back', () => {
    const someChain = fc
      .array(fc.boolean(), { maxLength: 8 })
      .map((parts) => parts.map((aftercare, k) => aStep({ id: `s${String(k)}`, aftercare })));
    fc.assert(
      fc.property(someChain, fc.nat(8), fc.constantFrom(-1 as const, 1 as const), (steps, k, by) => {
        const id = `s${String(k)}`;
        const moved = movedStep(steps, id, by);
        expect(moved.map((step) => step.id).sort()).toEqual(steps.map((step) => step.id).sort());
        expect(moved.map(({ aftercare }) => aftercare)).toEqual(steps.map(({ aftercare }) => aftercare));
        if (moved !== steps) expect(movedStep(moved, id, by === 1 ? -1 : 1)).toEqual(steps);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});

describe('a chain', () => {
  it('takes further steps behind those of their own part, and none twice', () => {
    const c = aStep({ id: 'c' });
    const later = aStep({ id: 'later', aftercare: true });
    expect(ids(withSteps(chain, [c, later]))).toBe('a b c after later');
    expect(ids(withSteps(withSteps(chain, [c]), [c]))).toBe('a b c after');
  });

  it('remembers the day a step was done and what came of it, dropped before or not', () => {
    const on = parseIsoDay('2026-11-23');
    const done = doneStep(changedStep(chain, 'a', { dropped: true }), 'a', on, 'promised');
    expect(done[0]).toMatchObject({ dropped: false, done: { on, outcome: 'promised', why: '', note: '' } });
    expect(done.slice(1)).toEqual([b, after]);
  });

  it('kept as a playbook has neither people, nor dates, nor what came of it', () => {
    const dated = aStep({ who: 'mia', due: { kind: 'on', day: parseIsoDay('2026-12-01') } });
    const [draft, ...rest] = draftsOf([dated, aStep({ dropped: true })]);
    expect(rest).toEqual([]);
    expect(draft!.due).toEqual({ kind: 'after', days: 7 });
    expect(Object.keys(draft!)).not.toEqual(expect.arrayContaining(['id']));
    expect(draft).not.toHaveProperty('who');
    expect(draft).not.toHaveProperty('done');
  });

  it('of a playbook comes back as it was', () => {
    for (const { steps } of BUILT_IN_PLAYBOOKS)
      expect(draftsOf(steps.map((step, k) => stepOf(step, String(k))))).toEqual(steps);
  });
});
