import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../../../src/domain/intake/layout';
import { leftOutCsv } from '../../../../src/domain/intake/leftOutCsv';
import { placeInFile } from '../../../../src/domain/intake/several/fileLines';
import type { ByteSource } from '../../../../src/domain/intake/source';
import { isoDay, parseIsoDay } from '../../../../src/domain/kernel/day';
import { encoded } from '../../../support/encoded';
import { fileOf } from '../../../support/fileOf';
import { draftOf, lookAt } from '../../../support/severalFiles';

const HEADER = 'Date;Receipt;Client;Product;Amount';
const FIRST = parseIsoDay('2025-01-06');

/** Rows of a made-up till, `perDay` a day, no two alike. */
const rowsOf = (days: number, perDay: number, from = 0) =>
  Array.from({ length: days * perDay }, (_, i) => {
    const day = from + Math.floor(i / perDay);
    const at = day * perDay + (i % perDay);
    return `${isoDay((FIRST + day) as typeof FIRST)};R${at};${['Ann', 'Bob', 'Čleo', 'Dan'][at % 4]};Rose;${10 + (at % 50)},50`;
  });

const csv = (name: string, rows: readonly string[], header = HEADER) =>
  fileOf([header, ...rows, ''].join('\n'), name);

describe('files of one shape are one table', () => {
  test('however a table is split into files with its titles on each, the whole is read', async () => {
    const rows = rowsOf(40, 5);
    const whole = await draftOf([csv('all.csv', rows)]);
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: rows.length }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.boolean(), async (places, windows) => {
        const ends = [0, ...places.toSorted((a, b) => a - b), rows.length];
        const files = ends.slice(1).map((end, i) => {
          const text = [HEADER, ...rows.slice(ends[i], end)].join(windows ? '\r\n' : '\n');
          return fileOf(text, `part ${i}.csv`);
        });
        const split = await draftOf(files);
        expect(split.summary).toEqual(whole.summary);
        expect(split.sales).toEqual(whole.sales);
        expect(split.identity).toEqual(whole.identity);
        expect(split.clients).toEqual(whole.clients);
      }),
      { numRuns: 60 },
    );
  });

  test('they follow each other by name, numbers by their size', async () => {
    const [early, late] = [rowsOf(3, 2), rowsOf(3, 2, 10)];
    const { files } = await draftOf([csv('sales 10.csv', late), csv('sales 9.csv', early)]);
    expect(files).toEqual([
      { name: 'sales 9.csv', before: 0 },
      { name: 'sales 10.csv', before: 7 },
    ]);
  });

  test('one without a single row, one with a note above its titles and one with tabs belong to them', async () => {
    const rows = rowsOf(30, 3);
    const tabs = [HEADER, ...rows.slice(60)].join('\n').replaceAll(';', '\t');
    const files = [
      csv('a.csv', rows.slice(0, 30)),
      csv('b.csv', []),
      csv('c.csv', rows.slice(30, 60), `Sales of the week;;;;\n\n${HEADER}`),
      fileOf(tabs, 'd.tsv'),
    ];
    const draft = await draftOf(files);
    expect(draft.summary).toMatchObject({ rows: 90, kept: 90, leftOut: 0 });
    expect(draft.files).toHaveLength(4);
  });

  test('each may have letters of its own, and short ones take those of the rest', async () => {
    const names = ['Жанна Ёлкина', 'Щукин Пётр', 'Юлия Цой', 'Эмма Чехова', 'Фёдор Ильин'];
    const text = (from: number, count: number) =>
      [
        HEADER,
        ...rowsOf(count, 1, from).map((row, i) => row.replace(/Ann|Bob|Čleo|Dan/, names[(from + i) % 5]!)),
      ].join('\n');
    const inPage = (name: string, content: string, encoding: Encoding) =>
      fileOf(encoded(content, encoding), name);
    const { clients, summary } = await draftOf([
      inPage('a.csv', text(0, 40), 'windows-1251'),
      inPage('b.csv', text(40, 1), 'windows-1251'),
      inPage('c.csv', text(41, 20), 'utf-8'),
      inPage('d.csv', text(61, 20), 'utf-16le'),
    ]);
    expect(clients.names.toSorted()).toEqual(names.toSorted());
    expect(summary.kept).toBe(81);
  });

  test('tables without titles are told by what stands in their columns', async () => {
    const plain = (name: string, from: number) => fileOf(rowsOf(10, 2, from).join('\n'), name);
    const draft = await draftOf([plain('a.txt', 0), plain('b.txt', 10)]);
    expect(draft.summary).toMatchObject({ rows: 40, kept: 40 });
  });

  test('a day that only another file proves decides how all dates are read', async () => {
    const row = (day: string, i: number) => `${day};R${i};Ann;Rose;5,00`;
    const low = Array.from({ length: 20 }, (_, i) => row(`0${1 + (i % 9)}/03/2025`, i));
    const high = Array.from({ length: 20 }, (_, i) => row(`2${i % 9}/04/2025`, 20 + i));
    const seen = await lookAt([csv('a.csv', low), csv('b.csv', high)]);
    expect(seen.survey.mapping.dateOrder).toBe('dmy');
    expect(seen.survey.questions).toEqual([]);
  });

  test('the files of a .zip and the sheets of a workbook, but for those out of sight', async () => {
    const rows = rowsOf(20, 2);
    const zip = zipSync({
      'jan.csv': strToU8([HEADER, ...rows.slice(0, 20)].join('\n')),
      'feb.csv': strToU8([HEADER, ...rows.slice(20)].join('\n')),
      'clients.csv': strToU8('Name;Phone\nAnn;0470 00 00 01\n'),
    });
    const inZip = await lookAt([fileOf(zip, 'export.zip')]);
    expect(inZip.tables.map(({ name, joins }) => [name, joins?.length ?? 0])).toEqual([
      ['feb.csv', 2],
      ['jan.csv', 0],
      ['feb.csv', 0],
      ['clients.csv', 0],
    ]);
    expect((await draftOf([fileOf(zip, 'export.zip')])).summary.kept).toBe(40);
    const sheet = (name: string, part: readonly string[], hidden = false) => ({
      name,
      hidden,
      rows: [HEADER, ...part].map((row) => row.split(';')),
    });
    const book = await writeXlsx({
      sheets: [
        sheet('January', rows.slice(0, 20)),
        sheet('February', rows.slice(20)),
        sheet('Old', rowsOf(5, 2, 90), true),
      ],
    });
    expect((await draftOf([fileOf(book, 'year.xlsx')])).summary.kept).toBe(40);
  });
});

