import 'fake-indexeddb/auto';
import '../support/fileReader';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HandClient, HandSale, NewClient } from '../../src/domain/byHand/handSale';
import { standsFor } from '../../src/domain/identity/aliases';
import { proposeList } from '../../src/domain/intake/list/proposeList';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { HAND_SALES } from '../../src/domain/notebook/handSales';
import { NO_ALIASES } from '../../src/domain/identity/aliases';
import { readCards } from '../../src/storage/settings';
import { readLog } from '../../src/storage/shopLog';
import { openShop } from '../../src/storage/shops';
import { isGone } from '../../src/storage/undo';
import type { RowChange } from '../../src/workers/correctionJobs';
import { jobs } from '../../src/workers/jobs/table';
import type { Input, JobName, Output } from '../../src/workers/protocol';
import { close } from '../../src/workers/jobs/openShops';
import { anEntry } from '../support/notebook';
import { rowsOf } from '../support/sales';

const today = parseIsoDay('2026-11-23');
const run = <J extends JobName>(name: J, input: Input<J>): Promise<Output<J>> =>
  jobs[name](input, { signal: new AbortController().signal, report: () => undefined });

const PEOPLE = ['Ada Brook', 'Ben Frost', 'Cleo Marsh', 'Dora Vale', 'Eve Pond'];
const first = (p: number) => PEOPLE[p]!.split(' ')[0]!.toLowerCase();
const phone = (p: number) => `020 7946 00${p}1`;
const mail = (p: number) => `${first(p)}@example.com`;
const day = (d: number) => `2026-${String(1 + (d % 10)).padStart(2, '0')}-${String(1 + (d % 27)).padStart(2, '0')}`;

/** Sales of person p; each [p, d] makes one row; kind tells the columns. */
type Rows = readonly (readonly [number, number])[];
function salesFile(kind: number, rows: Rows): string {
  if (kind === 1)
    return ['Date;Customer no;Customer;Phone;E-mail;Item;Amount', ...rows.map(([p, d]) => `${day(d)};C10${p};${PEOPLE[p]};${phone(p)};${mail(p)};Rose;${d + 1},00`)].join('\n');
  if (kind === 2)
    return ['Date;E-mail;Item;Amount', ...rows.map(([p, d]) => `${day(d)};${mail(p)};Rose;${d + 1},00`)].join('\n');
  return ['Date;Client;Phone;E-mail;Employee;Item;Amount', ...rows.map(([p, d]) => `${day(d)};${d % 5 === 4 ? '' : PEOPLE[p]};${d % 2 ? phone(p) : ''};${d % 3 ? mail(p) : ''};Mia;Rose;${d + 1},00`)].join('\n');
}
const listFile = (rows: Rows) =>
  ['Name;Phone;E-mail;Birthday;Employee;Note', ...rows.map(([p, d]) => `${d % 7 === 6 ? '' : PEOPLE[p]};${d % 2 ? phone(p) : ''};${d % 3 ? mail(p) : ''};${d % 4 ? '13.02.1970' : ''};Mia;${d % 5 ? `note ${d} on ${PEOPLE[p]}` : ''}`)].join('\n');

interface World {
  shopId: string;
  /** People whose name must stand nowhere. */
  forgotten: Set<string>;
  /** Places of clients with a wish to be left alone. */
  alone: Set<number>;
  count: number;
}

async function importSales(w: { shopId: string | null }, text: string): Promise<Output<'commit'>> {
  const given = { name: 'till.csv', file: new Blob([text]) };
  const seen = await run('survey', { shopId: w.shopId, given, today });
  if (!seen.ok) throw new Error(`survey ${seen.error.code}`);
  const { layout, mapping, fingerprint } = seen.value.survey;
  const dry = await run('dryRun', { shopId: w.shopId, layout, mapping, today, minorDigits: 2 });
  if (!dry.ok) throw new Error(`dry ${dry.error.code}`);
  return run('commit', { shopId: w.shopId, settings: { name: 'Fleur' }, fingerprint, today });
}
async function takeList(w: World, text: string, withNew: boolean) {
  const seen = await run('survey', { shopId: w.shopId, given: { name: 'clients.csv', file: new Blob([text]) }, today });
  if (!seen.ok) throw new Error(`survey ${seen.error.code}`);
  const { survey } = seen.value;
  const report = await run('readList', { shopId: w.shopId, layout: survey.layout, mapping: proposeList(survey), today });
  if (!report.ok) throw new Error(`list ${report.error.code}`);
  return run('saveList', { shopId: w.shopId, withNew, today });
}

