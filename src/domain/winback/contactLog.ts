import type { Day } from '../kernel/day';
import type { Interview } from '../notebook/interview';
import type { Channel, ContactNote, Plan, PlanStep, StepDone } from '../notebook/plan';

/** One contact with a client: a step of a plan that was done, a conversation about why they left, or one that was noted by hand. */
export type Contacted = { readonly id: string; readonly day: Day; readonly who: string | null } & (
  | {
      readonly kind: 'step';
      readonly channel: Channel;
      readonly plan: string;
      readonly step: PlanStep;
      readonly done: StepDone;
    }
  | { readonly kind: 'interview'; readonly open: boolean }
  | { readonly kind: 'note'; readonly channel: Channel; readonly note: ContactNote }
);

/** What the log is read from, of one client. */
export interface Contacts {
  readonly plans: readonly Plan[];
  readonly notes: readonly ContactNote[];
  readonly interviews: readonly Interview[];
}

/** Every contact with a client, the newest first; dropped steps that were done before count too (method.md [5.10]). */
export function contactLog({ plans, notes, interviews }: Contacts): readonly Contacted[] {
  const steps = plans.flatMap((plan) =>
    plan.steps.flatMap((step): readonly Contacted[] => {
      const { id, channel, done, who } = step;
      return done === null
        ? []
        : [
            {
              kind: 'step',
              id,
              day: done.on,
              who: who ?? plan.responsible,
              channel,
              plan: plan.id,
              step,
              done,
            },
          ];
    }),
  );
  const talks = interviews.map(({ id, startedOn, doneOn }): Contacted => ({
    kind: 'interview',
    id,
    day: startedOn,
    who: null,
    open: doneOn === null,
  }));
  const noted = notes.map((note): Contacted => ({
    kind: 'note',
    id: note.id,
    day: note.day,
    who: note.who,
    channel: note.channel,
    note,
  }));
  return [...steps, ...talks, ...noted].sort((a, b) => b.day - a.day || (a.id < b.id ? 1 : -1));
}
