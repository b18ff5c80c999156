import {
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { buildApp } from '../support/buildApp';
import { dialectRatios } from './dialects';
import { peakMemory } from './memory';
import { firstQuestion } from './firstQuestion';
import { firstScreen } from './firstScreen';
import { reasonsIn } from './reasons';
import { salesText, type SalesTextTruth } from './salesText';
import { setStage, type Stage } from './stage';
import { todayWithPlans } from './today';
import { workbookRatios } from './workbook';

/** One measured figure beside its limit; both are ratios within this run, bytes, nodes or milliseconds as the name says. */
interface Measure {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  readonly detail: string;
}

const measures: Measure[] = [];

/** Figures of an earlier quiet run on the same kind of machine, to see a drift before it reaches its limit; renewed by `--save`. */
const BASELINE = 'tests/bench/baseline.json';
const baseline: Readonly<Record<string, number>> = existsSync(BASELINE)
  ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, number>)
  : {};

function measure(name: string, value: number, most: number, detail: string): void {
  measures.push({ name, value, most, detail });
  const verdict = value <= most ? 'ok' : 'TOO MUCH';
  const before = baseline[name];
  const was = before === undefined ? '' : `, was ${before.toFixed(2)}`;
  const limit = most === Infinity ? 'no limit' : `at most ${most}`;
  console.log(
    `${verdict.padEnd(9)}${name.padEnd(52)}${value.toFixed(2).padStart(9)} (${limit}${was})  ${detail}`,
  );
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const ms = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;

const folder = mkdtempSync(join(tmpdir(), 'boomerang-bench-files-'));

/** A generated sales file on disk, and what a reader must find in it. */
function salesFile(rows: number, clients: number): { path: string; truth: SalesTextTruth } {
  const path = join(folder, `sales-${rows}.csv`);
  const file = openSync(path, 'w');
  const pieces = salesText({ rows, clients });
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) writeSync(file, piece.value);
  closeSync(file);
  return { path, truth: piece.value };
}

const TODAY = 20_780; // 2026-11-23

/** Imports the picked file through the shipped worker, started and awake as in the app, into a new shop; milliseconds until it is committed. */
const importFile = (page: Page, keep: boolean) =>
  page.evaluate(
    async ({ today, keep: kept }) => {
      const file = document.querySelector('input')!.files![0]!;
      type Seen = { value: { survey: { layout: unknown; mapping: unknown; fingerprint: string } } };
      const surveyed = (before: unknown[]) => (before[1] as Seen).value.survey;
      const [, ...outputs] = await bench.app([
        { name: 'shops', input: null },
        { name: 'survey', input: { shopId: null, given: { name: file.name, file }, today } },
        {
          name: 'dryRun',
          input: (before: unknown[]) => ({
            shopId: null,
            layout: surveyed(before).layout,
            mapping: surveyed(before).mapping,
            today,
            minorDigits: 2,
          }),
        },
        {
          name: 'commit',
          input: (before: unknown[]) => ({
            shopId: null,
            settings: { name: 'Bench', currency: 'EUR' },
            fingerprint: surveyed(before).fingerprint,
            today,
          }),
        },
      ] as never);
      type Checked = {
        ok: boolean;
        value: { summary: { kept: number; clients: number; receipts: number; total: number } };
      };
      const checked = outputs[1]!.output as Checked;
      const { shopId } = outputs[2]!.output as { shopId: string };
      if (!kept) await bench.app([{ name: 'deleteShop', input: { shopId } }]);
      return { times: outputs.map((output) => output.milliseconds), summary: checked.value.summary, shopId };
    },
    { today: TODAY, keep },
  );

const tokenise = (page: Page) =>
  page.evaluate(async () => {
    const file = document.querySelector('input')!.files![0]!;
    return (await bench.floor('tokenise', { file })) as { milliseconds: number; rows: number };
  });

async function importing(
  stage: Stage,
  path: string,
  truth: SalesTextTruth | undefined,
  name: string,
  most: number,
) {
  const { browser, page } = await stage.open();
  try {
    await page.locator('input').setInputFiles(path);
    const ratios: number[] = [];
    const took: number[] = [];
    for (let round = 0; round < 5; round++) {
      const floor = await tokenise(page);
      const ours = await importFile(page, false);
      const { kept, clients, receipts, total } = ours.summary;
      if (
        truth &&
        (kept !== truth.rows ||
          clients !== truth.clients ||
          receipts !== truth.receipts ||
          total !== truth.total)
      )
        throw new Error(`wrong answer: ${JSON.stringify({ found: ours.summary, truth })}`);
      const sum = ours.times.reduce((a, b) => a + b, 0);
      ratios.push(sum / floor.milliseconds);
      took.push(sum);
      console.log(
        `         round: papaparse ${ms(floor.milliseconds)}, import ${ours.times.map(ms).join(' + ')}`,
      );
    }
    measure(`${name}: import over papaparse alone`, median(ratios), most, ms(median(took)));
    return median(took);
  } finally {
    await browser.close();
  }
}

async function memory(stage: Stage, path: string) {
  const { browser, page } = await stage.open();
  try {
    await page.locator('input').setInputFiles(path);
    const peak = await peakMemory(browser, () => importFile(page, false));
    measure('1M sales: memory above baseline, MB', peak / 1e6, 300, 'resident peak of the renderer');
  } finally {
    await browser.close();
  }
}

