import * as v from 'valibot';
import { SOURCES, SURENESS } from '../domain/notebook/answer';
import { BRAINSTORM_STAGES } from '../domain/notebook/brainstorm';
import { EVENT_SORTS } from '../domain/notebook/event';
import { MOST_HAND_SALES } from '../domain/notebook/handSales';
import { ENTRY_KINDS, type Entry, type EntryKind } from '../domain/notebook/notebook';
import { CHANNELS, CLOSINGS, OFFER_SORTS, OUTCOMES } from '../domain/notebook/plan';
import { REASON_GROUPS, REASON_TYPES } from '../domain/notebook/reason';
import { VERDICTS } from '../domain/notebook/sameClient';
import { SURVEYS } from '../domain/notebook/survey';

/** Longer than any form lets people write: beyond is damage, or not ours. */
export const LONGEST_TEXT = 4000;
const MOST_ITEMS = 5000;

const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const maybeId = v.nullable(id);
const whole = v.pipe(v.number(), v.integer());
const count = v.pipe(whole, v.minValue(0));
const day = v.pipe(whole, v.minValue(-100_000), v.maxValue(100_000));
const maybeDay = v.nullable(day);
const moment = v.pipe(v.number(), v.finite());
const client = v.pipe(count, v.maxValue(20_000_000));
const listOf = <Schema extends v.GenericSchema>(item: Schema) =>
  v.pipe(v.array(item), v.maxLength(MOST_ITEMS));

/** `v.record` leaves out keys such as `__proto__`, so nothing stored can reach into how objects work. */
const recordOf = <Schema extends v.GenericSchema>(value: Schema) => v.record(id, value);

const weighted = listOf(
  v.object({ reason: id, weight: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1000)) }),
);
const sure = v.picklist(SURENESS);
const source = v.picklist(SOURCES);

const answer = v.variant('kind', [
  v.object({ kind: v.literal('seen') }),
  v.object({ kind: v.literal('skip') }),
  v.object({ kind: v.literal('choice'), value: id }),
  v.object({ kind: v.literal('choices'), values: listOf(id) }),
  v.object({ kind: v.literal('text'), text }),
  v.object({ kind: v.literal('chain'), texts: listOf(text), root: v.boolean() }),
  v.object({ kind: v.literal('reasons'), reasons: weighted, sure }),
  v.object({
    kind: v.literal('views'),
    views: listOf(v.object({ person: id, reasons: weighted, words: text })),
  }),
  v.object({ kind: v.literal('number'), value: v.pipe(v.number(), v.finite()) }),
]);

const given = v.object({ answer, day, source, author: maybeId });

const offered = listOf(v.object({ id, label: v.nullable(text) }));
const rating = v.pipe(whole, v.minValue(1), v.maxValue(5));
const survey = v.picklist(SURVEYS);
const work = v.object({ owner: maybeId, due: maybeDay, doneOn: maybeDay, text });

const cents = v.pipe(whole, v.minValue(0));
/** Sums that may be below zero, as refunds are. */
const sum = v.pipe(whole, v.minValue(-1e13), v.maxValue(1e13));
const channel = v.picklist(CHANNELS);

const stepDraft = {
  template: maybeId,
  what: text,
  channel,
  due: v.variant('kind', [
    v.object({ kind: v.literal('on'), day }),
    v.object({ kind: v.literal('after'), days: v.pipe(count, v.maxValue(3650)) }),
  ]),
  message: text,
  subject: v.exactOptional(text),
  offer: v.nullable(
    v.object({
      sort: v.picklist(OFFER_SORTS),
      percent: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
      cost: cents,
      text,
    }),
  ),
  cost: cents,
  minutes: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)),
  aftercare: v.boolean(),
};

/** A step of a plan as it is stored. */
export const step = v.object({
  ...stepDraft,
  id,
  who: maybeId,
  done: v.nullable(v.object({ on: day, outcome: v.picklist(OUTCOMES), why: text, note: text })),
  dropped: v.boolean(),
});

