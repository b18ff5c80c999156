import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../../src/domain/intake/layout';
import { readSales } from '../../../src/domain/intake/readSales';
import { survey } from '../../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { decodeMapping } from '../../../src/storage/decodeRecords';
import { fileOf } from '../../support/fileOf';

const TODAY = parseIsoDay('2026-11-22');

async function read(text: string, change: Partial<Mapping> = {}) {
  const file = fileOf(text);
  const seen = await survey(file, TODAY);
  if (!seen.ok) throw new Error(seen.error.code);
  const { layout } = seen.value;
  const mapping = { ...seen.value.mapping, ...change };
  const drafted = await readSales(file, layout, mapping, { today: TODAY, minorDigits: 2 });
  if (!drafted.ok) throw new Error(drafted.error.code);
  return { mapping, keys: drafted.value.clients.keys, summary: drafted.value.summary };
}

describe('clients who are known by their telephone number', () => {
  const PHONES = `Дата,Телефон,Сумма
21.05.2026,8 707 555 1234,100
22.05.2026,+7 (707) 555-12-34,100
23.05.2026,87075551235,100
24.05.2026,007 707 555 12 35,100
`;

  test('are one however their number is written', async () => {
    expect(await read(PHONES)).toMatchObject({
      mapping: { phones: 'KZ' },
      keys: ['+77075551234', '+77075551235'],
    });
  });

  test('in a file without a country are one where the shop’s is known', async () => {
    const local = 'Date,Phone,Total\n21.05.2026,0470 11 22 33,5\n22.05.2026,0470/112233,5\n';
    expect((await read(local, { phones: 'BE' })).keys).toEqual(['+32470112233']);
    expect((await read(local)).mapping.phones).toBe('');
  });

  test('stay under the number as it is written where an earlier file left them so', async () => {
    const file = fileOf(PHONES);
    const seen = await survey(file, TODAY);
    if (!seen.ok) throw new Error(seen.error.code);
    const { phones: _, ...before } = seen.value.mapping;
    const remembered = decodeMapping(structuredClone(before));
    expect(remembered).toEqual(before);
    const again = await readSales(file, seen.value.layout, remembered!, { today: TODAY, minorDigits: 2 });
    expect(again.ok && again.value.clients.keys).toHaveLength(4);
    expect(decodeMapping({ ...before, phones: 'KZ' })).toEqual({ ...before, phones: 'KZ' });
  });

  test('whose number is none keep what stands there', async () => {
    const odd = 'Date,Phone,Total\n21.05.2026,+32 470 11 22 33,5\n22.05.2026,ext 12,5\n23.05.2026,ext 13,5\n';
    expect((await read(odd)).keys).toEqual(['+32470112233', 'ext 12', 'ext 13']);
  });

  test('a customer number that looks like one is none', async () => {
    const numbers = 'Date,Customer no,Phone,Total\n21.05.2026,470112233,0470 11 22 33,5\n';
    const { mapping, keys } = await read(numbers);
    expect(mapping).not.toHaveProperty('phones');
    expect(keys).toEqual(['470112233']);
  });
});

describe('clients who left an e-mail', () => {
  test('are told apart by it, in small letters, beside their names', async () => {
    const { keys } = await read(
      'Date,Customer,Email,Total\n2026-05-01,Ann Lee,Ann@x.example,5\n2026-05-02,Anna Lee,ann@X.example,5\n2026-05-03,Ann Lee,lee@x.example,5\n',
    );
    expect(keys).toEqual(['ann@x.example', 'lee@x.example']);
  });

  test('are told apart by name where one address stands beside many names, as the shop’s own does', async () => {
    const names = ['Ann', 'Bob', 'Cy', 'Di', 'Ed', 'Flo'];
    const rows = names.map(
      (name, i) => `2026-05-0${i + 1},${name},${i < 5 ? 'desk@shop.example' : 'flo@x.example'},5\n`,
    );
    const { keys } = await read(`Date,Customer,Email,Total\n${rows.join('')}`);
    expect(keys).toEqual(names.map((name) => name.toLowerCase()));
  });
});
