import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/domain/intake/draft';
import type { Layout, Mapping } from '../../../src/domain/intake/layout';
import { readSales, type ReadOptions } from '../../../src/domain/intake/readSales';
import { survey } from '../../../src/domain/intake/surveyFile';
import { isoDay, parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import { NONE } from '../../../src/domain/sales/columns';
import { fileOf } from '../../support/fileOf';

const TODAY = parseIsoDay('2026-11-22');
const OPTIONS: ReadOptions = { today: TODAY, minorDigits: 2 };

async function draftOf(
  content: Uint8Array | string,
  options = OPTIONS,
  change: Partial<Mapping> = {},
): Promise<Draft> {
  const file = fileOf(content);
  const seen = await survey(file, TODAY);
  if (!seen.ok) throw new Error(seen.error.code);
  const read = await readSales(file, seen.value.layout, { ...seen.value.mapping, ...change }, options);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

const HEAD = 'Date,Receipt,Client no,Client,Product,Quantity,Amount,Staff\n';
const row = (i: number, client = i % 7) =>
  `2026-01-${String((i % 28) + 1).padStart(2, '0')},R${i},C${client},Name ${client},Rose,1,${i}.50,Mira\n`;

describe('rows become columns', () => {
  test('products, employees, quantities and costs stand beside each sale; what the file lacks is marked as unknown', async () => {
    const { sales, products, employees } = await draftOf(
      'Date,Client,Total,Product,Quantity,Cost,Staff\n2026-01-01,Ana,9.00,Rose,1.5,4.20,Mira\n2026-01-02,Bo,8.00,,x,,\n',
    );
    expect(products).toEqual(['Rose']);
    expect(employees).toEqual(['Mira']);
    expect([...sales.product]).toEqual([0, NONE]);
    expect([...sales.employee]).toEqual([0, NONE]);
    expect([...sales.quantity]).toEqual([1500, 0]);
    expect([...sales.cost]).toEqual([420, NaN]);
    expect([...sales.receipt]).toEqual([NONE, NONE]);
    expect([...sales.day].map((day) => isoDay(day as Day))).toEqual(['2026-01-01', '2026-01-02']);
  });

  test('numbers that a spreadsheet cut short tell neither clients nor receipts apart', async () => {
    const { clients, sales, summary } = await draftOf(
      'Date;Receipt;Client no;Client;Total\n2026-01-01;1,23457E+11;7,01235E+10;Ana;1\n2026-01-02;1,23457E+11;7,01235E+10;Bo;1\n2026-01-03;1,23457E+11;7,01235E+10;;1\n2026-01-03;R1;C1;;1\n',
    );
    expect(clients.keys).toEqual(['ana', 'bo', 'C1']);
    expect(summary.withoutClient).toBe(1);
    expect([...sales.receipt]).toEqual([NONE, NONE, NONE, 0]);
  });

  test('receipts are numbered by first appearance, also where their lines lie apart', async () => {
    const { sales, summary } = await draftOf(
      'Date,Receipt,Client,Total\n2026-01-01,A,Ana,1\n2026-01-01,B,Bo,1\n2026-01-01,A,Ana,1\n2026-01-02,,Bo,1\n2026-01-02,,Bo,1\n',
    );
    expect([...sales.receipt]).toEqual([0, 1, 0, NONE, NONE]);
    expect(summary.receipts, 'two named ones and one day of Bo').toBe(3);
  });

  test('any number of receipts gets the numbers a slow, obvious count gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { minLength: 1, maxLength: 200 }), async (numbers) => {
        const { sales } = await draftOf(
          `Date,Receipt,Client,Total\n${numbers.map((n) => `2026-01-01,R${n},Ana,1.00\n`).join('')}`,
        );
        const seen = [...new Set(numbers)];
        expect([...sales.receipt]).toEqual(numbers.map((n) => seen.indexOf(n)));
      }),
      { numRuns: 50 },
    );
  });

  test('clients with a number keep it, whatever name stands beside; without one the name counts, folded', async () => {
    const { clients, sales } = await draftOf(
      'Date,Client ID,Client,Total\n2026-01-01,1,Ana,1\n2026-01-01,2,Ana,1\n2026-01-01,,  ANA  b,1\n2026-01-01,,Ana B,1\n2026-01-01,-,,1\n2026-01-01,1,Ana Brook,1\n',
    );
    expect(clients.keys).toEqual(['1', '2', 'ana b']);
    expect(clients.names).toEqual(['Ana Brook', 'Ana', 'Ana B']);
    expect([...sales.client]).toEqual([0, 1, 2, 2, NONE, 0]);
  });

  test('an address in capitals and a number that a program wrote with .0 are the same client', async () => {
    const { clients } = await draftOf(
      'Date,Client ID,Total\n2026-01-01,Ann@Example.com,1\n2026-01-02,ann@example.com,1\n2026-01-02,17850.0,1\n2026-01-02,17850,1\n',
    );
    expect(clients.keys).toEqual(['ann@example.com', '17850']);
  });

  test('a name is the same client in either Unicode form', async () => {
    const { clients } = await draftOf(
      'Date,Client,Total\n2026-01-01,Zoe\u0308,1\n2026-01-02,Zo\u00eb,1\n2026-01-02,Bo,1\n',
    );
    expect(clients.keys).toEqual(['zoë', 'bo']);
  });

  test('counting visits makes every row worth one, whatever stands in it', async () => {
    const { sales, summary } = await draftOf(
      'Date,Client,Product\n2026-01-01,Ana,Rose\n2026-01-02,Bo,Rose\n',
      OPTIONS,
      {
        countVisits: true,
      },
    );
    expect([...sales.cents]).toEqual([100, 100]);
    expect(summary.total).toBe(200);
  });

  test('amounts are whole units of a currency without cents, and thousandths where it has them', async () => {
    const text = 'Date,Client,Total\n2026-01-01,Ana,1250\n2026-01-02,Bo,0.5\n';
    expect([...(await draftOf(text, { ...OPTIONS, minorDigits: 0 })).sales.cents]).toEqual([1250, 1]);
    expect([...(await draftOf(text, { ...OPTIONS, minorDigits: 3 })).sales.cents]).toEqual([1_250_000, 500]);
  });

  test('rows and money add up: kept and left out are all rows, with and without client all money', async () => {
    const anyRow = fc.constantFrom(
      '2026-01-01,1,C1,Ana,Rose,1,5.00,Mira',
      '2026-01-02,2,,,Rose,1,-2.50,Mira',
      ',3,C2,Bo,Rose,1,5.00,Mira',
      '2026-13-45,3,C2,Bo,Rose,1,5.00,Mira',
      '2026-01-03,4,C3,Cem,Rose,1,free,Mira',
      '2040-01-03,4,C3,Cem,Rose,1,5.00,Mira',
      'Total,,,,,,99.00,',
      '2026-01-04',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 30 }), async (rows) => {
        const all = [...Array.from({ length: 40 }, (_, i) => row(i).trim()), ...rows];
        const { summary, sales, leftOutRows } = await draftOf(`${HEAD}${all.join('\n')}\n`);
        expect(summary.rows).toBe(all.length);
        expect(summary.kept + summary.leftOut).toBe(summary.rows);
        expect(leftOutRows).toHaveLength(summary.leftOut);
        expect(summary.issues.reduce((sum, issue) => sum + issue.count, 0)).toBe(summary.leftOut);
        expect(sales.cents.reduce((sum, cents) => sum + cents, 0)).toBe(summary.total);
        const named = sales.cents.filter((_, i) => sales.client[i] !== NONE);
        expect(named.reduce((sum, cents) => sum + cents, 0)).toBe(summary.totalWithClient);
      }),
      { numRuns: 40 },
    );
  });
});

