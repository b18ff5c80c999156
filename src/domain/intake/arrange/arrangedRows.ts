import type { Layout, Mapping } from '../layout';
import { Arranger } from './arranger';
import type { ArrangedRows } from './orderLines';

/** Sampled rows as they will be read; those that are no sales stand as they are, for their dates are written like all others. */
export function arrangedRows(
  rows: readonly (readonly string[])[],
  layout: Layout,
  mapping: Mapping,
): readonly (readonly string[])[] {
  const { rules } = mapping;
  if (!rules) return rows;
  const all: (readonly string[])[] = [];
  const out: ArrangedRows = {
    take: (cells) => void all.push(cells),
    leave: (_, asWas) => void all.push(asWas),
  };
  const arranger = new Arranger(layout, { ...mapping, rules }, 2, out);
  for (const cells of rows) arranger.take([...cells], layout.firstLine, false);
  arranger.end();
  return all;
}
