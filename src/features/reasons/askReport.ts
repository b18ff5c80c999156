import type { ReasonsReport } from '../../domain/reasons/reasonsReport';
import { asked, type Asked } from '../../reactive/asked.svelte';
import type { Session } from '../../reactive/session.svelte';
import { today } from '../../reactive/today';

/** Why clients left, in money: asked again whenever sales, settings or what people wrote have changed. */
export const askReport = (session: Session): Asked<ReasonsReport> =>
  asked(
    () => {
      if (!session.shop || !session.headline) return null;
      const input = { shopId: session.shop.id, today: today() };
      return { input, revision: session.revision, notes: session.notes };
    },
    ({ input }, signal) => session.ask('reasonsReport', input, { signal }),
  );