describe('evidence that only the whole file holds', () => {
  /** Larger than what a survey looks at, so that the middle of the file is news to the reader. */
  const long = (line: (i: number) => string, odd: string, count = 60_000) => {
    const rows = Array.from({ length: count }, (_, i) => line(i));
    rows[Math.floor(count * 0.22)] = odd;
    return `Date,Client,Total\n${rows.join('\n')}\n`;
  };

  test('a 13th in the month place turns the reading of the dates round', async () => {
    const text = long(
      (i) => `0${(i % 9) + 1}/0${((i * 7) % 9) + 1}/2026,Client ${i % 50} of the shop,10.00`,
      '13/05/2026,Ana,10.00',
    );
    const { mapping, questions, summary } = await draftOf(text, OPTIONS, { dateOrder: 'mdy' });
    expect(mapping.dateOrder).toBe('dmy');
    expect(questions).toEqual([]);
    expect(summary.leftOut).toBe(0);
  });

  test('while both readings fit every value the question stays open', async () => {
    const text = long(
      (i) => `0${(i % 9) + 1}/0${((i * 7) % 9) + 1}/2026,Client ${i % 50} of the shop,10.00`,
      '05/05/2026,Ana,10.00',
    );
    expect((await draftOf(text, OPTIONS, { dateOrder: 'mdy' })).questions.map(({ kind }) => kind)).toEqual([
      'date-order',
    ]);
  });

  test('one sum with two decimals settles what 15.000 means', async () => {
    const text = long(
      (i) => `2026-01-01,Client ${i % 50} of the shop,${(i % 9) + 1}.000`,
      '2026-01-01,Ana,"12,50"',
    );
    const { mapping, summary } = await draftOf(text, OPTIONS, { decimal: '.' });
    expect(mapping.decimal).toBe(',');
    expect(summary.leftOut).toBe(0);
    expect(summary.total).toBeGreaterThan(100_000 * 60_000);
  });

  test('letters of a code page in a file that looked like plain ASCII are read as what they are', async () => {
    const text = long((i) => `2026-01-01,Client ${i % 50} of the shop,10.00`, '2026-01-02,Käthe Müßig,10.00');
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    const { layout, clients } = await draftOf(bytes);
    expect(layout.encoding).toBe('windows-1252');
    expect(clients.names).toContain('Käthe Müßig');
  });

  test('letters of several bytes survive every border between pieces', async () => {
    const names = Array.from({ length: 30_000 }, (_, i) => `Жанна Ёлкина-${i % 5000} 💐`);
    const text = `Дата;Клиент;Сумма\n${names.map((name) => `2026-01-01;${name};10,00\n`).join('')}`;
    const { clients, summary } = await draftOf(text);
    expect(summary.kept).toBe(30_000);
    expect(clients.keys).toHaveLength(5000);
    expect(clients.names.every((name) => /^Жанна Ёлкина-\d+ 💐$/u.test(name))).toBe(true);
  });
});

