import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../src/domain/complaints/steps';
import { exampleShop } from '../../../src/domain/example/exampleShop';
import { exampleNotebook } from '../../../src/domain/example/notebook';
import { parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import { analyse } from '../../../src/domain/loss/analyse';
import { defaultRules } from '../../../src/domain/loss/rules';
import { isLostStatus } from '../../../src/domain/loss/status';
import { clientOf, entriesOf, type Entry } from '../../../src/domain/notebook/notebook';
import { employees } from '../../../src/domain/people/employees';
import { accepts } from '../../../src/domain/reasons/accepts';
import { catalogue, offered } from '../../../src/domain/reasons/catalogue';
import { claimsOf } from '../../../src/domain/reasons/claims';
import { conversation } from '../../../src/domain/reasons/conversation';
import { path, resumeAt } from '../../../src/domain/reasons/engine';
import { startingItems } from '../../../src/domain/surveys/builtIn';
import { isShown } from '../../../src/domain/surveys/staffRound';
import { decodeEntry } from '../../../src/storage/decodeEntries';

function opened(seed: number, iso: string) {
  const today = parseIsoDay(iso);
  const shop = exampleShop(seed, today);
  const { clients } = analyse(shop.sales, shop.clients.keys.length, defaultRules, today);
  const lost = Array.from({ length: clients.length }, (_, k) => k)
    .filter((k) => isLostStatus(clients.status[k]!))
    .map((k) => ({
      client: clients.client[k]!,
      lostDate: clients.lostDate[k]! as Day,
      lastVisit: clients.lastVisit[k]! as Day,
      yearlyValue: clients.yearlyValue[k]!,
    }));
  return { today, shop, lost, entries: exampleNotebook(shop, lost, today) };
}

const reasons = offered(catalogue([])).map(({ id }) => id);

/** Every reason that an entry names, wherever it stands. */
function reasonsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'reason' && typeof part === 'string' ? [part] : reasonsIn(part),
  );
}

