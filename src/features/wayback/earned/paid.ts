import type { Tone } from '../../../ui/tone';

/** The colour of a return on what was spent: it paid, it did not, or nothing was spent. */
export const paid = (romi: number): Tone => (Number.isNaN(romi) ? 'plain' : romi >= 0 ? 'back' : 'loss');