describe('nothing is counted twice', () => {
  const rows = rowsOf(20, 4);
  const kept = async (...files: ByteSource[]) => {
    const { summary } = await draftOf(files);
    return [summary.kept, summary.leftOut];
  };

  test('a file given twice, under another name and with other line ends', async () => {
    const again = fileOf([HEADER, ...rows].join('\r\n'), 'copy.csv');
    expect(await kept(csv('a.csv', rows), again)).toEqual([80, 80]);
  });

  test('exports of overlapping periods', async () => {
    expect(await kept(csv('a.csv', rows.slice(0, 50)), csv('b.csv', rows.slice(30)))).toEqual([80, 20]);
  });

  test('whole receipts of clients, even among many that differ', async () => {
    const other = rowsOf(20, 4).map((row) => row.replace(';R', ';T'));
    expect(await kept(csv('a.csv', rows), csv('b.csv', [...other, rows[3]!, rows[50]!]))).toEqual([160, 2]);
  });

  test('a receipt that goes on in the next file keeps its equal lines', async () => {
    const receipt = ['2025-03-01;R900;Ann;Rose;2,50', '2025-03-01;R900;Ann;Tulip;3,50'];
    const more = [receipt[0]!, '2025-03-01;R900;Ann;Card;1,50', '2025-03-01;R900;Ann;Ribbon;0,50'];
    expect(
      await kept(csv('a.csv', [...rows, ...receipt]), csv('b.csv', [...more, ...rowsOf(9, 2, 80)])),
    ).toEqual([103, 0]);
  });

  test('sales that are alike by chance, as those of two tills are, stay', async () => {
    const till = (name: string, seed: number) =>
      csv(
        name,
        Array.from(
          { length: 120 },
          (_, i) => `${isoDay((FIRST + (i % 10)) as typeof FIRST)};;;Coffee;${(i * seed) % 17},50`,
        ).concat(rowsOf(10, 2).map((row) => row.replace(';R', `;T${seed}-`))),
      );
    expect(await kept(till('till 1.csv', 1), till('till 2.csv', 5))).toEqual([280, 0]);
  });

  test('equal lines within one file stay, as they always do', async () => {
    const coffees = ['2025-03-01;;Ann;Coffee;2,50', '2025-03-01;;Ann;Coffee;2,50'];
    expect(await kept(csv('a.csv', rows), csv('b.csv', coffees))).toEqual([82, 0]);
  });
});

