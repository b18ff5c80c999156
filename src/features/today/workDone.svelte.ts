import type { Day } from '../../domain/kernel/day';
import type { Outcome, PlanStep } from '../../domain/notebook/plan';
import { promiseCheck } from '../../domain/winback/promise';
import { t } from '../../i18n/t';
import { sayOfStep } from '../../reactive/planSteps';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';
import { report } from '../../reactive/trouble.svelte';
import { failureOf } from '../../storage/failure';
import { notify } from '../../ui/toasts.svelte';
import type { PlanRow } from '../../workers/winbackJobs';

/** What came of a step. */
export interface CameOf {
  readonly outcome: Outcome;
  /** Why it was refused, and what else is to be remembered. */
  readonly why: string;
  readonly note: string;
  /** The day on which to look whether a promise was kept; null where nobody is reminded. */
  readonly check: Day | null;
}

/** A row with the step that is next in it. */
export type WorkRow = PlanRow & { readonly nextStep: PlanStep };

/** A step is named once in its plan, not in all of them. */
export const stepKey = ({ plan, nextStep }: WorkRow): string => `${plan} ${nextStep.id}`;

export const hasStep = (row: PlanRow): row is WorkRow => row.nextStep !== null;

/** Steps that were just done: they leave the list at once, and come back where saving failed or somebody took it back. */
export class WorkDone {
  readonly #session: Session;
  #gone = $state.raw<readonly string[]>([]);

  constructor(session: Session) {
    this.#session = session;
  }

  /** Whether a step was done here. */
  get isAny(): boolean {
    return this.#gone.length > 0;
  }

  isGone(row: WorkRow): boolean {
    return this.#gone.includes(stepKey(row));
  }

  /** Writes down what came of a step, and offers to take it back; tells when it was taken back. */
  async say(row: WorkRow, { outcome, why, note, check }: CameOf, onback: () => void): Promise<void> {
    const { id } = row.nextStep;
    const key = stepKey(row);
    this.#gone = [...this.#gone, key];
    try {
      const undo = await sayOfStep(
        this.#session,
        { plan: row.plan, client: row.client, step: id },
        { done: { on: today(), outcome, why, note } },
        check === null ? undefined : promiseCheck(check, crypto.randomUUID(), row.nextStep.who),
      );
      notify(t('work.said', { name: row.name, outcome: t(`outcome.${outcome}`) }), {
        label: t('work.undo'),
        run: () => void this.#takeBack(key, undo, onback),
      });
    } catch (error) {
      this.#comeBack(key);
      report(failureOf(error).code);
    }
  }

  async #takeBack(key: string, undo: () => Promise<void>, onback: () => void): Promise<void> {
    try {
      await undo();
      onback();
      this.#comeBack(key);
    } catch (error) {
      report(failureOf(error).code);
    }
  }

  #comeBack(key: string): void {
    this.#gone = this.#gone.filter((gone) => gone !== key);
  }
}
