import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { aPlan } from '../support/aPlan';

const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

it('tells whose plan it is, and nobody’s where there is none', async () => {
  const { shopId } = await run('createExample', { name: 'Example', today: parseIsoDay('2026-11-23') });
  const plan = aPlan({ client: 11 });
  await run('saveEntries', { shopId, change: { put: [plan] } });
  expect(await run('clientOfPlan', { shopId, plan: plan.id })).toBe(11);
  expect(await run('clientOfPlan', { shopId, plan: 'gone' })).toBeNull();
});
