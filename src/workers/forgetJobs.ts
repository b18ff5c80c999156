import type { Day } from '../domain/kernel/day';
import type { Headline } from '../domain/loss/headline';

/** Taking a person out of the shop for good. */
export interface ForgetJobs {
  /** Takes name, addresses and everything written of a client, and of those merged into them, out of all that is stored. Cannot be undone. */
  forgetClient: { input: { shopId: string; client: number; today: Day }; output: Headline | null };
}
