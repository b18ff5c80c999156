import { describe, expect, it } from 'vitest';
import { nameWords } from '../../../src/domain/identity/alikeName';
import { samePairs } from '../../../src/domain/identity/proposals';
import { foldedName } from '../../../src/domain/intake/values/cleanText';

interface Someone {
  readonly name: string;
  readonly key?: string;
  readonly phone?: string;
  readonly email?: string;
}

const never = () => false;

const pairsOf = (people: readonly Someone[], isDecided: (one: number, two: number) => boolean = never) =>
  samePairs(
    {
      keys: people.map(({ key, name }) => key ?? foldedName(name)),
      names: people.map(({ name }) => name),
      phones: people.map(({ phone = '' }) => phone),
      emails: people.map(({ email = '' }) => email),
    },
    people.map((_, client) => client),
    isDecided,
  );

const reasons = (...people: Someone[]) => pairsOf(people).map(({ reason }) => reason);

describe('names that are alike', () => {
  it.each([
    ['Ștefan Țurcanu', 'Ştefan Ţurcanu'],
    ['Ştefan Turcanu', 'STEFAN TURCANU'],
    ['Алёна Семёнова', 'Алена Семенова'],
    ['Müller GmbH', 'Muller'],
    ['ООО «Ромашка»', 'Ромашка'],
    ['S.C. Flori S.R.L.', 'Flori SRL'],
    ['Łukasz Groß', 'lukasz gross'],
    ["O'Brien", 'OBrien'],
  ])('%s is written %s elsewhere', (one, two) => {
    expect(nameWords(one)).toEqual(nameWords(two));
  });

  it.each([
    ['Anna Berg', 'Anna Bergen'],
    ['Ivan Petrov', 'Ivan Petrova'],
    ['SA', 'AG'],
  ])('%s is not %s', (one, two) => {
    expect(nameWords(one)).not.toEqual(nameWords(two));
  });
});

describe('clients who may be one', () => {
  it('are not two of one name who were written down as two people', () => {
    expect(reasons({ name: 'Ana Pop' }, { name: 'Ana Pop', key: 'ana pop (2)' })).toEqual([]);
    expect(
      reasons({ name: 'Ana Pop', key: 'ana pop (3)' }, { name: 'Ana  pop', key: 'ana pop (2)' }),
    ).toEqual([]);
    expect(reasons({ name: 'Ána Pop' }, { name: 'Ana Pop', key: 'ana pop (2)' })).toEqual(['spelling']);
  });

  it('are found by spelling, by the order of words, by phone and by e-mail, with the reason', () => {
    expect(reasons({ name: 'Ana Pop' }, { name: 'Ána Pop' })).toEqual(['spelling']);
    expect(reasons({ name: 'Ana Pop' }, { name: 'Pop, Ana' })).toEqual(['order']);
    expect(reasons({ name: 'Ana', phone: '+40722' }, { name: 'Jon', phone: '+40722' })).toEqual(['phone']);
    expect(reasons({ name: 'Ana', email: 'A@x.ro' }, { name: 'Jon', email: 'a@x.ro ' })).toEqual(['email']);
    expect(reasons({ name: 'Ana' }, { name: 'Jon' })).toEqual([]);
    expect(pairsOf([])).toEqual([]);
  });

  it('are never two whose customer numbers and phones both differ', () => {
    const one = { name: 'Ion Popa', key: '101', phone: '+40711111111' };
    expect(reasons(one, { name: 'Ion Popa', key: '102', phone: '+40722222222' })).toEqual([]);
    expect(reasons(one, { name: 'Ion Popa', key: '102', phone: '+40711111111' })).toEqual(['phone']);
    expect(reasons(one, { name: 'Ion Popa', phone: '+40722222222' })).toEqual(['spelling']);
    expect(reasons(one, { ...one, key: '102', phone: '+40722222222', email: 'a@b.c' })).toEqual([]);
  });

  it('come the surest first, and one pair once', () => {
    const pairs = pairsOf([
      { name: 'Ana Pop', phone: '+40722', email: 'a@x.ro' },
      { name: 'Pop Ana', phone: '+40722', email: 'a@x.ro' },
      { name: 'Ina Rus' },
      { name: 'Rus Ina' },
    ]);
    expect(pairs.map(({ one, two, reason }) => [one, two, reason])).toEqual([
      [0, 1, 'email'],
      [2, 3, 'order'],
    ]);
  });

  it('leave out a pair that was decided upon, and a phone that half the town shares', () => {
    const two = [{ name: 'Ana Pop' }, { name: 'Pop Ana' }];
    expect(pairsOf(two, (one, other) => one === 0 && other === 1)).toEqual([]);
    const crowd = Array.from({ length: 7 }, (_, k) => ({ name: `Client ${'abcdefg'[k]!}`, phone: '+40700' }));
    expect(pairsOf(crowd)).toEqual([]);
    expect(pairsOf(crowd.slice(0, 2))).toHaveLength(1);
  });

  it('do not depend on the order of the clients', () => {
    const people = [{ name: 'Ana Pop' }, { name: 'Ion Rus' }, { name: 'POP ANA' }, { name: 'Rus  Ión' }];
    const named = (list: typeof people) =>
      pairsOf(list)
        .map(({ one, two }) => [list[one]!.name, list[two]!.name].toSorted().join(' = '))
        .toSorted();
    expect(named(people.toReversed())).toEqual(named(people));
    expect(named(people)).toHaveLength(2);
  });
});
