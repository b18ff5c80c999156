import type { Changes } from './settingsDraft.svelte';

let left: { readonly shopId: string; readonly changes: Changes } | undefined;

/** Remembers changes that were left without being kept, for somebody who asked to take them up again. */
export function resumeLater(shopId: string, changes: Changes): void {
  left = { shopId, changes };
}

/** The changes asked for, once and only for their own shop. */
export function takeUp(shopId: string): Changes {
  const changes = left?.shopId === shopId ? left.changes : {};
  left = undefined;
  return changes;
}
