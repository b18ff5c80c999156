import type { Reason } from '../notebook/reason';
import { countedAs } from './catalogue';

/** What is to be saved about a reason; `id` is null for one that does not exist yet and may get any id. */
export interface ReasonChange {
  readonly id: string | null;
  readonly says: Omit<Reason, 'id'>;
}

const change = ({ id, ...says }: Reason, changes: Partial<Omit<Reason, 'id'>>): ReasonChange => ({
  id,
  says: { ...says, ...changes },
});

/** The reason is no longer offered; answers that name it stay. */
export const retired = (reason: Reason): ReasonChange => change(reason, { retired: true });

/** A retired or merged reason is offered again, and counts as itself. */
export const restored = (reason: Reason): ReasonChange =>
  change(reason, { retired: false, mergedInto: null });

/** From now on all answers of a reason count as those of another; null where the other already counts as this one. */
export function merged(reasons: readonly Reason[], reason: Reason, into: Reason): ReasonChange | null {
  const end = countedAs(reasons, into.id);
  return end === reason.id ? null : change(reason, { retired: true, mergedInto: end });
}

/** The same reason sorted elsewhere, or with another remedy; its words and answers stay. */
export const changed = (
  reason: Reason,
  changes: Partial<Pick<Reason, 'group' | 'type' | 'human' | 'remedy'>>,
): ReasonChange => change(reason, changes);

/**
 * A reason in other words: a new one takes its place in forms, and the old one is retired, so that old answers keep the words that
 * were said. `remedy` is the one on screen, which a starting reason has not in itself. `together` is the id that the new one gets
 * where the answers under the earlier words shall count with it; without it the two are weighed apart.
 */
export const reworded = (
  reason: Reason,
  label: string,
  remedy: string | null,
  { together = null }: { readonly together?: string | null } = {},
): readonly [ReasonChange, ReasonChange] => [
  change(reason, { retired: true, ...(together === null ? {} : { mergedInto: together }) }),
  {
    id: together,
    says: {
      group: reason.group,
      type: reason.type,
      human: reason.human,
      label,
      remedy,
      retired: false,
      mergedInto: null,
      replaces: reason.id,
    },
  },
];

/** A reason of the owner's own. */
export const added = (
  says: Pick<Reason, 'group' | 'type' | 'human' | 'remedy'> & { readonly label: string },
): ReasonChange => ({
  id: null,
  says: { ...says, retired: false, mergedInto: null, replaces: null },
});
