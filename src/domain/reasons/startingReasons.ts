import type { Reason, ReasonGroup, ReasonType } from '../notebook/reason';

const HUMAN = true;

const starting = (id: string, group: ReasonGroup, type: ReasonType, human = false): Reason => ({
  id,
  group,
  type,
  human,
  label: null,
  remedy: null,
  retired: false,
  mergedInto: null,
  replaces: null,
});

/**
 * The catalogue that every shop starts with, in the order of method.md [4.13]. Whose doing it was follows [4.2], the type [4.10];
 * human mistakes are rudeness, a broken word, dishonesty and indifference [4.9]. Ids are stored: never rename, never use again.
 */
export const STARTING_REASONS = [
  starting('neglect', 'ours', 'service', HUMAN),
  starting('rigid-rules', 'ours', 'service'),
  starting('expectations', 'ours', 'trust'),
  starting('broken-promise', 'ours', 'trust', HUMAN),
  starting('small-annoyances', 'ours', 'service'),
  starting('nothing-new', 'competitor', 'product'),
  starting('little-attention', 'ours', 'service', HUMAN),
  starting('outgrown', 'client', 'product'),
  starting('partial-use', 'ours', 'product'),
  starting('price', 'ours', 'price'),
  starting('dropped-product', 'ours', 'product'),
  starting('bad-service', 'ours', 'service'),
  starting('rudeness', 'ours', 'people', HUMAN),
  starting('late-delivery', 'ours', 'delivery'),
  starting('changed-image', 'ours', 'trust'),
  starting('doubt-quality', 'ours', 'trust'),
  starting('cheaper-rival', 'competitor', 'price'),
  starting('moved', 'client', 'circumstances'),
  starting('money-trouble', 'client', 'circumstances'),
  starting('manager-left', 'competitor', 'people'),
  starting('closed', 'client', 'circumstances'),
] as const satisfies readonly Reason[];
