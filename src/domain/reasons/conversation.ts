import type { Condition, QuestionSet } from './question';

/** Chances of return that are offered, percent. */
export const CHANCES = [5, 10, 20, 30, 40, 50, 60, 75, 90] as const;

/** Ways to ask a client, or not to. Stored: never rename. */
export const CHANNELS = ['call', 'visit', 'letter', 'message', 'mail', 'meet', 'none'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The four categories of method.md [3.5]. Stored: never rename. */
export const VERDICTS = ['return-first', 'must-return', 'if-possible', 'let-go'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What other clients will make of it (method.md [4.11]). Stored: never rename. */
export const OTHERS = ['good', 'none', 'bad'] as const;

const MOST_MONEY = 1e11;
const MOST_MINUTES = 100_000;

const not = (of: Condition): Condition => ({ kind: 'not', of });
const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });

/** By the real reason where it is known, else by what the client said. */
const byReason = (on: (question: string) => Condition): Condition =>
  any(on('real'), all(not({ kind: 'answered', question: 'real' }), on('stated')));

const fromGroup = (group: 'competitor' | 'ours' | 'client') =>
  byReason((question) => ({ kind: 'group', question, group }));

const contacted = not({ kind: 'choice', question: 'channel', values: ['none'] });
const reached: Condition = { kind: 'choice', question: 'reached', values: ['reached'] };
/** The client closed down, died or needs nothing any more: record it, and let go (method.md [4.13]). */
export const hasEnded = byReason((question) => ({ kind: 'only', question, reasons: ['closed'] }));
const saysEnded: Condition = { kind: 'only', question: 'stated', reasons: ['closed'] };
const somebodysDoing = any(fromGroup('ours'), fromGroup('competitor'));
/** Nothing but the client's own circumstances drove them away (method.md [4.2]). */
export const nothingButCircumstances = all(fromGroup('client'), not(somebodysDoing));

/**
 * The guided conversation about a lost client (method.md 4): what is known, what the staff say, the talk of [4.6], the client's words
 * with five whys [4.7], the truth, and the decision of [4.11]. Ids are stored with the answers: never rename, never use again.
 */
export const conversation: QuestionSet = {
  id: 'why-left',
  version: 1,
  questions: [
    { id: 'story', chapter: 'known', answer: 'seen', screen: 'story', source: 'owner' },
    { id: 'views', chapter: 'staff', answer: 'views', screen: 'views', source: 'staff' },
    {
      id: 'channel',
      chapter: 'contact',
      answer: 'choice',
      options: CHANNELS,
      inOrder: true,
      source: 'owner',
    },
    { id: 'asker', chapter: 'contact', answer: 'text', screen: 'person', source: 'owner', when: contacted },
    { id: 'script', chapter: 'contact', answer: 'seen', screen: 'script', source: 'owner', when: contacted },
    {
      id: 'reached',
      chapter: 'contact',
      answer: 'choice',
      options: ['reached', 'not-reached', 'refused'],
      inOrder: true,
      source: 'owner',
      when: contacted,
    },
    { id: 'words', chapter: 'client', answer: 'text', source: 'client', when: reached },
    { id: 'stated', chapter: 'client', answer: 'reasons', source: 'client', when: reached },
    { id: 'whys', chapter: 'client', answer: 'chain', source: 'client', when: all(reached, not(saysEnded)) },
    { id: 'wish', chapter: 'client', answer: 'text', source: 'client', when: all(reached, not(saysEnded)) },
    { id: 'real', chapter: 'truth', answer: 'reasons', source: 'owner' },
    {
      id: 'severity',
      chapter: 'truth',
      answer: 'choice',
      screen: 'severity',
      options: ['1', '2', '3', '4', '5'],
      inOrder: true,
      source: 'owner',
      when: not(hasEnded),
    },
    {
      id: 'human',
      chapter: 'truth',
      answer: 'choice',
      options: ['yes', 'no'],
      inOrder: true,
      source: 'owner',
      when: somebodysDoing,
    },
    {
      id: 'competitor',
      chapter: 'truth',
      answer: 'text',
      source: 'owner',
      when: not(nothingButCircumstances),
    },
    { id: 'todo', chapter: 'decision', answer: 'text', source: 'owner', when: not(hasEnded) },
    {
      id: 'chance',
      chapter: 'decision',
      answer: 'choice',
      screen: 'gain',
      options: CHANCES.map(String),
      inOrder: true,
      source: 'owner',
      when: not(hasEnded),
    },
    {
      id: 'cost',
      chapter: 'decision',
      answer: 'number',
      screen: 'gain',
      number: { unit: 'money', most: MOST_MONEY },
      source: 'owner',
      when: not(hasEnded),
    },
    {
      id: 'minutes',
      chapter: 'decision',
      answer: 'number',
      screen: 'gain',
      number: { unit: 'minutes', most: MOST_MINUTES },
      source: 'owner',
      when: not(hasEnded),
    },
    {
      id: 'others',
      chapter: 'decision',
      answer: 'choice',
      options: OTHERS,
      inOrder: true,
      source: 'owner',
      when: not(hasEnded),
    },
    {
      id: 'verdict',
      chapter: 'decision',
      answer: 'choice',
      screen: 'verdict',
      options: VERDICTS,
      inOrder: true,
      source: 'owner',
    },
  ],
};
