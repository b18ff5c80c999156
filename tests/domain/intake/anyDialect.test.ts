import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { textDecoder } from '../../../src/domain/intake/bytes/textDecoder';
import type { Draft } from '../../../src/domain/intake/draft';
import type { Delimiter, Encoding } from '../../../src/domain/intake/layout';
import { overlap } from '../../../src/domain/intake/overlap';
import { readSales } from '../../../src/domain/intake/readSales';
import { RowReader } from '../../../src/domain/intake/rows/rowReader';
import { survey } from '../../../src/domain/intake/surveyFile';
import { dayParts, parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import { canWrite, encoded } from '../../support/encoded';
import { fileOf } from '../../support/fileOf';
import { HELD_OUT, TUNED } from '../../support/shopTexts';

const TODAY = parseIsoDay('2026-11-22');
const WORDS = Object.values({ ...TUNED, ...HELD_OUT });

interface Sold {
  readonly day: Day;
  readonly name: string;
  readonly ware: string;
  readonly cents: number;
}

const two = (n: number) => String(n).padStart(2, '0');
const DATES = {
  iso: (day: Day) => ((d) => `${d.year}-${two(d.month)}-${two(d.date)}`)(dayParts(day)),
  dotted: (day: Day) => ((d) => `${two(d.date)}.${two(d.month)}.${d.year}`)(dayParts(day)),
  slashed: (day: Day) => ((d) => `${d.month}/${d.date}/${String(d.year).slice(2)}`)(dayParts(day)),
  compact: (day: Day) => ((d) => `${d.year}${two(d.month)}${two(d.date)}`)(dayParts(day)),
  named: (day: Day) => ((d) => `${d.date} ${['Jan', 'Feb'][d.month - 1] ?? 'Mar'} ${d.year}`)(dayParts(day)),
  timed: (day: Day) => ((d) => `${d.year}-${two(d.month)}-${two(d.date)}T10:05:00+02:00`)(dayParts(day)),
};

function money(cents: number, decimal: string, group: string, sign: string): string {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${whole}${decimal}${two(Math.abs(cents) % 100)}${sign}`;
}

const dialect = fc.record({
  delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.boolean(),
  encoding: fc.constantFrom<Encoding>(
    'utf-8',
    'utf-16le',
    'windows-1250',
    'windows-1251',
    'windows-1252',
    'windows-1254',
    'koi8-r',
    'ibm866',
    'cp850',
    'cp852',
    'iso-8859-2',
    'macintosh',
  ),
  decimal: fc.constantFrom('.', ','),
  grouped: fc.constantFrom('', 'other', ' ', '\u00a0'),
  sign: fc.constantFrom('', ' €', ' EUR'),
  dates: fc.constantFrom(...(Object.keys(DATES) as (keyof typeof DATES)[])),
  words: fc.constantFrom(...WORDS),
});
const sold = fc.array(
  fc.record({
    day: fc.integer({ min: parseIsoDay('2026-01-01'), max: parseIsoDay('2026-03-31') }),
    who: fc.nat(5),
    what: fc.nat(5),
    cents: fc.integer({ min: -20_000, max: 3_000_000 }),
  }),
  { minLength: 12, maxLength: 30 },
);

async function draftOf(bytes: Uint8Array | string): Promise<Draft> {
  const file = fileOf(bytes);
  const seen = await survey(file, TODAY);
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout, mapping } = seen.value;
  const read = await readSales(file, layout, mapping, { today: TODAY, minorDigits: 2 });
  if (!read.ok) throw new Error(`${read.error.code} ${JSON.stringify(read.error.details)}`);
  return read.value;
}

const salesOf = ({ sales, clients, products }: Draft): Sold[] =>
  Array.from(sales.day, (day, i) => ({
    day: day as Day,
    name: clients.names[sales.client[i]!]!,
    ware: products[sales.product[i]!]!,
    cents: sales.cents[i]!,
  }));

test('sales written in any dialect, encoding and locale are read back as the same sales', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(sold, dialect, async (list, { words, ...how }) => {
      const group = how.grouped === 'other' ? (how.decimal === '.' ? ',' : '.') : how.grouped;
      const telling = parseIsoDay('2026-01-25');
      const rows = [{ day: telling, who: 0, what: 0, cents: 123_456 }, ...list].map((row) => ({
        day: row.day as Day,
        name: words.names[row.who]!,
        ware: words.wares[row.what]!,
        cents: row.cents,
      }));
      const text = Papa.unparse(
        [
          ['Date', 'Client', 'Product', 'Total'],
          ...rows.map(({ day, name, ware, cents }) => [
            DATES[how.dates](day),
            name,
            ware,
            money(cents, how.decimal, group, how.sign),
          ]),
        ],
        { delimiter: how.delimiter, newline: how.newline, quotes: how.quotes },
      );
      fc.pre(canWrite(text, how.encoding));
      written++;
      const draft = await draftOf(encoded(text, how.encoding));
      expect(draft.summary.issues).toEqual([]);
      expect(salesOf(draft)).toEqual(rows);
    }),
    { numRuns: 400, seed: 5 },
  );
  expect(written).toBeGreaterThan(300);
}, 60_000);

const table = fc.array(
  fc.record({ date: fc.integer({ min: 1, max: 28 }), who: fc.nat(4), sum: fc.nat(9999) }),
  {
    minLength: 4,
    maxLength: 40,
  },
);
const textOf = (rows: readonly { date: number; who: number; sum: number }[]) =>
  `Date,Client,Total\n25/01/2026,Name 9,1.00\n${rows.map(({ date, who, sum }) => `${two(date)}/02/2026,Name ${who},${sum}.50\n`).join('')}`;

test('the order of rows does not matter: the same sales, clients and total', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.infiniteStream(fc.nat(1000)), async (rows, order) => {
      const shuffled = rows
        .map((row) => ({ row, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row);
      const [one, other] = [await draftOf(textOf(rows)), await draftOf(textOf(shuffled))];
      expect(other.summary).toMatchObject({ total: one.summary.total, kept: one.summary.kept });
      expect([...other.clients.keys].sort()).toEqual([...one.clients.keys].sort());
      expect([...overlap([one.identity], other.identity)]).not.toContain(0);
    }),
    { numRuns: 100 },
  );
});

test('importing twice is importing once: nothing of a file is new to a shop that has it', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const [first, again] = [await draftOf(textOf(rows)), await draftOf(textOf(rows))];
      expect([...overlap([first.identity], again.identity)]).toEqual(Array(again.sales.length).fill(1));
    }),
    { numRuns: 50 },
  );
});

test('any cut of the bytes gives the same rows in every encoding', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'cp852', 'ibm866'),
      fc.array(fc.nat(), { maxLength: 12 }),
      (encoding, places) => {
        const text = 'Дата;Имя\r\n1;"Ёж; ""два""\r\nстроки"\r\n2;конец'.replace(
          /\p{Script=Cyrillic}/gu,
          (sign) => (encoding === 'cp852' ? 'ő' : sign),
        );
        const bytes = encoded(text, encoding);
        const rowsOf = (edges: readonly number[]) => {
          const rows: (readonly string[])[] = [];
          const reader = new RowReader({ delimiter: ';', newline: '\r\n', width: 2 }, (cells) =>
            rows.push(cells),
          );
          const decode = textDecoder(encoding);
          for (const [i, edge] of edges.entries())
            reader.push(decode(bytes.subarray(edges[i - 1] ?? 0, edge)), false);
          reader.push(decode(), true);
          return rows;
        };
        const edges = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
        expect(rowsOf([...edges, bytes.length])).toEqual(rowsOf([bytes.length]));
      },
    ),
    { numRuns: 500 },
  );
});
