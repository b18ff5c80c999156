import type { Employee } from '../../domain/notebook/person';
import { entriesOf } from '../../domain/notebook/notebook';
import { employees } from '../../domain/people/employees';
import { HEAD } from '../../domain/people/head';
import { t } from '../../i18n/t';
import { asked } from '../../reactive/asked.svelte';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';
import { failureOf } from '../../storage/failure';

/** Who may own a step: everybody of the shop, those who left included, as older steps may name them. */
export function people(session: Session) {
  const found = asked(
    () => session.shop && { shopId: session.shop.id, revision: session.revision, notes: session.notes },
    ({ shopId }, signal) => everybody(session, shopId, signal),
  );
  return {
    get all(): readonly Employee[] {
      return found.value ?? [];
    },
    nameOf: (id: string): string =>
      id === HEAD
        ? t('complaint.step.ownerHead')
        : (found.value?.find((person) => person.id === id)?.name ?? t('complaint.step.ownerUnknown')),
  };
}

/** Without sales there are still those whom the owner wrote down. */
async function everybody(
  session: Session,
  shopId: string,
  signal: AbortSignal,
): Promise<readonly Employee[]> {
  try {
    return await session.ask('employees', { shopId, today: today() }, { signal });
  } catch (error) {
    if (failureOf(error).code !== 'nothing-to-save') throw error;
    const { entries } = await session.ask('entries', { shopId, kinds: ['person'] }, { signal });
    return employees([], entriesOf(entries, 'person'));
  }
}
