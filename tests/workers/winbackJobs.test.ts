import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, isoDay, monthOf, parseIsoDay, type Day } from '../../src/domain/kernel/day';
import { STATUS } from '../../src/domain/loss/status';
import type { Entry } from '../../src/domain/notebook/notebook';
import type { Plan } from '../../src/domain/notebook/plan';
import { NONE } from '../../src/domain/sales/columns';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { BENCH_AS_OF, benchSales } from '../bench/benchSales';
import { aPlan, aStep, doneOn } from '../support/aPlan';
import { again } from '../support/entries';
import { anEntry, aStatement } from '../support/notebook';

// A Monday.
const today = parseIsoDay('2026-11-23');

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const importInto = async (shopId: string | null, rows: readonly string[], day: Day): Promise<string> =>
  (await saved(shopId, rows, day)).shopId;

async function saved(
  shopId: string | null,
  rows: readonly string[],
  day: Day = today,
): Promise<Output<'commit'>> {
  const file = new Blob([['Date;Client;Phone;Product;Amount', ...rows].join('\n')]);
  const seen = await run('survey', { shopId, given: { name: 'till.csv', file }, today: day });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId, layout, mapping, today: day, minorDigits: 2 });
  const settings = shopId === null ? { name: 'Fleur' } : {};
  return run('commit', { shopId, settings, fingerprint, today: day });
}

const visit = (client: string, day: string, amount: string) =>
  `${day};${client};0470 11 22 33;Rose;${amount}`;

/** A visit every 30 days, the last one on that day. */
const monthly = (client: string, last: string, visits: number, amount: string) =>
  Array.from({ length: visits }, (_, k) =>
    visit(client, isoDay(addDays(parseIsoDay(last), -30 * (visits - 1 - k))), amount),
  );

/** Ann, Ben, Dan and Eve are lost; Cleo stays, so that the shop has a present. */
const ROWS = [
  ...monthly('Ann', '2026-03-01', 12, '50,00'),
  ...monthly('Ben', '2026-03-10', 12, '20,00'),
  ...monthly('Dan', '2026-04-01', 12, '30,00'),
  ...monthly('Eve', '2026-02-01', 12, '10,00'),
  ...monthly('Cleo', '2026-11-20', 20, '10,00'),
];

let shopId: string;
let index: Map<string, number>;

async function clientsByName(): Promise<Map<string, number>> {
  const list = await run('clientList', {
    shopId,
    statuses: [],
    query: '',
    sort: 'name',
    rising: true,
    today,
  });
  return new Map(list.names.split('\0').map((name, row) => [name, list.client[row]!]));
}

const of = (name: string): number => index.get(name)!;
const save = (...put: Entry[]) => run('saveEntries', { shopId, change: { put } });
const plans = (day = today) => run('plans', { shopId, today: day });
const work = (day = today) => run('work', { shopId, today: day });
const earned = () => run('earned', { shopId, today });
const file = (name: string) => run('planFile', { shopId, client: of(name), today });

async function planFor(name: string, says: Partial<Plan> = {}): Promise<Plan> {
  const { lostDate } = (await run('caseFile', { shopId, client: of(name), today }))!;
  return aPlan({ client: of(name), lostDate, startedOn: parseIsoDay('2026-11-02'), ...says });
}

beforeEach(async () => {
  shopId = await importInto(null, ROWS, today);
  index = await clientsByName();
});

