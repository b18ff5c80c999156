import type { Entry } from '../../../domain/notebook/notebook';
import type { Plan, PlanStep } from '../../../domain/notebook/plan';
import { catalogue, countedAs } from '../../../domain/reasons/catalogue';
import type { MessageFacts } from '../../../i18n/messageWords';
import { notesOf } from '../../../reactive/notes';
import type { PlanFile } from '../../../workers/winbackJobs';
import { letterheadIn } from './letterhead';

/** What a message is written from. */
export interface Writing {
  readonly file: PlanFile;
  readonly plan: Plan;
  readonly step: PlanStep;
  /** Letterhead, reasons and removed causes. */
  readonly entries: readonly Entry[];
  readonly shop: string;
}

/** What was done about a reason, in the owner's words, the newest first; empty where nothing is done yet. */
export function changeMade(entries: readonly Entry[], reason: string | null): string {
  const done = notesOf(entries, 'cause').filter((cause) => cause.reason === reason && cause.doneOn !== null);
  return done.sort((a, b) => b.doneOn! - a.doneOn!)[0]?.fix.trim() ?? '';
}

/** What a message may name, apart from what has been changed. */
export function messageFacts({ file, plan, step, entries, shop }: Writing): MessageFacts {
  const { name, segment, lastVisit, products } = file.case;
  const reasons = catalogue(notesOf(entries, 'reason'));
  const reason = plan.reason ?? file.knowledge.reason;
  const last = products.reduce<(typeof products)[number] | undefined>(
    (newest, product) => (newest && newest.lastBought >= product.lastBought ? newest : product),
    undefined,
  );
  const counted = reason === null ? null : countedAs(reasons, reason);
  return {
    name,
    segment: segment ?? '',
    lastVisit,
    lastProduct: last?.name ?? '',
    reason: counted,
    reasons,
    change: changeMade(entries, counted),
    offer: step.offer,
    wish: file.knowledge.wish.trim() || (file.card?.wishes ?? ''),
    taste: file.card?.tastes ?? '',
    shop,
    letterhead: letterheadIn(entries) ?? null,
  };
}
