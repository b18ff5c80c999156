import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'boomerang-terminal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function report(...words: string[]): Answer {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/terminal/report.ts', ...words], {
    encoding: 'utf8',
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const json = (...words: string[]) =>
  JSON.parse(report(...words, '--json').out) as Readonly<Record<string, unknown>>;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const SALES = [
  'Date,Bill,Guest,Qty,Unit price,Paid',
  ...Array.from(
    { length: 24 },
    (_, i) =>
      `2024-${String((i % 12) + 1).padStart(2, '0')}-0${(i % 3) + 1},B${i},Guest ${i % 3},2,4.50,10.00`,
  ),
  '2024-13-01,B99,Guest 1,2,4.50,10.00',
  '2024-05-05,B100,,2,4.50,10.00',
].join('\n');

describe('the report', () => {
  const path = file('sales.csv', SALES);

  test('as one object has every key that other programs rely on', () => {
    const answer = json(path, '--as-of', '2024-12-31');
    expect(Object.keys(answer)).toEqual([
      'asOf',
      'typicalGap',
      'counts',
      'clientsWithPurchase',
      'lostStockPct',
      'annualLost',
      'lossSoFar',
      'annualAll',
      'rows',
      'leftOut',
      'issues',
      'withoutClient',
      'clients',
      'from',
      'to',
      'total',
      'read',
    ]);
    expect(Object.keys(answer.counts as object).sort()).toEqual([
      'lost',
      'lostTwice',
      'new',
      'potential',
      'recovered',
      'regular',
      'sleeping',
    ]);
    expect(answer).toMatchObject({
      asOf: '2024-12-31',
      rows: 26,
      leftOut: 1,
      issues: [{ code: 'date-impossible', count: 1, lines: [26] }],
      withoutClient: 1,
      clients: 3,
      from: '2024-01-01',
      to: '2024-12-03',
      total: 250,
      read: {
        encoding: 'utf-8',
        delimiter: ',',
        headerLine: 1,
        dateFormat: 'ymd',
        decimal: '.',
        columns: {
          date: 'Date',
          name: 'Guest',
          amount: 'Paid',
          receipt: 'Bill',
          quantity: 'Qty',
          price: 'Unit price',
        },
      },
    });
  }, 20_000);

  test('for a person ends with the loss in one sentence, under what was read and left out', () => {
    const { out, status } = report(path, '--as-of', '2024-12-31');
    expect(status).toBe(0);
    expect(out).toMatch(/date +column Date/);
    expect(out).toMatch(/rows\s+26/);
    expect(out).toContain('A day the calendar does not have: 1, line 26  "2024-13-01"');
    expect(out.trim().split('\n').at(-1)).toMatch(/^In the (12 months|\d+ days) .* clients left.* a year\.$/);
  }, 20_000);

  test('takes columns by title or number; quantity and price by hand leave an amount out of use', () => {
    const answer = json(path, '--map', 'client=guest,order=2,quantity=4,unit-price=Unit Price');
    expect(answer.total).toBe(225);
    expect((answer.read as { columns: object }).columns).toEqual({
      date: 'Date',
      client: 'Guest',
      receipt: 'Bill',
      quantity: 'Qty',
      price: 'Unit price',
    });
  }, 20_000);

  test('reads a packed file, and each preset', () => {
    const packed = file('sales.csv.gz', gzipSync(SALES));
    const lost = (preset: string) => json(packed, '--as-of', '2025-06-30', '--preset', preset).counts;
    expect(lost('fixed:30')).toMatchObject({ lost: 0, lostTwice: 3 });
    expect(lost('fixed:360')).toMatchObject({ lost: 0, lostTwice: 0 });
    expect(json(packed, '--preset=classic').clients).toBe(3);
  }, 30_000);
});

const PLAIN = 'tests/fixtures/intake/plain-comma.csv';

describe('bad input ends with exit code 1 and the words of the app', () => {
  test.each([
    ['empty.csv', 'empty-file', 'The file holds no sales'],
    ['no-client.csv', 'no-client', 'This report has no clients'],
    ['workbook.csv', 'damaged-archive', 'The file is damaged'],
    ['amounts-in-words.csv', 'amount-is-text', 'The amounts are not numbers'],
  ])(
    '%s',
    (name, code, words) => {
      const { status, out, err } = report(`tests/fixtures/intake/${name}`, '--json');
      expect(status).toBe(1);
      expect(err).toContain(words);
      const { error } = JSON.parse(out) as { error: { code: string; message: string } };
      expect(error.code).toBe(code);
      expect(err.trim()).toBe(error.message);
    },
    20_000,
  );

  test.each([
    ['a column that does not exist', [PLAIN, '--map', 'client=Nobody'], 'Nobody'],
    ['a file that does not exist', ['missing.csv'], 'could not be read'],
    ['a folder', ['tests/fixtures'], 'could not be read'],
    ['no file', [], 'npm run report'],
    ['a preset that does not exist', [PLAIN, '--preset', 'weekly'], '--preset'],
    ['a day that is none', [PLAIN, '--as-of', 'soon'], '--as-of'],
    ['a field that does not exist', [PLAIN, '--map', 'colour=1'], '--map'],
    ['an option that does not exist', [PLAIN, '--pdf'], '--pdf'],
  ] as const)(
    '%s',
    (_, words, said) => {
      const { status, out, err } = report(...words);
      expect(status).toBe(1);
      expect(out).toBe('');
      expect(err).toContain(said);
    },
    20_000,
  );
});

interface GoldenTotals {
  readonly sets: readonly {
    readonly set: string;
    readonly file: string;
    readonly asOf: string;
    readonly preset: 'default' | 'seed';
    readonly G: number;
    readonly counts: Readonly<Record<string, number>>;
    readonly clientsWithPurchase: number;
    readonly lostStockPct: number;
    readonly annualLost: number;
    readonly lossSoFar: number;
    readonly annualAll: number;
  }[];
}

const GOLDEN = '../shared/golden/status.json';
const sets = existsSync(GOLDEN)
  ? (JSON.parse(readFileSync(GOLDEN, 'utf8')) as { dataset_totals: GoldenTotals }).dataset_totals.sets
  : [];

describe.skipIf(!existsSync(GOLDEN))(
  'the totals of real logs, from the file to the figures (skipped without ../shared)',
  () => {
    test.each(sets.map((set) => [`${set.set.slice(0, 20)} ${set.asOf} ${set.preset}`, set] as const))(
      '%s',
      (_, set) => {
        const answer = json(
          `../shared/${set.file}`,
          '--as-of',
          set.asOf,
          '--preset',
          set.preset === 'seed' ? 'classic' : 'rhythm',
        );
        expect(answer.typicalGap).toBe(set.G);
        expect(answer.clientsWithPurchase).toBe(set.clientsWithPurchase);
        const { lostTwice, ...counts } = answer.counts as Record<string, number>;
        const found = Object.fromEntries(
          Object.entries({ ...counts, 'twice lost': lostTwice }).filter(([, count]) => count !== 0),
        );
        expect(found).toEqual(set.counts);
        expect(answer.lostStockPct).toBe(set.lostStockPct);
        for (const sum of ['annualLost', 'lossSoFar', 'annualAll'] as const)
          expect(Math.abs((answer[sum] as number) - set[sum]), sum).toBeLessThan(0.5);
      },
      40_000,
    );
  },
);
