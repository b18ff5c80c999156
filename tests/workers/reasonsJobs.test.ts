import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, isoDay, parseIsoDay, type Day } from '../../src/domain/kernel/day';
import { STATUS } from '../../src/domain/loss/status';
import type { Entry } from '../../src/domain/notebook/notebook';
import { soldAsId } from '../../src/domain/notebook/person';
import { DIMENSIONS, NOT_ASKED, VIEWS } from '../../src/domain/reasons/reasonsReport';
import { close } from '../../src/workers/jobs/openShops';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { BENCH_AS_OF, benchSales } from '../bench/benchSales';
import { anEntry, aStatement } from '../support/notebook';

const today = parseIsoDay('2026-11-23');
const yesterday = addDays(today, -1);

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

async function imported(head: string, rows: readonly string[], day: Day): Promise<string> {
  const file = new Blob([[head, ...rows].join('\n')]);
  const seen = await run('survey', { shopId: null, given: { name: 'till.csv', file }, today: day });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: null, layout, mapping, today: day, minorDigits: 2 });
  return (await run('commit', { shopId: null, settings: { name: 'Fleur' }, fingerprint, today: day })).shopId;
}

/** A visit every 30 days, the last one on that day, served by one employee: product and amount of each. */
const monthly = (client: string, last: string, visits: number, by: string, bought: string) =>
  Array.from({ length: visits }, (_, k) => {
    const day = isoDay(addDays(parseIsoDay(last), -30 * (visits - 1 - k)));
    return `${day};${client};0470 11 22 33;${bought.split(' ')[0]};${by};${bought.split(' ')[1]}`;
  });

const HEAD = 'Date;Client;Phone;Product;Employee;Amount';

/** Ann and Ben left with Mia, Eve left long ago, Cleo stays, Dora was lost, came back once and was lost again. */
const ROWS = [
  ...monthly('Ann', '2026-03-01', 12, 'Mia', 'Rose 50,00'),
  ...monthly('Ben', '2026-03-10', 12, 'Mia', 'Tulip 20,00'),
  '2026-03-10;Ben;;Rose;Leo;15,00',
  ...monthly('Cleo', '2026-11-20', 20, 'Leo', 'Tulip 10,00'),
  ...monthly('Dora', '2025-03-01', 6, 'Leo', 'Rose 30,00'),
  '2026-03-05;Dora;;Rose;Leo;30,00',
  ...monthly('Eve', '2025-04-01', 6, 'mia ', 'Rose 40,00'),
  ...monthly('Finn', '2026-11-10', 8, 'Leo', 'Rose 12,00'),
];

const CLIENTS = ['Ann', 'Ben', 'Cleo', 'Dora', 'Eve', 'Finn'] as const;
type Name = (typeof CLIENTS)[number];

let shopId: string;
const index = new Map<string, number>();

const of = (name: Name): number => index.get(name)!;
const save = (...put: Entry[]) => run('saveEntries', { shopId, change: { put } });
const remove = (...entries: Entry[]) => run('saveEntries', { shopId, change: { remove: entries } });
const report = () => run('reasonsReport', { shopId, today });
const caseOf = async (name: Name) => (await run('caseFile', { shopId, client: of(name), today }))!;
const asked = async () => (await run('whoToAsk', { shopId, today })).map(({ name }) => name);
const due = async () => (await run('dueForSurvey', { shopId, today })).map(({ name }) => name);

/** Saves entries for the time of a check. */
async function having(entries: Entry[], check: () => Promise<void>): Promise<void> {
  await save(...entries);
  try {
    await check();
  } finally {
    await remove(...entries);
  }
}

beforeAll(async () => {
  shopId = await imported(HEAD, ROWS, today);
  const list = await run('clientList', {
    shopId,
    statuses: [],
    query: '',
    sort: 'name',
    rising: true,
    today,
  });
  list.names.split('\0').forEach((name, row) => index.set(name, list.client[row]!));
  const statusOf = (name: Name) => list.status[list.names.split('\0').indexOf(name)];
  expect(CLIENTS.map(statusOf)).toEqual([
    STATUS.lost,
    STATUS.lost,
    STATUS.regular,
    STATUS.lostTwice,
    STATUS.lost,
    STATUS.regular,
  ]);
});

