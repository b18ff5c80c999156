import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, isoDay, parseIsoDay, type Day } from '../../src/domain/kernel/day';
import type { Entry } from '../../src/domain/notebook/notebook';
import type { AskRow } from '../../src/workers/reasonsJobs';
import type { ShopDb } from '../../src/storage/shopDb';
import { openShop } from '../../src/storage/shops';
import { writeEntries } from '../../src/storage/notebook';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import type { WorkList } from '../../src/workers/winbackJobs';
import { aPlan, aStep } from '../support/aPlan';
import { again } from '../support/entries';
import { anEntry, aStatement } from '../support/notebook';

const monday = parseIsoDay('2026-11-23');

const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const visit = (client: string, day: Day, amount: number) => `${isoDay(day)};${client};Rose;${amount}`;
const monthly = (client: string, last: string, visits: number, amount: number) =>
  Array.from({ length: visits }, (_, k) => visit(client, addDays(parseIsoDay(last), -30 * k), amount));

async function importInto(id: string | null, rows: readonly string[], today: Day): Promise<string> {
  const file = new Blob([['Date;Client;Product;Amount', ...rows].join('\n')]);
  const seen = await run('survey', { shopId: id, given: { name: 'till.csv', file }, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: id, layout, mapping, today, minorDigits: 2 });
  return (await run('commit', { shopId: id, settings: {}, fingerprint, today })).shopId;
}

let shopId: string;
let today: Day;
let otherWindow: ShopDb;
let index: Map<string, number>;

beforeEach(async () => {
  today = monday;
  shopId = await importInto(
    null,
    [
      ...monthly('Ann', '2026-03-01', 12, 50),
      ...monthly('Ben', '2026-05-10', 12, 20),
      ...monthly('Dan', '2026-08-01', 12, 30),
      ...monthly('Cleo', '2026-11-20', 20, 10),
    ],
    today,
  );
  otherWindow = await openShop(shopId);
  const all = { shopId, statuses: [], query: '', sort: 'name', rising: true, today } as const;
  const list = await run('clientList', all);
  index = new Map(list.names.split('\0').map((name, row) => [name, list.client[row]!]));
});
afterEach(() => otherWindow.close());

const of = (name: string) => index.get(name)!;
const save = (...put: Entry[]) => run('saveEntries', { shopId, change: { put } });
const work = () => run('work', { shopId, today });
const whoToAsk = () => run('whoToAsk', { shopId, today });
const answers = async () => ({ work: await work(), whoToAsk: await whoToAsk() });
const forgetKept = () => otherWindow.results.bulkDelete(['work', 'whoToAsk']);
const planFor = (name: string, says = {}) =>
  aPlan({ client: of(name), lostDate: addDays(today, -40), startedOn: addDays(today, -9), ...says });
const plansOf = async () => (await run('entries', { shopId, kinds: ['plan'] })).entries;
const card = (client: number, says: object) => run('saveCard', { shopId, card: { client, ...says }, today });
const settings = async (says: object) => {
  const before = await run('settings', { shopId });
  await run('saveSettings', { shopId, settings: { ...before, ...says }, today });
};

