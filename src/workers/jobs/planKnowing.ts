import type { Day } from '../../domain/kernel/day';
import type { Claim } from '../../domain/notebook/interview';
import type { EntryKind } from '../../domain/notebook/notebook';
import { catalogue } from '../../domain/reasons/catalogue';
import { claimsOf, sinceLastVisit } from '../../domain/reasons/claims';
import { planKnowledge, type PlanKnowledge } from '../../domain/winback/known';
import type { EntryLists } from '../../storage/knownEntries';

/** The kinds of entries that say what is known of an absence. */
export const KNOWING = [
  'reason',
  'interview',
  'statement',
  'response',
] as const satisfies readonly EntryKind[];

export type Told = EntryLists<(typeof KNOWING)[number]>;

/** What is known of the absence of a client that began with that visit. */
export type Knowing = (client: number, lastVisit: number) => PlanKnowledge;

function knowingFrom({ reason, interview, statement, response }: Told): Knowing {
  const reasons = catalogue(reason);
  const claims = claimsByClient({ reason, interview, statement });
  const interviews = byClient(interview);
  const responses = byClient(response.filter(({ survey }) => survey === 'lost'));
  const found = new Map<number, { readonly lastVisit: number; readonly known: PlanKnowledge }>();
  return (client, lastVisit) => {
    const before = found.get(client);
    if (before?.lastVisit === lastVisit) return before.known;
    const known = planKnowledge(
      {
        claims: sinceLastVisit(claims.get(client) ?? [], lastVisit as Day),
        interviews: (interviews.get(client) ?? []).filter(({ startedOn }) => startedOn > lastVisit),
        responses: (responses.get(client) ?? []).filter(({ day }) => day > lastVisit),
      },
      reasons,
    );
    found.set(client, { lastVisit, known });
    return known;
  };
}

/** By the list of conversations; the lists of all clients stay the same ones as long as nobody tells anything more. */
const kept = new WeakMap<Told['interview'], { readonly told: Told; readonly knowing: Knowing }>();

/** What people told, looked up by client; kept as long as nobody tells anything more. */
export function knowing(told: Told): Knowing {
  const before = kept.get(told.interview);
  if (before && KNOWING.every((kind) => before.told[kind] === told[kind])) return before.knowing;
  const made = knowingFrom(told);
  kept.set(told.interview, { told, knowing: made });
  return made;
}

type Claiming = Pick<Told, 'reason' | 'interview' | 'statement'>;
const claimsKept = new WeakMap<
  Told['interview'],
  { readonly told: Claiming; readonly claims: ReadonlyMap<number, readonly Claim[]> }
>();

/** Everything that anybody said about why clients left, oldest first, by client; kept as long as nobody says anything more. */
export function claimsByClient(told: Claiming): ReadonlyMap<number, readonly Claim[]> {
  const before = claimsKept.get(told.interview);
  if (before?.told.reason === told.reason && before.told.statement === told.statement) return before.claims;
  const claims = byClient(claimsOf([...told.reason, ...told.interview, ...told.statement]));
  claimsKept.set(told.interview, { told, claims });
  return claims;
}

/** Some things by the client they speak of, in their order; those that speak of nobody are left out. */
export function byClient<Of extends { readonly client: number | null }>(
  some: readonly Of[],
): ReadonlyMap<number, readonly Of[]> {
  const found = new Map<number, Of[]>();
  for (const one of some) {
    if (one.client === null) continue;
    const others = found.get(one.client);
    if (others) others.push(one);
    else found.set(one.client, [one]);
  }
  return found;
}
