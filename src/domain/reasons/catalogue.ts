import type { Reason, ReasonEntry } from '../notebook/reason';
import { STARTING_REASONS } from './startingReasons';

/** What a reason counts under: whose doing, what about, and whether it is a human mistake. */
export type Traits = Pick<Reason, 'group' | 'type' | 'human'>;

const reasonOf = ({
  id,
  group,
  type,
  human,
  label,
  remedy,
  retired,
  mergedInto,
  replaces,
}: ReasonEntry): Reason => ({ id, group, type, human, label, remedy, retired, mergedInto, replaces });

/**
 * Every reason the shop knows, retired ones too: the starting ones as the owner changed them, then the owner's own, oldest first
 * (method.md [4.13]). A starting reason keeps its words whatever was saved, so that old answers never change their meaning.
 */
export function catalogue(entries: readonly ReasonEntry[]): readonly Reason[] {
  const changes = new Map(entries.map((entry) => [entry.id, entry]));
  const starting = STARTING_REASONS.map((reason): Reason => {
    const change = changes.get(reason.id);
    changes.delete(reason.id);
    return change ? { ...reasonOf(change), label: null, replaces: null } : reason;
  });
  const own = [...changes.values()].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
  return [...starting, ...own.map(reasonOf)];
}

/** The reasons that forms offer: neither retired nor merged into another. */
export const offered = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.filter(({ retired, mergedInto }) => !retired && mergedInto === null);

/**
 * The id under which an answer counts, following merges to their end; the id itself for a reason that was never merged, is not in the
 * catalogue, or whose merges run in a circle.
 */
export function countedAs(reasons: readonly Reason[], id: string): string {
  const passed = new Set<string>();
  let at = id;
  while (!passed.has(at)) {
    passed.add(at);
    const into = reasons.find((reason) => reason.id === at)?.mergedInto ?? null;
    if (into === null || !reasons.some((reason) => reason.id === into)) return at;
    at = into;
  }
  return id;
}

/** The earlier words of a reason, newest first, of which the answers count with it; none where it was never reworded. */
export function earlierWords(reasons: readonly Reason[], reason: Reason): readonly Reason[] {
  const earlier = new Set<Reason>([reason]);
  let at: Reason | undefined = reason;
  while (at) {
    const { replaces }: Reason = at;
    at = reasons.find((other) => other.id === replaces);
    if (!at || earlier.has(at)) break;
    earlier.add(at);
  }
  return [...earlier].filter((other) => other !== reason && countedAs(reasons, other.id) === reason.id);
}

/** A reason and those whose words it took over, one after the other. */
function rewordings(reasons: readonly Reason[], id: string): readonly string[] {
  const line: string[] = [];
  for (let at: string | null = id; at !== null && !line.includes(at);) {
    line.push(at);
    const now: string = at;
    at = reasons.find((reason) => reason.id === now)?.replaces ?? null;
  }
  return line;
}

/**
 * Every id that a reason speaks for, the nearest first: its own, those of its earlier words, and those of reasons merged into any of
 * them. What was made for one of these suits it, too (method.md [4.13]).
 */
export function speaksFor(reasons: readonly Reason[], id: string): readonly string[] {
  const ids = new Set(rewordings(reasons, countedAs(reasons, id)));
  for (const into of ids)
    for (const reason of reasons)
      if (reason.mergedInto === into) for (const earlier of rewordings(reasons, reason.id)) ids.add(earlier);
  return [...ids];
}

const STARTING = new Set(STARTING_REASONS.map(({ id }) => id));

/** The starting reason that a reason is a rewording of, or itself; null where the owner made it. */
export const rewordedFrom = (reasons: readonly Reason[], id: string): string | null =>
  rewordings(reasons, countedAs(reasons, id)).find((earlier) => STARTING.has(earlier)) ?? null;

/**
 * The one starting reason that a reason means: the one it rewords, else the only one that was merged into it; null for a reason of the
 * owner's own, and where several went into it.
 */
export function meansStarting(reasons: readonly Reason[], id: string): string | null {
  const reworded = rewordedFrom(reasons, id);
  if (reworded !== null) return reworded;
  const merged = speaksFor(reasons, id).filter((other) => STARTING.has(other));
  return merged.length === 1 ? merged[0]! : null;
}

/** Group, type and human factor of the reason that an answer counts under; undefined for one that is not in the catalogue. */
export function traitsOf(reasons: readonly Reason[], id: string): Traits | undefined {
  const counted = countedAs(reasons, id);
  return reasons.find((reason) => reason.id === counted);
}