async function cold(shopId: string) {
  const db = await openShop(shopId);
  const { log } = await readLog(db);
  const cards = (await readCards(db)).records.toSorted((a, b) => a.client - b.client);
  const names = ['packs', 'identities', 'names', 'clients', 'imports', 'cards', 'layouts', 'facts', 'entries'] as const;
  const raw = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await db.table(name).toArray()] as const)));
  db.close();
  const here = log.clients.keys.flatMap((key, at) => (isGone(key) ? [] : [at]));
  return { log, cards, raw: raw as Record<(typeof names)[number], any[]>, here };
}
type Cold = Awaited<ReturnType<typeof cold>>;

/** What anybody can see. */
async function exported(shopId: string) {
  const { log, cards, raw, here } = await cold(shopId);
  const clients = Object.fromEntries(Object.entries(log.clients).map(([f, t]) => [f, here.map((at) => [at, (t as string[])[at]])]));
  return { sales: rowsOf(log.sales), clients, known: [...(log.known ?? [])].sort((a, b) => a - b), cards, stored: raw.cards, entries: raw.entries, imports: raw.imports, headline: strip(await run('confirm', { shopId, today })) };
}
const strip = (h: any) => {
  if (!h) return h;
  const { basis: _, revision: __, ...rest } = h;
  return rest;
};

async function answers(shopId: string) {
  if (!(await run('confirm', { shopId, today }))) return { imports: await run('imports', { shopId }) };
  const list = await run('clientList', { shopId, statuses: [], query: '', sort: 'name', rising: true, today });
  const clients = [];
  for (const at of [...list.client].sort((a, b) => a - b)) clients.push(await run('client', { shopId, client: at, today }));
  return {
    headline: strip(await run('confirm', { shopId, today })),
    list: [list.length, list.names, [...list.client].join()],
    clients,
    imports: await run('imports', { shopId }),
    corrections: await run('corrections', { shopId }),
    same: await run('sameProposals', { shopId, today }).catch((e: any) => e.code),
  };
}

function bytesOf(raw: object): string {
  const latin = new TextDecoder('latin1');
  return JSON.stringify(raw, (_, v: unknown) => (v instanceof ArrayBuffer ? latin.decode(v) : ArrayBuffer.isView(v) ? latin.decode(v.buffer) : v));
}
const tokens = (p: number) => [PEOPLE[p]!.toLowerCase(), mail(p), phone(p), phone(p).replace(/\s/g, '')];

/** Who of PEOPLE is client `at`, by whatever stands in the list. */
function personsOf(c: Cold, places: readonly number[]): number[] {
  const { log } = c;
  const list = log.same?.apart ?? log.clients;
  return PEOPLE.flatMap((name, p) =>
    places.some((at) => [list.keys[at], list.names[at], list.emails[at]].some((t) => t?.toLowerCase() === name.toLowerCase() || t?.toLowerCase() === mail(p) || t?.toLowerCase() === `c10${p}`)) ? [p] : [],
  );
}

const REFUSALS = ['same-file', 'nothing-to-save', 'busy-elsewhere'];
const KINDS = ['sales', 'list', 'hand', 'handClient', 'undo', 'correct', 'asFiled', 'merge', 'split', 'forget', 'card', 'write', 'draft', 'saveDraft', 'restore'] as const;
type Kind = (typeof KINDS)[number];
export interface Step { kind: Kind; a: number; b: number; rows: Rows; flag: boolean }

const anyKind = fc.constantFrom(...((process.env.KINDS?.split(',') as Kind[]) ?? KINDS));
const step: fc.Arbitrary<Step> = fc.record({
  kind: anyKind,
  a: fc.nat(11),
  b: fc.nat(11),
  rows: fc.array(fc.tuple(fc.nat(4), fc.nat(11)), { minLength: 1, maxLength: 4 }),
  flag: fc.boolean(),
});

