import { STATUS_NAMES, type StatusName } from '../domain/loss/status';
import type { Tone } from '../ui/tone';

const TONES: Readonly<Record<StatusName, Tone>> = {
  potential: 'plain',
  new: 'fresh',
  regular: 'steady',
  sleeping: 'asleep',
  lost: 'loss',
  recovered: 'back',
  lostTwice: 'loss',
};

/** The colour of a status, by its name or its stored code. */
export const statusTone = (status: StatusName | number): Tone =>
  TONES[typeof status === 'number' ? (STATUS_NAMES[status] ?? 'potential') : status];
