import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { breaches } from './support/rooms';

function house(): Map<string, string> {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
  return new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));
}

const planted = (files: Record<string, string>) => breaches(new Map(Object.entries(files)));

describe('the house', () => {
  test('is in order: rooms, one-way imports, no cycles, a pure domain', () => {
    const files = house();
    expect(files.size).toBeGreaterThan(20);
    expect(breaches(files)).toEqual([]);
  });
});

describe('a planted breach is named with its file and the room it strayed into', () => {
  test.each([
    ['src/domain/loss/walk.ts', `import { t } from '../../i18n/messages';`, 'strays into i18n'],
    ['src/domain/loss/walk.ts', `import type { Shop } from '../../storage/shopDb';`, 'strays into storage'],
    ['src/domain/kernel/day.ts', `import { walk } from '../loss/walk';`, 'strays into domain'],
    ['src/storage/packs.ts', `import { page } from '../features/loss/page';`, 'strays into features'],
    [
      'src/ui/Money.svelte',
      `<script lang="ts">import { db } from '../storage/shopDb';</script>`,
      'strays into storage',
    ],
    [
      'src/ui/Table.svelte',
      `{#await import('../features/loss/Table.svelte')}{/await}`,
      'strays into features',
    ],
    [
      'src/features/loss/LossPage.svelte',
      `<script>import '../clients/row';</script>`,
      'another feature: features/clients',
    ],
    ['src/features/loss/view.ts', `const page = () => import('../../app/routes');`, 'strays into app'],
    [
      'src/features/loss/view.ts',
      `import { jobs } from '../../workers/jobs/analyse';`,
      'strays into workers/jobs',
    ],
    ['src/features/loss/view.ts', `export { entry } from '../../workers/entry';`, 'strays into workers/jobs'],
    [
      'src/features/loss/view.ts',
      `import url from '../../workers/entry?worker&url';`,
      'strays into workers/jobs',
    ],
    ['src/domain/loss/walk.ts', `import { version } from '../../../package.json';`, 'in no room'],
    ['src/reactive/stored.svelte.ts', `type Page = import('../app/routes').Page;`, 'strays into app'],
    ['src/workers/jobs/analyse.ts', `import { t } from '../../i18n/messages';`, 'strays into i18n'],
    ['src/terminal/report.ts', `import { t } from '../i18n/messages';`, 'strays into i18n'],
    ['src/terminal/report.ts', `import { db } from '../storage/shopDb';`, 'strays into storage'],
    [
      'src/i18n/messages.ts',
      `const all = import.meta.glob('../features/*/words.json');`,
      'strays into features',
    ],
    ['src/sw.ts', `import { href } from './app/routes';`, 'strays into app'],
  ])('%s: %s', (path, text, breach) => {
    const found = planted({ [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
    expect(found[0]).toContain(breach);
  });

  test.each([
    [
      'src/features/loss/MonthChart.svelte',
      `<script>import { Chart } from 'chart.js/auto';</script>`,
      'chart.js',
    ],
    ['src/features/clients/List.svelte', `<script>import { VList } from 'virtua/svelte';</script>`, 'virtua'],
    ['src/features/loss/view.ts', `import Dexie from 'dexie';`, 'dexie'],
    ['src/features/intake/view.ts', `import Papa from 'papaparse';`, 'papaparse'],
    ['src/domain/loss/walk.ts', `import Papa from 'papaparse';`, 'papaparse'],
    ['src/storage/shopDb.ts', `import { writable } from 'svelte/store';`, 'svelte'],
    ['src/domain/loss/walk.ts', `import { readFile } from 'node:fs/promises';`, 'node:'],
    ['src/domain/loss/walk.ts', `import { tick } from 'svelte';`, 'svelte'],
    ['src/ui/Link.svelte', `<script>import { link } from 'svelte-spa-router';</script>`, 'svelte-spa-router'],
  ])('%s: a package outside its home: %s', (path, text, name) => {
    const found = planted({ [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
    expect(found[0]).toContain(name);
  });

  test.each([
    'window.x = 1',
    'const height = document.body',
    'localStorage.clear()',
    'indexedDB.open("x")',
    'navigator.language',
    'void fetch("x")',
    'setTimeout(run, 1)',
    'Date.now()',
    'new Date()',
    'new Date(2024, 1, 1)',
    'Math.random()',
    'performance.now()',
    'globalThis.performance.now()',
  ])('domain: %s', (text) => {
    const found = planted({ 'src/domain/loss/walk.ts': `export const walk = () => { ${text}; };` });
    expect(found[0]).toContain('src/domain/loss/walk.ts (domain) is not pure');
  });

  test('words that only look impure are left alone', () => {
    const text = `/** The window of 12 months; new Date() is not used. */\nexport const words = { window: 'fetch' };`;
    expect(planted({ 'src/domain/loss/span.ts': text })).toEqual([]);
  });

  test('a cycle is named with all its files, whether it runs through values or types', () => {
    const found = planted({
      'src/domain/a/one.ts': `import { two } from './two'; export const one = two;`,
      'src/domain/a/two.ts': `import type { three } from './three'; export const two = 1;`,
      'src/domain/a/three.ts': `export { one } from './one';`,
    });
    expect(found).toEqual([
      'import cycle: src/domain/a/one.ts -> src/domain/a/two.ts -> src/domain/a/three.ts -> src/domain/a/one.ts',
    ]);
  });

  test('an import that cannot be known before it runs is not let through', () => {
    expect(
      planted({ 'src/app/pages.ts': 'export const load = (name: string) => import(name);' }),
    ).toHaveLength(1);
  });

  test.each([
    ['src/shared/money.ts', '', 'no room'],
    ['src/money.ts', '', 'no room'],
    ['src/ui/index.ts', '', 'barrel'],
    ['src/ui/dateUtils.ts', '', 'says nothing'],
    ['src/features/loss/LossHelper.svelte', '', 'says nothing'],
    ['src/storage/data.ts', '', 'says nothing'],
    ['src/reactive/info.svelte.ts', '', 'says nothing'],
    ['src/ui/Text.svelte', '<p>{@html words}</p>', '{@html}'],
    ['src/domain/loss/all.ts', '\n'.repeat(250), '250'],
  ])('%s is refused', (path, text, breach) => {
    const found = planted({ [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(breach);
  });

  test('what the house allows is let through', () => {
    expect(
      planted({
        'src/main.ts': `import { mount } from 'svelte'; import App from './app/App.svelte'; import './ui/style.css';
          import url from './workers/entry?worker&url'; import { version } from '../package.json';`,
        'src/app/App.svelte': `<script lang="ts">import Page from '../features/loss/LossPage.svelte';</script>`,
        'src/features/loss/LossPage.svelte': `<script lang="ts">
          import Button from '../../ui/Button.svelte';
          import { client } from '../../workers/client';
          import type { Day } from '../../domain/kernel/day';
        </script>
        {#await import('./Chart.svelte')}{/await}`,
        'src/workers/client.ts': `import type { Jobs } from './protocol'; new Worker(new URL('./entry.ts', import.meta.url));`,
        'src/workers/entry.ts': `import { analyse } from './jobs/analyse'; import type { Jobs } from './protocol';`,
        'src/workers/jobs/analyse.ts': `import { packs } from '../../storage/packs';`,
        'src/storage/packs.ts': `import Dexie from 'dexie'; import { dayOf } from '../domain/kernel/day';`,
        'src/domain/intake/cells.ts': `import Papa from 'papaparse';`,
        'src/terminal/report.ts': `import words from '../i18n/en/loss.json'; import { gunzip } from 'node:zlib';`,
      }),
    ).toEqual([]);
  });
});
