import type { Reason } from '../domain/notebook/reason';
import { t, tMaybe } from './t';

/** A reason in words: the owner's own, or those of the starting catalogue. Needs the area `reasonWords`. */
export const reasonLabel = ({ id, label }: Pick<Reason, 'id' | 'label'>): string =>
  label ?? tMaybe(`reason.${id}`) ?? id;

/**
 * The same for a reason of which only the id is at hand, as answers and tables of money have it; it knows `not-asked` and `unknown`,
 * too, and has words for one that is not in the catalogue. Needs the area `reasonWords`.
 */
export function reasonLabelById(reasons: readonly Reason[], id: string): string {
  const reason = reasons.find((known) => known.id === id);
  return reason ? reasonLabel(reason) : (tMaybe(`reason.${id}`) ?? t('reason.missing'));
}

/** What helps against a reason, in the owner's words or those of the method; empty where nobody wrote any. Needs `reasonWords`. */
export const remedyOf = ({ id, remedy }: Pick<Reason, 'id' | 'remedy'>): string =>
  remedy ?? tMaybe(`reason.${id}.remedy`) ?? '';
