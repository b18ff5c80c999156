import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListRow } from '../../../../src/domain/intake/list/listFields';
import { ListIssues } from '../../../../src/domain/intake/list/listIssues';
import {
  LEFT,
  matchList,
  mayBeOne,
  NEW,
  type KnownPeople,
} from '../../../../src/domain/intake/list/matchList';
import { isSameFact, planList, type Facts } from '../../../../src/domain/intake/list/planList';

const blank = {
  name: '',
  number: '',
  phone: '',
  email: '',
  segment: '',
  employee: '',
  birthday: '',
  note: '',
  wishes: '',
  address: '',
};

const rowsOf = (rows: readonly Partial<ListRow>[]): ListRow[] =>
  rows.map((row, at) => ({ ...blank, line: at + 2, ...row }));

interface Person {
  readonly key: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

const knownOf = (people: readonly Person[]): KnownPeople => ({
  keys: people.map(({ key }) => key),
  names: people.map(({ key, name = key }) => name),
  phones: people.map(({ phone = '' }) => phone),
  emails: people.map(({ email = '' }) => email),
});

function matched(people: readonly Person[], rows: readonly Partial<ListRow>[]) {
  const issues = new ListIssues();
  const list = rowsOf(rows);
  const { clientOf, keys } = matchList(
    list,
    list.map(({ phone }) => phone),
    knownOf(people),
    issues,
  );
  return {
    clients: Array.from(clientOf, (client, at) => (client === NEW ? keys[at]! : client)),
    issues: issues.all().map(({ code, lines }) => [code, ...lines]),
  };
}

const byName = [
  { key: 'ada brook', name: 'Ada Brook', phone: '+441', email: 'ada@example.com' },
  { key: 'ben frost', name: 'Ben Frost', phone: '+442' },
  { key: 'jan jansen', name: 'Jan Jansen' },
];

const byNumber = [
  { key: '17', name: 'Jan Jansen', phone: '+311' },
  { key: '18', name: 'Jan Jansen', phone: '+312' },
  { key: '19', name: 'Piet Pot' },
];

test('a name on several lines is told by the e-mail that one of them shares with somebody new', () => {
  const rows = [{ name: 'Eve Maes', email: 'e@e.be' }, { name: 'Eve Maes' }, { email: 'e@e.be' }];
  expect(matched(byName, rows)).toEqual({
    clients: ['e@e.be', LEFT, 'e@e.be'],
    issues: [['several-rows', 3]],
  });
});

test('a phone alone that several clients have makes nobody new', () => {
  const known = [...byName, { key: 'eve maes', name: 'Eve Maes', phone: '+441' }];
  expect(matched(known, [{ phone: '+441' }])).toEqual({ clients: [LEFT], issues: [['several-clients', 2]] });
});

describe('who the people of a list are', () => {
  test('is told by number, e-mail, phone and name, in this order', () => {
    expect(matched(byNumber, [{ number: '18', name: 'J. Jansen' }]).clients).toEqual([1]);
    expect(matched(byName, [{ name: 'A. Brook', email: 'ada@example.com' }]).clients).toEqual([0]);
    expect(matched(byName, [{ name: 'Ben', phone: '+442' }]).clients).toEqual([1]);
    expect(matched(byName, [{ name: 'JANSEN,  Jan' }]).clients).toEqual([2]);
  });

  test('somebody else is new, under the key that the next file of sales will find', () => {
    expect(matched(byName, [{ number: '7', name: 'Cleo Marsh' }]).clients).toEqual(['cleo marsh']);
    expect(matched(byNumber, [{ number: '20', name: 'Cleo Marsh' }]).clients).toEqual(['20']);
    expect(matched(byNumber, [{ name: 'Cleo Marsh', email: 'c@example.com' }]).clients).toEqual([
      'cleo marsh',
    ]);
    expect(matched(byName, [{ email: 'c@example.com' }]).clients).toEqual(['c@example.com']);
  });

  test('a name that several clients bear is nobody in particular', () => {
    expect(matched(byNumber, [{ name: 'Jan Jansen' }])).toEqual({
      clients: [LEFT],
      issues: [['several-clients', 2]],
    });
  });

  test('a name that stands on several lines with other addresses is not taken twice', () => {
    const rows = [
      { name: 'Jan Jansen', phone: '+311' },
      { name: 'Jan Jansen', phone: '+312' },
      { name: 'Eve Maes', email: 'eve@example.com' },
      { name: 'Eve Maes', email: 'eve2@example.com' },
    ];
    expect(matched(byName, rows)).toEqual({
      clients: [LEFT, LEFT, LEFT, LEFT],
      issues: [['several-rows', 2, 3, 4, 5]],
    });
    expect(matched(byNumber, rows.slice(0, 2)).clients).toEqual([0, 1]);
  });

  test('the same line twice is one person', () => {
    expect(matched(byName, [{ name: 'Eve Maes' }, { name: 'EVE MAES' }]).clients).toEqual([
      'eve maes',
      'eve maes',
    ]);
  });

  test('an e-mail of somebody with another name is left, a shared phone makes nobody the same', () => {
    expect(matched(byName, [{ name: 'Zoe Other', email: 'ada@example.com' }])).toEqual({
      clients: [LEFT],
      issues: [['other-name', 2]],
    });
    expect(matched(byName, [{ name: 'Bob Frost', phone: '+442' }]).clients).toEqual(['bob frost']);
  });

  test('a number that another system gave to somebody else makes nobody the same', () => {
    expect(matched(byNumber, [{ number: '17', name: 'Zoe Other' }])).toEqual({
      clients: [LEFT],
      issues: [['other-name', 2]],
    });
    expect(matched([{ key: '17', name: '17' }], [{ number: '17', name: 'Zoe Other' }]).clients).toEqual([0]);
  });

  test('another customer number is another person, whatever else they share', () => {
    expect(matched(byNumber, [{ number: '21', name: 'Piet Pot' }]).clients).toEqual(['21']);
    expect(matched(byNumber, [{ number: '21', name: 'Jan Jansen', phone: '+311' }]).clients).not.toEqual([0]);
  });

  test('names of one person may lack words or have initials, no more', () => {
    expect(mayBeOne('A. Brook', 'Ada Brook')).toBe(true);
    expect(mayBeOne('Brook', 'Ada Brook')).toBe(true);
    expect(mayBeOne('Bob Brook', 'Ada Brook')).toBe(false);
  });
});

describe('what a list changes', () => {
  const plan = (
    rows: readonly Partial<ListRow>[],
    said: readonly Facts[],
    own: readonly Facts[] = [],
    clients: readonly number[] = rows.map((_, at) => at),
  ) =>
    planList(
      rowsOf(rows),
      { clientOf: Int32Array.from(clients), keys: rows.map((_, at) => `new ${at}`) },
      { said: (client, fact) => said[client]?.[fact] ?? '', own: (client, fact) => own[client]?.[fact] },
    );

  test('is what it adds and what it says otherwise, old beside new', () => {
    const { changes, people } = plan(
      [{ name: 'ADA', phone: '2', email: 'Ada@example.com', segment: 'vip' }],
      [{ name: 'Ada', phone: '1', email: 'ada@example.com' }],
    );
    expect(changes).toEqual([
      { client: 0, name: 'Ada', fact: 'phone', from: '1', to: '2' },
      { client: 0, name: 'Ada', fact: 'segment', from: '', to: 'vip' },
    ]);
    expect(people).toEqual([{ client: 0, key: 'new 0', name: 'Ada', facts: { phone: '2', segment: 'vip' } }]);
  });

  test('never is what the owner wrote: that stays, and is told', () => {
    const { changes, kept } = plan(
      [{ name: 'Ada', phone: '2', note: 'lilies', birthday: '05-12' }],
      [{ name: 'Ada', phone: '1' }],
      [{ phone: '3', note: '', birthday: '05-12' }],
    );
    expect(changes).toEqual([]);
    expect(kept.map(({ fact, from, to }) => [fact, from, to])).toEqual([
      ['phone', '3', '2'],
      ['note', '', 'lilies'],
    ]);
  });

  test('several lines of one client are one change', () => {
    const { changes, people } = plan([{ phone: '1' }, { phone: '2', note: 'x' }], [{}], [], [0, 0]);
    expect(people).toHaveLength(1);
    expect(changes.map(({ fact, to }) => [fact, to])).toEqual([
      ['phone', '2'],
      ['note', 'x'],
    ]);
  });

  test('is nothing the second time, whatever the list', () => {
    const text = fc.constantFrom('', 'a', 'A', 'b', '0470 11 22 33', '+32 470 11 22 33');
    const row = fc.record({ name: text, phone: text, email: text, note: text });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.array(row, { maxLength: 5 }), (rows, said) => {
        const unique = rows.map((_, at) => at);
        const first = plan(rows, said, [], unique);
        const after = rows.map((_, at) => ({
          ...said[at],
          ...first.people.find(({ client }) => client === at)?.facts,
        }));
        expect(plan(rows, after, [], unique).changes).toEqual([]);
      }),
    );
  });

  test('a phone written in another way is the same phone', () => {
    expect(isSameFact('phone', '0470 11 22 33', '+32 470 11 22 33')).toBe(true);
    expect(isSameFact('phone', '0470 11 22 33', '0470 11 22 34')).toBe(false);
    expect(isSameFact('note', '0470 11 22 33', '+32 470 11 22 33')).toBe(false);
  });
});
