import type { Day } from '../../kernel/day';
import type { Division } from './division';
import type { LostClients } from './lostClients';

/** The clients lost from one day to another, both included, by lost date or by the last visit, and how their money is divided. */
export function lostWithin(
  lost: LostClients,
  { keys, shares }: Division,
  from: Day,
  to: Day,
  by: 'lostDate' | 'lastVisit' = 'lostDate',
): { lost: LostClients; division: Division } {
  const places = Uint32Array.from(lost.lostDate.keys()).filter(
    (place) => lost[by][place]! >= from && lost[by][place]! <= to,
  );
  const value = Float64Array.from(places, (place) => lost.value[place]!);
  const start = new Uint32Array(places.length + 1);
  places.forEach((place, k) => {
    start[k + 1] = start[k]! + shares.start[place + 1]! - shares.start[place]!;
  });
  const key = new Uint32Array(start[places.length]!);
  const part = new Float64Array(key.length);
  places.forEach((place, k) => {
    key.set(shares.key.subarray(shares.start[place], shares.start[place + 1]), start[k]);
    part.set(shares.part.subarray(shares.start[place], shares.start[place + 1]), start[k]);
  });
  return {
    lost: {
      length: places.length,
      client: Uint32Array.from(places, (place) => lost.client[place]!),
      value,
      lostDate: Int32Array.from(places, (place) => lost.lostDate[place]!),
      lastVisit: Int32Array.from(places, (place) => lost.lastVisit[place]!),
      cents: Math.round(value.reduce((sum, cents) => sum + cents, 0)),
    },
    division: { keys, shares: { start, key, part } },
  };
}
