import { addDays, dayOf, dayParts, type Day } from '../kernel/day';
import type { Channel, StepDraft } from '../notebook/plan';
import { AFTERCARE_STEPS, usualMinutes } from './playbooksBuiltIn';
import { because, type Because } from './proposeBecause';
import type { PlanFacts, Reading } from './proposeFacts';

/** A birthday so near is not to be missed. */
const BIRTHDAY_WITHIN = 30;
/** Keeping in touch begins so long after the last try. */
const KEEP_AFTER = 60;

const added = (template: string, channel: Channel, due: StepDraft['due']): StepDraft => ({
  template,
  what: '',
  channel,
  due,
  message: '',
  offer: null,
  cost: 0,
  minutes: usualMinutes(channel),
  aftercare: false,
});

/** The next birthday from a day on, counted in days; 29 February is kept on 28 February where the year has none. */
export function daysToBirthday({ month, date }: { month: number; date: number }, today: Day): number {
  const { year } = dayParts(today);
  for (const inYear of [year, year + 1]) {
    const exact = dayOf(inYear, month, date);
    const day = Number.isNaN(exact) && month === 2 && date === 29 ? dayOf(inYear, 2, 28) : exact;
    if (day >= today) return day - today;
  }
  return NaN;
}

/** Puts a step on a date into the chain where its day falls; what follows keeps the day it had. */
function insertedOn(steps: readonly StepDraft[], step: StepDraft, inDays: number): readonly StepDraft[] {
  let at = 0;
  for (const [place, next] of steps.entries()) {
    if (next.due.kind === 'on') continue;
    const then = at + next.due.days;
    if (then > inDays) {
      const later: StepDraft = { ...next, due: { kind: 'after', days: then - inDays } };
      return [...steps.slice(0, place), step, later, ...steps.slice(place + 1)];
    }
    at = then;
  }
  return [...steps, step];
}

const KEEPS = /^(keep-|taste-|reminder-|ladder-)/;

/**
 * What is added to a chain: a good wish on a birthday that is near [5.10], keeping in touch with the upper half by value after the last try,
 * by a gift to their taste where one is known [5.9], and aftercare where the chain has none [5.11].
 */
export function proposeExtras(
  steps: readonly StepDraft[],
  { today, wishes }: Pick<PlanFacts, 'today' | 'wishes'>,
  { value }: Pick<Reading, 'value'>,
): { steps: readonly StepDraft[]; because: readonly Because[] } {
  const found: Because[] = [];
  let chase: readonly StepDraft[] = steps.filter(({ aftercare }) => !aftercare);
  const keeps = chase.some(({ template }) => KEEPS.test(template ?? ''));
  if (chase.length > 0 && !keeps && value !== 'lower') {
    const byTaste = wishes.tastes.trim() !== '';
    const due = { kind: 'after', days: KEEP_AFTER } as const;
    chase = [...chase, byTaste ? added('taste-gift', 'gift', due) : added('keep-story', 'email', due)];
    found.push(byTaste ? because('gift-by-taste', { tastes: wishes.tastes }) : because('keep-in-touch'));
  }
  const inDays = wishes.birthday ? daysToBirthday(wishes.birthday, today) : NaN;
  if (chase.length > 0 && inDays > 0 && inDays <= BIRTHDAY_WITHIN) {
    const wish = added('birthday', 'call', { kind: 'on', day: addDays(today, inDays) });
    chase = insertedOn(chase, wish, inDays);
    found.push(because('birthday', { days: inDays }));
  }
  const own = steps.filter(({ aftercare }) => aftercare);
  found.push(because('aftercare'));
  return { steps: [...chase, ...(own.length > 0 ? own : AFTERCARE_STEPS)], because: found };
}