describe('the identity of a row', () => {
  const words = ({ identity }: Draft) =>
    Array.from({ length: identity.length / 2 }, (_, i) => `${identity[i * 2]} ${identity[i * 2 + 1]}`);

  test('is the same wherever the row stands, whatever the order of columns', async () => {
    const one = await draftOf(`${HEAD}${row(1)}${row(2)}${row(3)}`);
    const other = await draftOf(
      'Staff,Amount,Quantity,Product,Client,Client no,Receipt,Date\nMira,3.50,1,Rose,Name 3,C3,R3,2026-01-04\nMira,1.50,1,Rose,Name 1,C1,R1,2026-01-02\n',
    );
    expect(words(other)).toEqual([words(one)[2], words(one)[0]]);
  });

  test('differs where any of day, time, client, amount, receipt, product, quantity or employee does', async () => {
    const lines = [
      '2026-01-01 10:00,R1,C1,Ana,Rose,1,5.00,Mira',
      '2026-01-02 10:00,R1,C1,Ana,Rose,1,5.00,Mira',
      '2026-01-01 10:01,R1,C1,Ana,Rose,1,5.00,Mira',
      '2026-01-01 10:00,R2,C1,Ana,Rose,1,5.00,Mira',
      '2026-01-01 10:00,R1,C2,Ana,Rose,1,5.00,Mira',
      '2026-01-01 10:00,R1,C1,Ana,Tulip,1,5.00,Mira',
      '2026-01-01 10:00,R1,C1,Ana,Rose,2,5.00,Mira',
      '2026-01-01 10:00,R1,C1,Ana,Rose,1,5.01,Mira',
      '2026-01-01 10:00,R1,C1,Ana,Rose,1,-5.00,Mira',
      '2026-01-01 10:00,R1,C1,Ana,Rose,1,5.00,Tom',
    ];
    expect(new Set(words(await draftOf(`${HEAD}${lines.join('\n')}\n`))).size).toBe(lines.length);
  });

  test('is its own for each of 200,000 neighbouring rows', async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, i) => `2026-01-01,R${i >> 3},C${i % 1000},N,P${i % 13},1,${i % 50}.00,Mira\n`,
    );
    const { identity } = await draftOf(HEAD + rows.join(''));
    const different = new Set(rows).size;
    const found = new Set(
      Array.from({ length: rows.length }, (_, i) => identity[i * 2]! * 4_294_967_296 + identity[i * 2 + 1]!),
    );
    expect(found.size).toBeGreaterThan(different - 3);
    expect(found.size).toBeLessThanOrEqual(different);
  });
});

