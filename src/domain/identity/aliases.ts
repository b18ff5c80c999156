import type { SameClient } from '../notebook/sameClient';

/** The client that stands for another one, by client index; who stands for themselves is not in it. */
export type Aliases = ReadonlyMap<number, number>;

export const NO_ALIASES: Aliases = new Map();

/** The client whose figures, card and notes hold for a client: another one after a merge, else the client. */
export const standsFor = (aliases: Aliases, client: number): number => aliases.get(client) ?? client;

/**
 * Who stands for whom by all decisions, whatever their order in the list: the older ones count first, and one that would turn a merge
 * around changes nothing. Empty where nobody was merged.
 */
export function aliasesOf(
  decisions: readonly Pick<SameClient, 'id' | 'client' | 'others' | 'madeAt' | 'verdict'>[],
): Aliases {
  const above = new Map<number, number>();
  const root = (client: number): number => {
    let at = client;
    for (let up = above.get(at); up !== undefined; up = above.get(at)) at = up;
    return at;
  };
  const inOrder = decisions
    .filter(({ verdict }) => verdict === 'same')
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
  for (const { client, others } of inOrder)
    for (const other of others) {
      const [kept, away] = [root(client), root(other)];
      if (kept !== away) above.set(away, kept);
    }
  return new Map([...above.keys()].map((client) => [client, root(client)]));
}

/** Everyone whom a client stands for, the client first. */
export const behind = (aliases: Aliases, client: number): readonly number[] => [
  client,
  ...[...aliases].flatMap(([away, kept]) => (kept === client ? [away] : [])),
];

/** A column of client indices after merging; the column itself where nobody in it was merged. */
export function withAliases(column: Uint32Array, aliases: Aliases): Uint32Array {
  if (aliases.size === 0) return column;
  let most = 0;
  for (const client of aliases.keys()) if (client > most) most = client;
  const table = Uint32Array.from({ length: most + 1 }, (_, client) => standsFor(aliases, client));
  return column.map((client) => (client <= most ? table[client]! : client));
}
