import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { CAPS, type Caps } from '../../../../src/domain/intake/open/caps';
import { openFile } from '../../../../src/domain/intake/open/openFile';
import { fileOf } from '../../../support/fileOf';

const CSV = 'Date,Client,Amount\n2026-04-01,Ann,12.50\n2026-04-02,Bob,3\n';
const ROWS = [
  ['Date', 'Client', 'Amount'],
  [new Date(Date.UTC(2026, 3, 1)), 'Ann', 12.5],
  [new Date(Date.UTC(2026, 3, 2)), 'Bob', 3],
];

type Content = Uint8Array | string;

/** Tables by name, or why there is none. */
async function inside(content: Content, name = 'sales.bin', caps: Caps = CAPS) {
  const opened = await openFile(fileOf(content, name), caps);
  if (!opened.ok) return opened.error.code;
  return Promise.all(
    opened.value.map(async (table) => [
      table.name,
      new TextDecoder().decode(await table.source.read(0, table.source.size)),
    ]),
  );
}

const xlsx = (...sheets: WriteSheet[]) => writeXlsx({ sheets });

/** What one sheet of these rows reads as. */
async function written(rows: NonNullable<WriteSheet['rows']>): Promise<unknown> {
  const tables = await inside(await xlsx({ name: 'S', rows }));
  return typeof tables === 'string' ? tables : tables[0]![1];
}

