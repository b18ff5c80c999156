import { addDays, type Day } from '../kernel/day';
import { demand, feasts, nextOpen } from './seasons';
import { oneOf, weighted, wholeBetween, type Draw } from './seededDraw';

/** From the first to the last day on which somebody is a client; two of them if there was an absence between. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** How a client of the example shop behaves: days between visits (0 = bought once) and when. */
export interface Life {
  readonly interval: number;
  readonly stretches: readonly Stretch[];
}

const INTERVALS = [8, 15, 30, 45, 80, 365];
const HOW_MANY = [2, 7, 47, 28, 8, 5];

const FATES = ['stays', 'leaves', 'returns', 'returned lately', 'leaves twice', 'falls asleep'] as const;
const FATE_WEIGHTS = [69, 12, 8, 5, 3, 3];

/** Somebody who came once, more likely on a busy day. */
export function onceLife(draw: Draw, first: Day, last: Day): Life {
  for (;;) {
    const day = addDays(first, wholeBetween(draw, 0, last - first));
    if (draw() * 5 < demand(day)) return { interval: 0, stretches: [{ from: day, to: day }] };
  }
}

/** Somebody whose first visit lies in the last four weeks. */
export const newcomerLife = (draw: Draw, last: Day): Life => {
  const day = addDays(last, -wholeBetween(draw, 1, 27));
  return { interval: 30, stretches: [{ from: day, to: last }] };
};

/** Somebody with a rhythm, and what became of it; `leftWith` is the day an employee left whom the client followed out. */
export function rhythmLife(draw: Draw, first: Day, last: Day, leftWith?: Day): Life {
  const interval = INTERVALS[weighted(draw, HOW_MANY)]!;
  const from =
    draw() < 0.5
      ? addDays(first, wholeBetween(draw, 0, interval))
      : addDays(first, wholeBetween(draw, 0, last - first - 120));
  const fate = FATES[weighted(draw, FATE_WEIGHTS)]!;
  const whole = { interval, stretches: [{ from, to: last }] };
  if (leftWith !== undefined && from < leftWith && interval < 100 && draw() < 0.25) {
    return { interval, stretches: [{ from, to: addDays(leftWith, wholeBetween(draw, -10, 15)) }] };
  }
  if (interval > 100 || fate === 'stays') return whole;
  if (fate === 'falls asleep') {
    return {
      interval,
      stretches: [{ from, to: addDays(last, -Math.round(interval * (1.5 + draw() * 0.9))) }],
    };
  }
  const leave = (room: number) =>
    addDays(from, wholeBetween(draw, 2 * interval, Math.max(2 * interval, room)));
  if (fate === 'leaves') return { interval, stretches: [{ from, to: leave(last - from) }] };
  const absence = Math.max(110, Math.round(interval * (4.5 + draw() * 2)));
  if (fate === 'returned lately') {
    const back = addDays(last, -wholeBetween(draw, 1, Math.min(interval, 30)));
    return {
      interval,
      stretches: [
        { from, to: addDays(back, -absence) },
        { from: back, to: last },
      ],
    };
  }
  const gone = leave(last - from - absence - 4 * interval);
  const back = addDays(gone, absence);
  const to =
    fate === 'returns'
      ? last
      : addDays(back, wholeBetween(draw, interval, Math.max(interval, last - back - absence)));
  return {
    interval,
    stretches: [
      { from, to: gone },
      { from: back, to },
    ],
  };
}

/** The days on which a client comes, rising, on open days only; feasts bring some of them outside their rhythm. */
export function visitDays(draw: Draw, life: Life, last: Day): Day[] {
  const days = new Set<Day>();
  const come = (day: Day) => {
    const open = nextOpen(day);
    if (open <= last) days.add(open);
  };
  for (const { from, to } of life.stretches) {
    if (from > to) continue;
    come(from);
    if (life.interval === 0) continue;
    for (let day = from; ;) {
      day = addDays(day, Math.max(1, Math.round(life.interval * (0.65 + 0.35 * (draw() + draw())))));
      if (day > to) break;
      come(day);
    }
    for (const feast of feasts(from, to)) if (draw() < 0.12) come(addDays(feast, -oneOf(draw, [0, 0, 1, 2])));
  }
  return [...days].sort((a, b) => a - b);
}
