import type { Entry } from '../notebook/notebook';

/** Whether anything people wrote, other than about the person alone, refers to a person's id: then taking the person out would leave it without a name. */
export const namesPerson = (entries: readonly Entry[], id: string): boolean =>
  entries.some((entry) => entry.kind !== 'person' && holds(entry, id));

const holds = (value: unknown, id: string): boolean =>
  value === id ||
  (typeof value === 'object' && value !== null && Object.values(value).some((part) => holds(part, id)));
