import 'fake-indexeddb/auto';
import '../support/fileReader';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_ALIASES, standsFor } from '../../src/domain/identity/aliases';
import { proposeList } from '../../src/domain/intake/list/proposeList';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { readLog } from '../../src/storage/shopLog';
import { openShop } from '../../src/storage/shops';
import { isGone } from '../../src/storage/undo';
import { close } from '../../src/workers/jobs/openShops';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';

const today = parseIsoDay('2026-11-23');

/** Runs a job as the worker would, without a page. */
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const NAMES = ['Ada Brook', 'Ben Frost', 'Cleo Marsh', 'Dora Vale'];
const phone = (who: number) => `020 7946 00${who}1`;
const mail = (who: number) => `${NAMES[who]!.split(' ')[0]!.toLowerCase()}@example.com`;

type Row = readonly [who: number, month: number];
const sales = {
  named: (rows: readonly Row[]) => [
    'Date;Client;Phone;E-mail;Amount',
    ...rows.map(([who, month]) => `2026-0${month}-05;${NAMES[who]};${phone(who)};${mail(who)};${month},00`),
  ],
  numbered: (rows: readonly Row[]) => [
    'Date;Customer no;Customer;E-mail;Amount',
    ...rows.map(([who, month]) => `2026-0${month}-09;C${who};${NAMES[who]};${mail(who)};${month},00`),
  ],
};
const listOf = (rows: readonly Row[]) => [
  'Name;Phone;E-mail;Note',
  ...rows.map(([who, month]) => `${NAMES[who]};${phone(who)};${mail(who)};note ${month}`),
];

let shopId: string;