describe('what the owner gives is opened', () => {
  test('text is left as it is', async () => {
    expect(await inside(CSV, 'sales.csv')).toEqual([['sales.csv', CSV]]);
  });

  test('a .gz that vanishes while it is read says so, and does not wait for ever', async () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 3 * 1024 * 1024 }, () => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return state >>> 24;
    });
    const packed = fileOf(gzipSync(noise), 'sales.csv.gz');
    expect(packed.size).toBeGreaterThan(2 * 1024 * 1024);
    const gone = new Error('gone');
    const read = (from: number, to: number) => (from > 0 ? Promise.reject(gone) : packed.read(from, to));
    await expect(openFile({ ...packed, read })).rejects.toBe(gone);
  });

  test('.gz is unpacked', async () => {
    expect(await inside(gzipSync(CSV), 'sales.csv.gz')).toEqual([['sales.csv.gz', CSV]]);
  });

  test('.zip gives each file inside, without the clutter of a Mac', async () => {
    const zip = zipSync({
      'a/sales.csv': strToU8(CSV),
      '__MACOSX/a/._sales.csv': strToU8('x'),
      '.DS_Store': strToU8('x'),
      'logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      'clients.csv': [strToU8('Name\nAnn\n'), { level: 0 }],
    });
    expect(await inside(zip, 'export.zip')).toEqual([
      ['a/sales.csv', CSV],
      ['clients.csv', 'Name\nAnn\n'],
    ]);
  });

  test('.xlsx and .ods give their sheets as CSV with ISO dates', async () => {
    const expected = [['sales.bin', 'Date,Client,Amount\n2026-04-01,Ann,12.5\n2026-04-02,Bob,3\n']];
    expect(await inside(await xlsx({ name: 'Sales', rows: ROWS }))).toEqual(expected);
    expect(await inside(await writeOds({ sheets: [{ name: 'Sales', rows: ROWS }] }))).toEqual(expected);
  });

  test('a workbook in a .zip is opened too', async () => {
    const zip = zipSync({ 'sales.xlsx': await xlsx({ name: 'Sales', rows: ROWS }) });
    expect(await inside(zip)).toEqual([
      ['sales.xlsx', 'Date,Client,Amount\n2026-04-01,Ann,12.5\n2026-04-02,Bob,3\n'],
    ]);
  });

  test('sheets out of sight come last, empty ones not at all', async () => {
    const book = await xlsx(
      { name: 'Lists', rows: [['a'], ['b']], hidden: true },
      { name: 'Empty', rows: [] },
      { name: 'Sales', rows: ROWS },
    );
    const tables = await inside(book);
    expect(Array.isArray(tables) && tables.map(([name]) => name)).toEqual(['Sales', 'Lists']);
  });

  test('.xls that is a web page gives its tables, cells as text alone', async () => {
    const page = `<html><head><meta charset="utf-8"><style>td{}</style></head><body><table>
      <tr><th>Date</th><th>Client</th><th colspan=2>Amount</th></tr>
      <tr><td rowspan=2>01.04.2026</td><td>Ann &amp;<br>Co, &lt;b&gt;</td><td>1.234,50</td><td>EUR</td></tr>
      <tr><td>Бо<b>б</b></td><td>3</td><td>EUR</td></tr></table><script>alert(1)</script></body></html>`;
    expect(await inside(page, 'sales.xls')).toEqual([
      ['sales.xls', 'Date,Client,Amount\n01.04.2026,"Ann & Co, <b>","1.234,50",EUR\n,Боб,3,EUR\n'],
    ]);
  });

  test('.xls that is XML gives its sheets', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="Sales"><Table><Row><Cell><Data ss:Type="String">Date</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Sum</Data></Cell></Row>
      <Row ss:Index="3"><Cell><Data ss:Type="DateTime">2026-04-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2026-04-01T10:05:00.000</Data></Cell><Cell><Data ss:Type="Number">12.5</Data></Cell></Row>
      </Table></Worksheet></Workbook>`;
    expect(await inside(xml, 'sales.xls')).toEqual([
      ['sales.xls', 'Date,,Sum\n\n2026-04-01,2026-04-01 10:05,12.5\n'],
    ]);
  });

  test('.xls that is tabbed text is text', async () => {
    expect(await inside('Date\tSum\n2026-04-01\t1\n', 'a.xls')).toEqual([
      ['a.xls', 'Date\tSum\n2026-04-01\t1\n'],
    ]);
  });
});

describe('cells of a workbook', () => {
  test('days and times are those of the sheet, never moved by a zone or by rounding', async () => {
    const at = (...parts: [number, number, number, number, number, number, number]) =>
      new Date(Date.UTC(...parts));
    expect(
      await written([
        [at(2026, 0, 1, 0, 0, 0, 0), at(2026, 11, 31, 23, 59, 59, 999), at(2024, 1, 29, 10, 5, 0, 0)],
        [at(1899, 11, 31, 9, 30, 0, 0), at(2026, 2, 29, 2, 30, 0, 0), at(2026, 5, 1, 10, 0, 7, 0)],
      ]),
    ).toBe('2026-01-01,2026-12-31 23:59:59,2024-02-29 10:05\n09:30,2026-03-29 02:30,2026-06-01 10:00:07\n');
  });

  test('workbooks of a Mac count days from 1904', async () => {
    const book = await writeXlsx({ sheets: [{ name: 'S', rows: ROWS }], dateSystem: '1904' });
    expect(await inside(book)).toEqual([
      ['sales.bin', 'Date,Client,Amount\n2026-04-01,Ann,12.5\n2026-04-02,Bob,3\n'],
    ]);
  });

  test('numbers are exact, with a dot that nobody takes for thousands', async () => {
    expect(
      await written([[0.1 + 0.2, 1.1 * 3, 1e-7, 123456789012345, 9007199254740991, -2.5, 1.234, 1e21]]),
    ).toBe('0.3,3.3,0.0000001,123456789012345,9007199254740991,-2.5,1.2340,1.00000000000000E+21\n');
  });

  test('yes and no, quotes, commas and line breaks stay in their cells', async () => {
    expect(await written([[true, 'a "b", c', 'one\r\ntwo\nthree', '=1+1', ' x ']])).toBe(
      'TRUE,"a ""b"", c",one two three,=1+1," x "\n',
    );
  });

  test('line numbers are those of the sheet, and nothing is written behind the last filled row', async () => {
    expect(await written([['a', 'b'], [], [null, ' '], ['c', null], ['', ''], [null]])).toBe('a,b\n\n\nc,\n');
  });
});

describe('hostile files are put down with a reason', () => {
  test('a cell far out costs no more than itself', async () => {
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>`;
    const tables = await inside(withSheet(sheet));
    expect(Array.isArray(tables) && tables[0]![1]!.length).toBe(2 + 1_048_574 + 16_383 + 2);
  });

  test('a row number beyond every sheet', async () => {
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="900719925474099"><c><v>1</v></c></row></sheetData></worksheet>`;
    expect(await inside(withSheet(sheet))).toBe('too-large');
  });

  test('an archive that unpacks to a thousand times its size', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    expect(await inside(zipSync({ 'a.csv': zeros }))).toBe('zip-bomb');
    expect(await inside(gzipSync(zeros))).toBe('zip-bomb');
    expect(await inside(withSheet(zeros))).toBe('zip-bomb');
  });

  test('sizes that the archive states are not believed', async () => {
    const honest = zipSync({ 'a.csv': new Uint8Array(40 * 1024 * 1024) });
    for (const stated of [0, 5000]) {
      const lying = honest.slice();
      const view = new DataView(lying.buffer);
      view.setUint32(22, stated, true);
      view.setUint32(centralOf(lying) + 24, stated, true);
      expect(await inside(lying)).toMatch(/^(zip-bomb|damaged-archive)$/);
    }
  });

  test('more is unpacked than a cap allows: in one file, in all together, files of files', async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => 48 + ((i * i * 7) % 10));
    const small = { ...CAPS, entry: 5000, inflated: 10_000, packed: 30_000 };
    expect(await inside(zipSync({ a: noise, b: noise }), 'a.zip', small)).toHaveLength(2);
    expect(await inside(zipSync({ a: noise, b: noise, c: noise }), 'a.zip', small)).toBe('too-large');
    expect(await inside(gzipSync(new Uint8Array([...noise, ...noise])), 'a.gz', small)).toBe('too-large');
    expect(await inside(zipSync({ a: [new Uint8Array(31_000), { level: 0 }] }), 'a.zip', small)).toBe(
      'too-large',
    );
  });

  test('an archive of 2,001 files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 2001 }, (_, i) => [`${String(i)}.csv`, strToU8('a')]),
    );
    expect(await inside(zipSync(files))).toBe('zip-bomb');
  });

  test('an archive inside an archive', async () => {
    const zip = zipSync({ 'sales.csv': strToU8(CSV) });
    expect(await inside(zipSync({ 'in.zip': zip }))).toBe('nested-zip');
    expect(await inside(gzipSync(zip))).toBe('nested-zip');
    expect(await inside(zipSync({ 'in.gz': gzipSync(CSV) }))).toBe('nested-zip');
  });

  test('a file that was cut off, wherever', async () => {
    const book = await xlsx({ name: 'S', rows: ROWS });
    for (const content of [book, gzipSync(CSV.repeat(50)), zipSync({ 'a.csv': strToU8(CSV.repeat(50)) })])
      for (const share of [0.2, 0.5, 0.9]) {
        const cut = content.slice(0, Math.floor(content.length * share));
        expect(await inside(cut)).toBe('damaged-archive');
      }
  });

  test('a folder without a table, an old workbook, a locked one, other packed folders', async () => {
    expect(await inside(zipSync({ 'docs/': new Uint8Array() }))).toBe('empty-archive');
    const old = new Uint8Array(2048);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await inside(old)).toBe('xls');
    const locked = await writeXlsx({
      sheets: [{ name: 'S', rows: ROWS }],
      encryption: { password: 'x', spinCount: 1 },
    });
    expect(await inside(locked)).toBe('password');
    expect(await inside(strToU8('Rar!\x1a\x07\x01\x00', true))).toBe('packed');
    expect(await inside('<!DOCTYPE html><html><body>Please sign in</body></html>', 'sales.csv')).toBe(
      'unreadable',
    );
  });

  test('every bit of a small workbook turned round: opened or refused, never a crash', async () => {
    const book = await xlsx({ name: 'S', rows: ROWS });
    for (let at = 0; at < book.length; at += 7) {
      const bent = book.slice();
      bent[at]! ^= 1 << (at % 8);
      const outcome = await inside(bent);
      if (typeof outcome === 'string') expect(outcome).toMatch(/^[a-z-]+$/);
    }
  });

  test('the reading stops when it is told to', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`row ${String(i)}`, i]);
    const book = await xlsx({ name: 'S', rows });
    const stop = new AbortController();
    const opening = openFile(fileOf(book), CAPS, stop.signal);
    stop.abort();
    await expect(opening).rejects.toThrow(/abort/i);
  });
});

const centralOf = (zip: Uint8Array) => new DataView(zip.buffer).getUint32(zip.length - 6, true);

/** A workbook around the XML of one sheet. */
function withSheet(sheet: string | Uint8Array): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const bundle = (inner: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': bundle(
      `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bundle(
      `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet,
  });
}