describe('reasons in money', () => {
  it('are all not asked at first, and sum to the loss that the first screen shows', async () => {
    const headline = (await run('confirm', { shopId, today }))!;
    const { lost, lostClients, tables } = await report();
    expect(lost).toBe(Math.round(headline.report.annualLost));
    expect(lostClients).toBe(4);
    expect(tables.best.reason).toEqual([{ key: NOT_ASKED, cents: lost, clients: 4 }]);
    for (const view of VIEWS)
      for (const dimension of DIMENSIONS)
        expect(tables[view][dimension].reduce((sum, { cents }) => sum + cents, 0)).toBe(lost);
  });

  it('follow what is saved and what is taken out again, with the clients behind each line', async () => {
    const { yearlyValue } = await caseOf('Ann');
    const statement = aStatement(of('Ann'), yesterday, { price: 1 });
    const line = (key: string) =>
      run('reasonClients', { shopId, today, view: 'best', dimension: 'reason', key });
    await having([statement], async () => {
      const { tables, coverage } = await report();
      expect(tables.best.reason[0]).toEqual({ key: 'price', cents: Math.round(yearlyValue), clients: 1 });
      expect(coverage).toMatchObject({ knownClients: 1, thin: true });
      expect(await line('price')).toEqual([
        {
          client: of('Ann'),
          name: 'Ann',
          cents: Math.round(yearlyValue),
          lostDate: (await caseOf('Ann')).lostDate,
        },
      ]);
      expect(await line(NOT_ASKED)).toHaveLength(3);
    });
    expect((await report()).coverage.knownClients).toBe(0);
    expect(await line('price')).toEqual([]);
  });

  it('move with a merge of reasons', async () => {
    const merge = anEntry('reason', { id: 'price', type: 'price', mergedInto: 'cheaper-rival' });
    await having([aStatement(of('Ann'), yesterday, { price: 1 }), merge], async () => {
      expect((await report()).tables.best.reason.map(({ key }) => key)).toEqual(['cheaper-rival', NOT_ASKED]);
    });
  });

  it('name employees by the id that the staff has, however the till writes them', async () => {
    const keys = async () => (await report()).tables.best.employee.map(({ key }) => key).sort();
    expect(await keys()).toEqual([soldAsId('Leo'), soldAsId('Mia')]);
    await having(
      [anEntry('person', { id: 'own', name: 'Mia B.', soldAs: 'MIA', leftOn: null })],
      async () => {
        expect(await keys()).toEqual(['own', soldAsId('Leo')]);
      },
    );
  });

  it('tell of a cause what is lost for it today', async () => {
    const cause = anEntry('cause', { reason: 'price', doneOn: null });
    await having([cause, aStatement(of('Ann'), yesterday, { price: 1 })], async () => {
      const { causes, tables } = await report();
      expect(causes).toEqual([{ cause: cause.id, lossNow: tables.best.reason[0]!.cents, effect: null }]);
    });
  });

  it('fail as every figure does for a shop without sales', async () => {
    const empty = await imported(HEAD, ROWS.slice(0, 1), today);
    const [only] = await run('imports', { shopId: empty });
    await run('undo', { shopId: empty, importId: only!.id, today });
    await expect(run('reasonsReport', { shopId: empty, today })).rejects.toMatchObject({
      code: 'nothing-to-save',
    });
  });
});

