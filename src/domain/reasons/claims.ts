import type { Claim, Statement } from '../notebook/interview';
import { entriesOf, type Entry } from '../notebook/notebook';
import type { Day } from '../kernel/day';
import { catalogue } from './catalogue';
import { interviewClaims } from './interviewClaims';

/** Answers older than this are marked, days. */
const OLD_AFTER = 365;

const claimIn = ({
  client,
  role,
  source,
  author,
  reasons,
  sure,
  severity,
  human,
  competitor,
  words,
  day,
}: Statement): Claim => ({
  client,
  role,
  source,
  author,
  reasons,
  sure,
  severity,
  human,
  competitor,
  words,
  day,
});

/**
 * Everything that anybody said about why clients left, oldest first: out of interviews, and from statements as they are. A claim without
 * reasons means "asked, but nobody knows". Entries of the kind `reason` say which reasons are the client's own circumstances.
 */
export function claimsOf(entries: readonly Entry[]): readonly Claim[] {
  const reasons = catalogue(entriesOf(entries, 'reason'));
  const told = [
    ...entriesOf(entries, 'interview').map((entry) => ({ entry, claims: interviewClaims(entry, reasons) })),
    ...entriesOf(entries, 'statement').map((entry) => ({ entry, claims: [claimIn(entry)] })),
  ];
  return told
    .flatMap(({ entry, claims }) => claims.map((claim) => ({ entry, claim })))
    .sort(
      (a, b) =>
        a.claim.day - b.claim.day ||
        a.entry.madeAt - b.entry.madeAt ||
        (a.entry.id < b.entry.id ? -1 : Number(a.entry.id > b.entry.id)),
    )
    .map(({ claim }) => claim);
}

/** The same claims, the newest first. */
export const newestFirst = (claims: readonly Claim[]): readonly Claim[] =>
  [...claims].reverse().sort((a, b) => b.day - a.day);

/** Whether a claim, or any answer, is older than a year and should be asked again. */
export const isOld = ({ day }: { readonly day: Day }, today: Day): boolean => today - day > OLD_AFTER;

/** Claims about the present absence of a client: what was said up to the last visit was about another one. */
export const sinceLastVisit = (claims: readonly Claim[], lastVisit: Day): readonly Claim[] =>
  claims.filter(({ day }) => day > lastVisit);
