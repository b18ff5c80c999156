import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { soldAsId, type Person } from '../../../src/domain/notebook/person';
import { employees } from '../../../src/domain/people/employees';

const left = parseIsoDay('2026-06-30');
let made = 0;
const aPerson = (says: Partial<Person>): Person => ({
  kind: 'person',
  id: `person-${++made}`,
  rev: 1,
  madeAt: made,
  changedAt: made,
  name: 'Nora',
  soldAs: null,
  leftOn: null,
  ...says,
});
const aSoldPerson = (soldAs: string, says: Partial<Person> = {}) =>
  aPerson({ id: soldAsId(soldAs), name: soldAs, soldAs, ...says });

test('a shop without sales and without notes has nobody', () => {
  expect(employees([], [])).toEqual([]);
});

test('whoever the sales name is there, present, in the order of the sales', () => {
  expect(employees(['Tom', 'Anna'], [])).toEqual([
    { id: 'sold:Tom', name: 'Tom', soldAs: 'Tom', leftOn: null },
    { id: 'sold:Anna', name: 'Anna', soldAs: 'Anna', leftOn: null },
  ]);
});

test('blank names and other spellings of the same name are nobody new', () => {
  const all = employees(['', '  ', 'Zoé', 'ZOE', ' zoe ', 'Tom'], []);
  expect(all.map(({ name }) => name)).toEqual(['Zoé', 'Tom']);
});

test('what the owner wrote wins over the sales', () => {
  const all = employees(['TOM W', 'Anna'], [aSoldPerson('TOM W', { name: 'Tom Weber', leftOn: left })]);
  expect(all[0]).toEqual({ id: 'sold:TOM W', name: 'Tom Weber', soldAs: 'TOM W', leftOn: left });
  expect(all).toHaveLength(2);
});

test('a note stays with its person, and keeps its id, when the sales write the name another way', () => {
  const all = employees(['tom'], [aSoldPerson('Tom', { leftOn: left })]);
  expect(all).toEqual([{ id: 'sold:Tom', name: 'Tom', soldAs: 'Tom', leftOn: left }]);
});

test('of two notes about one name the one with the id of that name counts', () => {
  const notes = [aPerson({ soldAs: 'Tom', name: 'Thomas' }), aSoldPerson('Tom', { name: 'Tommy' })];
  const names = (entries: readonly Person[]) => employees(['Tom'], entries).map(({ name }) => name);
  expect(names(notes)).toEqual(['Tommy']);
  expect(names([...notes].reverse())).toEqual(['Tommy']);
});

test('a person whose name was emptied is called as in the sales', () => {
  expect(employees(['Tom'], [aSoldPerson('Tom', { name: ' ' })])[0]!.name).toBe('Tom');
});

test('people whom the owner added come after, by name', () => {
  const all = employees(
    ['Tom'],
    [aPerson({ name: 'Zoé' }), aPerson({ name: 'émile' }), aPerson({ name: 'Fay' })],
  );
  expect(all.map(({ name }) => name)).toEqual(['Tom', 'émile', 'Fay', 'Zoé']);
});

test('somebody whose sales were undone stays, for answers speak of them', () => {
  expect(employees([], [aSoldPerson('Tom')]).map(({ id }) => id)).toEqual(['sold:Tom']);
});
