import type { Output } from '../../workers/protocol';

/** A client with a part in a line of lost money. */
export type BehindClient = Output<'reasonClients'>[number];
