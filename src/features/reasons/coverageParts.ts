import { SOURCES } from '../../domain/notebook/answer';
import { NOT_ASKED, UNKNOWN, type ReasonsReport } from '../../domain/reasons/reasonsReport';
import { t } from '../../i18n/t';

/** A part of the lost money by how it is known. */
export interface CoveragePart {
  readonly id: string;
  readonly label: string;
  readonly cents: number;
  /** Of all lost money, 0-1. */
  readonly share: number;
}

/** By whose word the lost money has a reason, then what nobody knows and what nobody asked about; parts with nothing in them are left out. */
export function coverageParts({ coverage, tables, lost }: ReasonsReport): readonly CoveragePart[] {
  const centsOf = (key: string) => tables.best.reason.find((line) => line.key === key)?.cents ?? 0;
  const part = (id: string, label: string, cents: number): CoveragePart => ({
    id,
    label,
    cents,
    share: lost > 0 ? cents / lost : 0,
  });
  return [
    ...SOURCES.map((source) => part(source, t(`reasons.known.by.${source}`), coverage.bySource[source])),
    part(UNKNOWN, t('reason.unknown'), centsOf(UNKNOWN)),
    part(NOT_ASKED, t('reason.not-asked'), centsOf(NOT_ASKED)),
  ].filter(({ cents }) => cents > 0);
}