describe('the case of a client', () => {
  it('tells rhythm, money, what they bought, and who lost them', async () => {
    const found = await caseOf('Ben');
    const detail = (await run('client', { shopId, client: of('Ben'), today }))!;
    const { visits, firstVisit, lastVisit, silence, interval, lostDate, timesLost, lostSoFar, yearlyValue } =
      detail.figures;
    expect(found).toMatchObject({
      name: 'Ben',
      phone: '0470 11 22 33',
      doNotContact: false,
      status: STATUS.lost,
      asOf: today,
      ...{ visits, firstVisit, lastVisit, silence, interval, lostDate, timesLost, lostSoFar, yearlyValue },
    });
    expect(found.products).toEqual([
      { name: 'Tulip', cents: 24_000, lastBought: parseIsoDay('2026-03-10') },
      { name: 'Rose', cents: 1_500, lastBought: parseIsoDay('2026-03-10') },
    ]);
    expect(found.servedBy).toEqual([
      { person: soldAsId('Mia'), name: 'Mia', share: 24_000 / 25_500 },
      { person: soldAsId('Leo'), name: 'Leo', share: 1_500 / 25_500 },
    ]);
    expect(found.lostBy).toBe(soldAsId('Mia'));
    const { day, total } = detail.receipts[0]!;
    expect(found.lastTicket).toMatchObject({ day, total });
    expect(found.lastTicket!.lines.map(({ product }) => product)).toContain('Tulip');
  });

  it('stands in rank among all clients by yearly value', async () => {
    const ranks = await Promise.all(CLIENTS.map(async (name) => (await caseOf(name)).rank));
    expect([...ranks].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await caseOf('Ann')).toMatchObject({ rank: 1, ranked: 6 });
  });

  it('tells the events from 120 days before the last visit to the day of loss', async () => {
    const { lastVisit, lostDate } = await caseOf('Ann');
    const events = [addDays(lostDate, 1), lostDate, addDays(lastVisit, -120), addDays(lastVisit, -121)].map(
      (day) => anEntry('event', { day }),
    );
    await having(events, async () => {
      expect((await caseOf('Ann')).events).toEqual([events[2], events[1]]);
    });
  });

  it('weighs money by the owner’s margin, and says where there is none', async () => {
    expect(await caseOf('Ann')).toMatchObject({ margin: 1, marginKnown: false, hourCost: null });
    const settings = await run('settings', { shopId });
    await run('saveSettings', {
      shopId,
      settings: { ...settings, marginPercent: 40, hourCost: 2_500 },
      today,
    });
    expect(await caseOf('Ann')).toMatchObject({ margin: 0.4, marginKnown: true, hourCost: 2_500 });
    await run('saveSettings', { shopId, settings, today });
  });

  it('weighs money by what the goods cost where the file says it', async () => {
    const rows = ROWS.map(
      (row) => `${row};${(Number(row.split(';')[5]!.replace(',', '.')) * 0.4).toFixed(2)}`,
    );
    const priced = await imported(
      `${HEAD};Cost`,
      rows.map((row) => row.replace(/\.(\d\d)$/, ',$1')),
      today,
    );
    const list = await run('clientList', {
      shopId: priced,
      statuses: [],
      query: 'ann',
      sort: 'name',
      rising: true,
      today,
    });
    const found = await run('caseFile', { shopId: priced, client: list.client[0]!, today });
    expect(found!.margin).toBeCloseTo(0.6, 3);
    expect(found!.marginKnown).toBe(true);
  });

  it('credits the years that clients with a rhythm stay', async () => {
    const { years } = await caseOf('Ann');
    expect(years).toBeGreaterThanOrEqual(1);
    expect(years).toBeLessThanOrEqual(5);
  });

  it('has no natural return in a shop too small for a model, and is none for a client who is not there', async () => {
    expect(await caseOf('Ann')).toMatchObject({ natural: null, naturalFrom: null, naturalCases: null });
    expect(await run('caseFile', { shopId, client: 9_999, today })).toBeNull();
  });
});

describe('the natural return', () => {
  let large: string;
  let lostInLarge: number;

  beforeAll(async () => {
    const { sales } = benchSales(6_000, 300, 5);
    const rows = Array.from(sales.day, (day, i) => {
      const amount = (sales.cents[i]! / 100).toFixed(2).replace('.', ',');
      return `${isoDay(day as Day)};${sales.client[i]! < 300 ? `C${sales.client[i]}` : ''};${amount}`;
    });
    large = await imported('Date;Client;Amount', rows, BENCH_AS_OF);
    lostInLarge = (await run('whoToAsk', { shopId: large, today: BENCH_AS_OF }))[0]!.client;
  });

  it('is the figure of the client’s page, also where nothing was learnt yet, and stays the same when it was', async () => {
    const about = { shopId: large, client: lostInLarge, today: BENCH_AS_OF };
    const natural = async () => {
      const { natural: chance, naturalFrom, naturalCases } = (await run('caseFile', about))!;
      return { chance, naturalFrom, naturalCases };
    };
    const early = await natural();
    const { alike } = (await run('clientChance', about))!;
    expect(alike!.cases).toBeGreaterThanOrEqual(20);
    expect(early).toEqual({
      chance: alike!.returned / alike!.cases,
      naturalFrom: 'cases',
      naturalCases: alike,
    });
    await run('chances', { shopId: large, today: BENCH_AS_OF });
    await close();
    expect(await natural()).toEqual(early);
  });

  it('is what the model foretells where past silences cannot be compared', async () => {
    const own = { client: lostInLarge, interval: 10 };
    await run('saveCard', { shopId: large, card: own, today: BENCH_AS_OF });
    const about = { shopId: large, client: lostInLarge, today: BENCH_AS_OF };
    const found = (await run('caseFile', about))!;
    expect((await run('clientChance', about))!.alike).toBeNull();
    expect(found).toMatchObject({ naturalFrom: 'model', naturalCases: null });
    expect(found.natural).toBeGreaterThan(0);
    expect(found.natural).toBeLessThan(1);
  });
});

