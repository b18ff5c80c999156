import type { ClientListColumns } from '../../workers/protocol';

/** The names of some clients out of the whole list. */
export function clientNames(columns: ClientListColumns, wanted: ReadonlySet<number>): Map<number, string> {
  const names = columns.length === 0 ? [] : columns.names.split('\0');
  const found = new Map<number, string>();
  columns.client.forEach((client, row) => {
    if (wanted.has(client)) found.set(client, names[row] ?? '');
  });
  return found;
}
