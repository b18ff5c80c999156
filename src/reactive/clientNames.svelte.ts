import { asked } from './asked.svelte';
import type { Session } from './session.svelte';

/** The names of a few clients by number; undefined until they are there, and for clients who are gone. */
export function clientNames(session: Session, clients: () => readonly number[]) {
  const found = asked(
    () => {
      const wanted = clients();
      return session.shop && wanted.length > 0
        ? { input: { shopId: session.shop.id, clients: wanted }, revision: session.revision }
        : null;
    },
    ({ input }, signal) => session.ask('clientNames', input, { signal }),
  );
  return { of: (client: number): string | undefined => found.value?.get(client) };
}
