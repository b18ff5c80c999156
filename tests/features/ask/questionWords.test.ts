import { expect, test } from 'vitest';
import { conversation } from '../../../src/domain/reasons/conversation';
import { VERDICT_CAUSES } from '../../../src/domain/reasons/decision';
import { CHAPTERS } from '../../../src/domain/reasons/question';
import { tMaybe } from '../../../src/i18n/t';

test('every question has a heading, one line of why, and words for each option', () => {
  const wanted = conversation.questions.flatMap(({ id, options = [], screen }) => [
    `ask.${id}`,
    `ask.${id}.why`,
    ...options.map((option) => (screen === 'severity' ? `severity.${option}` : `ask.${id}.${option}`)),
  ]);
  expect(wanted.filter((key) => tMaybe(key, {}) === undefined)).toEqual([]);
});

test('chapters and proposals have words', () => {
  const wanted = [
    ...CHAPTERS.map((chapter) => `ask.chapter.${chapter}`),
    ...VERDICT_CAUSES.map((cause) => `ask.verdict.because.${cause}`),
  ];
  expect(wanted.filter((key) => tMaybe(key, { rank: 1, ranked: 2 }) === undefined)).toEqual([]);
});
