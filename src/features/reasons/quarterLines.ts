import type { QuarterChange } from '../../domain/reasons/reasonsReport';

export type QuarterLine = QuarterChange['lines'][number];

export interface QuarterSums {
  /** Dearest of the two quarters first; what lost nothing in either is left out. */
  readonly lines: readonly QuarterLine[];
  readonly cents: number;
  readonly centsBefore: number;
  /** The reason that rose most in money; undefined where none rose. */
  readonly risen: QuarterLine | undefined;
}

const rise = (line: QuarterLine): number => line.cents - line.centsBefore;

/** What two quarters lost, and which reason grew most. `apart` are keys that are no reasons. */
export function quarterSums({ lines }: QuarterChange, apart: readonly string[]): QuarterSums {
  const shown = lines
    .filter(({ cents, centsBefore }) => cents > 0 || centsBefore > 0)
    .toSorted((a, b) => Math.max(b.cents, b.centsBefore) - Math.max(a.cents, a.centsBefore));
  const risen = shown
    .filter((line) => !apart.includes(line.key) && rise(line) > 0)
    .reduce<QuarterLine | undefined>(
      (most, line) => (!most || rise(line) > rise(most) ? line : most),
      undefined,
    );
  return {
    lines: shown,
    cents: shown.reduce((sum, { cents }) => sum + cents, 0),
    centsBefore: shown.reduce((sum, { centsBefore }) => sum + centsBefore, 0),
    risen,
  };
}
