import Papa from 'papaparse';
import { textDecoder } from '../../src/domain/intake/bytes/textDecoder';
import type { Draft } from '../../src/domain/intake/draft';
import type { Delimiter, Encoding } from '../../src/domain/intake/layout';
import { readSales } from '../../src/domain/intake/readSales';
import { refuseUnmapped } from '../../src/domain/intake/refuseUnmapped';
import { survey } from '../../src/domain/intake/surveyFile';
import { parseIsoDay } from '../../src/domain/kernel/day';
import { encoded } from '../support/encoded';
import { fileOf } from '../support/fileOf';
import { HELD_OUT, TUNED } from '../support/shopTexts';

const TODAY = parseIsoDay('2026-11-22');
const WORDS = { ...TUNED, ...HELD_OUT };

export interface Findings {
  readonly files: number;
  readonly refused: number;
  readonly withIssues: number;
  readonly crashes: readonly string[];
  /** Totals that changed with nothing to see: no issue, no question, no other cell. */
  readonly silent: readonly string[];
  readonly slowest: number;
}

interface Base {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly draft: Draft;
}

/** The same chances for the same seed. */
function chances(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const LAYOUTS: readonly (readonly [
  language: string,
  Encoding,
  Delimiter,
  comma: boolean,
  newline: string,
])[] = [
  ['fr', 'windows-1252', ';', true, '\r\n'],
  ['de', 'utf-8', ';', true, '\n'],
  ['ru', 'windows-1251', ';', true, '\r\n'],
  ['ru2', 'koi8-r', '\t', true, '\n'],
  ['uk', 'utf-8', ',', false, '\n'],
  ['pl', 'windows-1250', ';', true, '\r\n'],
  ['nl', 'utf-8', ',', true, '\n'],
  ['es', 'utf-16le', '\t', true, '\r\n'],
  ['tr', 'windows-1254', '|', false, '\n'],
  ['ro', 'iso-8859-2', ';', true, '\r'],
];

function textOf([language, , delimiter, comma, newline]: (typeof LAYOUTS)[number]): string {
  const { names, wares } = WORDS[language]!;
  const rows = Array.from({ length: 40 }, (_, i) => {
    const sum = `${i % 9 === 4 ? '1' + (comma ? '.' : ',') : ''}${100 + i * 7}${comma ? ',' : '.'}${i % 10}5`;
    const date = `${String((i % 28) + 1).padStart(2, '0')}.0${(i % 9) + 1}.2026`;
    return [date, names[i % names.length]!, i % 6 ? wares[i % wares.length]! : `${wares[0]}, "${i}"`, sum];
  });
  return Papa.unparse([['Date', 'Client', 'Product', 'Total'], ...rows], { delimiter, newline });
}

async function draftOf(bytes: Uint8Array): Promise<{ draft?: Draft; asked: boolean }> {
  const file = fileOf(bytes);
  const seen = await survey(file, TODAY);
  if (!seen.ok || refuseUnmapped(seen.value, seen.value.mapping)) return { asked: false };
  const { layout, mapping, questions } = seen.value;
  const read = await readSales(file, layout, mapping, { today: TODAY, minorDigits: 2 });
  return read.ok ? { draft: read.value, asked: questions.length > 0 } : { asked: questions.length > 0 };
}

async function bases(): Promise<Base[]> {
  const found: Base[] = [];
  for (const layout of LAYOUTS) {
    const bytes = encoded(textOf(layout), layout[1]);
    const { draft } = await draftOf(bytes);
    if (draft?.summary.kept !== 40) throw new Error(`${layout.join(' ')} is not read whole`);
    found.push({ name: layout.slice(0, 2).join(' '), bytes, draft });
  }
  return found;
}

const STRAY = [
  '"',
  '""',
  '\0',
  '\r',
  '\n',
  '\r\n',
  ';',
  ',',
  '\t',
  "'",
  '\ufeff',
  '=',
  '-',
  '(',
  '%',
  '\u001a',
];

/** A file with one to four things wrong with it. */
function mutated(bytes: Uint8Array, chance: (below: number) => number): Uint8Array {
  let found = bytes.slice();
  for (let times = 1 + chance(4); times > 0; times--) {
    const at = chance(found.length + 1);
    const length = 1 + chance(chance(4) ? 8 : 400);
    const put = (middle: Uint8Array, skip: number) => {
      const rest = found.subarray(Math.min(found.length, at + skip));
      const whole = new Uint8Array(at + middle.length + rest.length);
      whole.set(found.subarray(0, at));
      whole.set(middle, at);
      whole.set(rest, at + middle.length);
      found = whole;
    };
    const stray = new TextEncoder().encode(STRAY[chance(STRAY.length)]);
    switch (chance(8)) {
      case 0:
      case 1:
        if (at < found.length) found[at]! ^= 1 << chance(8);
        break;
      case 2:
        put(stray, 0);
        break;
      case 3:
        put(stray, 1);
        break;
      case 4:
        put(new Uint8Array(), length);
        break;
      case 5:
        put(found.slice(at, at + length), 0);
        break;
      case 6:
        found = chance(3) ? found.slice(0, at) : found.slice(at);
        break;
      case 7:
        put(
          Uint8Array.from({ length: Math.min(length, 40) }, () => chance(256)),
          chance(2) * length,
        );
    }
  }
  return found;
}

/** The sum of the amounts that stand in the file, read cell by cell in the plainest way; NaN where one is not plain. */
function obviousTotal(bytes: Uint8Array, { layout, mapping }: Draft): number {
  const text = textDecoder(layout.encoding)(bytes)
    .replaceAll('\0', '')
    .replace(/^\ufeff/, '');
  const newline = layout.newline === '\r' ? '\r' : '\n';
  const { data } = Papa.parse<string[]>(text, { delimiter: layout.delimiter, newline });
  const group = mapping.decimal === ',' ? /[.\s]/g : /[,\s]/g;
  let cents = 0;
  for (const cells of data) {
    const cell = cells[mapping.columns.amount ?? -1]?.trim();
    if (cell === undefined || cells[mapping.columns.date ?? -1] === layout.titles[mapping.columns.date ?? -1])
      continue;
    const minus = /^\(.*\)$|^[-\u2212]|[-\u2212]$/.test(cell) ? -1 : 1;
    const plain = cell
      .replace(/(?<=\d)\p{Sc}(?=\d\d$)/u, ',')
      .replace(/[^\d.,]/g, '')
      .replace(group, '')
      .replace(/[.,]+$/, '')
      .replace(',', '.');
    cents += minus * Math.round(Number(`${plain || 0}e2`));
  }
  return cents;
}

function isSilent(base: Base, bytes: Uint8Array, draft: Draft, asked: boolean): boolean {
  const { summary, questions, mapping, layout } = draft;
  if (summary.total === base.draft.summary.total) return false;
  if (summary.issues.length > 0 || questions.length > 0 || asked) return false;
  const sameReading =
    JSON.stringify(mapping) === JSON.stringify(base.draft.mapping) &&
    layout.titles.join() === base.draft.layout.titles.join();
  const shown = obviousTotal(bytes, draft) === summary.total;
  return !shown && (sameReading || layout.headerLine > 0);
}

/** Reads so many damaged files, and tells what went wrong beyond what a damaged file may. */
export async function readMutated(seed: number, count: number): Promise<Findings> {
  const chance = chances(seed);
  const all = await bases();
  const crashes: string[] = [];
  const silent: string[] = [];
  let refused = 0;
  let withIssues = 0;
  let slowest = 0;
  for (let i = 0; i < count; i++) {
    const base = all[i % all.length]!;
    const bytes = mutated(base.bytes, chance);
    const begun = performance.now();
    try {
      const { draft, asked } = await draftOf(bytes);
      if (!draft) refused++;
      else if (draft.summary.issues.length > 0) withIssues++;
      if (draft && isSilent(base, bytes, draft, asked))
        silent.push(
          `${i} ${base.name}: ${base.draft.summary.total} became ${draft.summary.total}\n${textDecoder(draft.layout.encoding)(bytes)}`,
        );
    } catch (error) {
      crashes.push(`${i} ${base.name}: ${String(error)}`);
    }
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return { files: count, refused, withIssues, crashes, silent, slowest };
}
