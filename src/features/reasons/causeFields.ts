import { isoDay, parseIsoDay, type Day } from '../../domain/kernel/day';
import type { Cause } from '../../domain/notebook/cause';
import type { Reason } from '../../domain/notebook/reason';
import { countedAs } from '../../domain/reasons/catalogue';
import { minorDigits } from '../../domain/shop/minorDigits';
import { parseMoney, writtenMoney } from '../../domain/shop/writtenMoney';

/** A cause as it stands in the fields of its form. */
export interface CauseFields {
  readonly reason: string;
  readonly fix: string;
  /** A person's id; blank for nobody. */
  readonly owner: string;
  readonly due: string;
  readonly cost: string;
  readonly doneOn: string;
}

/** As a cause was written down, its reason as the one it counts as by now. */
export const fieldsOfCause = (
  cause: Cause | null,
  wanted: string,
  reasons: readonly Reason[],
  currency: string,
): CauseFields => ({
  reason: countedAs(reasons, cause?.reason ?? wanted),
  fix: cause?.fix ?? '',
  owner: cause?.owner ?? '',
  due: dayText(cause?.due ?? null),
  cost: writtenMoney(cause?.cost ?? null, minorDigits(currency)),
  doneOn: dayText(cause?.doneOn ?? null),
});

const dayText = (day: Day | null): string => (day === null ? '' : isoDay(day));

type Said = Pick<Cause, 'reason' | 'fix' | 'owner' | 'due' | 'cost' | 'doneOn'>;
export type CauseMistake = 'reason' | 'fix' | 'cost' | 'doneOn';

/** What the fields say, or the first one that cannot be kept as it is. */
export function readCause(
  fields: CauseFields,
  currency: string,
  today: Day,
): { readonly says: Said } | { readonly mistake: CauseMistake } {
  const cost = parseMoney(fields.cost, minorDigits(currency));
  const doneOn = dayOrNone(fields.doneOn);
  if (fields.reason === '') return { mistake: 'reason' };
  if (fields.fix.trim() === '') return { mistake: 'fix' };
  if (!cost.ok) return { mistake: 'cost' };
  if (doneOn !== null && doneOn > today) return { mistake: 'doneOn' };
  return {
    says: {
      reason: fields.reason,
      fix: fields.fix.trim(),
      owner: fields.owner || null,
      due: dayOrNone(fields.due),
      cost: cost.value,
      doneOn,
    },
  };
}

function dayOrNone(text: string): Day | null {
  const day = parseIsoDay(text);
  return Number.isNaN(day) ? null : day;
}
