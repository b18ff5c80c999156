import Papa from 'papaparse';
import type { Encoding } from '../../src/domain/intake/layout';
import { readSales } from '../../src/domain/intake/readSales';
import { survey } from '../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { encoded } from '../support/encoded';
import { fileOf } from '../support/fileOf';
import { salesBytes } from './salesText';

const ROWS = 200_000;
const ROUNDS = 5;
const DIALECTS = {
  'every cell in quotes': { encoding: 'utf-8', delimiter: ',', quotes: true, comma: false },
  'semicolon, decimal comma, windows-1251': {
    encoding: 'windows-1251',
    delimiter: ';',
    quotes: false,
    comma: true,
  },
} as const satisfies Record<
  string,
  { encoding: Encoding; delimiter: string; quotes: boolean; comma: boolean }
>;

/** Its own types know chunks of a text in memory only as those of a file. */
const parseText = Papa.parse as unknown as (text: string, config: object) => void;

/** The same sales as a Western till writes them and as others do: reading them over papaparse alone on the same text, a ratio a round. */
export async function dialectRatios(): Promise<readonly (readonly [name: string, ratios: number[]])[]> {
  const today = parseIsoDay('2026-11-22');
  const { bytes, truth } = salesBytes({ rows: ROWS, clients: ROWS / 20 });
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes).trimEnd());
  const found: [string, number[]][] = [];
  for (const [name, { encoding, delimiter, quotes, comma }] of Object.entries(DIALECTS)) {
    const rows = comma
      ? data.map((cells) => cells.map((cell, i) => (i === 6 ? cell.replace('.', ',') : cell)))
      : data;
    const text = Papa.unparse(rows, { delimiter, quotes, newline: '\n' });
    const file = fileOf(encoded(text, encoding));
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      let from = performance.now();
      parseText(text, { delimiter, newline: '\n', chunkSize: 256 * 1024, chunk: () => undefined });
      const floor = performance.now() - from;
      from = performance.now();
      const seen = await survey(file, today);
      if (!seen.ok) throw new Error(seen.error.code);
      const draft = await readSales(file, seen.value.layout, seen.value.mapping, { today, minorDigits: 2 });
      ratios.push((performance.now() - from) / floor);
      if (!draft.ok || draft.value.summary.total !== truth.total) throw new Error('wrong answer');
    }
    found.push([name, ratios]);
  }
  return found;
}
