import { noWork } from '../../domain/complaints/steps';
import type { Complaint } from '../../domain/notebook/complaint';
import { newEntry } from '../../reactive/notes';
import { today } from '../../reactive/today';

/** A complaint that nobody has written a word of, and that was never saved. */
export const blankComplaint = (): Complaint => ({
  ...newEntry('complaint', {
    client: null,
    day: today(),
    text: '',
    origin: 'told',
    item: '',
    rating: null,
    reason: null,
    work: noWork(),
  }),
  rev: 0,
});