describe('whom to ask next', () => {
  const said = (name: Name, day: Day, source: 'client' | 'staff' | 'owner') =>
    aStatement(of(name), day, { price: 1 }, { source, role: source === 'owner' ? 'real' : 'stated' });

  it('are the lost, not those lost twice, by money at stake and freshness', async () => {
    const rows = await run('whoToAsk', { shopId, today });
    expect(rows.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Eve']);
    const { lostDate, yearlyValue } = await caseOf('Ann');
    expect(rows[0]).toEqual({
      client: of('Ann'),
      name: 'Ann',
      phone: '0470 11 22 33',
      email: '',
      status: STATUS.lost,
      yearlyValue,
      lostDate,
      weeks: Math.floor((today - lostDate) / 7),
      fresh: false,
      begun: false,
      oldAnswer: null,
      believed: null,
    });
  });

  it('never are those who must not be contacted', async () => {
    await run('saveCard', { shopId, card: { client: of('Ann'), doNotContact: true }, today });
    expect(await asked()).toEqual(['Ben', 'Eve']);
    expect((await caseOf('Ann')).doNotContact).toBe(true);
    await run('saveCard', { shopId, card: { client: of('Ann') }, today });
    expect(await asked()).toContain('Ann');
  });

  it('leave out who said it themselves within a year, and remind of answers that are older', async () => {
    await having([said('Ann', yesterday, 'client'), said('Ben', yesterday, 'staff')], async () => {
      expect(await asked()).toEqual(['Ben', 'Eve']);
    });
    const old = addDays(today, -366);
    await having([said('Eve', old, 'client')], async () => {
      const rows = await run('whoToAsk', { shopId, today });
      expect(rows.find(({ name }) => name === 'Eve')).toMatchObject({ oldAnswer: old });
    });
  });

  it('carry what owner or staff believe, as long as the client was not heard', async () => {
    const rowOf = async (name: Name) =>
      (await run('whoToAsk', { shopId, today })).find((row) => row.name === name)!;
    await having([said('Ann', yesterday, 'staff'), said('Eve', yesterday, 'owner')], async () => {
      expect((await rowOf('Ann')).believed).toBe('price');
      expect((await rowOf('Eve')).believed).toBe('price');
      expect((await rowOf('Ben')).believed).toBeNull();
    });
    const old = addDays(today, -366);
    await having([said('Eve', old, 'client'), said('Eve', yesterday, 'staff')], async () => {
      expect((await rowOf('Eve')).believed).toBeNull();
    });
  });

  it('count the weeks to today, though the sales end months ago', async () => {
    const later = addDays(today, 120);
    const { asOf, lostDate } = (await run('caseFile', { shopId, client: of('Ann'), today: later }))!;
    expect(later - asOf).toBeGreaterThan(100);
    const ann = (await run('whoToAsk', { shopId, today: later })).find(({ name }) => name === 'Ann')!;
    expect(ann.weeks).toBe(Math.floor((later - lostDate) / 7));
  });

  it('leave out whose conversation is finished, unless nobody was reached, and keep one that was begun', async () => {
    const reached = (value: string) => ({
      reached: {
        answer: { kind: 'choice' as const, value },
        day: yesterday,
        source: 'owner' as const,
        author: null,
      },
    });
    const interview = (name: Name, doneOn: Day | null, answers = {}) =>
      anEntry('interview', {
        client: of(name),
        questions: 'why-left',
        version: 1,
        startedOn: yesterday,
        doneOn,
        answers,
      });
    await having(
      [interview('Ann', yesterday), interview('Ben', yesterday, reached('not-reached'))],
      async () => {
        expect(await asked()).toEqual(['Ben', 'Eve']);
      },
    );
    await having([interview('Ann', null), said('Ann', yesterday, 'client')], async () => {
      const [ann] = await run('whoToAsk', { shopId, today });
      expect(ann).toMatchObject({ name: 'Ann', begun: true });
    });
    await having([interview('Ben', yesterday, reached('refused'))], async () => {
      expect(await asked()).not.toContain('Ben');
    });
  });
});

describe('who is due to be asked how satisfied they are', () => {
  it('are clients who still come, the dearest first, and who must not be contacted never', async () => {
    expect(await due()).toEqual(['Cleo', 'Finn']);
    await run('saveCard', { shopId, card: { client: of('Cleo'), doNotContact: true }, today });
    expect(await due()).toEqual(['Finn']);
    await run('saveCard', { shopId, card: { client: of('Cleo') }, today });
  });

  it('are due again after a year, with the day they were asked last', async () => {
    const old = addDays(today, -366);
    await having([anEntry('response', { client: of('Cleo'), day: addDays(today, -365) })], async () => {
      expect(await due()).toEqual(['Finn']);
    });
    const entries = [
      anEntry('response', { client: of('Cleo'), day: old }),
      anEntry('invitation', { client: of('Finn'), day: yesterday }),
      anEntry('response', { client: null, day: yesterday }),
      anEntry('response', { client: of('Cleo'), survey: 'staff', day: yesterday }),
    ];
    await having(entries, async () => {
      const rows = await run('dueForSurvey', { shopId, today });
      expect(rows.map(({ name, lastAsked }) => [name, lastAsked])).toEqual([
        ['Cleo', old],
        ['Finn', yesterday],
      ]);
    });
  });
});

describe('the names of some clients', () => {
  it('are those that were asked for, and nothing stands for a client who is not there', async () => {
    const names = await run('clientNames', { shopId, clients: [of('Cleo'), of('Finn'), 4_000] });
    expect([...names.values()]).toEqual(['Cleo', 'Finn']);
  });
});

describe('the staff', () => {
  it('has hanging on it all that its clients bring, however the till writes a name', async () => {
    const { report: totals } = (await run('confirm', { shopId, today }))!;
    const rows = await run('employees', { shopId, today });
    expect(rows.map(({ name, clients }) => [name, clients])).toEqual([
      ['Mia', 3],
      ['Leo', 4],
    ]);
    const sum = (of: 'all' | 'lost') => rows.reduce((total, { atRisk }) => total + atRisk[of], 0);
    expect(Math.abs(sum('all') - totals.annualAll)).toBeLessThan(2);
    expect(Math.abs(sum('lost') - totals.annualLost)).toBeLessThan(2);
    expect(rows.map(({ followed }) => followed)).toEqual([null, null]);
  });

  it('shows which clients left with somebody who left', async () => {
    const left = anEntry('person', {
      id: soldAsId('Mia'),
      name: 'Mia',
      soldAs: 'Mia',
      leftOn: parseIsoDay('2026-03-20'),
    });
    const added = anEntry('person', { id: 'own', name: 'Noor', soldAs: null, leftOn: yesterday });
    await having([left, added], async () => {
      const [mia, leo, noor] = await run('employees', { shopId, today });
      const cents = (await caseOf('Ann')).yearlyValue + (await caseOf('Ben')).yearlyValue;
      expect(mia!.followed).toEqual({ clients: 2, cents: Math.round(cents) });
      expect(leo!.followed).toBeNull();
      expect(noor).toMatchObject({
        name: 'Noor',
        clients: 0,
        atRisk: { all: 0, sleeping: 0, lost: 0 },
        followed: { clients: 0, cents: 0 },
      });
    });
  });
});

describe('the history of the business', () => {
  it('tells the losses around each event, past absences among them, newest first', async () => {
    const { lostDate } = await caseOf('Ann');
    const story = (await run('client', { shopId, client: of('Dora'), today }))!.story;
    const absence = story.gaps.find(({ loss }) => loss)!.loss!;
    const [early, late] = [
      anEntry('event', { day: absence.lostDate }),
      anEntry('event', { day: addDays(lostDate, 1) }),
    ];
    await having([early, late], async () => {
      const effects = await run('eventEffects', { shopId, today });
      expect(effects.map(({ event }) => event)).toEqual([late, early]);
      const near = await Promise.all(
        CLIENTS.filter((name) => !['Cleo', 'Finn'].includes(name)).map(
          async (name) => (await caseOf(name)).lostDate,
        ),
      );
      const before = near.filter((day) => day < late.day && day >= late.day - 182).length;
      expect(effects[0]).toMatchObject({ before: { clients: before }, whole: false });
      expect(effects[1]!.after.clients).toBe(
        1 + near.filter((day) => day >= early.day && day < early.day + 182).length,
      );
    });
    expect(await run('eventEffects', { shopId, today })).toEqual([]);
  });
});