describe('the list of plans', () => {
  it('is empty at first, and has every plan that was saved with where it stands', async () => {
    expect(await plans()).toEqual([]);
    const steps = [doneOn('2026-11-03', 'reached'), aStep({ due: { kind: 'after', days: 7 } }), aStep()];
    const plan = await planFor('Ben', { steps, reason: 'price', responsible: 'sold:Mia' });
    await save(plan, await planFor('Ann'));
    const [ann, ben] = await plans();
    expect(ann).toMatchObject({ name: 'Ann', state: { stage: 'preparing', next: null, recovery: null } });
    expect(ben).toMatchObject({
      plan: plan.id,
      client: of('Ben'),
      name: 'Ben',
      phone: '0470 11 22 33',
      status: STATUS.lost,
      reason: 'price',
      responsible: 'sold:Mia',
      state: { stage: 'talking', next: { step: steps[1]!.id, due: parseIsoDay('2026-11-10'), overdue: 13 } },
      stepsDone: 1,
      steps: 3,
    });
    expect(ben!.nextStep).toEqual(steps[1]);
  });

  it('has no step due on a day on which the owner says nobody works, or the shop is closed', async () => {
    const step = aStep({ due: { kind: 'on', day: today } });
    await save(await planFor('Ben', { steps: [step] }));
    const due = async () => isoDay((await plans())[0]!.state.next!.due);
    const keep = async (change: Partial<Output<'settings'>>) =>
      run('saveSettings', { shopId, settings: { ...(await run('settings', { shopId })), ...change }, today });
    expect(await due()).toBe('2026-11-23');
    await keep({ freeWeekdays: [0, 1] });
    expect(await due()).toBe('2026-11-24');
    await keep({ closures: [{ first: addDays(today, 1), last: addDays(today, 3) }] });
    expect(await due()).toBe('2026-11-27');
    await keep({ freeWeekdays: [] });
    expect(await due()).toBe('2026-11-23');
  });

  it('weighs a plan by value, chance, margin, years and what it still costs', async () => {
    const settings = await run('settings', { shopId });
    await run('saveSettings', {
      shopId,
      settings: { ...settings, marginPercent: 50, hourCost: 3_000 },
      today,
    });
    const steps = [
      doneOn('2026-11-03', 'done', { cost: 9_900 }),
      aStep({ cost: 200, minutes: 30, channel: 'other' }),
    ];
    await save(await planFor('Ann', { steps }));
    const { yearlyValue, years, lostDate } = (await run('caseFile', { shopId, client: of('Ann'), today }))!;
    // Weeks since the loss lie between 6 and 26; no severity, no group, no way that is told apart: 40 %, the nearest of those offered.
    const weeks = Math.floor((today - lostDate) / 7);
    expect(weeks).toBeGreaterThan(6);
    const guess = 40 * (1 - (0.5 * (weeks - 6)) / 20);
    const chance =
      [5, 10, 20, 30, 40].reduce((a, b) => (Math.abs(b - guess) < Math.abs(a - guess) ? b : a)) / 100;
    const [row] = await plans();
    expect(row!.expectedGain).toBeCloseTo(chance * yearlyValue * 0.5 * years - 200 - 1_500, 4);
    expect((await file('Ann'))!.plans[0]!.expectedGain).toBeCloseTo(row!.expectedGain, 6);
  });

  it('lets the owner’s word about the severity move the chance', async () => {
    await save(await planFor('Ann', { steps: [aStep()] }));
    const [before] = await plans();
    await save(aStatement(of('Ann'), addDays(today, -1), { rudeness: 1 }, { severity: 5 }));
    const [after] = await plans();
    expect(after!.expectedGain).toBeLessThan(before!.expectedGain);
  });

  it('shows no way to reach a client who must not be contacted, and no next step', async () => {
    await save(await planFor('Ann', { steps: [aStep()] }));
    expect((await work()).dueCount).toBe(1);
    await run('saveCard', { shopId, card: { client: of('Ann'), doNotContact: true }, today });
    const [row] = await plans();
    expect(row).toMatchObject({ name: 'Ann', phone: '', email: '', nextStep: null });
    expect(row!.state).toMatchObject({ stage: 'closed', next: null });
    expect(await work()).toMatchObject({ due: [], dueCount: 0, overdueCount: 0 });
    expect((await file('Ann'))!.plans[0]!.state.next).toBeNull();
  });

  it('counts plans in which somebody promised and nobody asks again', async () => {
    await save(await planFor('Ann', { steps: [doneOn(addDays(today, -20), 'promised')] }));
    expect((await work()).idle).toBe(1);
    const [row] = await plans();
    expect(row!.state).toMatchObject({ stage: 'promised', next: null });
  });

  it('keeps the plan of a client whose sales were taken back', async () => {
    const more = await importInto(shopId, monthly('Zoe', '2026-03-01', 6, '25,00'), today);
    index = await clientsByName();
    await save(await planFor('Zoe', { steps: [aStep()] }));
    const imports = await run('imports', { shopId: more });
    await run('undo', { shopId, importId: Math.max(...imports.map(({ id }) => id)), today });
    const [row] = await plans();
    expect(row).toMatchObject({ yearlyValue: 0, expectedGain: 0, status: STATUS.potential });
    expect(await file('Zoe')).toBeNull();
    expect((await earned()).stages.preparing).toBe(1);
  });

  it('follows what another window saves', async () => {
    const plan = await planFor('Ann', { steps: [aStep()] });
    await save(plan);
    expect((await plans())[0]!.state.stage).toBe('preparing');
    const [step] = plan.steps;
    const called = again(plan, {
      steps: [{ ...step!, done: { on: today, outcome: 'reached', why: '', note: '' } }],
    });
    await save(called);
    expect((await plans())[0]!.state.stage).toBe('talking');
    await run('saveEntries', { shopId, change: { remove: [called] } });
    expect(await plans()).toEqual([]);
    await save({ ...plan, reason: 'price' });
    expect((await plans())[0]).toMatchObject({ reason: 'price', state: { stage: 'preparing' } });
  });
});

