import type { Mapping } from '../layout';
import { dayWritten } from './orderLines';
import type { Samples } from './samples';

export type Line = readonly string[];

/**
 * The lines of each order of which the samples hold several, by its number and day, as numbers may begin again; a line without a day belongs
 * to the order of its number last seen.
 */
export function orderGroups(
  samples: Samples,
  { receipt, date }: Mapping['columns'],
): readonly (readonly Line[])[] {
  const byOrder = new Map<string, Line[]>();
  const latest = new Map<string, Line[]>();
  for (const cells of samples.rows) {
    const order = samples.text(cells, receipt);
    if (order === '') continue;
    const day = dayWritten(samples.text(cells, date));
    const key = `${order}\u001f${day}`;
    const lines = day === '' ? latest.get(order) : byOrder.get(key);
    if (lines) lines.push(cells);
    const kept = lines ?? [cells];
    if (day !== '') byOrder.set(key, kept);
    latest.set(order, kept);
  }
  return [...new Set([...byOrder.values(), ...latest.values()])].filter((lines) => lines.length > 1);
}
