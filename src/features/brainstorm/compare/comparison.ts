import {
  believedShares,
  beliefs,
  foundShares,
  furthestOff,
  NO_REASON,
  type Belief,
} from '../../../domain/brainstorm/belief';
import type { Brainstorm } from '../../../domain/notebook/brainstorm';
import type { Reason } from '../../../domain/notebook/reason';
import { countedAs } from '../../../domain/reasons/catalogue';
import {
  NOT_ASKED,
  UNKNOWN,
  type MoneyLine,
  type ReasonsReport,
} from '../../../domain/reasons/reasonsReport';
import { reasonLabelById } from '../../../i18n/reasonLabel';
import { t } from '../../../i18n/t';

/** The views that votes stand beside, in the order of the table. */
export const COMPARED = ['stated', 'real', 'best'] as const;
export type Compared = (typeof COMPARED)[number];

/** A reason with its share (0-1) of the votes, and of the money in each view; NaN where a view knows nothing at all. */
export interface ComparedRow {
  readonly name: string;
  readonly believed: number;
  readonly found: Readonly<Record<Compared, number>>;
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** The largest difference, and the view it shows in; null where there is none to see. */
  readonly off: (Belief & { readonly name: string; readonly view: 'real' | 'stated' }) | null;
  /** Neither clients nor anybody who looked closer has named a reason. */
  readonly silent: boolean;
  /** Lost money with a reason in each view, cents a year. */
  readonly known: Readonly<Record<Compared, number>>;
}

const knownIn = (lines: readonly MoneyLine[]): number =>
  lines.reduce((sum, { key, cents }) => (key === NOT_ASKED || key === UNKNOWN ? sum : sum + cents), 0);

/** The votes of a brainstorm beside the money. What really was counts before what clients say; the best known rests partly on the brainstorm itself. */
export function comparison(
  storm: Brainstorm,
  reasons: readonly Reason[],
  { tables }: ReasonsReport,
): Comparison {
  const nameOf = (reason: string) =>
    reason === NO_REASON ? t('storm.compare.noReason') : reasonLabelById(reasons, reason);
  const believed = believedShares(storm, (reason) => countedAs(reasons, reason));
  const found = {
    stated: foundShares(tables.stated.reason),
    real: foundShares(tables.real.reason),
    best: foundShares(tables.best.reason),
  };
  const named = new Map([...found.best, ...found.stated, ...found.real]);
  const shareIn = (view: Compared, reason: string) =>
    found[view].size === 0 || reason === NO_REASON ? NaN : (found[view].get(reason) ?? 0);
  const view = found.real.size > 0 ? 'real' : 'stated';
  const off = furthestOff(believed, found[view]);
  return {
    rows: beliefs(believed, named).map(({ reason, believed: share }) => ({
      name: nameOf(reason),
      believed: share,
      found: {
        stated: shareIn('stated', reason),
        real: shareIn('real', reason),
        best: shareIn('best', reason),
      },
    })),
    off: off && { ...off, name: nameOf(off.reason), view },
    silent: found[view].size === 0,
    known: {
      stated: knownIn(tables.stated.reason),
      real: knownIn(tables.real.reason),
      best: knownIn(tables.best.reason),
    },
  };
}
