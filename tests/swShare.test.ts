import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeShared as openShared } from '../src/features/import/pick/handedOver';
import { takeShared } from '../src/swShare';

const SCOPE = 'https://shop.example/boomerang/';

/** Caches as a browser keeps them, in memory. */
function someCaches() {
  const all = new Map<string, Map<string, Response>>();
  const cacheOf = (kept: Map<string, Response>) => ({
    put: (url: string, response: Response) => Promise.resolve(void kept.set(url, response)),
    keys: () => Promise.resolve([...kept.keys()]),
    match: (url: string) => Promise.resolve(kept.get(url)),
  });
  return {
    all,
    open: (name: string) => {
      const kept = all.get(name) ?? new Map<string, Response>();
      all.set(name, kept);
      return Promise.resolve(cacheOf(kept));
    },
    delete: (name: string) => Promise.resolve(all.delete(name)),
  };
}

let caches: ReturnType<typeof someCaches>;

beforeEach(() => {
  caches = someCaches();
  vi.stubGlobal('caches', caches);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const post = (form: FormData) =>
  takeShared(new Request(`${SCOPE}share`, { method: 'POST', body: form }), SCOPE);

function shared(files: readonly (readonly [name: string, text: string])[], text = ''): FormData {
  const form = new FormData();
  form.set('text', text);
  for (const [name, content] of files) form.append('files', new File([content], name));
  return form;
}

test('files that another app shares lead to the import page, which opens them in the same order', async () => {
  const answer = await post(
    shared([
      ['Umsätze 1.csv', 'a'],
      ['sales.csv', 'b'],
      ['sales.csv', 'c'],
    ]),
  );
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${SCOPE}#/import?shared=1`]);
  const { files, text } = await openShared();
  expect(await Promise.all(files.map(async (file) => [file.name, await file.text()]))).toEqual([
    ['Umsätze 1.csv', 'a'],
    ['sales.csv', 'b'],
    ['sales.csv', 'c'],
  ]);
  expect(text).toBe('');
});

test('once opened nothing of them is kept', async () => {
  await post(shared([['sales.csv', 'a']]));
  expect(caches.all.size).toBe(1);
  await openShared();
  expect(caches.all.size).toBe(0);
  expect(await openShared()).toEqual({ files: [], text: '' });
});

test('a text without a file is a table to paste; beside a file it is a mere note', async () => {
  await post(shared([], 'Date\tClient'));
  expect(await openShared()).toEqual({ files: [], text: 'Date\tClient' });
  await post(shared([['sales.csv', 'a']], 'See attached'));
  const { files, text } = await openShared();
  expect([files.length, text]).toEqual([1, '']);
});

test('what was shared before and never opened is not mixed in', async () => {
  await post(
    shared([
      ['old 1.csv', 'a'],
      ['old 2.csv', 'b'],
    ]),
  );
  await post(shared([['new.csv', 'c']]));
  expect((await openShared()).files.map(({ name }) => name)).toEqual(['new.csv']);
});

test('a share that cannot be read, or kept, leads to the page all the same', async () => {
  const broken = new Request(`${SCOPE}share`, { method: 'POST', body: 'no form' });
  expect((await takeShared(broken, SCOPE)).status).toBe(303);
  vi.stubGlobal('caches', { ...caches, open: () => Promise.reject(new Error('full')) });
  expect((await post(shared([['sales.csv', 'a']]))).status).toBe(303);
});
