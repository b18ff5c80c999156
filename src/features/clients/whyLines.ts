import type { Day } from '../../domain/kernel/day';
import type { Severity } from '../../domain/notebook/answer';
import type { Claim, Interview } from '../../domain/notebook/interview';
import { entriesOf, type Entry } from '../../domain/notebook/notebook';
import { catalogue } from '../../domain/reasons/catalogue';
import { claimsOf, isOld, newestFirst, sinceLastVisit } from '../../domain/reasons/claims';
import { knowledge } from '../../domain/reasons/knowledge';
import { shownPercents } from '../../domain/reasons/money/shownPercents';
import { isLostStatus, type StatusCode } from '../../domain/loss/status';
import { formatDay, formatPercent } from '../../i18n/formats';
import { reasonLabelById } from '../../i18n/reasonLabel';
import { t } from '../../i18n/t';

/** Why a client left according to somebody, in words. */
export interface WhyLine {
  readonly view: 'real' | 'stated' | 'staff';
  readonly reasons: readonly string[];
  /** Who says so, and since when. */
  readonly from: string;
  /** Older than a year. */
  readonly old: boolean;
}

/** All that is known about why a client left. */
export interface Why {
  readonly lines: readonly WhyLine[];
  /** How bad it was in the client's eyes; undefined where nobody said. */
  readonly severity: Severity | undefined;
  /** The client's own words, newest first found; blank where there are none. */
  readonly words: string;
  /** A conversation that was begun and not finished. */
  readonly begun: Interview | undefined;
}

const VIEWS = ['real', 'stated', 'staff'] as const;

/**
 * What people wrote about a client's leaving. Of a client who is lost only what was said about this absence; of one who came
 * back, what was said about those before.
 */
export function whyLeft(
  entries: readonly Entry[],
  { client, status, lastVisit }: { client: number; status: StatusCode; lastVisit: number },
  today: Day,
): Why {
  const reasons = catalogue(entriesOf(entries, 'reason'));
  const all = claimsOf(entries).filter((claim) => claim.client === client);
  const claims = isLostStatus(status) ? sinceLastVisit(all, lastVisit as Day) : all;
  const known = knowledge(claims);
  const lines = VIEWS.flatMap((view): WhyLine[] => {
    const { source, day, reasons: weighted } = known[view];
    if (source === null || day === null) return [];
    const several = weighted.length > 1;
    const heaviestFirst = weighted.toSorted((a, b) => b.weight - a.weight);
    const percents = shownPercents(heaviestFirst.map(({ weight }) => weight));
    const labels = heaviestFirst.map(({ reason }, k) => {
      const label = reasonLabelById(reasons, reason);
      return several ? t('client.why.part', { label, percent: formatPercent(percents[k]!) }) : label;
    });
    const from = t('client.why.from', { source: t(`source.${source}`), day: formatDay(day) });
    return [{ view, reasons: labels, from, old: isOld({ day }, today) }];
  });
  const newest = newestFirst(claims);
  const said = (claim: Claim) => claim.source === 'client' && claim.words !== '';
  return {
    lines,
    severity: newest.find(({ severity }) => severity !== null)?.severity ?? undefined,
    words: newest.find(said)?.words ?? '',
    begun: entriesOf(entries, 'interview').find(
      (interview) => interview.doneOn === null && interview.client === client,
    ),
  };
}
