import { bandOf, FEWEST_CASES, silenceOf, TIMES, type Cases, type Evidence } from './evidence';

/** A client's silence as it is compared with past ones; days. */
export interface Silence {
  readonly visits: number;
  readonly silence: number;
  readonly interval: number;
  readonly lostAfter: number;
}

/** Past silences like a client's own. */
export interface AlikeCases extends Cases {
  /** How many usual intervals they, like the client's, had lasted at least; null for the rule by which a client is lost. */
  readonly times: number | null;
  readonly followUp: number;
}

/**
 * Of clients silent this long with as many visits, how many came back without any action, from the shop's own log: the
 * natural return (rules.md 3.4, 3.6). Compared at the longest threshold that the silence has reached; undefined for a client who is
 * not lost, and below 20 cases.
 */
export function naturalReturn(
  { lost, longer, followUp }: Evidence,
  { visits, silence, interval, lostAfter }: Silence,
): AlikeCases | undefined {
  if (visits === 0 || silence < lostAfter) return undefined;
  const band = bandOf(visits);
  let alike: AlikeCases = { ...lost[band]!, times: null, followUp };
  TIMES.forEach((times, k) => {
    const days = silenceOf(times, interval);
    if (days > lostAfter && days <= silence) alike = { ...longer[k]![band]!, times, followUp };
  });
  return alike.cases < FEWEST_CASES ? undefined : alike;
}
