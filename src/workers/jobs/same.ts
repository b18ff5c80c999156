import { aliasesOf, standsFor, type Aliases } from '../../domain/identity/aliases';
import { phoneKeys } from '../../domain/identity/phoneKeys';
import { clientNumber, samePairs, type KnownClients } from '../../domain/identity/proposals';
import type { Day } from '../../domain/kernel/day';
import type { ClientFigures } from '../../domain/loss/clientFigures';
import type { StatusCode } from '../../domain/loss/status';
import { entriesOf } from '../../domain/notebook/notebook';
import type { SameClient } from '../../domain/notebook/sameClient';
import { Failure } from '../../storage/failure';
import { readEntries } from '../../storage/notebook';
import type { Results } from '../../storage/results';
import { joinedSales, readAliases, readDecisions } from '../../storage/sameClients';
import { readCards } from '../../storage/settings';
import { countSave } from '../../storage/saves';
import type { ShopDb } from '../../storage/shopDb';
import { readLog } from '../../storage/shopLog';
import type { Input, Output } from '../protocol';
import type { SameProposal, SameSide } from '../sameJobs';
import { contacts } from './contacts';
import { nameOf } from './figures';
import { saveEntries, touched } from './notebook';
import { shop, type OpenShop } from './openShops';
import { basisOf, currentFigures, figuresOrFail, figuresOf, tried, writeWithFigures } from './shopFigures';

const MOST_PROPOSALS = 100;

/** Clients who may be the same person, the surest first and of those the dearest. */
export async function sameProposals({
  shopId,
  today,
}: Input<'sameProposals'>): Promise<Output<'sameProposals'>> {
  const open = await shop(shopId);
  const { clients } = await figuresOrFail(open, today);
  const [known, decisions, aliases] = await Promise.all([
    knownClients(open),
    readDecisions(open.db),
    readAliases(open.db),
  ]);
  const pairs = samePairs(known, Array.from(clients.client), decided(decisions, aliases));
  const entryOf = new Map(Array.from(clients.client, (client, entry) => [client, entry]));
  const worth = ({ one, two }: (typeof pairs)[number]) =>
    clients.yearlyValue[entryOf.get(one)!]! + clients.yearlyValue[entryOf.get(two)!]!;
  const shown = pairs
    .sort((a, b) => b.sure - a.sure || worth(b) - worth(a))
    .slice(0, MOST_PROPOSALS)
    .map(({ one, two, reason }): SameProposal => {
      const sides = [one, two].map((client) => sideOf(clients, entryOf.get(client)!, known));
      const [kept, other] = sides.sort(
        (a, b) => b.visits - a.visits || b.lastVisit - a.lastVisit || a.client - b.client,
      ) as [SameSide, SameSide];
      return { reason, kept, other };
    });
  return { proposals: shown, found: pairs.length };
}

/** What tells clients apart: what the owner wrote, else the files. */
async function knownClients(open: OpenShop): Promise<KnownClients & { readonly shown: readonly string[] }> {
  const [{ list, cards }, { records }] = await Promise.all([
    contacts(open),
    readEntries(open.db, ['letterhead']),
  ]);
  const shown = [...list.phones];
  const emails = [...list.emails];
  for (const [client, card] of cards) {
    shown[client] = card.phone ?? shown[client] ?? '';
    emails[client] = card.email ?? emails[client] ?? '';
  }
  list.keys.forEach((key, client) => {
    if (key.includes('@')) emails[client] ||= key;
  });
  const country = entriesOf(records, 'letterhead')[0]?.country ?? '';
  const phones = await phoneKeys(shown, country);
  return {
    keys: list.keys,
    names: list.keys.map((_, client) => nameOf(client, list, cards)),
    phones,
    emails,
    shown,
  };
}

/** Whether it was said of two clients, or of those merged into them, that they are two people. */
function decided(decisions: readonly SameClient[], aliases: Aliases): (one: number, two: number) => boolean {
  const apart = new Set(
    decisions.flatMap(({ verdict, client, others }) =>
      verdict === 'two'
        ? others.map((other) => pairText(standsFor(aliases, client), standsFor(aliases, other)))
        : [],
    ),
  );
  return (one, two) => apart.has(pairText(one, two));
}

const pairText = (one: number, two: number): string => `${Math.min(one, two)}/${Math.max(one, two)}`;

function sideOf(
  clients: ClientFigures,
  entry: number,
  { keys, names, phones, emails, shown }: Awaited<ReturnType<typeof knownClients>>,
): SameSide {
  const client = clients.client[entry]!;
  return {
    client,
    name: names[client]!,
    number: clientNumber(keys[client]!, names[client]!, phones[client]!),
    phone: shown[client]!,
    email: emails[client]!,
    status: clients.status[entry]! as StatusCode,
    visits: clients.visits[entry]!,
    lastVisit: clients.lastVisit[entry]!,
    yearlyValue: clients.yearlyValue[entry]!,
  };
}

