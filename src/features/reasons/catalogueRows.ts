import { REASON_GROUPS, type Reason, type ReasonGroup } from '../../domain/notebook/reason';
import type { Claim } from '../../domain/notebook/interview';
import { countedAs, earlierWords } from '../../domain/reasons/catalogue';
import type { MoneyLine } from '../../domain/reasons/reasonsReport';

/** A reason of the catalogue with what hangs on it. */
export interface CatalogueRow {
  readonly reason: Reason;
  /** How many answers name it, or one that was merged into it; of a merged one, its own. */
  readonly answers: number;
  /** Its earlier words under which answers were given that count with it, newest first, and how many they are. */
  readonly earlier: { readonly reasons: readonly Reason[]; readonly answers: number };
  /** Lost money that counts under it, cents a year; undefined until it is known. */
  readonly cents: number | undefined;
  readonly clients: number;
}

export interface CatalogueRows {
  /** Those on offer, dearest first, in the three groups. */
  readonly groups: readonly { readonly group: ReasonGroup; readonly rows: readonly CatalogueRow[] }[];
  /** Retired or merged. */
  readonly retired: readonly CatalogueRow[];
}

/** The catalogue as its page shows it; `lines` is the table of lost money by reason. */
export function catalogueRows(
  reasons: readonly Reason[],
  claims: readonly Claim[],
  lines: readonly MoneyLine[] | undefined,
): CatalogueRows {
  const own = new Map<string, number>();
  for (const claim of claims)
    for (const { reason } of claim.reasons) own.set(reason, (own.get(reason) ?? 0) + 1);
  const counted = new Map<string, number>();
  for (const [id, answers] of own) {
    const into = countedAs(reasons, id);
    counted.set(into, (counted.get(into) ?? 0) + answers);
  }
  const money = new Map(lines?.map((line) => [line.key, line]));
  const earlierOf = (reason: Reason): CatalogueRow['earlier'] => {
    const named = earlierWords(reasons, reason).filter(({ id }) => own.has(id));
    return { reasons: named, answers: named.reduce((sum, { id }) => sum + own.get(id)!, 0) };
  };
  const rows = reasons.map((reason): CatalogueRow => ({
    reason,
    answers: (reason.mergedInto === null ? counted : own).get(reason.id) ?? 0,
    earlier: earlierOf(reason),
    cents: lines && (money.get(reason.id)?.cents ?? 0),
    clients: money.get(reason.id)?.clients ?? 0,
  }));
  const isOffered = ({ reason }: CatalogueRow) => !reason.retired && reason.mergedInto === null;
  return {
    groups: REASON_GROUPS.map((group) => ({
      group,
      rows: rows
        .filter((row) => isOffered(row) && row.reason.group === group)
        .toSorted((a, b) => (b.cents ?? 0) - (a.cents ?? 0)),
    })),
    retired: rows.filter((row) => !isOffered(row)),
  };
}