describe('reading a file', () => {
  const text = HEAD + Array.from({ length: 20_000 }, (_, i) => row(i)).join('');
  const look = async (content: string): Promise<[Layout, Mapping]> => {
    const seen = await survey(fileOf(content), TODAY);
    if (!seen.ok) throw new Error(seen.error.code);
    return [seen.value.layout, seen.value.mapping];
  };

  test('stops at once when told to, and rejects with the reason given', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const reading = readSales(fileOf(text), ...(await look(text)), {
      ...OPTIONS,
      signal: stop.signal,
      onProgress: (rows) => {
        seen.push(rows);
        stop.abort(new Error('enough'));
      },
    });
    await expect(reading).rejects.toThrow('enough');
    expect(seen).toHaveLength(1);
  });

  test('reports rows and bytes that only grow, up to the whole file', async () => {
    const seen: [number, number][] = [];
    await readSales(fileOf(text), ...(await look(text)), {
      ...OPTIONS,
      onProgress: (rows, bytes) => seen.push([rows, bytes]),
    });
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.at(-1)![1]).toBe(text.length);
    for (let i = 1; i < seen.length; i++) {
      expect(seen[i]![0]).toBeGreaterThanOrEqual(seen[i - 1]![0]);
      expect(seen[i]![1]).toBeGreaterThan(seen[i - 1]![1]);
    }
  });

  test('gives the same content hash for the same bytes only', async () => {
    const hash = async (content: string) => (await draftOf(content)).contentHash;
    const once = await hash(text);
    expect(once).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash(text)).toBe(once);
    expect(await hash(text.replace('19999.50', '19999.51'))).not.toBe(once);
  });

  test('shows every block of bytes once, in order', async () => {
    const blocks: Uint8Array[] = [];
    await readSales(fileOf(text), ...(await look(text)), {
      ...OPTIONS,
      digest: (block) => blocks.push(block),
    });
    expect(new TextDecoder().decode(blocks[0])).toBe(text);
    expect(blocks).toHaveLength(1);
  });

  test('lets a failure of the disk through', async () => {
    const broken = { ...fileOf(text), read: () => Promise.reject(new Error('disk')) };
    await expect(readSales(broken, ...(await look(text)), OPTIONS)).rejects.toThrow('disk');
  });

  test('refuses a mapping that lacks what every sale needs', async () => {
    const [layout, mapping] = await look(text);
    const without = async (...fields: (keyof Mapping['columns'])[]) => {
      const columns = Object.fromEntries(
        Object.entries(mapping.columns).filter(([field]) => !fields.includes(field as never)),
      );
      const read = await readSales(fileOf(text), layout, { ...mapping, columns }, OPTIONS);
      return read.ok ? 'read' : read.error.code;
    };
    expect(await without('date')).toBe('no-date');
    expect(await without('client', 'name')).toBe('no-client');
    expect(await without('amount')).toBe('no-amount');
    expect(await without('client')).toBe('read');
  });

  test('never throws for what stands in it, and every answer has a meaning', async () => {
    const cells = fc.constantFrom(
      '2026-01-01',
      '31.12.2025',
      'Ana',
      'C1',
      '5.00',
      '1.234,56',
      '"',
      '""',
      'x"y',
      '',
      ' ',
      'Total',
      '\0',
      '\ufffd',
    );
    const glue = fc.constantFrom(',', ';', '\n', '\r\n', '\t', '\r');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cells, glue), { maxLength: 60 }), async (parts) => {
        const content = parts.flat().join('');
        const seen = await survey(fileOf(content), TODAY);
        if (!seen.ok) return;
        const columns = { date: 0, name: 1, amount: Math.min(2, seen.value.layout.width - 1) };
        const read = await readSales(
          fileOf(content),
          seen.value.layout,
          { ...seen.value.mapping, columns },
          OPTIONS,
        );
        if (read.ok) expect(read.value.summary.kept).toBeGreaterThan(0);
        else expect(read.error.code).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

test('a sum that no till writes, such as a number read as money, is left out instead of spoiling the total', async () => {
  const { summary } = await draftOf(
    `${HEAD}${Array.from({ length: 9 }, (_, i) => row(i)).join('')}2026-01-20,R9,C1,Name 1,Rose,1,999999999999999,Mira\n`,
  );
  expect(summary.issues).toMatchObject([{ code: 'amount-unreadable', count: 1 }]);
  expect(summary.total).toBe(4_050);
});
