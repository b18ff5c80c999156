import type { Layout, Mapping } from '../layout';
import type { TakeRow } from '../rows/rowReader';
import type { SalesTable } from '../table/salesTable';
import { Arranger } from './arranger';

/** What puts the rows of a file right before the table of sales takes them; undefined where they are sales as they stand. */
export function arrangedInto(
  table: SalesTable,
  layout: Layout,
  mapping: Mapping,
  minorDigits: number,
  take: TakeRow = table.take,
): Arranger | undefined {
  const { rules } = mapping;
  if (!rules) return undefined;
  return new Arranger(layout, { ...mapping, rules }, minorDigits, {
    take(cells, line, cut, asWas) {
      table.log.asWas = asWas;
      take(cells, line, cut);
      table.log.asWas = undefined;
    },
    leave: (code, asWas, line, sample) => table.leave(code, asWas, line, sample),
    counted() {
      table.mended.counted++;
    },
  });
}
