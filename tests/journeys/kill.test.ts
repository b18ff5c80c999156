import { afterEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { salesText } from '../bench/salesText';
import { checkAndSave, pickFile, words } from '../support/app';
import { forgetProfile, freshProfile, startBrowser, until } from '../support/browser';

const appUrl = inject('appUrl');
const ROUNDS = 20;
const TILL = 'tests/fixtures/import/till.csv';
const TILL_SALES = 304;

/** Enough sales that a kill can fall into their writing. */
const big = {
  name: 'big.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([...salesText({ rows: 150_000, clients: 6_000 })].join('')),
};

/** What the databases of all shops hold, read past the app. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const all = (await indexedDB.databases()).flatMap(({ name }) =>
      name?.startsWith('boomerang-shop-') ? [name] : [],
    );
    const read = async (name: string) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error!);
        };
      });
      const every = (store: string) =>
        new Promise<Record<string, number>[]>((resolve, reject) => {
          const request = db.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => {
            resolve(request.result as Record<string, number>[]);
          };
          request.onerror = () => {
            reject(request.error!);
          };
        });
      const [imports, packs, identities] = await Promise.all([
        every('imports'),
        every('packs'),
        every('identities'),
      ]);
      db.close();
      const sum = (values: (number | undefined)[]) =>
        values.reduce<number>((total, value) => total + (value ?? 0), 0);
      return {
        imports: imports.length,
        said: sum(imports.map((record) => record.added)),
        rows: sum(packs.map((record) => record.rows)),
        identities: sum(identities.map((record) => (record.words as unknown as Uint32Array).length / 2)),
      };
    };
    return Promise.all(all.map(read));
  });

const profiles: string[] = [];

afterEach(() => {
  profiles.splice(0).forEach(forgetProfile);
});

const newProfile = (): string => {
  const profile = freshProfile();
  profiles.push(profile);
  return profile;
};

type Outcome = 'whole' | 'nothing' | 'lost';

/** What a device holds after a kill; fails where that is a part of an import. */
async function outcomeOn(page: Page): Promise<Outcome> {
  const found = await stored(page);
  const [shop] = found;
  if (!shop || shop.imports === 0) {
    await page.getByText(words('today.missing.title')).first().waitFor();
    return 'lost';
  }
  expect(found).toHaveLength(1);
  expect([shop.said, shop.identities]).toEqual([shop.rows, shop.rows]);
  if (shop.imports === 1) expect(shop.rows).toBe(TILL_SALES);
  else expect(shop.rows).toBeGreaterThan(TILL_SALES);
  return shop.imports === 1 ? 'nothing' : 'whole';
}

/** One device that is killed again and again, each time so many milliseconds after "Save" was pressed. */
async function killedAfter(delays: readonly number[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let profile = newProfile();
  let browser = await startBrowser({ profile });
  let page = await browser.page(appUrl);
  for (const delay of delays) {
    await page.goto(`${appUrl}#/import`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if ((await stored(page)).length === 0) {
      await pickFile(page, TILL);
      await checkAndSave(page, 'Kept');
      await page.goto(`${appUrl}#/import`);
      await page.reload();
    }
    const before = await stored(page);
    expect(before).toEqual([{ imports: 1, said: TILL_SALES, rows: TILL_SALES, identities: TILL_SALES }]);
    await pickFile(page, big);
    await page.getByRole('button', { name: words('import.columns.next') }).click();
    await page.getByRole('button', { name: words('import.save.action') }).click();
    const deadline = Date.now() + delay;
    await until(() => Date.now() >= deadline, 'the moment of the kill');
    await browser.kill();

    browser = await startBrowser({ profile });
    page = await browser.page(appUrl);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const outcome = await outcomeOn(page);
    outcomes.push(outcome);
    if (outcome !== 'nothing') {
      await browser.close();
      profile = newProfile();
      browser = await startBrowser({ profile });
      page = await browser.page(appUrl);
    }
  }
  await browser.leave();
  return outcomes;
}

test(
  `killed ${ROUNDS} times while an import is being saved, the app holds all of it or nothing, or says that the browser lost the data`,
  { timeout: 400_000 },
  async () => {
    const delays = Array.from({ length: ROUNDS }, (_, round) => round * 30);
    const both = await Promise.all([0, 1].map((odd) => killedAfter(delays.filter((_, k) => k % 2 === odd))));
    const outcomes = both.flat();
    const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
    console.log(
      `${ROUNDS} kills: ${count('whole')} whole, ${count('nothing')} nothing, ${count('lost')} lost by the browser and noticed`,
    );
    expect(outcomes).toHaveLength(ROUNDS);
    expect(count('nothing')).toBeGreaterThan(0);
  },
);

test('a database thrown away by the browser is noticed at the next start, instead of an empty app', async () => {
  const browser = await startBrowser({ profile: newProfile() });
  const page = await browser.page(`${appUrl}#/import`);
  await pickFile(page, TILL);
  await checkAndSave(page, 'Fleur');
  await page.goto('about:blank');
  const other = await browser.page(`${appUrl}manifest.webmanifest`);
  await other.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name!);
        request.onsuccess = resolve;
        request.onerror = resolve;
      });
  });
  await other.goto(appUrl);
  await other.getByText(words('today.missing.title')).first().waitFor();
  await other.getByText('Fleur').first().waitFor();
  await browser.close();
});
