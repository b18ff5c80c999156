import { describe, expect, it } from 'vitest';
import type { Playbook, StepDraft } from '../../../src/domain/notebook/plan';
import { STARTING_REASONS } from '../../../src/domain/reasons/startingReasons';
import { playbookFor, playbooksFor, playbooksOf } from '../../../src/domain/winback/playbooks';
import { BUILT_IN_PLAYBOOKS } from '../../../src/domain/winback/playbooksBuiltIn';
import { traitsOf } from '../../../src/domain/reasons/catalogue';
import { aStep } from '../../support/aPlan';
import { anEntry } from '../../support/notebook';

const GENERAL = ['find-out', 'ladder', 'reminders', 'keep-in-touch', 'aftercare', 'regret'];
const chase = ({ steps }: { steps: readonly StepDraft[] }) => steps.filter(({ aftercare }) => !aftercare);
const playbook = (id: string) => BUILT_IN_PLAYBOOKS.find((known) => known.id === id)!;
const aPlaybook = (id: string, says: Partial<Playbook> = {}): Playbook =>
  anEntry('playbook', {
    id,
    name: 'Mine',
    reasons: [],
    when: '',
    expect: '',
    steps: [aStep()],
    retired: false,
    ...says,
  });
const chains = playbooksOf([]);
const traits = (id: string) => traitsOf(STARTING_REASONS, id)!;

describe('the built-in playbooks', () => {
  it('are one for every reason of the catalogue, and the general ones [4.13]', () => {
    expect(BUILT_IN_PLAYBOOKS.map(({ id }) => id)).toEqual([
      ...STARTING_REASONS.map(({ id }) => id),
      ...GENERAL,
    ]);
    for (const { id } of STARTING_REASONS) expect(playbook(id).reasons).toEqual([id]);
  });

  it('are never a single try, but for the letter of regret and those that need nothing any more [5.2]', () => {
    const short = BUILT_IN_PLAYBOOKS.filter((chain) => chase(chain).length < 2).map(({ id }) => id);
    expect(short).toEqual(['closed', 'aftercare', 'regret']);
  });

  it('have a date for every step, counted from the step before [5.2]', () => {
    for (const { steps } of BUILT_IN_PLAYBOOKS)
      for (const { due } of steps) expect(due).toMatchObject({ kind: 'after' });
  });

  it('never try once more in the way that was tried before', () => {
    const again = BUILT_IN_PLAYBOOKS.filter((chain) => {
      const tries = chase(chain);
      const place = tries.findIndex(({ template }) => template === 'second-try');
      return tries.slice(0, Math.max(0, place)).some(({ channel }) => channel === tries[place]?.channel);
    });
    expect(again.map(({ id }) => id)).toEqual([]);
  });

  it('bring something with every apology for what we did [5.5]', () => {
    const ours = STARTING_REASONS.filter(({ group }) => group === 'ours');
    const bare = ours.filter(({ id }) => chase(playbook(id)).every(({ offer }) => offer === null));
    expect(bare).toEqual([]);
  });

  it('give 10, 15 and 20 % on the ladder [5.7], remind at once, next day and after six days more [5.8]', () => {
    expect(chase(playbook('ladder')).map(({ offer }) => offer?.percent)).toEqual([10, 15, 20]);
    expect(chase(playbook('reminders')).map(({ due }) => (due.kind === 'after' ? due.days : NaN))).toEqual([
      0, 1, 6,
    ]);
  });

  it('end with following the order, asking, keeping the word and a testimonial [5.11]', () => {
    const wanted = ['after-order', 'after-opinion', 'after-word', 'after-testimonial'];
    for (const { id, steps } of BUILT_IN_PLAYBOOKS) {
      const after = steps.filter(({ aftercare }) => aftercare).map(({ template }) => template);
      expect(after, id).toEqual(id === 'closed' || id === 'regret' ? [] : wanted);
    }
  });

  it('are one letter for who was lost twice [2.5], and nothing for who needs it no more [4.13]', () => {
    expect(playbook('regret').steps.map(({ channel }) => channel)).toEqual(['letter']);
    expect(playbook('closed').steps).toEqual([]);
  });
});

describe('the shop’s playbooks', () => {
  it('are the built-in ones as the owner changed them, then the owner’s own by age', () => {
    const changed = aPlaybook('price', { name: 'Ours', when: ' ', reasons: ['price'], madeAt: 9 });
    const [young, old] = [aPlaybook('b', { madeAt: 5 }), aPlaybook('a', { madeAt: 2 })];
    const all = playbooksOf([young, changed, old]);
    expect(all.map(({ id }) => id)).toEqual([...BUILT_IN_PLAYBOOKS.map(({ id }) => id), 'a', 'b']);
    const price = all.find(({ id }) => id === 'price');
    expect(price).toMatchObject({ name: 'Ours', when: null, expect: null, builtIn: true, changed: true });
    expect(price?.steps).toEqual(changed.steps);
    expect(all.find(({ id }) => id === 'a')).toMatchObject({ name: 'Mine', when: '', builtIn: false });
    expect(all.find(({ id }) => id === 'rudeness')).toMatchObject({ name: null, changed: false });
  });

  it('that answer a reason come first: the newest of the owner’s own, then the built-in one', () => {
    const own = [
      aPlaybook('old', { reasons: ['price'], madeAt: 1 }),
      aPlaybook('new', { reasons: ['price'], madeAt: 2 }),
      aPlaybook('gone', { reasons: ['price'], madeAt: 3, retired: true }),
    ];
    const offered = playbooksFor(playbooksOf(own), ['price'], traits('price')).map(({ id }) => id);
    expect(offered.slice(0, 3)).toEqual(['new', 'old', 'price']);
    expect(offered).not.toContain('gone');
    expect(offered).toHaveLength(BUILT_IN_PLAYBOOKS.length + 2);
  });

  it('for a reason in other words are those of its earlier words; the one made for the new words comes first', () => {
    const own = [
      aPlaybook('for-old', { reasons: ['price'], madeAt: 2 }),
      aPlaybook('for-new', { reasons: ['dearer'], madeAt: 1 }),
    ];
    const offered = playbooksFor(playbooksOf(own), ['dearer', 'price'], traits('price'));
    expect(offered.slice(0, 3).map(({ id }) => id)).toEqual(['for-new', 'for-old', 'price']);
  });

  it('begin with finding out where no reason is known [4.1]', () => {
    expect(playbookFor(chains, [], null)?.id).toBe('find-out');
    expect(playbookFor(chains, ['gone'], null)?.id).toBe('find-out');
  });

  it.each([
    [{ group: 'ours', type: 'delivery', human: false }, 'late-delivery'],
    [{ group: 'ours', type: 'people', human: true }, 'rudeness'],
    [{ group: 'competitor', type: 'people', human: false }, 'manager-left'],
    [{ group: 'client', type: 'circumstances', human: false }, 'keep-in-touch'],
  ] as const)('for a reason of the owner’s own are those most like it: %o', (own, wanted) => {
    expect(playbookFor(chains, ['parking'], own)?.id).toBe(wanted);
  });

  it('are none where all were retired', () => {
    const retired = chains.map((chain) => ({ ...chain, retired: true }));
    expect(playbookFor(retired, ['price'], traits('price'))).toBeUndefined();
  });
});
