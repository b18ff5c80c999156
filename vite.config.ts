import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

/** What the page may do at all. docs/hosting.md repeats it as a header, with what only a header can say. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html app-url',
].join('; ');

const MESSAGES = /\/src\/i18n\/\w+\/\w+\.json$/;
const PARSER = '@formatjs/icu-messageformat-parser';

/** Plain words stay words; a message with placeholders becomes its parsed form. */
function parsedMessage(message: string) {
  const elements = parse(message, { captureLocation: false });
  const [first] = elements;
  if (elements.length === 0) return '';
  return elements.length === 1 && first?.type === TYPE.literal ? first.value : elements;
}

/** Messages are parsed while building, so that the parser (9 kB gzip) stays out of the first load. */
const parsedMessages = (): Plugin => ({
  name: 'parsed-messages',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === PARSER && importer?.includes('/intl-messageformat/'))
      return this.resolve(`${PARSER}/no-parser.js`, importer);
    return null;
  },
  transform(code, id) {
    if (!MESSAGES.test(id)) return null;
    const messages = Object.entries(JSON.parse(code) as Record<string, string>);
    return {
      code: JSON.stringify(Object.fromEntries(messages.map(([key, text]) => [key, parsedMessage(text)]))),
      map: null,
    };
  },
});

/** A machine with other work is slow, not wrong: tests wait for conditions, and none is told apart by its time. */
const PATIENCE_MS = 30_000;

/** Files of those rooms that only later pages need. */
const IS_LATER = new RegExp(
  '/src/(' +
    [
      'i18n/(winbackLabels|messageWords|reasonLabel|itemLabel|offeredLabel|currencies|fileSize)',
      'reactive/(surveyLinks|notes|entryDraft|planSteps|cards|greet)',
      'features/today/(Work|Call|callFirst|DataState|OutcomeDialog|quickOutcomes|workDone|MissingShop|Closed)',
    ].join('|') +
    ')',
);

/** What the shell or the first page needs goes into one file: fifty small ones are larger, and each is a question to the host. */
const isOfFirstScreen = (id: string) =>
  /\/src\/(app\/(?!InstallCard|IosGuide)|features\/today\/(?!work\/)|reactive\/|i18n\/[\w.]+\.ts|i18n\/en\/(shell|today|figures)\.json)/.test(
    id,
  ) && !IS_LATER.test(id);

const strictPage = (): Plugin => ({
  name: 'strict-page',
  apply: 'build',
  transformIndexHtml: (html) =>
    html.replace(
      '<head>',
      `<head>\n    <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />`,
    ),
});

/** Files that the browser wants only while installing, or that nobody asks for. */
const isOutsidePrecache = (path: string) =>
  path === 'sw.js' || path.startsWith('screenshots/') || path.startsWith('.vite/');

/** An emitted file that the service worker does not know is a page that breaks offline: better no build at all. */
const everythingPrecached = (): Plugin => {
  let folder = 'dist';
  return {
    name: 'everything-precached',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
        const emitted = readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
        const missing = emitted.filter(
          (path) =>
            !isOutsidePrecache(path) &&
            !['"', "'", '`'].some((quote) => worker.includes(quote + path + quote)),
        );
        if (missing.length > 0) throw new Error(`Not in the precache of sw.js: ${missing.join(', ')}`);
      },
    },
  };
};

const SCREENSHOTS = [
  {
    src: 'screenshots/phone-loss.png',
    sizes: '360x740',
    form_factor: 'narrow',
    label: 'What lost clients cost a year',
  },
  {
    src: 'screenshots/phone-clients.png',
    sizes: '360x740',
    form_factor: 'narrow',
    label: 'Clients and where they stand',
  },
  {
    src: 'screenshots/wide-loss.png',
    sizes: '1440x900',
    form_factor: 'wide',
    label: 'What lost clients cost a year',
  },
] as const;

/** What the app opens: types as the share sheet of a phone tells them, and ends of names as a desktop does. */
const OPENED = {
  'text/csv': ['.csv'],
  'text/tab-separated-values': ['.tsv'],
  'text/plain': ['.txt'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.oasis.opendocument.spreadsheet': ['.ods'],
  'application/zip': ['.zip'],
  'application/gzip': ['.gz'],
  'text/vcard': ['.vcf'],
};

/** Names by which phones know a table of text, an old workbook that may be a web page in truth, and packed files. */
const ALSO_SHARED = [
  'text/comma-separated-values',
  'application/csv',
  'application/vnd.ms-excel',
  'application/x-zip-compressed',
  'application/x-gzip',
  '.xls',
];

const installable = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src',
    filename: 'sw.ts',
    injectRegister: false,
    registerType: 'prompt',
    includeManifestIcons: false,
    injectManifest: {
      globPatterns: ['**/*'],
      globIgnores: ['sw.js', 'screenshots/**', '.vite/**'],
      maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    },
    manifest: {
      id: 'boomerang',
      name: 'Boomerang',
      short_name: 'Boomerang',
      description: 'What lost clients cost your shop, and how to get them back. On your own device, offline.',
      lang: 'en',
      dir: 'ltr',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f6f1e5',
      theme_color: '#16352a',
      categories: ['business', 'productivity'],
      launch_handler: { client_mode: ['navigate-existing', 'auto'] },
      share_target: {
        action: './share',
        method: 'POST',
        enctype: 'multipart/form-data',
        params: {
          title: 'title',
          text: 'text',
          files: [
            {
              name: 'files',
              accept: [...Object.keys(OPENED), ...Object.values(OPENED).flat(), ...ALSO_SHARED],
            },
          ],
        },
      },
      file_handlers: [{ action: './#/import', accept: OPENED }],
      icons: [
        { src: 'pwa-64x64.png', sizes: '64x64', type: 'image/png' },
        { src: 'pwa-192x192.png', sizes: '192x192', type: 'image/png' },
        { src: 'pwa-512x512.png', sizes: '512x512', type: 'image/png' },
        { src: 'maskable-icon-512x512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
      shortcuts: [
        { name: 'Import sales', url: './#/import', icons: [{ src: 'pwa-192x192.png', sizes: '192x192' }] },
        {
          name: 'Clients to win back',
          url: './#/loss',
          icons: [{ src: 'pwa-192x192.png', sizes: '192x192' }],
        },
      ],
      screenshots: SCREENSHOTS.filter(({ src }) => existsSync(join('public', src))).map((shot) => ({
        ...shot,
        type: 'image/png',
      })),
    },
  });

export default defineConfig({
  base: './',
  plugins: [
    parsedMessages(),
    svelte(),
    tailwindcss(),
    process.env['VITEST'] ? [] : [strictPage(), installable(), everythingPrecached()],
  ],
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'assets/worker-[hash].js' } },
  },
  build: {
    target: 'es2023',
    manifest: true,
    /** Styles are fetched along with a page; lists of scripts would be a twentieth of the first load, and each page's own are asked for in one go anyway. */
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_page, files) => files.filter((file) => file.endsWith('.css')),
    },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: isOfFirstScreen }] } } },
  },
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          environment: 'node',
          testTimeout: PATIENCE_MS,
          include: ['tests/{domain,storage,workers,terminal,golden}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: {
          name: 'screens',
          environment: 'happy-dom',
          testTimeout: PATIENCE_MS,
          include: ['tests/{ui,features,app,reactive,i18n}/**/*.test.ts'],
          setupFiles: ['tests/support/screens.ts'],
        },
      },
    ],
  },
});
