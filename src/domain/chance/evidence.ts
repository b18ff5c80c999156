import { dayAfterOpenDays } from '../loss/closedDays';
import { LONGEST_PATIENCE, usualInterval } from '../loss/thresholds';
import { ownInterval, type Walk } from '../loss/walk';

/** Silences of a kind that could be watched to the end, and how many of them ended in a visit by then. */
export interface Cases {
  readonly cases: number;
  readonly returned: number;
}

/** What past silences in the shop's own log led to (rules.md 3.4). Bands of visits: 1, 2, 3-5, 6 and more. */
export interface Evidence {
  /** Days after the threshold within which a return counts. */
  readonly followUp: number;
  /** By band: silences that reached the day of loss under the rules in force. */
  readonly lost: readonly Cases[];
  /** By number of `TIMES`, then by band: silences of at least so many usual intervals. */
  readonly longer: readonly (readonly Cases[])[];
}

/** Multiples of the usual interval that silences are measured by, and patience is proposed in (rules.md 3.4). */
export const TIMES = [1.5, 2, 2.5, 3, 4, 5, 6, 8] as const;

export const BANDS = 4;

/** Fewer cases than this decide nothing and are not shown (rules.md 3.4). */
export const FEWEST_CASES = 20;

const LONGEST_FOLLOW_UP = 180;

/** Band of a client with so many visits: 0 for 1, 1 for 2, 2 for 3-5, 3 from 6 on. */
export const bandOf = (visits: number): number => (visits === 1 ? 0 : visits === 2 ? 1 : visits < 6 ? 2 : 3);

/** Days of silence that are so many usual intervals, at most two years; a hair below a whole day is that day. */
export const silenceOf = (times: number, interval: number): number =>
  Math.min(LONGEST_PATIENCE, Math.max(1, Math.ceil(times * interval - 1e-9)));

/**
 * Of all past silences that lasted beyond a threshold, and began early enough for the follow-up of min(180, a third of the
 * log) days to lie inside the log, those that ended within it (rules.md 3.4). A visit on the day of the threshold itself
 * ends the silence before it counts. Clients whose interval the owner set have rules of their own and are left out.
 */
export function evidence(walk: Walk): Evidence {
  const { visits, closed, asOf, law, usedGaps } = walk;
  const followUp = Math.min(LONGEST_FOLLOW_UP, Math.floor((asOf - walk.logStart) / 3));
  const lost = new Tally();
  const longer = TIMES.map(() => new Tally());
  const latest = asOf - followUp;
  for (let c = 0; c + 1 < visits.start.length; c++) {
    if (ownInterval(walk, c) > 0) continue;
    const first = visits.start[c]!;
    const end = visits.start[c + 1]!;
    for (let i = first; i < end; i++) {
      const from = visits.day[i]!;
      const until = i + 1 < end ? visits.day[i + 1]! : Infinity;
      const band = bandOf(i - first + 1);
      const lostOn = dayAfterOpenDays(closed, from, walk.lostAfter[i]!);
      if (lostOn < until && lostOn <= latest) lost.add(band, until - lostOn <= followUp);
      const interval = usualInterval(law, NaN, i - first + 1, usedGaps[i]!);
      for (let k = 0; k < TIMES.length; k++) {
        const on = dayAfterOpenDays(closed, from, silenceOf(TIMES[k]!, interval));
        if (on >= until || on > latest) break;
        longer[k]!.add(band, until - on <= followUp);
      }
    }
  }
  return { followUp, lost: lost.cells(), longer: longer.map((tally) => tally.cells()) };
}

class Tally {
  readonly #cases = new Uint32Array(BANDS);
  readonly #returned = new Uint32Array(BANDS);

  add(band: number, returned: boolean): void {
    this.#cases[band]!++;
    if (returned) this.#returned[band]!++;
  }

  cells(): Cases[] {
    return Array.from(this.#cases, (cases, band) => ({ cases, returned: this.#returned[band]! }));
  }
}
