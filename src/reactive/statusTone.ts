import { STATUS_NAMES, type StatusName } from '../domain/loss/status';

const TONES = {
  potential: 'plain',
  new: 'fresh',
  regular: 'steady',
  sleeping: 'asleep',
  lost: 'loss',
  recovered: 'back',
  lostTwice: 'loss',
} as const satisfies Readonly<Record<StatusName, string>>;

/** The colour of a status, by its name or its stored code. */
export const statusTone = (status: StatusName | number): (typeof TONES)[StatusName] =>
  TONES[typeof status === 'number' ? (STATUS_NAMES[status] ?? 'potential') : status];
