import type { Claim } from '../notebook/interview';
import type { Reason } from '../notebook/reason';
import { countedAs } from './catalogue';
import { knowledge } from './knowledge';
import { NOT_ASKED, UNKNOWN } from './reasonsReport';

/**
 * The reason that owner, staff or a brainstorm mostly believe a client left for, by the claims about one absence; null where nobody
 * named one, and where the client was heard: then it is no longer a belief (method.md [4.3], [4.7]).
 */
export function believedReason(claims: readonly Claim[], reasons: readonly Reason[]): string | null {
  if (claims.some(({ source }) => source === 'client')) return null;
  const weights = new Map<string, number>();
  for (const { reason, weight } of knowledge(claims).best.reasons) {
    if (reason === NOT_ASKED || reason === UNKNOWN) continue;
    const counted = countedAs(reasons, reason);
    weights.set(counted, (weights.get(counted) ?? 0) + weight);
  }
  const [heaviest] = [...weights].sort(([, a], [, b]) => b - a);
  return heaviest?.[0] ?? null;
}