describe.each([
  [2026, '2026-11-23'],
  [1, '2026-03-02'],
  [3, '2027-05-20'],
  [2026, '2028-02-29'],
])('what was written about the example shop %i on %s', (seed, iso) => {
  const { today, shop, lost, entries } = opened(seed, iso);
  const of = <Kind extends Entry['kind']>(kind: Kind) => entriesOf(entries, kind);
  const byClient = new Map(lost.map((one) => [one.client, one]));

  test('signs letters with a name, a number and an address that belong to nobody', () => {
    const [letterhead, ...others] = of('letterhead');
    expect(others).toEqual([]);
    expect(letterhead).toMatchObject({ id: 'letterhead', signer: 'Marta', country: 'DE' });
    expect(letterhead!.email).toMatch(/\.example$/);
    expect(letterhead!.address.split('\n').length).toBeGreaterThan(1);
  });

  test('can all be stored and read back, each under an id of its own', () => {
    for (const entry of entries) expect(decodeEntry(entry)).toEqual(entry);
    expect(new Set(entries.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(entries.length);
    expect(entries.every(({ rev }) => rev === 1)).toBe(true);
  });

  test('is the same each time, in whatever order the lost clients come', () => {
    expect(exampleNotebook(shop, [...lost].reverse(), today)).toEqual(entries);
  });

  test('tells of no day to come, and of clients that the shop has', () => {
    for (const entry of entries) {
      expect(entry.madeAt).toBeLessThanOrEqual(today * 86_400_000);
      expect(clientOf(entry) ?? 0).toBeLessThan(shop.clients.keys.length);
      if ('day' in entry) expect(entry.day).toBeLessThanOrEqual(today);
    }
  });

  test('names only reasons, items and people that are there', () => {
    const known = new Set(reasons);
    expect(entries.flatMap(reasonsIn).filter((id) => !known.has(id))).toEqual([]);
    const items = startingItems.map(({ id }) => id);
    const rated = of('response').flatMap(({ answers }) => Object.keys(answers.ratings));
    expect(rated.filter((id) => !items.includes(id))).toEqual([]);
    const people = employees(shop.employees, of('person')).map(({ id }) => id);
    const named = [
      ...claimsOf(entries).map(({ author }) => author),
      ...of('cause').map(({ owner }) => owner),
      ...of('complaint').flatMap(({ work }) => Object.values(work).map(({ owner }) => owner)),
    ];
    expect(named.filter((id) => id !== null && !people.includes(id))).toEqual([]);
  });

  test('conversations answer every question they lead to, as the question set wants it', () => {
    const talks = of('interview');
    expect(talks.length).toBeGreaterThanOrEqual(8);
    for (const { answers, doneOn } of talks) {
      const put = path(conversation, answers, catalogue([]));
      expect(Object.keys(answers).filter((id) => put.every((question) => question.id !== id))).toEqual([]);
      for (const question of put) {
        const given = answers[question.id];
        if (given) expect(accepts(question, given.answer), question.id).toBe(true);
      }
      expect(resumeAt(conversation, answers, catalogue([])) === null).toBe(doneOn !== null);
    }
    expect(talks.filter(({ doneOn }) => doneOn === null)).toHaveLength(1);
  });

  test('claims speak of lost clients and of the absence they are in, or of the one that a plan ended', () => {
    const claims = claimsOf(entries);
    expect(new Set(claims.map(({ client }) => client)).size).toBeGreaterThanOrEqual(25);
    const plans = new Map(of('plan').map((plan) => [plan.client, plan]));
    for (const { client, day } of claims)
      expect(day).toBeGreaterThan(plans.get(client)?.lostDate ?? byClient.get(client)!.lastVisit);
    expect(claims.some(({ day }) => today - day > 365)).toBe(true);
  });

  test('what clients say is often not what it really was, and the staff blame the price', () => {
    const talks = of('interview').filter(({ doneOn }) => doneOn !== null);
    const first = (answer: unknown) => reasonsIn(answer)[0];
    const apart = talks.filter(({ answers }) => first(answers.stated) !== first(answers.real));
    expect(apart.length).toBeGreaterThanOrEqual(2);
    expect(apart.length).toBeLessThan(talks.length);
    const believed = claimsOf(entries).filter(({ source }) => source === 'staff');
    const blame = believed.filter((claim) => claim.reasons[0]?.reason === 'price');
    expect(blame.length).toBeGreaterThan(0.35 * believed.length);
  });

  test('one employee has left, on the day after which the sales name her no more', () => {
    const [gone, ...others] = employees(shop.employees, of('person')).filter(({ leftOn }) => leftOn !== null);
    expect(others).toEqual([]);
    expect(gone).toMatchObject({ name: 'Elena', soldAs: 'Elena' });
    const row = shop.employees.indexOf('Elena');
    const last = shop.sales.day.filter((_, k) => shop.sales.employee[k] === row).at(-1)!;
    expect(gone!.leftOn! - last).toBeGreaterThanOrEqual(0);
    expect(gone!.leftOn! - last).toBeLessThan(10);
    expect(of('event').find(({ sort }) => sort === 'staff')!.day).toBe(gone!.leftOn);
  });

  test('complaints stand at different steps, causes are removed and being removed, the round may be looked at', () => {
    expect(of('complaint').map(stageOf).sort()).toEqual(['closed', 'found', 'removed']);
    const [done, open] = of('cause');
    expect(today - done!.doneOn!).toBeGreaterThan(200);
    expect(today - done!.doneOn!).toBeLessThan(225);
    expect(open!.doneOn).toBeNull();
    expect(of('cause').every(({ lossThen }) => lossThen > 0)).toBe(true);
    expect(isShown(of('round')[0]!, of('response'))).toBe(true);
    expect(of('brainstorm')[0]!.stage).toBe('done');
  });

  test('votes of the brainstorm are as many as there were dots at most', () => {
    const [storm] = of('brainstorm');
    const votes = storm!.heaps.reduce((sum, heap) => sum + heap.votes, 0);
    expect(votes).toBeLessThanOrEqual(storm!.dots * storm!.voters);
  });
});

test('a shop in which nobody is lost still has its history', () => {
  const today = parseIsoDay('2026-11-23');
  const entries = exampleNotebook(exampleShop(1, today), [], today);
  expect(entriesOf(entries, 'interview')).toEqual([]);
  expect(entriesOf(entries, 'event')).toHaveLength(6);
  for (const entry of entries) expect(decodeEntry(entry)).toEqual(entry);
});
