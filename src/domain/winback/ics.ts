import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import type { Day } from '../kernel/day';

/** A step as an entry of somebody's calendar; the words are ready to be read. */
export interface CalendarStep {
  /** Stays the same however often the calendar is made, so that a later one replaces an earlier one. */
  readonly id: string;
  readonly day: Day;
  readonly title: string;
  readonly text: string;
  /** Rises with every change of the plan. */
  readonly changes: number;
}

/** The library takes moments as `Date`, which the domain does not make. Milliseconds since 1970. */
type DateOf = (time: number) => Date;

const MILLISECONDS_A_DAY = 86_400_000;
/** Hours into the day at which the calendar reminds; by the clock of wherever the calendar is, as whole days have no time zone. */
const REMIND_AT = 9;

/** Line breaks of one kind, and nothing else that a calendar could take for its own signs. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');

/** The library writes the words of an alarm and the calendar's name as they are, so they come to it escaped (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

const eventOf = ({ id, day, title, text, changes }: CalendarStep, now: number, dateOf: DateOf): IcsEvent => ({
  uid: `${id}@boomerang`,
  stamp: { date: dateOf(now) },
  sequence: changes,
  summary: plain(title),
  description: plain(text),
  start: { date: dateOf(day * MILLISECONDS_A_DAY), type: 'DATE' },
  duration: { days: 1 },
  timeTransparent: 'TRANSPARENT',
  alarms: [
    {
      action: 'DISPLAY',
      description: escaped(plain(title)),
      trigger: { type: 'relative', value: { before: false, hours: REMIND_AT } },
    },
  ],
});

/**
 * An iCalendar file (RFC 5545) of steps, a whole day each, with an alarm at nine in the morning, since the web itself cannot remind
 * anybody (method.md [6.11]). `now` in milliseconds since 1970.
 */
export const calendarFile = (
  steps: readonly CalendarStep[],
  name: string,
  now: number,
  dateOf: DateOf,
): string =>
  generateIcsCalendar({
    version: '2.0',
    prodId: '-//Boomerang//Boomerang//EN',
    method: 'PUBLISH',
    name: escaped(plain(name)),
    events: steps.map((step) => eventOf(step, now, dateOf)),
  });
