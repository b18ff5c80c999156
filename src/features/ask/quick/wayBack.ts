import { href } from '../../../reactive/address';

/** Stands in the address of a quick note that was opened from the list of whom to ask. */
export const FROM_LIST = 'list';

/** Where one came from to note a reason: the list of whom to ask, else the client's page. */
export const wayBack = (from: string | undefined, client: number): string =>
  from === FROM_LIST ? href('whoToAsk') : href('client', { id: String(client) });
