import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { ENTRY_KINDS } from '../../src/domain/notebook/notebook';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { again, someEntries } from '../support/entries';

const today = parseIsoDay('2026-11-23');

const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

let shopId: string;
beforeAll(async () => {
  shopId = (await run('createExample', { name: 'Example', today })).shopId;
  const { entries } = await run('entries', { shopId, kinds: ENTRY_KINDS });
  await run('saveEntries', { shopId, change: { remove: entries } });
});

const kept = async () => (await run('entries', { shopId, kinds: ENTRY_KINDS })).entries;
const changedAt = async () => (await run('shops', null)).find(({ id }) => id === shopId)?.changedAt ?? 0;

describe('what people write', () => {
  it('is there for the next question, and the shop counts as changed since its last file', async () => {
    const before = await changedAt();
    await run('saveEntries', { shopId, change: { put: [someEntries.event, someEntries.statement] } });
    expect(await kept()).toEqual([someEntries.event, someEntries.statement]);
    expect(await changedAt()).toBeGreaterThanOrEqual(Math.max(1, before));
  });

  it('leaves the figures as they are: no sale was touched', async () => {
    const before = await run('confirm', { shopId, today });
    await run('saveEntries', { shopId, change: { put: [again(someEntries.event, { text: 'Moved' })] } });
    expect((await run('confirm', { shopId, today }))!.basis).toBe(before!.basis);
  });

  it('comes to nothing where a part of it cannot be saved', async () => {
    const before = await kept();
    const change = { put: [someEntries.cause, someEntries.event] };
    await expect(run('saveEntries', { shopId, change })).rejects.toMatchObject({ code: 'busy-elsewhere' });
    expect(await kept()).toEqual(before);
  });

  it('of a shop that is gone is an expected failure', async () => {
    const change = { put: [someEntries.cause] };
    await expect(run('saveEntries', { shopId: 'gone', change })).rejects.toMatchObject({
      code: 'shop-missing',
    });
  });
});