const bodies = {
  event: { day, sort: v.picklist(EVENT_SORTS), text },
  person: { name: text, soldAs: v.nullable(text), leftOn: maybeDay },
  reason: {
    group: v.picklist(REASON_GROUPS),
    type: v.picklist(REASON_TYPES),
    human: v.boolean(),
    label: v.nullable(text),
    remedy: v.nullable(text),
    retired: v.boolean(),
    mergedInto: maybeId,
    replaces: maybeId,
  },
  interview: {
    client,
    questions: id,
    version: count,
    startedOn: day,
    answers: recordOf(given),
    doneOn: maybeDay,
  },
  statement: {
    client,
    role: v.picklist(['stated', 'real']),
    source,
    author: maybeId,
    reasons: weighted,
    sure,
    severity: v.nullable(v.picklist([1, 2, 3, 4, 5])),
    human: v.nullable(v.boolean()),
    competitor: text,
    words: text,
    day,
    from: maybeId,
  },
  invitation: {
    form: v.object({ survey, reasons: offered, items: offered }),
    client: v.nullable(client),
    round: maybeId,
    secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
    day,
    taken: listOf(id),
  },
  response: {
    survey,
    client: v.nullable(client),
    round: maybeId,
    answers: v.object({ ratings: recordOf(rating), reasons: weighted, why: text, wish: text }),
    day,
    way: v.picklist(['phone', 'code', 'paper', 'device']),
  },
  round: { day, title: text, closedOn: maybeDay },
  items: { items: offered },
  brainstorm: {
    day,
    title: text,
    stage: v.picklist(BRAINSTORM_STAGES),
    ideas: listOf(v.object({ id, text, heap: maybeId })),
    heaps: listOf(v.object({ id, name: text, reason: maybeId, votes: count })),
    dots: count,
    voters: count,
  },
  complaint: {
    client: v.nullable(client),
    day,
    text,
    origin: v.picklist(['told', 'open', 'hidden']),
    item: text,
    rating: v.optional(v.nullable(rating), null),
    reason: maybeId,
    work: v.object({ registered: work, found: work, removed: work, mended: work }),
  },
  cause: {
    reason: id,
    fix: text,
    owner: maybeId,
    due: maybeDay,
    cost: v.nullable(v.pipe(whole, v.minValue(0))),
    doneOn: maybeDay,
    lossThen: v.pipe(v.number(), v.finite()),
    openedOn: day,
  },
  plan: {
    client,
    lostDate: day,
    reason: maybeId,
    playbook: maybeId,
    responsible: maybeId,
    startedOn: day,
    steps: listOf(step),
    closed: v.nullable(v.object({ on: day, because: v.picklist(CLOSINGS), note: text })),
    override: v.nullable(text),
    greeted: maybeDay,
  },
  playbook: {
    name: text,
    reasons: listOf(id),
    when: text,
    expect: text,
    steps: listOf(v.object(stepDraft)),
    retired: v.boolean(),
  },
  contact: { client, day, channel, who: maybeId, text },
  letterhead: {
    signer: text,
    phone: text,
    email: text,
    address: text,
    country: text,
    tone: v.picklist(['friendly', 'formal']),
  },
  sameClient: {
    client,
    others: v.pipe(listOf(client), v.minLength(1)),
    decidedOn: day,
    verdict: v.picklist(VERDICTS),
  },
  correction: {
    client: v.nullable(client),
    row: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
    nth: count,
    was: v.object({ day, cents: sum }),
    now: v.nullable(v.object({ day, cents: sum, client: v.nullable(client) })),
  },
  forgotten: {
    client,
    salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
    marks: listOf(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
    day,
  },
  handSales: {
    sales: v.pipe(
      v.array(
        v.object({
          id,
          day,
          who: v.nullable(
            v.variant('kind', [
              v.object({ kind: v.literal('known'), client, name: text }),
              v.object({
                kind: v.literal('new'),
                id,
                name: text,
                phone: text,
                email: text,
                segment: text,
                number: text,
                another: v.boolean(),
              }),
            ]),
          ),
          cents: sum,
          product: text,
          employee: text,
        }),
      ),
      v.maxLength(MOST_HAND_SALES),
    ),
  },
} satisfies Readonly<Record<EntryKind, v.ObjectEntries>>;

const schemas = new Map<unknown, v.GenericSchema>(
  ENTRY_KINDS.map((kind) => [
    kind,
    v.object({
      kind: v.literal(kind),
      id,
      rev: v.pipe(whole, v.minValue(1)),
      madeAt: moment,
      changedAt: moment,
      ...bodies[kind],
    }),
  ]),
);

/** An entry with its known fields only; `undefined` where it is not what it should be. */
export function decodeEntry(stored: unknown): Entry | undefined {
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return undefined;
  const schema = schemas.get(stored.kind);
  if (!schema) return undefined;
  const { success, output } = v.safeParse(schema, stored);
  return success ? (output as Entry) : undefined;
}
