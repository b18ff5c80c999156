import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { fileAt } from './fileOf';
import { formatOutcome, type FormatOutcome } from './formatOutcome';

const OWN = 'tests/fixtures/intake/presets/';
const VENDORS = '../shared/data/formats/';
const LOGS = '../shared/data/logs/';
const TODAY = parseIsoDay('2026-11-22');

const leftOut = ({ leftOutBy = {} }: FormatOutcome) =>
  Object.entries(leftOutBy)
    .map(([code, count]) => `${count} ${code}`)
    .join(', ') || '0';

function row(name: string, outcome: FormatOutcome): string {
  const {
    preset = '',
    refused,
    questions = [],
    rows = 0,
    kept = 0,
    clients = 0,
    withoutClient = 0,
    total = 0,
  } = outcome;
  const cells = refused
    ? [name, preset, `refused: ${refused}`, '', '', '', '', '']
    : [
        name,
        preset,
        questions.length > 0 ? `asks: ${questions.join(', ')}` : 'read',
        String(rows),
        String(kept),
        leftOut(outcome),
        withoutClient > 0 ? `${clients}, and ${withoutClient} rows without` : String(clients),
        (total / 100).toFixed(2),
      ];
  return `| ${cells.join(' | ')} |`;
}

async function table(folder: string): Promise<string[]> {
  const names = readdirSync(folder).filter((name) => /\.(csv|txt|md|gz)$/.test(name));
  const lines = [
    '| File | Recognised as | Outcome | Rows | Kept | Left out | Clients | Total |',
    '| --- | --- | --- | ---: | ---: | --- | --- | ---: |',
  ];
  for (const name of names.sort()) lines.push(row(name, await formatOutcome(fileAt(folder + name), TODAY)));
  return lines;
}

/** Writes docs/formats.md from a run: what became of every file of a known layout, with nobody answering a question. */
async function writeFormats(): Promise<void> {
  const lines = [
    '# Export formats and what becomes of them',
    '',
    'Written by `npm run formats` from a run for which it is 22 November 2026; no question was answered. "Left out" counts rows by cause:',
    'the codes are those of the reports (`src/domain/intake/issues.ts`), refusals those of `src/domain/intake/refusal.ts`.',
    '',
    '## Our own files: made-up rows in each known layout',
    '',
    'Each lies in `tests/fixtures/intake/presets` with the expected sales beside it.',
    '',
    ...(await table(OWN)),
  ];
  for (const [title, text, folder] of [
    [
      "## The makers' own samples",
      'Layouts of the makers; many are titles only, or name no client.',
      VENDORS,
    ],
    ['## Real logs', 'Files of shops, whole.', LOGS],
  ] as const)
    if (existsSync(folder)) lines.push('', title, '', text, '', ...(await table(folder)));
  writeFileSync('docs/formats.md', `${lines.join('\n')}\n`);
}

await writeFormats();
