import type { EntryOfKind } from '../../domain/notebook/notebook';
import type { Reason } from '../../domain/notebook/reason';
import { countedAs, offered } from '../../domain/reasons/catalogue';
import { added, changed, reworded, type ReasonChange } from '../../domain/reasons/catalogueChanges';
import { foldedText } from '../../domain/sales/foldedText';
import { reasonLabel, remedyOf } from '../../i18n/reasonLabel';
import { changedEntry, newEntry } from '../../reactive/notes';

type ReasonEntry = EntryOfKind<'reason'>;

/** A reason as it stands in the fields of its form. */
export interface ReasonFields extends Pick<Reason, 'group' | 'type' | 'human'> {
  readonly words: string;
  readonly remedy: string;
  /** In other words: the answers under the earlier ones count with the new one. */
  readonly together: boolean;
}

export const fieldsOf = (reason: Reason): ReasonFields => ({
  group: reason.group,
  type: reason.type,
  human: reason.human,
  words: reasonLabel(reason),
  remedy: remedyOf(reason),
  together: true,
});

export const blankReason: ReasonFields = {
  group: 'ours',
  type: 'service',
  human: false,
  words: '',
  remedy: '',
  together: true,
};

/** What the fields change about a reason, or add to the catalogue. A remedy left as it was stays in the app's language. */
export function changesOf(reason: Reason | null, fields: ReasonFields): readonly ReasonChange[] {
  const traits = { group: fields.group, type: fields.type, human: fields.human };
  const label = fields.words.trim();
  const remedy = fields.remedy.trim();
  if (!reason) return [added({ ...traits, label, remedy: remedy || null })];
  const kept = remedy === remedyOf(reason).trim() ? reason.remedy : remedy;
  if (label === reasonLabel(reason).trim()) return [changed(reason, { ...traits, remedy: kept })];
  const together = fields.together ? crypto.randomUUID() : null;
  const [old, fresh] = reworded(reason, label, remedy, { together });
  return [old, { ...fresh, says: { ...fresh.says, ...traits } }];
}

/**
 * The reason of the catalogue that has these words already, on offer or not, small letters, accents and blanks not counting. One that
 * counts as `own`, such as its earlier words, is none in its way.
 */
export function sameWords(words: string, own: Reason | null, reasons: readonly Reason[]): Reason | undefined {
  const folded = foldedText(words);
  const same = reasons.filter(
    (other) => foldedText(reasonLabel(other)) === folded && countedAs(reasons, other.id) !== own?.id,
  );
  return offered(same)[0] ?? same[0];
}

/** The entries to save for changes: those that exist with their next number, others new. */
export const entriesFor = (
  changes: readonly ReasonChange[],
  entries: readonly ReasonEntry[],
): readonly ReasonEntry[] =>
  changes.map(({ id, says }) => {
    const entry = entries.find((one) => one.id === id);
    if (entry) return changedEntry(entry, says);
    return id === null ? newEntry('reason', says) : newEntry('reason', says, id);
  });
