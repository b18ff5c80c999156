import type { Field } from '../domain/intake/fields';
import type { Layout, Mapping } from '../domain/intake/layout';
import type { Refusal } from '../domain/intake/refusal';
import { err, ok, type Result } from '../domain/kernel/result';

function columnOf(text: string, { titles, width }: Layout): number {
  const wanted = text.toLowerCase();
  const titled = titles.findIndex((title) => title !== '' && title.toLowerCase() === wanted);
  if (titled >= 0) return titled;
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= width ? number - 1 : -1;
}

/** The proposed mapping with the columns named by hand in their place; a column named by hand means nothing else besides. */
export function mapped(
  proposed: Mapping,
  layout: Layout,
  map: ReadonlyMap<Field, string>,
): Result<Mapping, Refusal> {
  const named: Partial<Record<Field, number>> = {};
  for (const [field, text] of map) {
    const column = columnOf(text, layout);
    if (column < 0) return err({ code: 'unknown-column', details: { column: text } });
    named[field] = column;
  }
  const taken = new Set(Object.values(named));
  const kept = Object.entries(proposed.columns).filter(([, column]) => !taken.has(column));
  const columns: Partial<Record<Field, number>> = { ...Object.fromEntries(kept), ...named };
  const byPrice = named.quantity !== undefined && named.price !== undefined && named.amount === undefined;
  if (byPrice) delete columns.amount;
  return ok({ ...proposed, columns });
}
