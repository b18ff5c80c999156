import { HEAD } from '../../domain/people/head';

/** Whether a filter by person lets through what somebody does: where nobody is named it is the head's; an empty filter lets all through. */
export const isWhose = (filter: string, who: string | null): boolean =>
  filter === '' || (who ?? HEAD) === filter;
