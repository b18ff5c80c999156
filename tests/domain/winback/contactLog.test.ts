import { describe, expect, it } from 'vitest';
import { cardWishes } from '../../../src/domain/winback/cardWishes';
import { contactLog } from '../../../src/domain/winback/contactLog';
import { noWishes } from '../../../src/domain/winback/proposeFacts';
import { aPlan, aStep, doneOn } from '../../support/aPlan';
import { anEntry } from '../../support/notebook';
import { day } from '../../support/salesLog';

const nothing = { plans: [], notes: [], interviews: [] };

describe('the log of contacts', () => {
  it('holds done steps, conversations and what was noted by hand, the newest first', () => {
    const plan = aPlan({
      responsible: 'Ben',
      steps: [
        doneOn('2026-11-02', 'not-reached', { id: 'call', who: 'Mia' }),
        doneOn('2026-11-09', 'promised', { id: 'letter', channel: 'letter' }),
        aStep({ id: 'visit' }),
      ],
    });
    const log = contactLog({
      plans: [plan],
      notes: [anEntry('contact', { id: 'note', day: day('2026-11-05'), channel: 'visit', who: null })],
      interviews: [anEntry('interview', { id: 'talk', startedOn: day('2026-10-30'), doneOn: null })],
    });
    expect(log.map(({ kind, id, who }) => [kind, id, who])).toEqual([
      ['step', 'letter', 'Ben'],
      ['note', 'note', null],
      ['step', 'call', 'Mia'],
      ['interview', 'talk', null],
    ]);
    expect(log[3]).toMatchObject({ open: true });
  });

  it('keeps a step that was done and dropped later, and nothing that was not done', () => {
    const steps = [doneOn('2026-11-02', 'reached', { id: 'call', dropped: true }), aStep({ dropped: true })];
    expect(contactLog({ ...nothing, plans: [aPlan({ steps })] }).map(({ id }) => id)).toEqual(['call']);
    expect(contactLog(nothing)).toEqual([]);
  });

  it('has the same order however the entries come', () => {
    const notes = ['a', 'b', 'c'].map((id) => anEntry('contact', { id, day: day('2026-11-05') }));
    const ids = (some: typeof notes) => contactLog({ ...nothing, notes: some }).map(({ id }) => id);
    expect(ids(notes.toReversed())).toEqual(ids(notes));
  });
});

describe('the wishes on a card', () => {
  it('are none without a card, and what is written with one', () => {
    expect(cardWishes(null)).toEqual(noWishes);
    expect(cardWishes({})).toEqual(noWishes);
    const written = {
      prefers: 'email',
      likes: 'Mia',
      tastes: 'peonies',
      birthday: { month: 2, date: 29 },
      address: 'Main Street 1',
    } as const;
    const { prefers, ...rest } = written;
    expect(cardWishes(written)).toEqual({ ...rest, preferred: prefers });
  });
});
