import { parseIsoDay } from '../../src/domain/kernel/day';
import type { Complaint, ComplaintStep, ComplaintWork } from '../../src/domain/notebook/complaint';
import { noWork } from '../../src/domain/complaints/steps';

type Work = Partial<Record<ComplaintStep, Partial<ComplaintWork>>>;

/** A complaint that was told and registered; `work` says what else was done. */
export function aComplaint({
  work = {},
  ...facts
}: Partial<Omit<Complaint, 'work'>> & { work?: Work } = {}): Complaint {
  const day = facts.day ?? parseIsoDay('2026-11-10');
  const untouched = noWork();
  return {
    kind: 'complaint',
    id: 'complaint-1',
    rev: 1,
    madeAt: Date.UTC(2026, 10, 10),
    changedAt: Date.UTC(2026, 10, 10),
    client: null,
    day,
    text: 'The roses were brown the next day',
    origin: 'told',
    item: '',
    rating: null,
    reason: null,
    work: {
      registered: { ...untouched.registered, doneOn: day, ...work.registered },
      found: { ...untouched.found, ...work.found },
      removed: { ...untouched.removed, ...work.removed },
      mended: { ...untouched.mended, ...work.mended },
    },
    ...facts,
  };
}
