import type { Playbook } from '../../../domain/notebook/plan';
import type { Chain } from '../../../domain/winback/playbooks';
import { newEntry } from '../../../reactive/notes';

/** A chain as it is kept when the owner changes it; a built-in one that nobody changed was never saved, and has no words but the built-in ones. */
export const writtenChain = (chain: Chain, entries: readonly Playbook[]): Playbook =>
  entries.find(({ id }) => id === chain.id) ?? {
    ...newEntry(
      'playbook',
      { name: '', when: '', expect: '', reasons: chain.reasons, steps: chain.steps, retired: chain.retired },
      chain.id,
    ),
    rev: 0,
  };
