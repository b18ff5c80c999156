import { dayOf, dayParts, type Day } from '../../domain/kernel/day';
import type { ClientStory } from '../../domain/loss/clientStory';

/** A stretch of time on the strip, in pixels. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** The strip of visits, ready to be drawn; pixels, with time from left to right. */
export interface Strip {
  /** One tick per visit, or per pixel where several visits fall on it. */
  readonly ticks: readonly { readonly x: number; readonly height: number }[];
  readonly refunds: readonly number[];
  readonly lost: readonly Stretch[];
  readonly asleep: Stretch | null;
  readonly years: readonly { readonly x: number; readonly year: number }[];
}

const MARGIN = 4;
const LEAST_HEIGHT = 6;
const LEAST_BETWEEN_YEARS = 44;

/** Lays a client's visits, silences and losses out over a width, from the first visit to the as-of date. */
export function strip(story: ClientStory, asOf: Day, width: number, tallest: number): Strip {
  const start = story.visits[0]?.day ?? asOf;
  const span = Math.max(1, asOf - start);
  const x = (day: number) => Math.round(MARGIN + ((day - start) / span) * (width - 2 * MARGIN));
  const stretch = (from: number, to: number): Stretch => ({
    x: x(from),
    width: Math.max(2, x(to) - x(from)),
  });
  const { silence } = story;
  const past = story.gaps.flatMap(({ loss, to }) => (loss ? [stretch(loss.lostDate, to)] : []));
  const present = silence && silence.lostDate <= asOf ? [stretch(silence.lostDate, asOf)] : [];
  const asleepUntil = silence ? Math.min(silence.lostDate, asOf) : asOf;
  return {
    ticks: ticks(story, x, tallest),
    refunds: [...new Set(story.refunds.filter(({ day }) => day >= start).map(({ day }) => x(day)))],
    lost: [...past, ...present],
    asleep: silence && silence.sleepDate < asleepUntil ? stretch(silence.sleepDate, asleepUntil) : null,
    years: years(start, asOf, x),
  };
}

function ticks({ visits }: ClientStory, x: (day: number) => number, tallest: number): Strip['ticks'] {
  const most = visits.reduce((max, { cents }) => Math.max(max, cents), 1);
  const heights = new Map<number, number>();
  for (const { day, cents } of visits) {
    const height = Math.round(Math.max(LEAST_HEIGHT, (cents / most) * tallest));
    heights.set(x(day), Math.max(height, heights.get(x(day)) ?? 0));
  }
  return [...heights].map(([at, height]) => ({ x: at, height }));
}

/** The turns of the years, as many as there is room to name. */
function years(start: Day, asOf: Day, x: (day: number) => number): Strip['years'] {
  const first = dayParts(start).year + 1;
  const turns = Array.from({ length: dayParts(asOf).year - first + 1 }, (_, k) => ({
    year: first + k,
    x: x(dayOf(first + k, 1, 1)),
  }));
  const apart = turns.length > 1 ? turns[1]!.x - turns[0]!.x : Infinity;
  const step = Math.max(1, Math.ceil(LEAST_BETWEEN_YEARS / Math.max(1, apart)));
  return turns.filter((_, k) => k % step === 0);
}