/** Every kind of change that the work of a day rests on. */
const CHANGES: Readonly<Record<string, () => Promise<unknown>>> = {
  'a plan': () => save(planFor('Ann', { steps: [aStep()] }), planFor('Ben', { steps: [aStep(), aStep()] })),
  'a plan of another window': () =>
    writeEntries(otherWindow, { put: [planFor('Dan', { steps: [aStep({ channel: 'letter' })] })] }),
  'a step that was done': async () => {
    const [plan] = await plansOf();
    if (plan?.kind !== 'plan') return;
    const done = { on: today, outcome: 'promised', why: '', note: '' } as const;
    await save(again(plan, { steps: plan.steps.map((step) => ({ ...step, done })) }));
  },
  'a plan that was taken out': async () => {
    const [plan] = await plansOf();
    if (plan) await run('saveEntries', { shopId, change: { remove: [plan] } });
  },
  'a plan that was ended': async () => {
    const [plan] = await plansOf();
    if (plan?.kind !== 'plan') return;
    await save(again(plan, { closed: { on: today, because: 'refused', note: '' } }));
  },
  'what staff say': () => save(aStatement(of('Ann'), addDays(today, -1), { price: 1 }, { severity: 5 })),
  'what the client says': () =>
    save(aStatement(of('Ben'), addDays(today, -2), { rudeness: 1 }, { source: 'client' })),
  'a conversation': () =>
    save(anEntry('interview', { client: of('Dan'), startedOn: addDays(today, -3), doneOn: null })),
  'a complaint': () => save(anEntry('complaint', { client: of('Ann') })),
  'a wish to be left alone': () => card(of('Ann'), { doNotContact: true }),
  'a name and a number': () => card(of('Ben'), { name: 'Benny', phone: '0470 99 88 77' }),
  'the margin': () => settings({ marginPercent: 35, hourCost: 2_500 }),
  'a closure': () =>
    settings({ closures: [{ from: addDays(today, -5), to: addDays(today, 3), yearly: false }] }),
  'a purchase': () => importInto(shopId, [visit('Ann', addDays(today, -1), 60)], today),
  'an undone import': async () => {
    const imports = await run('imports', { shopId });
    if (imports.length < 2) return;
    await run('undo', { shopId, importId: Math.max(...imports.map(({ id }) => id)), today });
  },
  'the next morning': () => Promise.resolve((today = addDays(today, 1))),
  'a month later': () => Promise.resolve((today = addDays(today, 31))),
  'a clock set back': () => Promise.resolve((today = addDays(today, -2))),
};

describe('an answer that is kept', () => {
  it('is read instead of being made again, also after a start', async () => {
    await save(planFor('Ann', { steps: [aStep()] }));
    const before = await answers();
    for (const id of ['work', 'whoToAsk'] as const) {
      const record = (await otherWindow.results.get(id)) as { answer: WorkList | AskRow[] };
      const answer = Array.isArray(record.answer) ? [] : { ...record.answer, dueCount: 77 };
      await otherWindow.results.put({ ...record, answer } as never);
    }
    await run('switchShop', { shopId });
    expect(await answers()).toEqual({ work: { ...before.work, dueCount: 77 }, whoToAsk: [] });
  });

  it.each(Object.keys(CHANGES))('is never shown after %s', async (change) => {
    await CHANGES['a plan']!();
    await answers();
    await CHANGES[change]!();
    const shown = await answers();
    await forgetKept();
    expect(shown).toEqual(await answers());
  });

  it('is never another one than a new one would be, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(CHANGES)), { minLength: 2, maxLength: 5 }),
        async (changes) => {
          for (const change of changes) {
            await CHANGES[change]!();
            const shown = await answers();
            await forgetKept();
            expect(shown, change).toEqual(await answers());
          }
        },
      ),
      { numRuns: 12, seed: 4 },
    );
  });

  it('is made anew where it cannot be read, or another version of the app made it', async () => {
    await save(planFor('Ann', { steps: [aStep()] }));
    const before = await answers();
    for (const damage of [{ answer: { due: 'many' } }, { answer: null }, { basis: '0.0 1/1@1' }]) {
      for (const id of ['work', 'whoToAsk']) {
        const record = (await otherWindow.results.get(id))!;
        await otherWindow.results.put({ ...record, ...damage });
      }
      expect(await answers()).toEqual(before);
    }
  });

  it('goes with the figures it was made from, so that it names nobody who was forgotten', async () => {
    await importInto(shopId, monthly('Zoe', '2026-06-01', 9, 90), today);
    expect((await whoToAsk()).map(({ name }) => name)).toContain('Zoe');
    const imports = await run('imports', { shopId });
    await run('undo', { shopId, importId: Math.max(...imports.map(({ id }) => id)), today });
    expect(await otherWindow.results.get('whoToAsk')).toBeUndefined();
  });
});
