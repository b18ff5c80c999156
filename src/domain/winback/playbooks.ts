import type { Playbook, StepDraft } from '../notebook/plan';
import type { Traits } from '../reasons/catalogue';
import type { ReasonType } from '../notebook/reason';
import { BUILT_IN_PLAYBOOKS } from './playbooksBuiltIn';

/** A chain of steps to choose from, built-in or the owner's. */
export interface Chain {
  readonly id: string;
  /** The owner's words; null where the built-in ones stand. */
  readonly name: string | null;
  readonly when: string | null;
  readonly expect: string | null;
  readonly reasons: readonly string[];
  readonly steps: readonly StepDraft[];
  /** No longer proposed; plans that began with it stay. */
  readonly retired: boolean;
  /** Whether there is a built-in one to go back to, and whether the owner changed it. */
  readonly builtIn: boolean;
  readonly changed: boolean;
}

/** Words of a built-in chain are only replaced by words. */
const said = (text: string, builtIn: boolean): string | null => (builtIn && text.trim() === '' ? null : text);

const chainOf = (entry: Playbook, builtIn: boolean): Chain => ({
  id: entry.id,
  name: said(entry.name, builtIn),
  when: said(entry.when, builtIn),
  expect: said(entry.expect, builtIn),
  reasons: entry.reasons,
  steps: entry.steps,
  retired: entry.retired,
  builtIn,
  changed: true,
});

/**
 * Every chain of steps the shop knows, retired ones too: the built-in ones as the owner changed them (an entry with the same id), then the
 * owner's own, oldest first (method.md [5.1]).
 */
export function playbooksOf(entries: readonly Playbook[]): readonly Chain[] {
  const changes = new Map(entries.map((entry) => [entry.id, entry]));
  const builtIn = BUILT_IN_PLAYBOOKS.map((playbook): Chain => {
    const change = changes.get(playbook.id);
    changes.delete(playbook.id);
    if (change) return chainOf(change, true);
    return {
      ...playbook,
      name: null,
      when: null,
      expect: null,
      retired: false,
      builtIn: true,
      changed: false,
    };
  });
  const own = [...changes.values()].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
  return [...builtIn, ...own.map((entry) => chainOf(entry, false))];
}

/** For a reason of the owner's own without a chain: the chain of the reason most like it. */
const BY_TYPE = {
  service: 'bad-service',
  price: 'price',
  product: 'dropped-product',
  people: 'manager-left',
  delivery: 'late-delivery',
  trust: 'doubt-quality',
  circumstances: 'keep-in-touch',
} as const satisfies Record<ReasonType, string>;

/** The built-in chain for a reason that no chain names: by its traits; finding out first where nothing is known (method.md [4.1]). */
const nearest = (traits: Traits | null): string =>
  traits === null ? 'find-out' : traits.type === 'people' && traits.human ? 'rudeness' : BY_TYPE[traits.type];

/**
 * The chains on offer for a reason, the best first: the owner's own for it (the newest first), the built-in one for it, the one for what is
 * most like it, then all others in their order; null and traits null where no reason is known. `ids` are all that the reason speaks for,
 * the nearest first: a chain for its earlier words, or for one merged into it, is a chain for it. Retired ones are left out.
 */
export function playbooksFor(
  chains: readonly Chain[],
  ids: readonly string[],
  traits: Traits | null,
): readonly Chain[] {
  const like = nearest(ids.length === 0 ? null : traits);
  const offered = chains.filter(({ retired }) => !retired);
  const ranked = offered.map((chain, made) => {
    const near = ids.findIndex((id) => chain.reasons.includes(id));
    const place = near >= 0 ? (chain.builtIn ? 1 : 0) : chain.id === like ? 2 : 3;
    return { chain, place, near, made: place === 0 ? -made : made };
  });
  return ranked
    .sort((a, b) => a.place - b.place || a.near - b.near || a.made - b.made)
    .map(({ chain }) => chain);
}

/** The chain a plan for a reason begins with; undefined only where the owner retired all of them (method.md [5.1]). */
export const playbookFor = (
  chains: readonly Chain[],
  ids: readonly string[],
  traits: Traits | null,
): Chain | undefined => playbooksFor(chains, ids, traits)[0];
