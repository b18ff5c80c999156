import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';
import { openFile } from '../../src/domain/intake/open/openFile';
import { rightTable } from '../../src/domain/intake/open/rightTable';
import { readSales } from '../../src/domain/intake/readSales';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { fileOf } from '../support/fileOf';

const ROWS = 100_000;
const ROUNDS = 5;

/** Opening, surveying and reading a workbook of 100,000 sales over what its reader needs alone; one ratio for each round. */
export async function workbookRatios(): Promise<number[]> {
  const today = parseIsoDay('2026-11-22');
  const rows: CellValue[][] = [['Date', 'Client', 'Amount', 'Note']];
  for (let i = 0; i < ROWS; i++)
    rows.push([new Date(Date.UTC(2024, 0, 1 + (i % 700))), `Client ${i % 5000}`, (i % 1000) / 10, `x${i}`]);
  const book = await writeXlsx({ sheets: [{ name: 'Sales', rows }] });
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let from = performance.now();
    await readXlsx(book);
    const floor = performance.now() - from;
    from = performance.now();
    const opened = await openFile(fileOf(book, 'sales.xlsx'));
    if (!opened.ok) throw new Error(opened.error.code);
    const { chosen, seen } = await rightTable(opened.value, today, {});
    if (!seen.ok) throw new Error(seen.error.code);
    const { source } = opened.value[chosen]!;
    const { layout, mapping } = seen.value;
    const draft = await readSales(source, layout, mapping, { today, minorDigits: 2 });
    ratios.push((performance.now() - from) / floor);
    if (!draft.ok || draft.value.summary.kept !== ROWS) throw new Error('wrong answer');
  }
  return ratios;
}
