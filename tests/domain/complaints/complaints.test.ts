import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changedWork,
  doneStep,
  lacking,
  noWork,
  reopenedStep,
  stageOf,
} from '../../../src/domain/complaints/steps';
import { QUIET_DAYS, isWaiting, warnings } from '../../../src/domain/complaints/warnings';
import { closedOn, isOverdue, nextWork } from '../../../src/domain/complaints/worklist';
import { addDays, parseIsoDay } from '../../../src/domain/kernel/day';
import { COMPLAINT_STEPS, type Complaint } from '../../../src/domain/notebook/complaint';
import { aComplaint } from '../../support/aComplaint';

const today = parseIsoDay('2026-11-23');
const worded = aComplaint({
  reason: 'bad-service',
  work: { found: { text: 'Old stock' }, removed: { text: 'Thrown out' }, mended: { text: 'Daily check' } },
});
const closed = COMPLAINT_STEPS.reduce((complaint, step) => doneStep(complaint, step, today), worded);

describe('the four steps', () => {
  it('are taken one after the other until the complaint is closed', () => {
    const stages = ['found', 'removed', 'mended'] as const;
    let complaint = worded;
    for (const step of stages) {
      expect(stageOf(complaint)).toBe(step);
      complaint = doneStep(complaint, step, today);
    }
    expect(stageOf(complaint)).toBe('closed');
    expect(closedOn(complaint)).toBe(today);
  });

  it('begin with a complaint that is written down', () => {
    const blank = aComplaint({ text: ' ', work: { registered: { doneOn: null } } });
    expect(stageOf(blank)).toBe('registered');
    expect(doneStep(blank, 'registered', today)).toBe(blank);
    const written = { ...blank, text: 'Rude at the till' };
    expect(stageOf(doneStep(written, 'registered', today))).toBe('found');
    expect(stageOf({ ...written, work: noWork() })).toBe('registered');
  });

  it('cannot be taken before their turn', () => {
    expect(doneStep(worded, 'removed', today)).toBe(worded);
    expect(doneStep(worded, 'mended', today)).toBe(worded);
  });

  it('need words, and the cause its reason of the catalogue', () => {
    const found = changedWork(aComplaint(), 'found', { text: 'Old stock' });
    expect(lacking(aComplaint(), 'found')).toBe('words');
    expect(lacking(found, 'found')).toBe('reason');
    expect(lacking({ ...found, reason: 'bad-service' }, 'found')).toBeNull();
    expect(doneStep(found, 'found', today)).toBe(found);
  });

  it('get a week each where nobody set a date, and keep the date that was set', () => {
    const found = doneStep(worded, 'found', today);
    expect(found.work.removed.due).toBe(addDays(today, 7));
    const set = changedWork(worded, 'removed', { due: addDays(today, 2) });
    expect(doneStep(set, 'found', today).work.removed.due).toBe(addDays(today, 2));
  });

  it('are opened again from the last one, but a complaint stays registered', () => {
    expect(stageOf(reopenedStep(closed, 'mended'))).toBe('mended');
    expect(reopenedStep(closed, 'found')).toBe(closed);
    expect(reopenedStep(aComplaint(), 'registered')).toEqual(aComplaint());
  });

  it('are done from the first one on without a hole, whatever people tap', () => {
    const someStep = fc.constantFrom(...COMPLAINT_STEPS);
    const tap = fc.oneof(
      someStep.map((step) => (complaint: Complaint) => doneStep(complaint, step, today)),
      someStep.map((step) => (complaint: Complaint) => reopenedStep(complaint, step)),
      fc.tuple(someStep, fc.constantFrom('', 'words')).map(
        ([step, text]) =>
          (complaint: Complaint) =>
            changedWork(complaint, step, { text }),
      ),
    );
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 25 }), (taps) => {
        const { work } = taps.reduce((complaint, step) => step(complaint), worded);
        const done = COMPLAINT_STEPS.map((step) => work[step].doneOn !== null);
        expect(done).toEqual(done.toSorted((a, b) => Number(b) - Number(a)));
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});

describe('the work to do', () => {
  const due = (id: string, days: number | null, day = '2026-11-01') =>
    aComplaint({
      id,
      day: parseIsoDay(day),
      work: { found: { due: days === null ? null : addDays(today, days) } },
    });

  it('is overdue from the day after the date on', () => {
    expect(isOverdue(due('a', 0), today)).toBe(false);
    expect(isOverdue(due('a', -1), today)).toBe(true);
    expect(isOverdue(due('a', null), today)).toBe(false);
    expect(isOverdue(closed, addDays(today, 999))).toBe(false);
  });

  it('comes by date, undated last and the oldest of those first', () => {
    const all = [due('none', null), due('old', null, '2026-10-01'), due('late', -3), due('soon', 2), closed];
    expect(nextWork(all, today).map(({ complaint, step, overdue }) => [complaint.id, step, overdue])).toEqual(
      [
        ['late', 'found', true],
        ['soon', 'found', false],
        ['old', 'found', false],
        ['none', 'found', false],
      ],
    );
  });

  it('is none where every complaint is closed', () => {
    expect(nextWork([closed], today)).toEqual([]);
    expect(closedOn(worded)).toBeNull();
  });
});

describe('the warnings', () => {
  const onDay = (days: number) => aComplaint({ day: addDays(today, -days) });

  it('tell that there was never a complaint', () => {
    expect(warnings([], today)).toEqual({ quietSince: 'never', hidden: 0, overdue: 0 });
  });

  it('tell that there has been none for 90 days', () => {
    expect(warnings([onDay(QUIET_DAYS - 1), onDay(300)], today).quietSince).toBeNull();
    expect(warnings([onDay(QUIET_DAYS), onDay(300)], today).quietSince).toBe(addDays(today, -QUIET_DAYS));
  });

  it('do not count a complaint that is only half written down', () => {
    const half = aComplaint({ day: today, work: { registered: { doneOn: null } } });
    expect(warnings([half], today).quietSince).toBe('never');
  });

  it('count low ratings until somebody takes them up', () => {
    const rated = aComplaint({ origin: 'hidden', item: 'speed', text: '' });
    const raw = aComplaint({ origin: 'open', work: { registered: { doneOn: null } } });
    const taken = changedWork(rated, 'found', { owner: 'mia' });
    expect([rated, raw, taken, aComplaint()].map(isWaiting)).toEqual([true, true, false, false]);
    expect(warnings([rated, raw, taken], today).hidden).toBe(2);
  });

  it('count what is overdue', () => {
    const late = aComplaint({ work: { found: { due: addDays(today, -1) } } });
    expect(warnings([late, aComplaint()], today).overdue).toBe(1);
  });
});
