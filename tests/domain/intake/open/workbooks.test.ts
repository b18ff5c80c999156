import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../../src/domain/intake/open/openFile';
import { rightTable } from '../../../../src/domain/intake/open/rightTable';
import { readSales } from '../../../../src/domain/intake/readSales';
import { dayOf, isoDay, type Day } from '../../../../src/domain/kernel/day';
import { fileOf } from '../../../support/fileOf';

const SUITES = '../shared/data/suites/';
const TODAY = dayOf(2026, 11, 22);

async function read(content: Uint8Array | string, name: string) {
  const opened = await openFile(fileOf(content, name));
  if (!opened.ok) throw new Error(opened.error.code);
  const { chosen, seen } = await rightTable(opened.value, TODAY, {});
  if (!seen.ok) throw new Error(seen.error.code);
  const { source, name: table } = opened.value[chosen]!;
  const sales = await readSales(source, seen.value.layout, seen.value.mapping, {
    today: TODAY,
    minorDigits: 2,
  });
  if (!sales.ok) throw new Error(sales.error.code);
  const { kept, total, clients, from, to } = sales.value.summary;
  return { table, sales: { kept, total, clients, from, to, keys: sales.value.clients.keys } };
}

test('the sheet with the sales is found, wherever it lies and whatever is longer', async () => {
  const sales = [
    ['Date', 'Client', 'Amount'],
    ...Array.from({ length: 12 }, (_, i) => [
      new Date(Date.UTC(2026, 3, 1 + i)),
      `Client ${String(i % 4)}`,
      10.5 + i,
    ]),
  ];
  const products = [
    ['Product', 'Price'],
    ...Array.from({ length: 60 }, (_, i) => [`Rose ${String(i)}`, i + 0.5]),
  ];
  const book = await writeXlsx({
    sheets: [
      { name: 'About', rows: [['Report of the shop']] },
      { name: 'Products', rows: products },
      { name: 'Sales', rows: sales },
    ],
  });
  expect(await read(book, 'shop.xlsx')).toMatchObject({ table: 'Sales', sales: { kept: 12, clients: 4 } });
});

test('a table reads the same from a workbook as from text', async () => {
  const row = fc.record({
    day: fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2026, 10, 31) }),
    client: fc.integer({ min: 1, max: 9 }),
    cents: fc.integer({ min: 1, max: 500_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 5, maxLength: 40 }), async (rows) => {
      const head = ['Date', 'Client', 'Amount'];
      const name = (client: number) => `Ann "${String(client)}", Ltd`;
      const text = [
        head.join(','),
        ...rows.map(
          ({ day, client, cents }) =>
            `${isoDay(day as Day)},"${name(client).replaceAll('"', '""')}",${(cents / 100).toFixed(2)}`,
        ),
      ].join('\n');
      const cells = rows.map(({ day, client, cents }) => [
        new Date(day * 86_400_000),
        name(client),
        cents / 100,
      ]);
      const sheets = [{ name: 'S', rows: [head, ...cells] }];
      const { sales } = await read(text, 'a.csv');
      expect((await read(await writeXlsx({ sheets }), 'a.xlsx')).sales).toEqual(sales);
      expect((await read(await writeOds({ sheets }), 'a.ods')).sales).toEqual(sales);
    }),
    { numRuns: 40 },
  );
});

test('a sheet of an OpenDocument workbook that is out of sight is not the one with the sales', async () => {
  const sheet = (name: string, sum: number) => ({
    name,
    rows: [
      ['Date', 'Client', 'Amount'],
      ['2026-04-01', 'Ann', sum],
      ['2026-04-02', 'Bob', sum],
    ],
  });
  const old = sheet('Last & year', 3);
  const book = await writeOds({
    sheets: [{ ...old, rows: [...old.rows, ['2026-04-03', 'Cy', 3]] }, sheet('Sales', 5)],
  });
  expect(await read(book, 'a.ods')).toMatchObject({ table: 'Last & year' });
  const files = unzipSync(book);
  const content = strFromU8(files['content.xml']!)
    .replace(
      '<office:automatic-styles/>',
      '<office:automatic-styles><style:style style:name="ta1" style:family="table"/><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>',
    )
    .replace('<table:table table:name="Last', '<table:table table:style-name="ta2" table:name="Last')
    .replace('<table:table table:name="Sales', '<table:table table:style-name="ta1" table:name="Sales');
  const hidden = zipSync({ ...files, 'content.xml': strToU8(content) });
  expect(await read(hidden, 'a.ods')).toMatchObject({ table: 'Sales', sales: { total: 1000 } });
});

test('ids that a workbook keeps as numbers too long for it are nobody’s, for two of them would be one client', async () => {
  const row = (id: number, name: string | null) => [new Date(Date.UTC(2026, 3, 1)), id, name, 5];
  const rows = [
    ['Date', 'Client number', 'Client', 'Amount'],
    row(Number('1234567890123456781'), null),
    row(Number('1234567890123456789'), null),
    row(Number('1234567890123456789'), 'Ann'),
    row(123456789012345, null),
  ];
  const { sales } = await read(await writeXlsx({ sheets: [{ name: 'S', rows }] }), 'a.xlsx');
  expect(sales).toMatchObject({ kept: 4, keys: ['ann', '123456789012345'] });
});

describe.skipIf(!existsSync(SUITES))('workbooks of other makers (skipped without ../shared)', () => {
  test('each opens, or is refused with a reason', async () => {
    const folder = `${SUITES}sheetjs-xlsx/`;
    const found: Record<string, string | number> = {};
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.xlsx')) {
        const opened = await openFile(fileOf(new Uint8Array(readFileSync(folder + name)), name));
        found[name] = opened.ok ? opened.value.length : opened.error.code;
      }
    expect(Object.keys(found).length).toBeGreaterThan(25);
    expect(Object.entries(found).filter(([, tables]) => typeof tables === 'string')).toEqual([]);
  });
});