const pick = <T,>(list: readonly T[], at: number): T | undefined => (list.length ? list[at % list.length] : undefined);

/** Does it; gives what takes it back, where that is exact. */
async function perform(w: World, { kind, a, b, rows, flag }: Step): Promise<(() => Promise<unknown>) | undefined> {
  const c = await cold(w.shopId);
  const { log, here } = c;
  const aliases = log.same?.aliases ?? NO_ALIASES;
  const shown = here.filter((at) => standsFor(aliases, at) === at);
  const who = pick(shown, a);
  const shopId = w.shopId;
  const undo = (importId: number) => () => run('undo', { shopId, importId, today });
  switch (kind) {
    case 'sales': {
      const { record } = await importSales(w, salesFile(a % 3, rows));
      return undo(record.id);
    }
    case 'list': {
      const { record } = await takeList(w, listFile(rows), flag);
      return undo(record.id);
    }
    case 'hand': {
      const [p, d] = rows[0]!;
      const name = PEOPLE[p]!;
      const fresh: NewClient = { kind: 'new', id: `c${w.count}`, name, phone: flag ? phone(p) : '', email: flag ? mail(p) : '', segment: '', number: b % 4 === 0 ? `C10${p}` : '', another: false };
      const known: HandClient | null = who === undefined ? null : { kind: 'known', client: who, name: log.clients.names[who] || 'x' };
      const sales: HandSale[] = [{ id: `s${w.count++}`, day: parseIsoDay(day(d)), who: b % 2 ? known : fresh, cents: 100 * (d + 1), product: '', employee: '' }];
      const { record } = await run('saveByHand', { shopId, settings: {}, sales, clients: [], draft: null, today });
      return undo(record.id);
    }
    case 'handClient': {
      const [p] = rows[0]!;
      const client: NewClient = { kind: 'new', id: `c${w.count++}`, name: PEOPLE[p]!, phone: flag ? phone(p) : '', email: mail(p), segment: '', number: '', another: false };
      const { record } = await run('saveByHand', { shopId, settings: {}, sales: [], clients: [client], draft: null, today });
      return undo(record.id);
    }
    case 'undo': {
      const one = pick(await run('imports', { shopId }), a);
      if (one) await run('undo', { shopId, importId: one.id, today });
      return undefined;
    }
    case 'correct': {
      if (who === undefined) return undefined;
      const detail = await run('client', { shopId, client: who, today });
      const line = pick(detail?.receipts.flatMap(({ lines }) => lines) ?? [], b);
      if (!line) return undefined;
      const [row] = (await run('rowsToCorrect', { shopId, client: who, rows: [line.row] }))!;
      const other = pick(shown, b) ?? null;
      const to: RowChange['to'] = a % 4 === 0 ? 'cancelled' : { day: flag ? parseIsoDay('2026-03-04') : row!.now.day, cents: 100 * (b + 1), client: a % 4 === 1 ? other : a % 4 === 2 ? null : row!.now.client };
      const done = await run('correct', { shopId, changes: [{ row: row!.row, nth: row!.nth, to }], today });
      return () => run('correct', { shopId, changes: done.undo, today });
    }
    case 'asFiled': {
      const one = pick(await run('corrections', { shopId }), a);
      if (!one) return undefined;
      const done = await run('correct', { shopId, changes: [{ row: one.row, nth: one.nth, to: 'as-filed' }], today });
      return () => run('correct', { shopId, changes: done.undo, today }).catch((e: any) => { if (e.code !== 'busy-elsewhere') throw e; throw new Error('skip'); });
    }
    case 'merge': {
      const other = pick(shown.filter((at) => at !== who), b);
      if (who === undefined || other === undefined || log.forgotten?.places.has(who) || log.forgotten?.places.has(other)) return undefined;
      const { id } = await run('saveSame', { shopId, client: who, other, verdict: 'same', today });
      return () => run('undecide', { shopId, id, today });
    }
    case 'split': {
      const one = pick(c.raw.entries.filter((e) => e.kind === 'sameClient'), a);
      if (one) await run('undecide', { shopId, id: one.id, today });
      return undefined;
    }
    case 'forget': {
      if (who === undefined) return undefined;
      const group = log.clients.keys.flatMap((_, at) => (standsFor(aliases, at) === who ? [at] : []));
      const bear = (places: readonly number[]) => {
        const l = log.same?.apart ?? log.clients;
        const texts = places.flatMap((at) => [l.keys[at], l.names[at], l.phones[at], l.emails[at]].map((t) => (t ?? '').toLowerCase()));
        return PEOPLE.flatMap((_, p) => tokens(p)).filter((token) => texts.includes(token));
      };
      const others = new Set(bear(here.filter((at) => !group.includes(at))));
      const gone = bear(group).filter((token) => !others.has(token));
      await run('forgetClient', { shopId, client: who, today });
      for (const token of gone) w.forgotten.add(token);
      for (const at of group) w.alone.add(at);
      return undefined;
    }
    case 'card': {
      if (who === undefined) return undefined;
      const detail = await run('client', { shopId, client: who, today });
      const { doNotContact: _, ...card } = detail?.card ?? { client: who };
      const safe = rows[0]![0];
      const note = tokens(safe).some((t) => w.forgotten.has(t)) ? 'nothing' : `friend of ${PEOPLE[safe]}, ${phone(safe)}`;
      const wish = flag || detail?.card?.doNotContact === true;
      await run('saveCard', { shopId, card: { ...card, client: who, ...(b % 2 && { note }), ...(b % 3 === 0 && { interval: 20 + b }), ...(wish && { doNotContact: true }) }, today });
      if (wish) w.alone.add(who);
      return undefined;
    }
    case 'write': {
      const safe = rows[0]![0];
      const text = tokens(safe).some((t) => w.forgotten.has(t)) ? 'x' : `told of ${PEOPLE[safe]} ${mail(safe)}`;
      if (who !== undefined) await run('saveEntries', { shopId, change: { put: [anEntry(b % 2 ? 'contact' : 'complaint', { id: `e${w.count++}`, client: who, text } as never)] } });
      return undefined;
    }
    case 'draft': {
      const { entries } = await run('entries', { shopId, kinds: ['handSales'] });
      const [p, d] = rows[0]!;
      if (tokens(p).some((t) => w.forgotten.has(t))) return undefined;
      const fresh: NewClient = { kind: 'new', id: `c${w.count}`, name: PEOPLE[p]!, phone: phone(p), email: flag ? mail(p) : '', segment: '', number: '', another: false };
      const sale: HandSale = { id: `s${w.count++}`, day: parseIsoDay(day(d)), who: flag && who !== undefined ? { kind: 'known', client: who, name: log.clients.names[who] || 'x' } : fresh, cents: 500, product: '', employee: '' };
      const [before] = entries as any[];
      const list = { kind: 'handSales', id: HAND_SALES, madeAt: 1, changedAt: 1, rev: (before?.rev ?? 0) + 1, sales: [...(before?.sales ?? []), sale] } as never;
      await run('saveEntries', { shopId, change: { put: [list] } });
      return undefined;
    }
    case 'saveDraft': {
      const { entries } = await run('entries', { shopId, kinds: ['handSales'] });
      const [list] = entries as any[];
      if (!list?.sales.length) return undefined;
      const before = (await cold(shopId)).log.sales.length;
      const { record } = await run('saveByHand', { shopId, settings: {}, sales: list.sales, clients: [], draft: list.rev, today });
      expect(record.added + record.overlap).toBe(list.sales.length);
      expect((await cold(shopId)).log.sales.length).toBeGreaterThanOrEqual(before);
      return undefined;
    }
    case 'restore': {
      const { blob } = await run('shopFile', { shopId });
      const { id } = await run('restore', { file: blob });
      const [one, two] = [await cold(shopId), await cold(id)];
      expect(two.raw).toEqual(one.raw);
      expect(await answers(id)).toEqual(await answers(shopId));
      if (flag) w.shopId = id;
      return undefined;
    }
  }
}