describe('every line is told by its file', () => {
  const bad = (i: number) => `31.02.2025;B${i};Ann;Rose;5,00`;

  test('in the issues and in the left-out rows', async () => {
    const rows = rowsOf(10, 2).map((row) => row.replace(/^(\d+)-(\d+)-(\d+)/, '$3.$2.$1'));
    const { files, summary, leftOutRows, layout } = await draftOf([
      csv('a.csv', [...rows.slice(0, 10), bad(1)]),
      csv('b.csv', [bad(2), ...rows.slice(10)]),
    ]);
    const [issue] = summary.issues;
    expect(issue!.lines.map((line) => placeInFile(files!, line))).toEqual([
      { name: 'a.csv', line: 12 },
      { name: 'b.csv', line: 2 },
    ]);
    const words = { line: 'Line', file: 'File', reason: 'Reason', reasonOf: (code: string) => code };
    const text = leftOutCsv(leftOutRows, layout.titles, words, files);
    expect(text.split('\r\n').map((row) => row.split(',').slice(0, 3).join(','))).toEqual([
      '"File","Line","Reason"',
      '"a.csv","12","date-impossible"',
      '"b.csv","2","date-impossible"',
    ]);
  });
});

describe('files that are cut wrongly', () => {
  test('are all cut in the way the owner says', async () => {
    const note = 'Ann;Bob;Dan;Eve;Sum';
    const files = [0, 10].map((from) => csv(`day ${from}.csv`, rowsOf(10, 2, from), `${note}\n${HEADER}`));
    const seen = await lookAt(files, { headerLine: 2, encoding: 'windows-1252' }, 0);
    expect(
      seen.source.parts?.map(({ layout }) => [layout.headerLine, layout.firstLine, layout.encoding]),
    ).toEqual([
      [2, 3, 'windows-1252'],
      [2, 3, 'windows-1252'],
    ]);
    expect(seen.survey.layout.titles).toEqual(HEADER.split(';'));
  });
});

describe('files of another shape', () => {
  test('are told apart in no time, however many there are', async () => {
    const files = Array.from({ length: 400 }, (_, i) =>
      csv(`${i}.csv`, rowsOf(1, 2), `${HEADER};Extra ${i}`),
    );
    const { tables } = await lookAt(files);
    expect(tables).toHaveLength(400);
  });

  test('are not mixed in, and stay to be chosen', async () => {
    const clients = fileOf('Name;Phone;Since\nAnn;0470 00 00 01;2019-01-01\n', 'clients.csv');
    const seen = await lookAt([clients, csv('a.csv', rowsOf(5, 2)), csv('b.csv', rowsOf(5, 2, 5))]);
    expect(seen.tables[seen.chosen]!.joins?.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
    expect(seen.tables.map(({ name }) => name)).toContain('clients.csv');
  });

  test('that cannot be read at all, such as a folder, are named and the rest is read', async () => {
    const folder = { ...fileOf('x', 'folder'), read: () => Promise.reject(new Error('gone')) };
    const seen = await lookAt([folder, csv('a.csv', rowsOf(5, 2))]);
    expect(seen.unread).toEqual([{ name: 'folder', refusal: { code: 'unreadable' } }]);
    await expect(lookAt([folder])).rejects.toThrow('gone');
  });

  test('are told by file and sheet', async () => {
    const sheet = (name: string, rows: readonly string[]) => ({
      name,
      rows: rows.map((row) => row.split(';')),
    });
    const book = await writeXlsx({
      sheets: [sheet('Sales', [HEADER, ...rowsOf(4, 2)]), sheet('Stock', ['Item;Left', 'Rose;4', 'Card;7'])],
    });
    const seen = await lookAt([fileOf(book, 'shop.xlsx'), csv('a.csv', rowsOf(4, 2, 9))]);
    expect(seen.tables.map(({ name, file }) => [name, file])).toEqual([
      ['a.csv', 'a.csv'],
      ['shop.xlsx: Sales', 'shop.xlsx'],
      ['shop.xlsx: Stock', 'shop.xlsx'],
      ['a.csv', 'a.csv'],
    ]);
  });

  test('that hold no table are named with the reason, and the rest is read', async () => {
    const picture = fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'logo.png');
    const seen = await lookAt([picture, csv('a.csv', rowsOf(5, 2))]);
    expect(seen.unread).toEqual([{ name: 'logo.png', refusal: { code: 'image' } }]);
    expect(seen.tables).toHaveLength(1);
  });
});
