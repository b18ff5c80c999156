import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { exampleCsv } from '../../../src/domain/example/exampleCsv';
import { exampleShop } from '../../../src/domain/example/exampleShop';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { NONE } from '../../../src/domain/sales/columns';

const shop = exampleShop(7, parseIsoDay('2026-11-23'));
const { data, errors, meta } = Papa.parse<Record<string, string>>(exampleCsv(shop), {
  header: true,
  skipEmptyLines: true,
});

test('the sample file holds every row of the shop under English titles', () => {
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual([
    'Date',
    'Receipt',
    'Client no',
    'Client',
    'Phone',
    'Product',
    'Quantity',
    'Amount',
    'Employee',
  ]);
  expect(data).toHaveLength(shop.sales.length);
});

test('the amounts of the file add up to the turnover of the shop', () => {
  const inFile = data.reduce((sum, row) => sum + Math.round(Number(row.Amount) * 100), 0);
  expect(inFile).toBe(shop.sales.cents.reduce((sum, cents) => sum + cents, 0));
});

test('rows without a client leave number, name and telephone empty', () => {
  const row = shop.sales.client.indexOf(NONE);
  expect(data[row]).toMatchObject({ 'Client no': '', Client: '', Phone: '' });
});

test('names and products with commas come back whole', () => {
  expect(data.filter((row) => !shop.products.includes(row.Product!))).toEqual([]);
  expect(data.some((row) => row.Product!.includes(','))).toBe(true);
});
