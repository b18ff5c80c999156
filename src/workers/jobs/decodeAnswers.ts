import * as v from 'valibot';
import type { Day } from '../../domain/kernel/day';
import { STATUS } from '../../domain/loss/status';
import { STAGES } from '../../domain/winback/planState';
import { step } from '../../storage/decodeEntries';
import type { AskRow } from '../reasonsJobs';
import type { WorkList } from '../winbackJobs';

/** Also NaN, which stands for "unknown". */
const figure = v.custom<number>((value) => typeof value === 'number');
const day = v.custom<Day>((value) => typeof value === 'number');
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const maybeText = v.nullable(text);
const maybeDay = v.nullable(day);
const status = v.picklist(Object.values(STATUS));

const planRow = v.object({
  plan: text,
  client: count,
  name: text,
  phone: text,
  email: text,
  status,
  yearlyValue: figure,
  expectedGain: figure,
  reason: maybeText,
  playbook: maybeText,
  responsible: maybeText,
  lostDate: day,
  startedOn: day,
  state: v.object({
    stage: v.picklist(STAGES),
    next: v.nullable(v.object({ step: text, due: day, overdue: figure })),
    recovery: v.nullable(
      v.object({
        day,
        sum: figure,
        ours: v.boolean(),
        daysSinceStep: figure,
        step: maybeText,
        since: figure,
        visits: figure,
        volume: figure,
        yearWell: v.nullable(v.boolean()),
        lostAgainOn: maybeDay,
      }),
    ),
  }),
  nextStep: v.nullable(step),
  isLast: v.boolean(),
  stepsDone: count,
  steps: count,
});

const workList = v.object({
  due: v.array(planRow),
  dueCount: count,
  overdueCount: count,
  back: v.array(planRow),
  toAsk: count,
  idle: count,
  complaints: count,
  aftercare: count,
  taken: v.array(count),
});

const askRows = v.array(
  v.object({
    client: count,
    name: text,
    phone: text,
    email: text,
    status,
    yearlyValue: figure,
    lostDate: day,
    weeks: figure,
    fresh: v.boolean(),
    begun: v.boolean(),
    oldAnswer: maybeDay,
    believed: maybeText,
  }),
);

/** The work of a day as it was kept; `undefined` where it cannot be read: then it is worked out anew. */
export function decodeWork(stored: unknown): WorkList | undefined {
  const { success, output } = v.safeParse(workList, stored);
  return success ? (output as WorkList) : undefined;
}

/** The same for the list of whom to ask. */
export function decodeAskRows(stored: unknown): readonly AskRow[] | undefined {
  const { success, output } = v.safeParse(askRows, stored);
  return success ? output : undefined;
}
