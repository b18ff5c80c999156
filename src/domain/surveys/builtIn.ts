import type { RatedItem } from '../notebook/survey';

/**
 * The reasons of the starting catalogue as links name them: by their place here. Links that were sent count on it, so new ones
 * are added at the end and none is ever moved or taken out.
 */
export const LINKED_REASONS = [
  'neglect',
  'rigid-rules',
  'expectations',
  'broken-promise',
  'small-annoyances',
  'nothing-new',
  'little-attention',
  'outgrown',
  'partial-use',
  'price',
  'dropped-product',
  'bad-service',
  'rudeness',
  'late-delivery',
  'changed-image',
  'doubt-quality',
  'cheaper-rival',
  'moved',
  'money-trouble',
  'manager-left',
  'closed',
] as const;

/** What satisfaction is asked about until the owner says otherwise (method.md [6.4]); the same promise holds for the order. */
export const LINKED_ITEMS = ['goods', 'choice', 'advice', 'speed', 'price', 'payment', 'hours'] as const;

export const startingItems: readonly RatedItem[] = LINKED_ITEMS.map((id) => ({ id, label: null }));
