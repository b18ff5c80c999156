import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SOURCES, SURENESS } from '../../src/domain/notebook/answer';
import { EVENT_SORTS } from '../../src/domain/notebook/event';
import { REASON_GROUPS, REASON_TYPES } from '../../src/domain/notebook/reason';
import { conversation } from '../../src/domain/reasons/conversation';
import { catalogue } from '../../src/domain/reasons/catalogue';
import { STARTING_REASONS } from '../../src/domain/reasons/startingReasons';
import { reasonLabel, reasonLabelById, remedyOf } from '../../src/i18n/reasonLabel';
import { ownReason } from '../support/conversations';

const wordsOf = (area: string) =>
  JSON.parse(readFileSync(`src/i18n/en/${area}.json`, 'utf8')) as Record<string, string>;
const [price] = STARTING_REASONS.filter(({ id }) => id === 'price');

it('a reason of the starting catalogue has its words and its remedy', () => {
  expect(reasonLabel(price!)).toBe('Too expensive');
  expect(remedyOf(price!)).toMatch(/^Do not argue/);
});

it('a reason of the owner’s own has the owner’s words, and a remedy only where one was written', () => {
  const own = ownReason('parking', { label: 'No parking', remedy: null });
  expect(reasonLabel(own)).toBe('No parking');
  expect(remedyOf(own)).toBe('');
  expect(remedyOf({ ...own, remedy: 'Rent two places' })).toBe('Rent two places');
  expect(remedyOf({ id: 'price', remedy: 'Tell them why' })).toBe('Tell them why');
});

it('an id is enough where the catalogue is at hand', () => {
  const reasons = catalogue([ownReason('parking', { label: 'No parking' })]);
  expect(reasonLabelById(reasons, 'parking')).toBe('No parking');
  expect(reasonLabelById(reasons, 'price')).toBe('Too expensive');
  expect(reasonLabelById(reasons, 'not-asked')).toBe('Not asked yet');
  expect(reasonLabelById(reasons, 'unknown')).toBe('Nobody knows');
  expect(reasonLabelById(reasons, '5e1f')).toBe('A reason that is no longer in your list');
});

it('everything that rooms share has words', () => {
  const words = wordsOf('reasonWords');
  const wanted = [
    ...STARTING_REASONS.flatMap(({ id }) => [`reason.${id}`, `reason.${id}.remedy`]),
    ...REASON_GROUPS.map((group) => `reason.group.${group}`),
    ...REASON_TYPES.map((type) => `reason.type.${type}`),
    ...[1, 2, 3, 4, 5].flatMap((n) => [`severity.${n}`, `severity.${n}.example`]),
    ...SOURCES.map((source) => `source.${source}`),
    ...SURENESS.map((sure) => `sure.${sure}`),
    ...EVENT_SORTS.map((sort) => `event.sort.${sort}`),
  ];
  expect(wanted.filter((key) => !words[key])).toEqual([]);
});

it('every question of the conversation has words, every option too', () => {
  const words = { ...wordsOf('ask'), ...wordsOf('reasonWords') };
  const wanted = conversation.questions.flatMap(({ id, screen, options = [] }) => [
    `ask.${id}`,
    `ask.${id}.why`,
    ...options.map((option) => (screen === 'severity' ? `severity.${option}` : `ask.${id}.${option}`)),
  ]);
  expect(wanted.filter((key) => !words[key])).toEqual([]);
});
