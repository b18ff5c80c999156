import type { Severity, Source, WeightedReason } from '../../../domain/notebook/answer';
import type { Statement } from '../../../domain/notebook/interview';
import type { Day } from '../../../domain/kernel/day';
import type { Saying } from '../../../reactive/notes';

/** Whose word a quick note may be. */
export const QUICK_SOURCES = ['client', 'staff', 'owner'] as const satisfies readonly Source[];
export type QuickSource = (typeof QUICK_SOURCES)[number];

/** The quick form as it stands: a choice that was not made yet is undefined. */
export interface QuickFields {
  readonly reasons: readonly WeightedReason[];
  readonly isUnknown: boolean;
  readonly severity: Severity | null;
  readonly note: string;
  readonly source: QuickSource | undefined;
}

export const fieldsOf = (statement: Statement | undefined): QuickFields => ({
  reasons: statement?.reasons ?? [],
  isUnknown: statement?.reasons.length === 0,
  severity: statement?.severity ?? null,
  note: statement?.words ?? '',
  source: QUICK_SOURCES.find((source) => source === statement?.source),
});

export type Lacking = 'reasons' | 'source';

/** What must still be chosen before it can be saved. */
export const lackingIn = ({ reasons, isUnknown, source }: QuickFields): readonly Lacking[] => [
  ...(source === undefined ? (['source'] as const) : []),
  ...(reasons.length === 0 && !isUnknown ? (['reasons'] as const) : []),
];

/** Client and staff tell what they say; the owner's own view is what it really was, as far as they can tell (method.md [4.7]). */
export function statementOf(
  { reasons, severity, note, source }: QuickFields & { readonly source: QuickSource },
  client: number,
  day: Day,
): Saying<'statement'> {
  return {
    client,
    role: source === 'owner' ? 'real' : 'stated',
    source,
    author: null,
    reasons,
    sure: source === 'client' ? 'sure' : 'likely',
    severity,
    human: null,
    competitor: '',
    words: note.trim(),
    day,
    from: null,
  };
}