async function importSales(lines: readonly string[], into: string | null): Promise<string> {
  const given = { name: 'till.csv', file: new Blob([lines.join('\n')]) };
  const seen = await run('survey', { shopId: into, given, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping, fingerprint } = seen.value.survey;
  await run('dryRun', { shopId: into, layout, mapping, today, minorDigits: 2 });
  return (await run('commit', { shopId: into, settings: { name: 'Fleur' }, fingerprint, today })).shopId;
}

async function takeList(lines: readonly string[]): Promise<void> {
  const given = { name: 'clients.csv', file: new Blob([lines.join('\n')]) };
  const seen = await run('survey', { shopId, given, today });
  if (!seen.ok) throw new Error(seen.error.code);
  const { survey } = seen.value;
  await run('readList', { shopId, layout: survey.layout, mapping: proposeList(survey), today });
  await run('saveList', { shopId, withNew: true, today });
}

/** What the database holds, as records and as one text. */
async function stored() {
  const db = await openShop(shopId);
  const { log } = await readLog(db);
  const kept = db.tables.filter(({ name }) => name !== 'results');
  const records = (await Promise.all(kept.map((table) => table.toArray()))) as unknown[][];
  const [packs, identities] = [await db.packs.toArray(), await db.identities.toArray()];
  db.close();
  const aliases = log.same?.aliases ?? NO_ALIASES;
  const here = log.clients.keys.flatMap((key, at) =>
    isGone(key) || standsFor(aliases, at) !== at ? [] : [at],
  );
  return { log, records, packs, identities, here };
}

async function answers() {
  const headline = await run('confirm', { shopId, today });
  if (!headline) return null;
  const all = { shopId, statuses: [], query: '', sort: 'name', rising: true, today } as const;
  const { names, client } = await run('clientList', all);
  const clients = await Promise.all([...client].map((one) => run('client', { shopId, client: one, today })));
  return { headline: { ...headline, basis: '' }, names, clients };
}

const REFUSED = ['same-file', 'nothing-to-save', 'file-unreadable'];
const tolerated = (error: unknown): void => {
  if (!REFUSED.includes((error as { code?: string }).code ?? '')) throw error;
};

const STEPS = ['named', 'numbered', 'list', 'hand', 'undo', 'correct', 'merge', 'forget', 'restore'] as const;
const steps = fc.array(
  fc.tuple(
    fc.constantFrom(...STEPS),
    fc.nat(11),
    fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 3 }),
  ),
  { minLength: 3, maxLength: 6 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

/** Names, phones and e-mails of clients who were forgotten, and their places. */
let gone: { readonly texts: Set<string>; readonly places: Set<number> };

async function take([step, at, rows]: Step): Promise<void> {
  const { log, here } = await stored();
  const who = here[at % here.length];
  if (step === 'named' || step === 'numbered') await importSales(sales[step](rows), shopId);
  else if (step === 'list') await takeList(listOf(rows));
  else if (step === 'hand') {
    const [person] = rows[0]!;
    const facts = { phone: phone(person), email: '', segment: '', number: '', another: false };
    const client = { kind: 'new', id: `c${at}`, name: NAMES[person]!, ...facts } as const;
    const sale = { id: `s${at}`, day: today, who: client, cents: 500, product: '', employee: '' };
    await run('saveByHand', { shopId, settings: {}, sales: [sale], clients: [client], draft: null, today });
  } else if (step === 'undo') {
    const imports = await run('imports', { shopId });
    const one = imports[at % imports.length];
    if (one) await run('undo', { shopId, importId: one.id, today });
  } else if (step === 'restore') {
    const before = [await answers(), (await stored()).records];
    const { blob } = await run('shopFile', { shopId });
    ({ id: shopId } = await run('restore', { file: blob }));
    expect([await answers(), (await stored()).records]).toEqual(before);
  } else if (who === undefined) return;
  else if (step === 'correct') {
    const line = (await run('client', { shopId, client: who, today }))?.receipts[0]?.lines[0];
    const [row] = (line && (await run('rowsToCorrect', { shopId, client: who, rows: [line.row] }))) ?? [];
    if (row) await run('correct', { shopId, changes: [{ ...row, to: { ...row.now, cents: at } }], today });
  } else if (step === 'merge') {
    const other = here[(at + 1) % here.length]!;
    if (other !== who) await run('saveSame', { shopId, client: who, other, verdict: 'same', today });
  } else await forget(who, log);
}

async function forget(who: number, log: Awaited<ReturnType<typeof stored>>['log']): Promise<void> {
  const { names, phones, emails } = log.same?.apart ?? log.clients;
  const group = names.flatMap((_, at) =>
    standsFor(log.same?.aliases ?? NO_ALIASES, at) === who ? [at] : [],
  );
  const others = new Set(
    [names, phones, emails].flatMap((texts) => texts.filter((_, at) => !group.includes(at))),
  );
  await run('forgetClient', { shopId, client: who, today });
  for (const at of group) {
    gone.places.add(at);
    for (const text of [names[at]!, phones[at]!, emails[at]!])
      if (text !== '' && !others.has(text)) gone.texts.add(text);
  }
}

async function isWhole(): Promise<void> {
  const inMemory = await answers();
  const db = await openShop(shopId);
  await db.results.clear();
  db.close();
  await close();
  expect(await answers()).toEqual(inMemory);
  const { log, records, packs, identities } = await stored();
  expect(log.setAside).toBeUndefined();
  expect(identities.map(({ words }) => words.length)).toEqual(packs.map(({ rows }) => 2 * rows));
  const text = JSON.stringify(records);
  const { blob } = await run('shopFile', { shopId });
  const bytes = Buffer.from(await blob.arrayBuffer());
  const file = gunzipSync(bytes.subarray(bytes.indexOf(10) + 1)).toString('utf8');
  for (const one of gone.texts) expect([text.includes(one), file.includes(one)], one).toEqual([false, false]);
  for (const one of inMemory?.clients ?? [])
    if (one && gone.places.has(one.client)) expect(one.card?.doNotContact).toBe(true);
}

it('whatever is done with a shop in whatever order: figures are those of its data, nobody comes back, nothing is left', async () => {
  const property = async (todo: readonly Step[]) => {
    shopId = await importSales(sales.named([0, 1, 2].map((who): Row => [who, who + 1])), null);
    gone = { texts: new Set(), places: new Set() };
    for (const step of todo) {
      await take(step).catch(tolerated);
      await isWhole();
    }
    for (const { id } of await run('imports', { shopId })) await run('undo', { shopId, importId: id, today });
    const { log, packs } = await stored();
    expect([log.sales.length, packs.length]).toEqual([0, 0]);
    await isWhole();
  };
  await fc.assert(fc.asyncProperty(steps, property), { numRuns: 8, seed: 7 });
});
