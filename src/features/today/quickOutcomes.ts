import type { Channel, Outcome } from '../../domain/notebook/plan';

/** What one tap may say of a step: somebody is reached or not by talking to them; everything else is simply done (method.md [5.14]). */
export interface QuickOutcomes {
  readonly first: Outcome;
  readonly second: Outcome | null;
}

const TALKING: readonly Channel[] = ['call', 'visit'];

export const quickOutcomes = (channel: Channel): QuickOutcomes =>
  TALKING.includes(channel) ? { first: 'reached', second: 'not-reached' } : { first: 'done', second: null };
