import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { aPlan } from '../support/aPlan';

const today = parseIsoDay('2026-11-23');

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const FILE = [
  'Date;Client;Phone;Amount',
  '2026-01-05;Ann Peeters;0470 11 22 33;20,00',
  '2026-02-05;Bob Vos;0470 99 88 77;20,00',
  '2026-03-05;Eve Maes;;20,00',
].join('\n');

const [ann, bob, eve] = [0, 1, 2] as const;
let shopId: string;

beforeEach(async () => {
  const given = { name: 'till.csv', file: new Blob([FILE]) };
  const seen = await run('survey', { shopId: null, given, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: null, layout, mapping, today, minorDigits: 2 });
  ({ shopId } = await run('commit', { shopId: null, settings: {}, fingerprint, today }));
  await run('saveSame', { shopId, client: ann, other: bob, verdict: 'same', today });
});

const found = async (query: string) => {
  const how = { shopId, statuses: [], sort: 'name', rising: true, today } as const;
  return Array.from((await run('clientList', { ...how, query })).client);
};

it('who was merged leads to the one who is kept', async () => {
  expect(await run('keptFor', { shopId, client: bob })).toEqual({
    client: ann,
    kept: 'Ann Peeters',
    name: 'Bob Vos',
  });
  expect(await run('keptFor', { shopId, client: ann })).toBeNull();
  expect(await run('keptFor', { shopId, client: eve })).toBeNull();
});

it('the old name and the old number find the one who is kept', async () => {
  expect(await found('bob v')).toEqual([ann]);
  expect(await found('0470 99')).toEqual([ann]);
  expect(await found('peeters')).toEqual([ann]);
  expect(await found('nobody')).toEqual([]);
});

it('plans of both are the kept one’s, and each can be opened', async () => {
  const plans = [ann, bob].map((client) => aPlan({ client, startedOn: today, lostDate: today }));
  await run('undecide', { shopId, id: (await run('sameAs', { shopId, client: ann }))[0]!.id, today });
  await run('saveEntries', { shopId, change: { put: plans } });
  await run('saveSame', { shopId, client: ann, other: bob, verdict: 'same', today });
  const file = await run('planFile', { shopId, client: ann, today });
  expect(file!.plans.map(({ plan }) => plan.id).sort()).toEqual(plans.map(({ id }) => id).sort());
  for (const { id } of plans) expect(await run('clientOfPlan', { shopId, plan: id })).toBe(ann);
});
