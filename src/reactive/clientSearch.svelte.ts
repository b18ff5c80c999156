import { asked } from './asked.svelte';
import type { Session } from './session.svelte';
import { today } from './today';

const SHORTEST = 2;
const MOST = 6;

export interface FoundClient {
  readonly client: number;
  readonly name: string;
  /** `NO_DAY` for one who never bought. */
  readonly lastVisit: number;
}

/** The dearest few clients whose name or number holds what was typed, from two letters on; undefined until they are there. */
export function clientSearch(session: Session, typed: () => string, except?: () => number) {
  const found = asked(
    () => {
      const query = typed().trim();
      if (!session.shop || query.length < SHORTEST) return null;
      const how = { statuses: [], sort: 'value', rising: false, today: today() } as const;
      return { shopId: session.shop.id, query, ...how };
    },
    (input, signal) => session.ask('clientList', input, { signal }),
  );
  return {
    get rows(): readonly FoundClient[] | undefined {
      const { value } = found;
      if (!value) return undefined;
      const names = value.length === 0 ? [] : value.names.split('\0', MOST + 1);
      return names
        .map((name, row) => ({ client: value.client[row]!, name, lastVisit: value.lastVisit[row]! }))
        .filter(({ client }) => client !== except?.())
        .slice(0, MOST);
    },
  };
}
