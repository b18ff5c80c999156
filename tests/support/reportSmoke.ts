import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleCsv } from '../../src/domain/example/exampleCsv';
import { exampleShop } from '../../src/domain/example/exampleShop';
import { isoDay, parseIsoDay } from '../../src/domain/kernel/day';
import { analyse } from '../../src/domain/loss/analyse';
import { defaultRules } from '../../src/domain/loss/rules';

/** Reads the example shop's own file through the terminal report and compares the answer with the shop itself. */
const LAST = parseIsoDay('2026-02-28');
const shop = exampleShop(1, LAST);
const expected = analyse(shop.sales, shop.clients.keys.length, defaultRules, LAST);
const folder = mkdtempSync(join(tmpdir(), 'boomerang-report-'));

const report = (...words: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/terminal/report.ts', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const faults: string[] = [];
const same = (what: string, found: unknown, wanted: unknown) => {
  if (found !== wanted) faults.push(`${what}: ${String(found)} instead of ${String(wanted)}`);
};

try {
  const file = join(folder, 'sales.csv');
  writeFileSync(file, exampleCsv(shop));
  const { status, stdout, stderr } = report(file, '--as-of', isoDay(LAST), '--json');
  same('exit code', status, 0);
  if (status === 0) {
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    same('rows', answer.rows, shop.sales.length);
    same('clients', answer.clients, shop.clients.keys.length);
    same('annual loss', answer.annualLost, Math.round(expected.annualLost) / 100);
    same('lost', (answer.counts as Record<string, number>).lost, expected.counts.lost);
  } else faults.push(stderr.slice(0, 1000));

  const empty = join(folder, 'empty.csv');
  writeFileSync(empty, '');
  const refusal = report(empty);
  same('exit code for an empty file', refusal.status, 1);
  if (refusal.stderr.trim() === '') faults.push('an empty file is refused without a word');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (faults.length > 0) {
  console.error(`The terminal report fails:\n${faults.join('\n')}`);
  process.exitCode = 1;
} else console.log('The terminal report reads the example shop right and refuses an empty file.');
