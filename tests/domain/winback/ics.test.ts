import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { calendarFile as written, type CalendarStep } from '../../../src/domain/winback/ics';

const NOW = Date.UTC(2026, 10, 23, 8, 30);

const calendarFile = (steps: readonly CalendarStep[], name: string, now: number) =>
  written(steps, name, now, (time) => new Date(time));

const aCalendarStep = (says: Partial<CalendarStep> = {}): CalendarStep => ({
  id: 'step-1',
  day: parseIsoDay('2026-11-24'),
  title: 'Call: Ann Peeters',
  text: 'Apologise, and say what has changed',
  changes: 3,
  ...says,
});

/** The file as another library reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => {
    const [alarm, ...others] = event.getAllSubcomponents('valarm');
    return {
      uid: event.getFirstPropertyValue('uid'),
      title: event.getFirstPropertyValue('summary'),
      text: event.getFirstPropertyValue('description'),
      start: event.getFirstPropertyValue('dtstart') as ICAL.Time,
      sequence: event.getFirstPropertyValue('sequence'),
      alarm: alarm!,
      others,
    };
  });
  return { calendar, events };
}

describe('a calendar of steps, read by another library', () => {
  test('has each step once, on its day, whole, and as the same entry when it is made again', () => {
    const steps = [aCalendarStep(), aCalendarStep({ id: 'step-2', day: parseIsoDay('2027-02-28') })];
    const { events } = read(calendarFile(steps, 'Corner Flowers', NOW));
    expect(events.map(({ uid, start }) => [uid, start.isDate, start.toString()])).toEqual([
      ['step-1@boomerang', true, '2026-11-24'],
      ['step-2@boomerang', true, '2027-02-28'],
    ]);
    expect(events[0]).toMatchObject({ title: 'Call: Ann Peeters', sequence: 3, others: [] });
  });

  test('reminds at nine in the morning of the day, by the clock of wherever the calendar is', () => {
    const file = calendarFile([aCalendarStep()], 'Corner Flowers', NOW);
    const { alarm, start } = read(file).events[0]!;
    const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
    expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(alarm.getFirstPropertyValue('description')).toBe('Call: Ann Peeters');
    expect(trigger.toSeconds()).toBe(9 * 3600);
    const rings = start.clone();
    rings.isDate = false;
    rings.addDuration(trigger);
    expect(rings.toString()).toBe('2026-11-24T09:00:00');
    expect(rings.zone).toBe(ICAL.Timezone.localTimezone);
    expect(file).not.toMatch(/TZID|DTSTART:\d{8}T/);
  });

  test('is there without a step', () => {
    const file = calendarFile([], 'Corner Flowers', NOW);
    expect(read(file).calendar.name).toBe('vcalendar');
    expect(file).not.toContain('VEVENT');
  });

  test.each([
    'Ask; about, "roses" \\ and \\n',
    'two\nlines\n\nand more',
    'ü'.repeat(400),
    '👩‍🌾🌷'.repeat(90),
    'END:VALARM\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:planted',
    ` ${'word '.repeat(60)}`,
  ])('gives the words back as they were: %j', (words) => {
    const { events } = read(calendarFile([aCalendarStep({ title: words, text: words })], words, NOW));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ title: words, text: words });
    expect(events[0]!.alarm.getFirstPropertyValue('description')).toBe(words);
  });

  test('takes line breaks of any kind for one, and leaves control characters out', () => {
    const { events } = read(
      calendarFile([aCalendarStep({ text: 'a\r\nb\rc\u2028d\u0007\u0000e' })], 'x', NOW),
    );
    expect(events[0]!.text).toBe('a\nb\nc\nde');
  });

  test('keeps every line within 75 bytes and ends it with a line break of the standard', () => {
    const anyWords = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(anyWords, anyWords, (title, text) => {
        const file = calendarFile([aCalendarStep({ title, text })], title, NOW);
        const lines = file.split('\r\n');
        expect(lines.at(-1)).toBe('');
        expect(lines.join('')).not.toMatch(/[\r\n]/);
        for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(read(file).events).toHaveLength(1);
      }),
    );
  });
});
