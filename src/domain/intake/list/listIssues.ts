/** Why a line of a list of clients, or one cell of it, was not taken. */
export const LIST_ISSUES = [
  'row-cut',
  'nobody',
  'birthday-unreadable',
  'email-wrong',
  'phone-short',
  'employee-unknown',
  'several-clients',
  'several-rows',
  'other-name',
  'forgotten',
] as const;
export type ListIssueCode = (typeof LIST_ISSUES)[number];

/** Lines with one and the same trouble. */
export interface ListIssue {
  readonly code: ListIssueCode;
  readonly count: number;
  /** The first 10 lines of the file, counted from 1. */
  readonly lines: readonly number[];
  /** What stood there, in the first of them. */
  readonly sample: string;
}

const LINES = 10;
const LONGEST_SAMPLE = 200;

/** Gathers what was not taken from a list, by cause. */
export class ListIssues {
  readonly #byCode = new Map<ListIssueCode, { count: number; lines: number[]; sample: string }>();

  note(code: ListIssueCode, line: number, sample: string): void {
    const issue = this.#byCode.get(code) ?? { count: 0, lines: [], sample: sample.slice(0, LONGEST_SAMPLE) };
    this.#byCode.set(code, issue);
    issue.count++;
    if (issue.lines.length < LINES) issue.lines.push(line);
  }

  /** The same to note more in. */
  copy(): ListIssues {
    const copied = new ListIssues();
    for (const [code, { count, lines, sample }] of this.#byCode)
      copied.#byCode.set(code, { count, lines: [...lines], sample });
    return copied;
  }

  all(): ListIssue[] {
    return LIST_ISSUES.flatMap((code) => {
      const issue = this.#byCode.get(code);
      return issue ? [{ code, ...issue }] : [];
    });
  }
}
