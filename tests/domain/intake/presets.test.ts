import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PRESETS } from '../../../src/domain/intake/presets/known';
import { plainWords } from '../../../src/domain/intake/roles/fold';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { fileAt } from '../../support/fileOf';
import { formatOutcome, type FormatOutcome } from '../../support/formatOutcome';

const FOLDER = 'tests/fixtures/intake/presets/';
const TODAY = parseIsoDay('2026-11-22');

interface Expected extends FormatOutcome {
  readonly why: string;
}

const files = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));

const answerTo = (name: string) =>
  JSON.parse(readFileSync(`${FOLDER}${name.replace(/\.\w+$/, '.json')}`, 'utf8')) as Expected;

test.each(files)('%s is recognised and read without a question, sale by sale', async (name) => {
  const out = await formatOutcome(fileAt(FOLDER + name), TODAY);
  const { why, ...expected } = answerTo(name);
  expect(out, why).toEqual(expected);
});

test('every preset has a file of ours that is recognised as it', () => {
  const recognised = new Set(files.map((name) => answerTo(name).preset));
  expect(PRESETS.map(({ id }) => id).filter((id) => !recognised.has(id))).toEqual([]);
});

test('titles and words of presets are plain words, so that they can be found', () => {
  const words = PRESETS.flatMap(({ tells, columns, rules = {} }) => [
    ...tells.flat(),
    ...Object.values(columns).flat(),
    ...[rules.only, rules.never, rules.refunds].flatMap((given = []) => given.flat(2)),
    ...(rules.instead ?? []).flat(2),
    ...(rules.fill?.columns ?? []).flat(),
  ]);
  const odd = words.filter((word) => word !== '*' && plainWords(word) !== word.replace(/\*$/, ''));
  expect(odd).toEqual([]);
});