async function check(w: World) {
  const { shopId } = w;
  const inMemory = await answers(shopId);
  const keptAs = await exported(shopId);
  const db = await openShop(shopId);
  await db.results.clear();
  db.close();
  await close();
  expect(await answers(shopId)).toEqual(inMemory);
  expect(await exported(shopId)).toEqual(keptAs);
  const c = await cold(shopId);
  expect(c.log.setAside).toBeUndefined();
  for (const pack of c.raw.packs) {
    const identity = c.raw.identities.find((one) => one.packId === pack.id);
    expect(identity.words.length).toBe(2 * pack.rows);
    expect(identity.importId).toBe(pack.importId);
  }
  for (const one of c.raw.imports)
    expect(c.raw.packs.filter((p) => p.importId === one.id).reduce((n, p) => n + p.rows, 0)).toBe(one.added);
  for (const pack of c.raw.packs) expect(c.raw.imports.some((one) => one.id === pack.importId)).toBe(true);
  // nobody bears sales without being somebody or forgotten
  for (const at of new Set(c.log.sales.client)) {
    if (at === 0xffffffff) continue;
    const key = c.log.clients.keys[at]!;
    if (isGone(key)) expect(c.log.forgotten?.places.has(at), `sales of nobody ${at}`).toBe(true);
  }
  // no two here with the same key
  const keys = (c.log.same?.apart ?? c.log.clients).keys.filter((k) => !isGone(k));
  expect(new Set(keys).size).toBe(keys.length);
  const aliases = c.log.same?.aliases ?? NO_ALIASES;
  for (const at of w.alone) {
    const kept = standsFor(aliases, at);
    expect(c.cards.find((card) => card.client === kept)?.doNotContact, `alone ${at}`).toBe(true);
  }
  if (w.forgotten.size > 0) {
    const { blob } = await run('shopFile', { shopId });
    const bytes = Buffer.from(await blob.arrayBuffer());
    const packed = gunzipSync(bytes.subarray(bytes.indexOf(10) + 1)).toString('utf8').toLowerCase();
    const all = bytesOf(c.raw).toLowerCase();
    for (const token of w.forgotten) {
        expect(all.includes(token), `${token} in ${all.slice(Math.max(0, all.indexOf(token) - 300), all.indexOf(token) + 60)}`).toBe(false);
        expect(packed.includes(token), `${token} in backup`).toBe(false);
      }
  }
}

