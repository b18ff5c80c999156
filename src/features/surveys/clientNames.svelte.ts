import { t } from '../../i18n/t';
import { asked } from '../../reactive/asked.svelte';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';

/** The names of a few clients; until one is there, or where the client is gone, the number stands for it. */
export function clientNames(session: Session, clients: () => readonly number[]) {
  const found = asked(
    () => {
      const wanted = [...clients()].sort((a, b) => a - b).join(' ');
      return session.shop && wanted !== ''
        ? { shopId: session.shop.id, wanted, revision: session.revision }
        : null;
    },
    ({ shopId, wanted }, signal) => {
      const ask = (client: number) =>
        session.ask('client', { shopId, client, today: today() }, { signal }).catch(() => null);
      return Promise.all(wanted.split(' ').map((client) => ask(Number(client))));
    },
  );
  return {
    of: (client: number): string =>
      found.value?.find((detail) => detail?.client === client)?.name ??
      t('survey.sent.client', { number: client }),
  };
}
