import { ISSUES, type Issue, type IssueCode, type LeftOutRow } from '../issues';
import { detached } from '../values/cleanText';

const LINES = 10;
const MOST_ROWS = 100_000;

/** The rows that were left out, counted by cause, with the first lines of each and the rows themselves for the download. */
export class IssueLog {
  count = 0;
  readonly rows: LeftOutRow[] = [];
  /** The cells of the row at hand as they stand in the file, where it was put right before it was read. */
  asWas: readonly string[] | undefined;
  readonly #byCode = new Map<IssueCode, { count: number; lines: number[]; sample: string }>();

  leave(code: IssueCode, cells: readonly string[], line: number, sample: string): void {
    this.count++;
    let issue = this.#byCode.get(code);
    if (!issue) {
      issue = { count: 0, lines: [], sample: detached(sample.slice(0, 200)) };
      this.#byCode.set(code, issue);
    }
    issue.count++;
    if (issue.lines.length < LINES) issue.lines.push(line);
    if (this.rows.length < MOST_ROWS)
      this.rows.push({ line, code, cells: (this.asWas ?? cells).map(detached) });
  }

  countOf(code: IssueCode): number {
    return this.#byCode.get(code)?.count ?? 0;
  }

  sampleOf(code: IssueCode): string {
    return this.#byCode.get(code)?.sample ?? '';
  }

  issues(): Issue[] {
    return ISSUES.flatMap((code) => {
      const issue = this.#byCode.get(code);
      return issue ? [{ code, ...issue }] : [];
    });
  }
}
