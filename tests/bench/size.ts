import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the first load may weigh, gzip, before the first screen shows its figures: HTML, CSS and JS. */
const BUDGET = 70_000;
const DIST = 'dist';
const ENTRY = 'index.html';

/** The page that a first start shows; its own code and words belong to the first load. */
const FIRST_PAGE = 'src/features/today/TodayPage.svelte';
const FIRST_WORDS = ['src/i18n/en/today.json', 'src/i18n/en/figures.json'];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

function filesOf(manifest: Manifest, key: string, found: Set<string>, seen = new Set<string>()): void {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return;
  seen.add(key);
  found.add(chunk.file);
  for (const css of chunk.css ?? []) found.add(css);
  for (const next of chunk.imports ?? []) filesOf(manifest, next, found, seen);
}

const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Manifest;
const missing = [ENTRY, FIRST_PAGE].filter((key) => !(key in manifest));
if (missing.length > 0) throw new Error(`Not in the build: ${missing.join(', ')}`);

const files = new Set([ENTRY]);
for (const key of [ENTRY, FIRST_PAGE, ...FIRST_WORDS]) filesOf(manifest, key, files);

const parts = [...files]
  .map((file) => ({ file, bytes: gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length }))
  .sort((a, b) => b.bytes - a.bytes);
const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);

const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
for (const { file, bytes } of parts) console.log(`${kilo(bytes)}  ${file}`);
console.log(`${kilo(total)}  first load, gzip, of ${kilo(BUDGET).trim()}`);
if (total > BUDGET) {
  console.error(`The first load is ${kilo(total - BUDGET).trim()} above its budget.`);
  process.exitCode = 1;
}