describe('the file of a client', () => {
  it('holds the case, the card, what is known and the plans, newest first', async () => {
    const older = await planFor('Ann', { startedOn: parseIsoDay('2026-10-01') });
    const newer = await planFor('Ann', { startedOn: parseIsoDay('2026-11-01') });
    await save(older, newer, aStatement(of('Ann'), addDays(today, -1), { rudeness: 1 }, { severity: 2 }));
    await run('saveCard', { shopId, card: { client: of('Ann'), note: 'Loves tulips' }, today });
    const found = (await file('Ann'))!;
    expect(found.case).toMatchObject({ name: 'Ann', status: STATUS.lost });
    expect(found.card).toMatchObject({ note: 'Loves tulips' });
    expect(found.knowledge).toMatchObject({ reason: 'rudeness', severity: 2, human: true, chance: null });
    expect(found.plans.map(({ plan }) => plan.id)).toEqual([newer.id, older.id]);
  });

  it('remembers of a client who is back why they had left', async () => {
    await save(
      await planFor('Ann', { steps: [doneOn('2026-11-03', 'reached')] }),
      aStatement(of('Ann'), parseIsoDay('2026-10-20'), { rudeness: 1 }),
    );
    await importInto(shopId, [visit('Ann', '2026-11-21', '60,00')], today);
    const found = (await file('Ann'))!;
    expect(found.plans[0]!.state.recovery).not.toBeNull();
    expect(found.knowledge.reason).toBe('rudeness');
  });

  it('is none of a client who is not there', async () => {
    expect(await run('planFile', { shopId, client: 9_999, today })).toBeNull();
  });
});