async function reasons(stage: Stage, path: string) {
  const { browser, page } = await stage.open();
  try {
    await page.locator('input').setInputFiles(path);
    const { shopId } = await importFile(page, true);
    for (const [name, value, most, detail] of await reasonsIn(page, shopId, TODAY))
      measure(name, value, most, detail);
  } finally {
    await browser.close();
  }
}

async function floors(stage: Stage) {
  const ask = async <Answer>(name: string, given: unknown): Promise<Answer> => {
    const { browser, page } = await stage.open();
    try {
      return (await page.evaluate(
        ([floor, input]) => bench.floor(floor as string, input),
        [name, given],
      )) as Answer;
    } finally {
      await browser.close();
    }
  };
  const size = { sales: 1_000_000, clients: 50_000 };

  const analysis = await ask<{ plain: number; full: number; ratio: number }>('analysis', {
    ...size,
    rounds: 9,
  });
  measure(
    '1M sales: analysis over one plain pass',
    analysis.ratio,
    12,
    `${ms(analysis.full)} / ${ms(analysis.plain)}`,
  );

  const chances = await ask<{ fit: number; naive: number; ratio: number; evaluations: number }>('chances', {
    clients: size.clients,
    rounds: 7,
  });
  measure(
    '50k clients: fit of the chances over a naive one',
    chances.ratio,
    0.1,
    `${ms(chances.fit)} in ${chances.evaluations} evaluations / ${ms(chances.naive)}`,
  );

  interface Stored {
    readonly write: number;
    readonly read: number;
    readonly raw: number;
    readonly bytesASale: number;
    readonly usageASale: number;
  }
  const grown = new Map<number, Stored>();
  for (const sales of [100_000, 1_000_000, 3_000_000])
    grown.set(sales, await ask<Stored>('store', { sales, clients: sales / 20, rounds: 7 }));
  const million = grown.get(1_000_000)!;
  measure(
    '1M sales: bytes a sale in packs',
    million.bytesASale,
    16,
    `on disk with identities ${million.usageASale.toFixed(1)}`,
  );
  measure(
    '1M sales: reading back over a raw OPFS read',
    million.read / million.raw,
    10,
    `${ms(million.read)} / ${ms(million.raw)}`,
  );
  const hundred = grown.get(100_000)!;
  const three = grown.get(3_000_000)!;
  measure('read back, 1M over 10 x 100k', million.read / (10 * hundred.read), 1.15, ms(hundred.read));
  measure('read back, 3M over 3 x 1M', three.read / (3 * million.read), 1.15, ms(three.read));

  const append = await ask<{ packed: number; bulk: number }>('append', { ...size, rounds: 7 });
  const best = Math.min(append.packed / 10, append.packed / (append.bulk / 50));
  measure(
    'append 1,000 sales: of 10 ms or 1/50 of bulkAdd',
    best,
    1,
    `${ms(append.packed)}, bulkAdd ${ms(append.bulk)}`,
  );
}

async function retail(stage: Stage) {
  const packed = '../shared/data/logs/online_retail.csv.gz';
  if (!existsSync(packed)) {
    console.log('skipped  Online Retail: ../shared is not here');
    return;
  }
  const path = join(folder, 'online_retail.csv');
  writeFileSync(path, gunzipSync(readFileSync(packed)));
  await importing(stage, path, undefined, 'Online Retail', 2);
}

async function main() {
  if (!process.argv.includes('--built')) buildApp();
  const stage = await setStage();
  try {
    await floors(stage);
    const small = salesFile(100_000, 5_000);
    const million = salesFile(1_000_000, 50_000);
    const at100k = await importing(stage, small.path, small.truth, '100k sales', Infinity);
    const at1M = await importing(stage, million.path, million.truth, '1M sales', 2);
    measure('import, 1M over 10 x 100k', at1M / (10 * at100k), 1.15, '');
    await memory(stage, million.path);
    await reasons(stage, million.path);
    await retail(stage);
    for (const [name, ratios] of await dialectRatios())
      measure(`200k sales, ${name}: reading over papaparse`, median(ratios), 6, '');
    measure('XLSX 100k rows: survey and read over its own reader', median(await workbookRatios()), 3, '');
    for (const [name, value, most, detail] of await todayWithPlans(stage.url, small.path))
      measure(name, value, most, detail);
    for (const [name, value, most, detail] of await firstScreen(stage.url, million.path))
      measure(name, value, most, detail);
    for (const [name, value, most, detail] of await firstQuestion(stage.url, million.path))
      measure(name, value, most, detail);
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const tooMuch = measures.filter(({ value, most }) => !(value <= most));
  if (process.argv.includes('--save')) {
    const values = Object.fromEntries(measures.map(({ name, value }) => [name, Number(value.toFixed(3))]));
    writeFileSync(
      BASELINE,
      `${JSON.stringify(values, null, 2)}
`,
    );
  }
  console.log(tooMuch.length === 0 ? 'All within their limits.' : `${tooMuch.length} above their limit.`);
  if (tooMuch.length > 0) process.exitCode = 1;
}

await main();
