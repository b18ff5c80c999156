import type { Day } from '../domain/kernel/day';
import type { StatusCode } from '../domain/loss/status';
import type { Severity, Source } from '../domain/notebook/answer';
import type { Plan, PlanStep } from '../domain/notebook/plan';
import type { EarnedReport } from '../domain/winback/earnedReport';
import type { PlanState } from '../domain/winback/planState';
import type { CardRecord } from '../storage/shopDb';
import type { CaseFile } from './reasonsJobs';

/** A plan as lists and the board show it. */
export interface PlanRow {
  readonly plan: string;
  readonly client: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly status: StatusCode;
  /** Cents a year. */
  readonly yearlyValue: number;
  /** Value x chance above the natural return, less the cost of what is still to do; cents. */
  readonly expectedGain: number;
  readonly reason: string | null;
  readonly playbook: string | null;
  readonly responsible: string | null;
  readonly lostDate: Day;
  readonly startedOn: Day;
  readonly state: PlanState;
  /** The next step itself, and whether nothing is planned behind it. */
  readonly nextStep: PlanStep | null;
  readonly isLast: boolean;
  readonly stepsDone: number;
  readonly steps: number;
}

/** Everything that a plan is proposed from, and is shown with. */
export interface PlanFile {
  readonly case: CaseFile;
  readonly card: CardRecord | null;
  readonly knowledge: {
    /** The reason that counts most, and how it is known; null where nobody knows or nobody asked. */
    readonly reason: string | null;
    readonly source: Source | null;
    readonly severity: Severity | null;
    readonly human: boolean;
    readonly competitor: string;
    readonly wish: string;
    /** Percent, from the interview's decision; null where none was made. */
    readonly chance: number | null;
  };
  /** Plans of this client, newest first, each with what it comes to today. */
  readonly plans: readonly {
    readonly plan: Plan;
    readonly state: PlanState;
    readonly expectedGain: number;
  }[];
}

/** What is to be done today. */
export interface WorkList {
  /** Due and overdue steps by falling expected gain, at most 100. */
  readonly due: readonly PlanRow[];
  readonly dueCount: number;
  readonly overdueCount: number;
  /** Returns that the owner has not seen yet. */
  readonly back: readonly PlanRow[];
  /** Clients to ask why they left, complaints without a cause, and aftercare steps due. */
  readonly toAsk: number;
  /** Plans on their way that have no next step: somebody promised, and nobody asks. */
  readonly idle: number;
  readonly complaints: number;
  readonly aftercare: number;
  /** Of the dearest lost clients those whose loss a plan answers already, or did until the owner ended it, and who needs nothing any more. */
  readonly taken: readonly number[];
}

/** What the page may ask about winning clients back. */
export interface WinbackJobs {
  plans: { input: { shopId: string; today: Day }; output: readonly PlanRow[] };
  /** Null for a client who is not there. */
  planFile: { input: { shopId: string; client: number; today: Day }; output: PlanFile | null };
  /** The client a plan is for; null for a plan that is not there. */
  clientOfPlan: { input: { shopId: string; plan: string }; output: number | null };
  work: { input: { shopId: string; today: Day }; output: WorkList };
  earned: { input: { shopId: string; today: Day }; output: EarnedReport };
}