describe('a new purchase', () => {
  const care = aStep({ aftercare: true, due: { kind: 'after', days: 2 } });

  it('makes the client recovered, moves the plan on by itself, and is greeted once', async () => {
    const call = doneOn('2026-11-03', 'reached');
    const plan = await planFor('Ann', { steps: [call, aStep(), care] });
    await save(plan);
    expect((await work()).back).toEqual([]);
    await importInto(shopId, [visit('Ann', '2026-11-20', '60,00')], today);
    const [row] = await plans();
    expect(row!.state).toMatchObject({
      stage: 'aftercare',
      recovery: { day: parseIsoDay('2026-11-20'), sum: 6_000, ours: true, step: call.id, daysSinceStep: 17 },
      // Two days after the purchase was a Sunday.
      next: { step: care.id, due: parseIsoDay('2026-11-23'), overdue: 0 },
    });
    expect(row!.status).toBe(STATUS.recovered);
    const { back, aftercare, dueCount } = await work();
    expect(back.map(({ name }) => name)).toEqual(['Ann']);
    expect({ aftercare, dueCount }).toEqual({ aftercare: 1, dueCount: 1 });
    await save(again(plan, { greeted: parseIsoDay('2026-11-20') }));
    expect((await work()).back).toEqual([]);
  });

  it('is taken back by a refund, and by an undone import', async () => {
    await save(await planFor('Ann', { steps: [doneOn('2026-11-03', 'reached'), aStep()] }));
    await importInto(shopId, [visit('Ann', '2026-11-20', '60,00')], today);
    await importInto(shopId, [visit('Ann', '2026-11-21', '-60,00')], today);
    expect((await plans())[0]!.state).toMatchObject({ stage: 'talking', recovery: null });
    const imports = await run('imports', { shopId });
    const last = Math.max(...imports.map(({ id }) => id));
    await run('undo', { shopId, importId: last, today });
    expect((await plans())[0]!.state.stage).toBe('bought');
    await run('undo', { shopId, importId: last - 1, today });
    expect((await plans())[0]!.state).toMatchObject({ stage: 'talking', recovery: null });
  });

  it('that an import takes back was there when it came, as the import says, whether anybody noted it or not', async () => {
    const plan = await planFor('Ann', { steps: [doneOn('2026-11-03', 'reached'), aStep()] });
    await save(plan, await planFor('Ben', { steps: [aStep()] }));
    const first = await saved(shopId, [visit('Ann', '2026-11-20', '60,00')]);
    expect(first.recoveredBefore).toEqual([]);
    const refund = await saved(shopId, [visit('Ann', '2026-11-21', '-60,00')]);
    expect(refund.recoveredBefore).toEqual([plan.id]);
    expect((await plans()).every(({ state }) => state.recovery === null)).toBe(true);
    const later = await saved(shopId, [visit('Cleo', '2026-11-22', '9,00')]);
    expect(later.recoveredBefore).toEqual([]);
  });

  it('does not depend on which file comes first', async () => {
    const plan = await planFor('Ann', { steps: [doneOn('2026-11-03', 'reached'), care] });
    await save(plan);
    const files = [[visit('Ann', '2026-11-20', '60,00')], [visit('Ann', '2026-11-12', '40,00')]];
    for (const rows of files) await importInto(shopId, rows, today);
    const [one] = await plans();
    shopId = await importInto(null, ROWS, today);
    await save(plan);
    for (const rows of files.toReversed()) await importInto(shopId, rows, today);
    const [other] = await plans();
    expect(other!.state).toEqual(one!.state);
    expect(one!.state.recovery).toMatchObject({ day: parseIsoDay('2026-11-12'), visits: 2, since: 10_000 });
  });

  it('before the first step is the client’s own doing', async () => {
    await save(await planFor('Ann', { steps: [doneOn('2026-11-20', 'reached', { cost: 500 })] }));
    await importInto(shopId, [visit('Ann', '2026-11-12', '40,00')], today);
    expect((await plans())[0]!.state.recovery).toMatchObject({ ours: false, step: null });
    expect((await earned()).total).toMatchObject({
      contacted: 1,
      recovered: 0,
      since: 0,
      cost: 500,
      romi: -1,
    });
  });
});

