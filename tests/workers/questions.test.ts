import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/storage/failure';
import { askThrough, type Port } from '../../src/workers/client';
import { dispatcher, type JobTable } from '../../src/workers/dispatch';
import type { Answer, Request } from '../../src/workers/protocol';

type Listener = (event: { data: unknown }) => void;

/** A worker on the same thread: requests go through `dispatcher` to the given jobs. */
function fakeWorker(jobs: Partial<JobTable>) {
  const listeners: Listener[] = [];
  const breaks: Listener[] = [];
  const posted: Request[] = [];
  const deliver = (answer: Answer) => {
    for (const listener of listeners) listener({ data: structuredClone(answer) });
  };
  const dispatch = dispatcher(jobs as JobTable, deliver, () => []);
  const port = {
    postMessage: (request: Request) => {
      posted.push(request);
      dispatch(request);
    },
    addEventListener: (kind: string, listener: Listener) => {
      if (kind === 'message') listeners.push(listener);
      if (kind === 'error') breaks.push(listener);
    },
    terminate: () => undefined,
  } as unknown as Port;
  const breakDown = () => breaks.forEach((listener) => listener({ data: undefined }));
  return { port, posted, deliver, breakDown };
}

const shopId = 'a';

describe('a question to the worker', () => {
  it('is answered by its own job, whatever order the answers come in', async () => {
    const open: (() => void)[] = [];
    const { port } = fakeWorker({
      settings: ({ shopId: id }) => new Promise((resolve) => open.push(() => resolve({ name: id } as never))),
    });
    const ask = askThrough(() => port);
    const [a, b] = [ask('settings', { shopId: 'a' }), ask('settings', { shopId: 'b' })];
    open[1]!();
    open[0]!();
    expect((await a).name).toBe('a');
    expect((await b).name).toBe('b');
  });

  it('opens the worker with the first question, and only once', async () => {
    let opened = 0;
    const { port } = fakeWorker({ shops: () => Promise.resolve([]) });
    const ask = askThrough(() => (opened++, port));
    expect(opened).toBe(0);
    await ask('shops', null);
    await ask('shops', null);
    expect(opened).toBe(1);
  });

  it('passes on progress while it runs', async () => {
    const { port } = fakeWorker({
      dryRun: (_, { report }) => {
        report({ rows: 10, share: 0.5 });
        return Promise.resolve({ ok: false, error: { code: 'no-rows' } });
      },
    });
    const seen: number[] = [];
    await askThrough(() => port)('dryRun', {} as never, { onProgress: ({ rows }) => seen.push(rows) });
    expect(seen).toEqual([10]);
  });

  it('that must be told to the end is answered with what was done, even after it was to be stopped', async () => {
    let finish: () => void = () => undefined;
    const { port, posted } = fakeWorker({
      shops: () => new Promise((resolve) => (finish = () => resolve([]))),
    });
    const controller = new AbortController();
    const answer = askThrough(() => port)('shops', null, { signal: controller.signal, toTheEnd: true });
    controller.abort();
    expect(posted.map(({ kind }) => kind)).toEqual(['job', 'cancel']);
    finish();
    expect(await answer).toEqual([]);
  });

  it('fails with the code of what went wrong', async () => {
    const full = Object.assign(new Error('transaction'), {
      name: 'AbortError',
      inner: { name: 'QuotaExceededError' },
    });
    const { port } = fakeWorker({
      imports: () => Promise.reject(full),
      settings: () => Promise.reject(new Failure('shop-missing')),
      shops: () => {
        throw new TypeError('a defect');
      },
    });
    const ask = askThrough(() => port);
    await expect(ask('imports', { shopId })).rejects.toMatchObject({ code: 'disk-full' });
    await expect(ask('settings', { shopId })).rejects.toMatchObject({ code: 'shop-missing' });
    await expect(ask('shops', null)).rejects.toMatchObject({ code: 'unexpected', message: 'a defect' });
  });

  it('stops its job when it is cancelled, and ignores an answer that comes later', async () => {
    let signal: AbortSignal | undefined;
    let finish: () => void = () => undefined;
    const { port, posted, deliver } = fakeWorker({
      dryRun: (_, context) => {
        signal = context.signal;
        return new Promise((resolve) => (finish = () => resolve({ ok: false, error: { code: 'no-rows' } })));
      },
    });
    const controller = new AbortController();
    const answer = askThrough(() => port)('dryRun', {} as never, { signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
    expect(signal?.aborted).toBe(true);
    expect(posted.map((request) => request.kind)).toEqual(['job', 'cancel']);
    finish();
    deliver({ kind: 'done', id: 1, output: 'late' });
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('asks nothing when it was cancelled before', async () => {
    const { port, posted } = fakeWorker({ shops: () => Promise.resolve([]) });
    await expect(
      askThrough(() => port)('shops', null, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(posted).toEqual([]);
  });
});

describe('a worker that stops', () => {
  it('fails what was asked, and the next question opens another', async () => {
    const silent = fakeWorker({ shops: () => new Promise(() => undefined) });
    const good = fakeWorker({ shops: () => Promise.resolve([]) });
    const workers = [silent, good];
    const ask = askThrough(() => workers.shift()!.port);
    const first = ask('shops', null);
    silent.breakDown();
    await expect(first).rejects.toMatchObject({ code: 'worker-stopped' });
    expect(await ask('shops', null)).toEqual([]);
  });

  it('without a word is noticed by the watch that began when it came to life', async () => {
    const silent = fakeWorker({ shops: () => new Promise(() => undefined) });
    let stopped: () => void = () => undefined;
    const ask = askThrough(
      () => silent.port,
      (tell) => (stopped = tell),
    );
    const first = ask('shops', null);
    silent.deliver({ kind: 'alive' });
    stopped();
    await expect(first).rejects.toMatchObject({ code: 'worker-stopped' });
  });
});