const failing = (e: any) => { if (!REFUSALS.includes(e?.code)) throw e; };

async function sequence(steps: readonly Step[]) {
  const { shopId } = await importSales({ shopId: null }, salesFile(0, [[0, 0], [0, 5], [1, 1], [2, 2]]));
  const w: World = { shopId, forgotten: new Set(), alone: new Set(), count: 0 };
  for (const one of steps) {
    const before = await exported(w.shopId);
    let back: (() => Promise<unknown>) | undefined;
    try {
      back = await perform(w, one);
    } catch (error) {
      failing(error);
      expect(await exported(w.shopId), 'a refusal').toEqual(before);
    }
    await check(w);
    if (back && one.b % 3 === 0) {
      try {
        await back();
        const after = await exported(w.shopId);
        expect({ ...after, entries: sortE(after.entries) }, `undo of ${one.kind}`).toEqual({ ...before, entries: sortE(before.entries) });
      } catch (error: any) {
        if (error?.message !== 'skip') throw error;
      }
      await check(w);
    }
  }
  for (const { id } of await run('imports', { shopId: w.shopId })) await run('undo', { shopId: w.shopId, importId: id, today });
  await check(w);
  const end = await cold(w.shopId);
  expect(end.log.sales.length).toBe(0);
  expect(end.raw.packs.length + end.raw.identities.length + end.raw.imports.length).toBe(0);
  const written = new Set(bytesOf([end.raw.entries, end.raw.cards]).match(/"client":(\d+)/g)?.map((t) => Number(t.slice(9))));
  for (const e of end.raw.entries) for (const o of e.others ?? []) written.add(o);
  for (const at of end.here) expect(written.has(at), `left over ${at} ${end.log.clients.names[at]}`).toBe(true);
}
const sortE = (entries: any[]) => entries.map(({ rev: _, madeAt: __, changedAt: ___, ...rest }) => rest).sort((x, y) => (x.id < y.id ? -1 : 1));

it('mixed', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: Number(process.env.LEN ?? 8) }), sequence), {
    numRuns: Number(process.env.RUNS ?? 60),
    ...(process.env.SEED && { seed: Number(process.env.SEED) }),
    endOnFailure: false,
    interruptAfterTimeLimit: Number(process.env.MS ?? 60000),
  });
}, 600_000);
