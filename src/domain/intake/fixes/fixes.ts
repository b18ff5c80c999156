import type { DateOrder, Fixes, Mapping } from '../layout';

/** One decision for a group of rows. The word `*` is any text, `word*` any text that begins so. */
export type Fix =
  | { readonly kind: 'dates'; readonly order: DateOrder }
  | { readonly kind: 'gifts' }
  | { readonly kind: 'counted'; readonly column: number; readonly word: string };

/** How many rows were kept by decisions of each kind. */
export interface Mended {
  readonly dates: number;
  readonly gifts: number;
  readonly counted: number;
}

/** The decisions one by one, in the order in which they were taken within their kind. */
export const fixesIn = ({ fixes = {} }: Pick<Mapping, 'fixes'>): readonly Fix[] => [
  ...(fixes.dates ?? []).map((order) => ({ kind: 'dates', order }) as const),
  ...(fixes.gifts ? [{ kind: 'gifts' } as const] : []),
  ...(fixes.counted ?? []).flatMap(({ column, words }) =>
    words.map((word) => ({ kind: 'counted', column, word }) as const),
  ),
];

/** The same mapping with these decisions and no others. */
function decided(mapping: Mapping, all: readonly Fix[]): Mapping {
  const { fixes: _, ...plain } = mapping;
  const dates = all.flatMap((fix) => (fix.kind === 'dates' ? [fix.order] : []));
  const words = new Map<number, string[]>();
  for (const fix of all)
    if (fix.kind === 'counted') words.set(fix.column, [...(words.get(fix.column) ?? []), fix.word]);
  const fixes: Fixes = {
    ...(dates.length > 0 && { dates }),
    ...(all.some(({ kind }) => kind === 'gifts') && { gifts: true }),
    ...(words.size > 0 && { counted: [...words].map(([column, said]) => ({ column, words: said })) }),
  };
  return all.length > 0 ? { ...plain, fixes } : plain;
}

const isSame = (one: Fix, other: Fix) =>
  one.kind === other.kind &&
  (one.kind !== 'dates' || one.order === (other as typeof one).order) &&
  (one.kind !== 'counted' ||
    (one.column === (other as typeof one).column && one.word === (other as typeof one).word));

/** The mapping with one decision more; one that was taken already changes nothing. */
export const withFix = (mapping: Mapping, fix: Fix): Mapping =>
  decided(mapping, [...fixesIn(mapping).filter((other) => !isSame(other, fix)), fix]);

/** The mapping with a decision taken back. */
export const withoutFix = (mapping: Mapping, fix: Fix): Mapping =>
  decided(
    mapping,
    fixesIn(mapping).filter((other) => !isSame(other, fix)),
  );
