import { STATUS } from '../../../domain/loss/status';
import { CLIENTS_ASKED } from '../../../domain/surveys/staffRound';
import { asked, type Asked } from '../../../reactive/asked.svelte';
import type { Session } from '../../../reactive/session.svelte';
import { today } from '../../../reactive/today';

/** A lost client whom staff are asked about; no figure goes with it. */
export interface LostClient {
  readonly client: number;
  readonly name: string;
}

/** The few lost clients who are worth most. */
export const lostClients = (session: Session): Asked<readonly LostClient[]> =>
  asked(
    () => (session.shop ? { shopId: session.shop.id, revision: session.revision } : null),
    async ({ shopId }, signal) => {
      const statuses = [STATUS.lost, STATUS.lostTwice];
      const input = { shopId, statuses, query: '', sort: 'value', rising: false, today: today() } as const;
      const { length, client, names } = await session.ask('clientList', input, { signal });
      const first = names.split('\0', CLIENTS_ASKED);
      return Array.from({ length: Math.min(length, CLIENTS_ASKED) }, (_, k) => ({
        client: client[k]!,
        name: first[k] ?? '',
      }));
    },
  );
