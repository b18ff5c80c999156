import type { AlikeCases } from '../domain/chance/naturalReturn';
import type { Day } from '../domain/kernel/day';
import type { Employee } from '../domain/notebook/person';
import type { BusinessEvent } from '../domain/notebook/event';
import type { Entry, EntryKind, NotebookChange } from '../domain/notebook/notebook';
import type { Dimension, ReasonsReport, View } from '../domain/reasons/reasonsReport';
import type { StatusCode } from '../domain/loss/status';

/** Somebody of the staff with what hangs on them (method.md [6.6]); money in cents a year. */
export interface EmployeeRow extends Employee {
  /** Clients served in the 12 months up to each one's last visit. */
  readonly clients: number;
  readonly atRisk: { readonly all: number; readonly sleeping: number; readonly lost: number };
  /** Of the clients who left within six months after this person did, those whom the person had mostly served; null while present. */
  readonly followed: { readonly clients: number; readonly cents: number } | null;
}

/** Losses around a change in the business; `whole` is false while the six months after it are not over or not ripe. */
export interface EventEffect {
  readonly event: BusinessEvent;
  readonly before: { readonly clients: number; readonly cents: number };
  readonly after: { readonly clients: number; readonly cents: number };
  readonly whole: boolean;
}

/** What somebody bought at once; cents, and quantities in thousandths of a piece. */
export interface Ticket {
  readonly day: Day;
  readonly total: number;
  readonly lines: readonly { readonly product: string; readonly cents: number; readonly quantity: number }[];
}

/** A client in a list that leads to a conversation. */
export interface AskRow {
  readonly client: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly status: StatusCode;
  /** Cents. */
  readonly yearlyValue: number;
  readonly lostDate: Day;
  /** Whole weeks from the lost date to today. */
  readonly weeks: number;
  /** Weeks 2-6 after leaving, when asking works best. */
  readonly fresh: boolean;
  /** An open interview was begun. */
  readonly begun: boolean;
  /** The newest answer, if it is older than a year. */
  readonly oldAnswer: Day | null;
  /** The reason that staff or owner mostly believe in, where nothing was heard from the client; null where nobody said one. */
  readonly believed: string | null;
}

/** A client who is to be asked how satisfied they are (method.md [6.4]). */
export interface DueRow {
  readonly client: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly status: StatusCode;
  readonly yearlyValue: number;
  /** The last time they were asked; null for never. */
  readonly lastAsked: Day | null;
}

/** What is known of a lost client beyond the sales story, for the conversation. */
export interface CaseFile {
  readonly client: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** What the file calls clients like this one, such as "Restaurant"; empty where it says nothing. */
  readonly segment?: string;
  readonly doNotContact: boolean;
  readonly status: StatusCode;
  readonly asOf: Day;
  readonly visits: number;
  readonly firstVisit: Day;
  readonly lastVisit: Day;
  readonly silence: number;
  readonly interval: number;
  readonly lostDate: Day;
  readonly timesLost: number;
  /** Cents. */
  readonly yearlyValue: number;
  readonly lostSoFar: number;
  /** What they spent most on in the last 12 months of buying, largest first, at most 5. */
  readonly products: readonly { readonly name: string; readonly cents: number; readonly lastBought: Day }[];
  /** The last receipt on which they spent money, with its goods; null where there is none. */
  readonly lastTicket?: Ticket | null;
  /** Who served them in that time, largest share first; the first of those is taken to have lost them. */
  readonly servedBy: readonly { readonly person: string; readonly name: string; readonly share: number }[];
  readonly lostBy: string | null;
  /** Events from 120 days before the last visit to the lost date. */
  readonly events: readonly BusinessEvent[];
  /** Chance (0-1) that they come back without being asked: the natural return (rules.md 3.6); null where the shop is too small to tell. */
  readonly natural: number | null;
  /** Whether it was counted in the shop's own log, or the model foretells it for a year. */
  readonly naturalFrom: 'cases' | 'model' | null;
  /** The past absences that it was counted from, as on the client's page. */
  readonly naturalCases: AlikeCases | null;
  /** Margin (0-1) and years credited, as in the lifetime value (rules.md 3.6). */
  readonly margin: number;
  readonly marginKnown: boolean;
  readonly years: number;
  /** Cents an hour of the staff's time costs; null where the owner has not said. */
  readonly hourCost: number | null;
  /** Sum of the yearly values of all clients, and how many have one: where the client stands among them. */
  readonly rank: number;
  readonly ranked: number;
}

/** What the page may ask about what people wrote, and about reasons. */
export interface ReasonsJobs {
  /** The entries of some kinds, or of one client; those that cannot be read are counted. */
  entries: {
    input: { shopId: string; kinds: readonly EntryKind[]; client?: number };
    output: { entries: readonly Entry[]; setAside: number };
  };
  /** All of a change or nothing. Fails with `busy-elsewhere` where another window saved one of the entries first. */
  saveEntries: { input: { shopId: string; change: NotebookChange }; output: null };
  /** The names of some clients; those who are gone are left out. */
  clientNames: {
    input: { shopId: string; clients: readonly number[] };
    output: ReadonlyMap<number, string>;
  };
  employees: { input: { shopId: string; today: Day }; output: readonly EmployeeRow[] };
  eventEffects: { input: { shopId: string; today: Day }; output: readonly EventEffect[] };
  reasonsReport: { input: { shopId: string; today: Day }; output: ReasonsReport };
  /** Clients behind a line of a table, by falling share of its money. */
  reasonClients: {
    input: { shopId: string; today: Day; view: View; dimension: Dimension; key: string };
    output: readonly {
      readonly client: number;
      readonly name: string;
      readonly cents: number;
      readonly lostDate: Day;
    }[];
  };
  /** Null for a client who is not there. */
  caseFile: { input: { shopId: string; client: number; today: Day }; output: CaseFile | null };
  /** Whom to ask next why they left: by money at stake and freshness; never who must not be contacted. */
  whoToAsk: { input: { shopId: string; today: Day }; output: readonly AskRow[] };
  /** Who was not asked for a year how satisfied they are; never who must not be contacted. */
  dueForSurvey: { input: { shopId: string; today: Day }; output: readonly DueRow[] };
}