describe('the work of the day', () => {
  it('has what is due by falling gain, counts what is overdue, and leaves out what is still to come', async () => {
    const due = (days: number) => aStep({ due: { kind: 'on', day: addDays(today, days) } });
    await save(
      await planFor('Eve', { steps: [due(0)] }),
      await planFor('Ann', { steps: [due(-3)] }),
      await planFor('Ben', { steps: [due(1)] }),
      await planFor('Dan', { steps: [due(-1)], closed: { on: today, because: 'let-go', note: '' } }),
    );
    const found = await work();
    expect(found.due.map(({ name, state }) => [name, state.next!.overdue])).toEqual([
      ['Ann', 3],
      ['Eve', 0],
    ]);
    expect(found).toMatchObject({ dueCount: 2, overdueCount: 1, aftercare: 0, back: [] });
  });

  it('knows whose loss a plan answers, also one that the owner ended, until they are lost anew', async () => {
    expect((await work()).taken).toEqual([]);
    const ended = { on: today, because: 'refused', note: '' } as const;
    await save(
      await planFor('Ann', { steps: [aStep()] }),
      await planFor('Ben', { closed: ended }),
      await planFor('Dan', { closed: ended, lostDate: parseIsoDay('2026-01-15') }),
    );
    expect(new Set((await work()).taken)).toEqual(new Set([of('Ann'), of('Ben')]));
  });

  it('leaves alone whoever needs nothing any more, until they come and stay away anew', async () => {
    await save(
      aStatement(of('Ann'), addDays(today, -5), { closed: 1 }),
      aStatement(of('Ben'), parseIsoDay('2024-01-15'), { closed: 1 }),
    );
    expect((await work()).taken).toEqual([of('Ann')]);
  });

  it('says whether a step is the last one', async () => {
    const due = { kind: 'on', day: today } as const;
    await save(
      await planFor('Ann', { steps: [aStep({ due }), aStep({ aftercare: true })] }),
      await planFor('Eve', { steps: [aStep({ due }), aStep()] }),
    );
    expect((await work()).due.map(({ name, isLast }) => [name, isLast])).toEqual([
      ['Ann', true],
      ['Eve', false],
    ]);
  });

  it('counts whom to ask and the complaints whose cause nobody knows', async () => {
    const asked = (await run('whoToAsk', { shopId, today })).length;
    const found = { owner: null, due: null, doneOn: today, text: 'The van broke down' };
    const base = anEntry('complaint');
    await save(base, anEntry('complaint', { reason: 'late-delivery', work: { ...base.work, found } }));
    expect(await work()).toMatchObject({ toAsk: asked, complaints: 1 });
    expect(asked).toBe(4);
  });
});

