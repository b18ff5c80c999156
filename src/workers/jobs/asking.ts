import type { Day } from '../../domain/kernel/day';
import type { ClientFigures } from '../../domain/loss/clientFigures';
import { isLostStatus, STATUS, type StatusCode } from '../../domain/loss/status';
import type { Claim, Interview } from '../../domain/notebook/interview';
import { entriesOf } from '../../domain/notebook/notebook';
import { catalogue } from '../../domain/reasons/catalogue';
import { askWorth, weeksSince } from '../../domain/reasons/askOrder';
import { believedReason } from '../../domain/reasons/believed';
import { isOld, sinceLastVisit } from '../../domain/reasons/claims';
import { readKnown } from '../../storage/knownEntries';
import { readEntries } from '../../storage/notebook';
import type { Input, Output } from '../protocol';
import { makeReady } from './caseFile';
import { contactOf, contacts } from './contacts';
import { decodeAskRows } from './decodeAnswers';
import { keptAnswer } from './keptAnswer';
import { shop, type OpenShop } from './openShops';
import { byClient, claimsByClient } from './planKnowing';
import { figuresOrFail } from './shopFigures';

const MOST_TO_ASK = 500;
const MOST_DUE = 2000;

/** Entries of the figures by falling worth, the first so many; equal ones by client. */
function dearest(entries: number[], worth: (entry: number) => number, most: number): readonly number[] {
  const worths = new Map(entries.map((entry) => [entry, worth(entry)]));
  return entries.sort((a, b) => worths.get(b)! - worths.get(a)! || a - b).slice(0, most);
}

/** Whom to ask next why they left. Those lost twice are not pursued (method.md [2.5]). */
export async function whoToAsk({ shopId, today }: Input<'whoToAsk'>): Promise<Output<'whoToAsk'>> {
  const open = await shop(shopId);
  const rows = await keptAnswer(open, 'whoToAsk', today, decodeAskRows, () => peopleToAsk(open, today));
  void figuresOrFail(open, today)
    .then((results) => makeReady(open, results))
    .catch(() => undefined);
  return rows;
}

async function peopleToAsk(open: OpenShop, today: Day): Promise<Output<'whoToAsk'>> {
  const { clients: figures } = await figuresOrFail(open, today);
  const [{ list, cards }, told] = await Promise.all([
    contacts(open),
    readKnown(open.db, ['interview', 'statement', 'reason']),
  ]);
  const reasons = catalogue(told.reason);
  const claims = claimsByClient(told);
  const interviews = byClient(told.interview);
  const weeksOf = (entry: number) => weeksSince(figures.lostDate[entry]! as Day, today);
  const claimsSince = (entry: number) =>
    sinceLastVisit(claims.get(figures.client[entry]!) ?? [], figures.lastVisit[entry]! as Day);
  const stateOf = (entry: number) => {
    const client = figures.client[entry]!;
    const lastVisit = figures.lastVisit[entry]! as Day;
    return asked(
      claimsSince(entry),
      (interviews.get(client) ?? []).filter(({ startedOn }) => startedOn > lastVisit),
      today,
    );
  };
  const waiting = entriesWhere(
    figures,
    (entry) =>
      figures.status[entry] === STATUS.lost &&
      !cards.get(figures.client[entry]!)?.doNotContact &&
      !stateOf(entry).isSettled,
  );
  const worth = (entry: number) => askWorth(figures.yearlyValue[entry]!, weeksOf(entry));
  return dearest(waiting, worth, MOST_TO_ASK).map((entry) => {
    const client = figures.client[entry]!;
    const weeks = weeksOf(entry);
    const { begun, oldAnswer } = stateOf(entry);
    return {
      client,
      ...contactOf(client, list, cards),
      status: figures.status[entry]! as StatusCode,
      yearlyValue: figures.yearlyValue[entry]!,
      lostDate: figures.lostDate[entry]! as Day,
      weeks,
      fresh: weeks >= 2 && weeks <= 6,
      begun,
      oldAnswer,
      believed: believedReason(claimsSince(entry), reasons),
    };
  });
}

function entriesWhere({ length }: ClientFigures, fits: (entry: number) => boolean): number[] {
  const entries: number[] = [];
  for (let entry = 0; entry < length; entry++) if (fits(entry)) entries.push(entry);
  return entries;
}

/**
 * Where asking a client stands. Settled for a year: what the client said, a refusal among it, and a finished conversation,
 * unless nobody was reached. A conversation that was begun waits to be continued, whatever is in it.
 */
function asked(claims: readonly Claim[], interviews: readonly Interview[], today: Day) {
  const begun = interviews.some(({ doneOn }) => doneOn === null);
  const told = claims.some((claim) => claim.source === 'client' && !isOld(claim, today));
  const finished = interviews.some(
    (interview) =>
      interview.doneOn !== null && !isOld({ day: interview.doneOn }, today) && wasReached(interview),
  );
  const newest = claims.at(-1);
  return {
    begun,
    isSettled: !begun && (told || finished),
    oldAnswer: newest && isOld(newest, today) ? newest.day : null,
  };
}

function wasReached({ answers }: Interview): boolean {
  const reached = answers.reached?.answer;
  return !(reached?.kind === 'choice' && reached.value === 'not-reached');
}

/** Who is to be asked how satisfied they are: everybody at least once a year (method.md [6.4]). */
export async function dueForSurvey({
  shopId,
  today,
}: Input<'dueForSurvey'>): Promise<Output<'dueForSurvey'>> {
  const open = await shop(shopId);
  const { clients: figures } = await figuresOrFail(open, today);
  const [{ list, cards }, { records }] = await Promise.all([
    contacts(open),
    readEntries(open.db, ['response', 'invitation']),
  ]);
  const answers = entriesOf(records, 'response').filter(({ survey }) => survey !== 'staff');
  const answeredOn = latestByClient(answers);
  const askedOn = latestByClient([...answers, ...entriesOf(records, 'invitation')]);
  const due = entriesWhere(figures, (entry) => {
    const client = figures.client[entry]!;
    const answered = answeredOn.get(client);
    return (
      figures.visits[entry]! > 0 &&
      !isLostStatus(figures.status[entry]!) &&
      !cards.get(client)?.doNotContact &&
      (answered === undefined || isOld({ day: answered }, today))
    );
  });
  return dearest(due, (entry) => figures.yearlyValue[entry]!, MOST_DUE).map((entry) => {
    const client = figures.client[entry]!;
    return {
      client,
      ...contactOf(client, list, cards),
      status: figures.status[entry]! as StatusCode,
      yearlyValue: figures.yearlyValue[entry]!,
      lastAsked: askedOn.get(client) ?? null,
    };
  });
}

function latestByClient(
  entries: readonly { readonly client: number | null; readonly day: Day }[],
): ReadonlyMap<number, Day> {
  const latest = new Map<number, Day>();
  for (const { client, day } of entries)
    if (client !== null && day > (latest.get(client) ?? -Infinity)) latest.set(client, day);
  return latest;
}
