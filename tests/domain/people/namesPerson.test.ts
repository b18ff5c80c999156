import { expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/notebook/notebook';
import { namesPerson } from '../../../src/domain/people/namesPerson';
import { someEntries } from '../../support/entries';

const { interview, statement, complaint, cause, person } = someEntries;
const given = { day: statement.day, source: 'staff', author: null } as const;

test.each<[string, Entry]>([
  ['the author of a statement', { ...statement, author: 'nora' }],
  [
    'who wrote an answer down',
    { ...interview, answers: { words: { ...interview.answers.words!, author: 'nora' } } },
  ],
  [
    'whose view of the leaving it is',
    {
      ...interview,
      answers: {
        views: { ...given, answer: { kind: 'views', views: [{ person: 'nora', reasons: [], words: '' }] } },
      },
    },
  ],
  ['who asks', { ...interview, answers: { asker: { ...given, answer: { kind: 'text', text: 'nora' } } } }],
  ['who removes a cause', { ...cause, owner: 'nora' }],
  [
    'who works on a complaint',
    { ...complaint, work: { ...complaint.work, mended: { ...complaint.work.mended, owner: 'nora' } } },
  ],
])('finds %s', (_, entry) => {
  expect(namesPerson([statement, entry], 'nora')).toBe(true);
});

test('finds nobody in what speaks of others, or of the person alone', () => {
  expect(namesPerson(Object.values(someEntries), 'nora')).toBe(false);
  expect(namesPerson([{ ...person, id: 'nora' }], 'nora')).toBe(false);
  expect(namesPerson([], 'nora')).toBe(false);
});
