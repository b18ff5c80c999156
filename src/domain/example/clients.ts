import { addDays, type Day } from '../kernel/day';
import { EMPLOYEES, SEGMENTS, type Segment } from './catalogue';
import { newcomerLife, onceLife, rhythmLife, visitDays, type Life } from './lives';
import { fictionalEmail, fictionalPhone, madeUpName } from './people';
import { weighted, wholeBetween, type Draw } from './seededDraw';

const CLIENTS = 600;
const ONCE = 155;
const NEWCOMERS = 9;
/** Couples who only asked for advice: known, yet without a purchase. */
const ENQUIRIES = 5;

export const LEAVER = EMPLOYEES.length - 1;

/** One client of the example shop as it is dealt out, before anything is sold. */
export interface ExampleClient {
  readonly segment: Segment;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** Index of the employee who mostly serves the client. */
  readonly favourite: number;
  readonly enquiry: boolean;
  /** The days of the visits, rising. */
  readonly days: readonly Day[];
}

/** The clients of the example shop in no particular order, each with a name of its own; `left` is the day the leaver left. */
export function dealClients(draw: Draw, first: Day, last: Day, left: Day): ExampleClient[] {
  const taken = new Set<string>();
  const nameOf = (segment: Segment): string => {
    for (;;) {
      const name = madeUpName(draw, segment);
      if (!taken.has(name)) {
        taken.add(name);
        return name;
      }
    }
  };
  return Array.from({ length: CLIENTS }, (_, i) => {
    const enquiry = i < ENQUIRIES;
    const once = i < ENQUIRIES + ONCE;
    const segment = enquiry ? 'Private' : SEGMENTS[weighted(draw, once ? [92, 4, 2, 2] : [80, 12, 5, 3])]!;
    const name = nameOf(segment);
    const favourite = weighted(draw, [40, 34, 26]);
    const life: Life = once
      ? onceLife(draw, first, enquiry ? last : addDays(last, -1))
      : i < ENQUIRIES + ONCE + NEWCOMERS
        ? newcomerLife(draw, last)
        : rhythmLife(draw, first, last, favourite === LEAVER ? left : undefined);
    return {
      segment,
      name,
      phone: fictionalPhone(draw, i),
      email: fictionalEmail(draw, name),
      favourite,
      enquiry,
      days: visitDays(draw, life, last),
    };
  });
}

/** Who stands at the till for a client on a day: mostly the favourite, never somebody who has left. */
export function servedBy(draw: Draw, favourite: number, day: Day, left: Day): number {
  const chosen = draw() < 0.7 ? favourite : wholeBetween(draw, 0, LEAVER);
  return chosen === LEAVER && day > left ? wholeBetween(draw, 0, LEAVER - 1) : chosen;
}
