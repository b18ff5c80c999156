import { parseIsoDay } from '../../src/domain/kernel/day';
import type { StepDraft } from '../../src/domain/notebook/plan';
import type { Entry, EntryKind, EntryOfKind } from '../../src/domain/notebook/notebook';

const on = parseIsoDay('2026-11-02');
const aStep: StepDraft = {
  template: null,
  what: 'Call',
  channel: 'call',
  due: { kind: 'after', days: 2 },
  message: 'Hello',
  offer: { sort: 'discount', percent: 10, cost: 400, text: '' },
  cost: 0,
  minutes: 10,
  aftercare: false,
};
const work = { owner: null, due: null, doneOn: null, text: '' };

/** A plain entry of every kind. */
export const someEntries: { readonly [Kind in EntryKind]: EntryOfKind<Kind> } = {
  event: { ...head('event'), day: on, sort: 'price', text: 'Prices up 8 %' },
  person: { ...head('person'), name: 'Mia', soldAs: 'MIA', leftOn: on },
  reason: {
    ...head('reason'),
    group: 'ours',
    type: 'service',
    human: false,
    label: 'Nobody picked up the phone',
    remedy: null,
    retired: false,
    mergedInto: null,
    replaces: null,
  },
  interview: {
    ...head('interview'),
    client: 1,
    questions: 'conversation',
    version: 1,
    startedOn: on,
    answers: {
      words: { answer: { kind: 'text', text: 'Too slow' }, day: on, source: 'client', author: null },
    },
    doneOn: null,
  },
  statement: {
    ...head('statement'),
    client: 1,
    role: 'stated',
    source: 'client',
    author: null,
    reasons: [{ reason: 'price', weight: 1 }],
    sure: 'likely',
    severity: 3,
    human: null,
    competitor: '',
    words: 'Too dear',
    day: on,
    from: null,
  },
  invitation: {
    ...head('invitation'),
    form: { survey: 'lost', reasons: [{ id: 'price', label: null }], items: [] },
    client: 1,
    round: null,
    secret: '0123456789abcdef0123456789abcdef',
    day: on,
    taken: [],
  },
  response: {
    ...head('response'),
    survey: 'loyal',
    client: 1,
    round: null,
    answers: { ratings: { goods: 3 }, reasons: [], why: '', wish: 'More tulips' },
    day: on,
    way: 'phone',
  },
  round: { ...head('round'), day: on, title: 'Team', closedOn: null },
  items: { ...head('items'), items: [{ id: 'goods', label: null }] },
  brainstorm: {
    ...head('brainstorm'),
    day: on,
    title: 'Why do they leave?',
    stage: 'collect',
    ideas: [{ id: 'i1', text: 'No parking', heap: null }],
    heaps: [],
    dots: 3,
    voters: 0,
  },
  complaint: {
    ...head('complaint'),
    client: null,
    day: on,
    text: 'Wilted after a day',
    origin: 'told',
    item: '',
    rating: null,
    reason: null,
    work: { registered: { ...work, doneOn: on }, found: work, removed: work, mended: work },
  },
  cause: {
    ...head('cause'),
    reason: 'late-delivery',
    fix: 'Deliver by appointment',
    owner: null,
    due: on,
    cost: 12_000,
    doneOn: null,
    lossThen: 91_000.5,
    openedOn: on,
  },
  plan: {
    ...head('plan'),
    client: 1,
    lostDate: on,
    reason: 'late-delivery',
    playbook: 'late-delivery',
    responsible: 'sold:Mia',
    startedOn: on,
    steps: [
      {
        ...aStep,
        id: 's1',
        subject: 'Your order, Anna',
        who: 'sold:Mia',
        done: { on, outcome: 'refused', why: 'Found another shop', note: 'Friendly, though' },
        dropped: false,
      },
    ],
    closed: { on, because: 'refused', note: '' },
    override: null,
    greeted: null,
  },
  playbook: {
    ...head('playbook'),
    name: 'Ours for weddings',
    reasons: ['late-delivery'],
    when: 'After a wedding',
    expect: 'One in three',
    steps: [aStep],
    retired: false,
  },
  contact: { ...head('contact'), client: 1, day: on, channel: 'call', who: null, text: 'Said hello' },
  letterhead: {
    ...head('letterhead'),
    signer: 'Mia',
    phone: '+33 6 39 98 01 23',
    email: 'mia@example.com',
    address: '1 Rue',
    country: 'FR',
    tone: 'friendly',
  },
  sameClient: { ...head('sameClient'), client: 800, others: [801], decidedOn: on, verdict: 'same' },
};

function head<Kind extends EntryKind>(kind: Kind) {
  return { kind, id: `${kind}-1`, rev: 1, madeAt: 1_000, changedAt: 1_000 };
}

/** An entry as it is saved the next time. */
export const again = <Some extends Entry>(entry: Some, says: Partial<Some> = {}): Some => ({
  ...entry,
  ...says,
  rev: entry.rev + 1,
});