/** What the loss would be if two clients were one. */
export async function sameEffect({
  shopId,
  client,
  other,
  today,
}: Input<'sameEffect'>): Promise<Output<'sameEffect'>> {
  const open = await shop(shopId);
  const [now, decisions] = await Promise.all([figuresOrFail(open, today), readDecisions(open.db)]);
  const then = await figuresAs(
    open,
    aliasesOf([...decisions, decision(client, other, 'same', today)]),
    today,
  );
  const [before, after] = [standing(now), standing(then)];
  return { lost: after.lost - before.lost, loss: after.loss - before.loss };
}

const standing = ({ headline: { report } }: Results) => ({
  lost: report.counts.lost + report.counts.lostTwice,
  loss: report.annualLost,
});

/** The figures if these clients stood for each other. */
async function figuresAs(open: OpenShop, aliases: Aliases, today: Day): Promise<Results> {
  const [log, basis, cards] = await Promise.all([
    open.log(),
    basisOf(open, today),
    readCards(open.db, aliases),
  ]);
  return figuresOf({ ...log, sales: joinedSales(log.sales, aliases) }, { ...basis, cards: cards.records });
}

/** Who was merged into a client, by the decisions that say so. */
export async function sameAs({ shopId, client }: Input<'sameAs'>): Promise<Output<'sameAs'>> {
  const open = await shop(shopId);
  const [decisions, aliases] = await Promise.all([readDecisions(open.db), readAliases(open.db)]);
  const mine = decisions.filter(
    ({ verdict, client: kept }) => verdict === 'same' && standsFor(aliases, kept) === client,
  );
  if (mine.length === 0) return [];
  const list = await open.clients();
  return mine.flatMap(({ id, others, decidedOn }) =>
    others.map((other) => ({ id, client: other, name: nameOf(other, list, new Map()), decidedOn })),
  );
}

export async function keptFor({ shopId, client }: Input<'keptFor'>): Promise<Output<'keptFor'>> {
  const open = await shop(shopId);
  const kept = (await readAliases(open.db)).get(client);
  if (kept === undefined) return null;
  const { list, cards } = await contacts(open);
  return { client: kept, kept: nameOf(kept, list, cards), name: nameOf(client, list, new Map()) };
}

/** Keeps a decision about two clients; a merge together with the figures it leads to, in one transaction. */
export async function saveSame({
  shopId,
  client,
  other,
  verdict,
  today,
}: Input<'saveSame'>): Promise<Output<'saveSame'>> {
  if (client === other) throw new Failure('unexpected', 'a client cannot be merged with itself');
  const entry = decision(client, other, verdict, today);
  if (verdict === 'two') {
    await saveEntries({ shopId, change: { put: [entry] } });
    return { id: entry.id, headline: (await currentFigures(await shop(shopId), today))?.headline ?? null };
  }
  const headline = await decide(
    shopId,
    today,
    (before) => [...before, entry],
    (db) => db.entries.add(entry),
  );
  return { id: entry.id, headline };
}

export async function undecide({ shopId, id, today }: Input<'undecide'>): Promise<Output<'undecide'>> {
  return decide(
    shopId,
    today,
    (before) => before.filter((entry) => entry.id !== id),
    (db) => db.entries.delete(['sameClient', id]),
  );
}

function decision(client: number, other: number, verdict: SameClient['verdict'], today: Day): SameClient {
  const now = Date.now();
  return {
    kind: 'sameClient',
    id: crypto.randomUUID(),
    rev: 1,
    madeAt: now,
    changedAt: now,
    client,
    others: [other],
    decidedOn: today,
    verdict,
  };
}

function decide(
  shopId: string,
  today: Day,
  change: (before: readonly SameClient[]) => readonly SameClient[],
  write: (db: ShopDb) => Promise<unknown>,
): Promise<Results['headline'] | null> {
  return tried(async () => {
    const open = await shop(shopId);
    const before = await basisOf(open, today);
    const aliases = aliasesOf(change(await readDecisions(open.db)));
    const [{ log }, cards] = await Promise.all([
      readLog(open.db, undefined, { aliases }),
      readCards(open.db, aliases),
    ]);
    const basis = { ...before, cards: cards.records, revision: before.revision + 1 };
    const results = await writeWithFigures(open, log, basis, async (db) => {
      await write(db);
      await countSave(db);
    });
    await touched(shopId);
    return results?.headline ?? null;
  });
}
