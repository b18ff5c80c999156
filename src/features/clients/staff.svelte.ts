import type { Employee } from '../../domain/notebook/person';
import { asked } from '../../reactive/asked.svelte';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';

/** The people of a shop, as a client's page names them. */
export interface Staff {
  readonly present: readonly Employee[];
  /** Empty for somebody who is not known. */
  readonly nameOf: (id: string | null) => string;
}

/** The people of the shop, those who left included; none while they are not there yet. */
export function staff(session: Session): Staff {
  const found = asked(
    () => session.shop && { shopId: session.shop.id, revision: session.revision, notes: session.notes },
    ({ shopId }, signal) => session.ask('employees', { shopId, today: today() }, { signal }),
  );
  return {
    get present() {
      return (found.value ?? []).filter(({ leftOn }) => leftOn === null);
    },
    nameOf: (id) => found.value?.find((person) => person.id === id)?.name ?? '',
  };
}
