import { SOURCES } from '../../domain/notebook/answer';
import { shownPercents } from '../../domain/reasons/money/shownPercents';
import { NOT_ASKED, UNKNOWN, type ReasonsReport } from '../../domain/reasons/reasonsReport';
import { t } from '../../i18n/t';

/** A part of the lost money by how it is known. */
export interface CoveragePart {
  readonly id: string;
  readonly label: string;
  readonly cents: number;
  /** Of all lost money in whole percent; those of all parts add up to 100. */
  readonly percent: number;
}

/** By whose word the lost money has a reason, then what nobody knows and what nobody asked about; parts with nothing in them are left out. */
export function coverageParts({ coverage, tables }: ReasonsReport): readonly CoveragePart[] {
  const centsOf = (key: string) => tables.best.reason.find((line) => line.key === key)?.cents ?? 0;
  const parts = [
    ...SOURCES.map((id) => ({ id, label: t(`reasons.known.by.${id}`), cents: coverage.bySource[id] })),
    { id: UNKNOWN, label: t('reason.unknown'), cents: centsOf(UNKNOWN) },
    { id: NOT_ASKED, label: t('reason.not-asked'), cents: centsOf(NOT_ASKED) },
  ].filter(({ cents }) => cents > 0);
  const percents = shownPercents(parts.map(({ cents }) => cents));
  return parts.map((part, k) => ({ ...part, percent: percents[k]! }));
}
