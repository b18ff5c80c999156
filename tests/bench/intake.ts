import Papa from 'papaparse';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { readSales } from '../../src/domain/intake/readSales';
import { survey } from '../../src/domain/intake/surveyFile';
import { salesBytes } from './salesText';

/** Its own types know chunks of a text in memory only as those of a file. */
const parseText = Papa.parse as unknown as (text: string, config: object) => void;

/** Reading a million sales against papaparse alone on the same text; run by `npx tsx tests/bench/intake.ts [rows] [rounds]`. */
async function main(rows: number, rounds: number): Promise<void> {
  const { bytes, truth } = salesBytes({ rows, clients: Math.max(10, rows / 20) });
  const source = {
    name: 'bench.csv',
    size: bytes.length,
    read: (from: number, to: number) => Promise.resolve(bytes.slice(from, to)),
  };
  const today = parseIsoDay('2026-11-22');
  const text = new TextDecoder().decode(bytes);
  const looked = await survey(source, today);
  if (!looked.ok) throw new Error(looked.error.code);
  const { layout, mapping } = looked.value;
  const ratios: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const since = (from: number) => performance.now() - from;
    let from = performance.now();
    let seen = 0;
    parseText(text, {
      delimiter: ',',
      newline: '\n',
      chunkSize: 256 * 1024,
      chunk: (part: Papa.ParseResult<string[]>) => {
        seen += part.data.length;
      },
    });
    const chunks = since(from);
    from = performance.now();
    const parser = new Papa.Parser({ delimiter: ',', newline: '\n' });
    let tail = '';
    let tight = 0;
    for (let at = 0; at < text.length; at += 256 * 1024) {
      const piece = tail + text.slice(at, at + 256 * 1024);
      const parsed = parser.parse(piece, 0, true) as { data: string[][]; meta: { cursor: number } };
      tight += parsed.data.length;
      tail = piece.slice(parsed.meta.cursor);
    }
    const bare = since(from);
    from = performance.now();
    const draft = await readSales(source, layout, mapping, { today, minorDigits: 2 });
    const ours = since(from);
    if (!draft.ok) throw new Error(draft.error.code);
    const { summary } = draft.value;
    const right =
      summary.kept === truth.rows &&
      summary.clients === truth.clients &&
      summary.receipts === truth.receipts &&
      summary.total === truth.total &&
      seen >= truth.rows &&
      tight >= truth.rows;
    if (!right) throw new Error(`wrong answer: ${JSON.stringify({ summary, truth })}`);
    ratios.push([ours / chunks, ours / bare]);
    console.log(
      `papaparse in chunks ${chunks.toFixed(0)} ms, its bare tokeniser ${bare.toFixed(0)} ms, readSales ${ours.toFixed(0)} ms: ` +
        `${(ours / chunks).toFixed(2)} x, ${(ours / bare).toFixed(2)} x`,
    );
  }
  const median = (of: number[]) => of.sort((a, b) => a - b)[of.length >> 1]!.toFixed(2);
  console.log(
    `${(bytes.length / 1e6).toFixed(1)} MB, ${rows} rows, medians: ${median(ratios.map((r) => r[0]!))} x papaparse in chunks, ` +
      `${median(ratios.map((r) => r[1]!))} x its bare tokeniser; heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`,
  );
}

await main(Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 5));