describe('what win-back earned', () => {
  it('agrees with a calculation by hand', async () => {
    const settings = await run('settings', { shopId });
    await run('saveSettings', {
      shopId,
      settings: { ...settings, marginPercent: 40, hourCost: 3_000 },
      today,
    });
    const voucher = { sort: 'discount', percent: 10, cost: 500, text: '' } as const;
    const letter = (says: object = {}) =>
      doneOn('2026-11-03', 'done', {
        channel: 'letter',
        cost: 150,
        minutes: 10,
        offer: voucher,
        who: 'sold:Mia',
        ...says,
      });
    await save(
      await planFor('Ann', { steps: [letter()], reason: 'price', playbook: 'price' }),
      await planFor('Ben', {
        steps: [letter({ channel: 'call' }), doneOn('2026-11-09', 'refused')],
        reason: 'price',
      }),
      await planFor('Dan', { steps: [letter()], reason: 'rudeness' }),
      await planFor('Eve', { steps: [aStep()] }),
    );
    await importInto(
      shopId,
      [
        visit('Ann', '2026-11-10', '60,00'),
        visit('Ann', '2026-11-20', '50,00'),
        visit('Dan', '2026-11-12', '30,00'),
      ],
      today,
    );
    const { total, by, stages, refusals, leak, ...rest } = await earned();
    // Three letters or calls at 1.50 and 10 minutes at 30 an hour, two vouchers of 5 taken: 3 x 6.50 + 10 = 29.50.
    // Sales of 140 leave 56 at 40 %: (56 - 29.50) / 29.50 = 89.8 %.
    expect(total).toMatchObject({
      contacted: 3,
      reached: 3,
      recovered: 2,
      firstPurchases: 9_000,
      since: 14_000,
      cost: 2_950,
      minutes: 30,
      naturalMargin: 0,
      thin: true,
    });
    expect(total.margin).toBeCloseTo(5_600, 6);
    expect(total.romi).toBeCloseTo((5_600 - 2_950) / 2_950, 10);
    expect(total.romiGross).toBe(total.romi);
    expect(rest).toEqual({ marginKnown: true, hourCostKnown: true, naturalKnown: false });
    expect(
      by.reason.map(({ key, contacted, recovered, since }) => [key, contacted, recovered, since]),
    ).toEqual([
      ['price', 2, 1, 11_000],
      ['rudeness', 1, 1, 3_000],
    ]);
    expect(by.channel.map(({ key, contacted }) => [key, contacted])).toEqual([
      ['letter', 2],
      ['call', 1],
    ]);
    expect(by.month.map(({ key }) => key)).toEqual([String(monthOf(today))]);
    expect(by.employee.map(({ key }) => key)).toEqual(['sold:Mia', '']);
    expect(stages).toMatchObject({ preparing: 1, talking: 1, bought: 2, closed: 0 });
    expect(refusals).toEqual([
      { key: '2', reached: 1, refused: 1 },
      { key: '1', reached: 3, refused: 0 },
    ]);
    const last = leak.at(-1)!;
    expect(last.month).toBe(monthOf(today));
    expect(last.ours).toBeCloseTo(last.back, 6);
    expect(last.ours).toBeGreaterThan(0);
    expect(leak.reduce((sum, { lost }) => sum + lost, 0)).toBeGreaterThan(last.back);
  });

  it('subtracts what would have come anyway, in a shop large enough to tell', async () => {
    const { sales } = benchSales(6_000, 300, 5);
    const rows = Array.from(sales.day, (on, i) =>
      visit(
        sales.client[i] === NONE ? '' : `C${sales.client[i]!}`,
        isoDay(on as Day),
        (sales.cents[i]! / 100).toFixed(2).replace('.', ','),
      ),
    );
    shopId = await importInto(null, rows, BENCH_AS_OF);
    const { top } = (await run('confirm', { shopId, today: BENCH_AS_OF }))!;
    const contact = addDays(BENCH_AS_OF, -90);
    const written = top
      .filter(({ lostDate }) => lostDate < contact)
      .slice(0, 20)
      .map(({ client, lostDate }) =>
        aPlan({
          client,
          lostDate: lostDate as Day,
          startedOn: contact,
          steps: [doneOn(contact, 'done', { cost: 100 })],
        }),
      );
    await save(...written);
    const { total, naturalKnown } = await run('earned', { shopId, today: BENCH_AS_OF });
    expect(naturalKnown).toBe(true);
    expect(total).toMatchObject({ contacted: 20, recovered: 0, cost: 2_000, thin: false, romiGross: -1 });
    expect(total.naturalMargin).toBeGreaterThan(0);
    expect(total.romi).toBeCloseTo(-1 - total.naturalMargin / 2_000, 10);
    const [row] = await run('plans', { shopId, today: BENCH_AS_OF });
    expect(row!.expectedGain).toBeGreaterThan(0);
  });

  it('counts a merged reason under the one it went into', async () => {
    await save(
      await planFor('Ann', { steps: [doneOn('2026-11-03', 'done')], reason: 'price' }),
      anEntry('reason', { id: 'price', type: 'price', mergedInto: 'cheaper-rival' }),
    );
    expect((await earned()).by.reason.map(({ key }) => key)).toEqual(['cheaper-rival']);
  });

  it('is nothing, and no failure, without a plan', async () => {
    const { total, by, refusals } = await earned();
    expect(total).toMatchObject({ contacted: 0, recovered: 0, cost: 0, thin: true });
    expect(by.reason).toEqual([]);
    expect(refusals).toEqual([]);
  });
});

describe('a shop without sales', () => {
  it('has no plans to show, as it has no figures', async () => {
    const [only] = await run('imports', { shopId });
    await run('undo', { shopId, importId: only!.id, today });
    for (const job of ['plans', 'work', 'earned'] as const)
      await expect(run(job, { shopId, today })).rejects.toMatchObject({ code: 'nothing-to-save' });
  });
});
