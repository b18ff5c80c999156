import { parseIsoDay } from '../../src/domain/kernel/day';
import type { HeadlineClient } from '../../src/domain/loss/headline';
import { STATUS } from '../../src/domain/loss/status';

/** A lost client worth 860.00 a year who came every 21 days and has been silent for 95. */
export const aLostClient = (facts: Partial<HeadlineClient> = {}): HeadlineClient => ({
  client: 7,
  name: 'Marta Lind',
  phone: '',
  status: STATUS.lost,
  visits: 12,
  yearlyValue: 86_000,
  interval: 21,
  silence: 95,
  lastVisit: parseIsoDay('2026-08-20'),
  lostDate: parseIsoDay('2026-11-12'),
  ...facts,
});
