import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from '../support/browser';
import { serve } from '../support/serve';

/** The built app beside a blank page, on which its shipped worker and the worker of floors are timed. */
export interface Stage {
  readonly url: string;
  readonly folder: string;
  /** A fresh browser with a profile on disk, on the blank page. */
  open(): Promise<{ browser: Browser; page: Page }>;
  close(): Promise<void>;
}

const FLOORS = 'floors.js';

/** Puts the app of `dist` on a stage of its own. */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'boomerang-bench-'));
  cpSync('dist', folder, { recursive: true });
  writeFileSync(join(folder, 'blank.html'), '<!doctype html><title>Bench</title><input type="file">');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2023',
      rolldownOptions: {
        input: 'tests/bench/floors.worker.ts',
        output: { entryFileNames: FLOORS, codeSplitting: false },
      },
    },
  });
  const worker = readdirSync(join(folder, 'assets')).find(
    (name) => name.startsWith('worker-') && name.endsWith('.js'),
  );
  if (!worker) throw new Error('The built app has no worker');
  const addresses = JSON.stringify({ app: `assets/${worker}`, floors: FLOORS });
  writeFileSync(join(folder, 'stage.js'), `(${onThePage.toString()})(${addresses})`);
  const { url, close } = await serve(folder);
  return {
    url,
    folder,
    async open() {
      const browser = await startBrowser({ bypassPolicy: true });
      const page = await browser.page(`${url}blank.html`);
      await page.addScriptTag({ url: `${url}stage.js` });
      return { browser, page };
    },
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the page needs to talk to both workers; runs in the browser, so it may use nothing from outside itself. */
function onThePage(addresses: { app: string; floors: string }): void {
  const app = (job: { name: string; input: unknown }[]) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(addresses.app, { type: 'module', name: 'bench' });
      const outputs: { output: unknown; milliseconds: number }[] = [];
      let start = 0;
      const next = () => {
        const at = outputs.length;
        if (at === job.length) {
          worker.terminate();
          resolve(outputs);
          return;
        }
        const { name, input } = job[at]!;
        start = performance.now();
        const before = outputs.map((done) => done.output);
        const given = typeof input === 'function' ? (input as (before: unknown[]) => unknown)(before) : input;
        worker.postMessage({ kind: 'job', id: at, name, input: given });
      };
      worker.onmessage = ({
        data,
      }: MessageEvent<{ kind: string; output: unknown; code: string; message: string }>) => {
        if (data.kind !== 'done' && data.kind !== 'failed') return;
        if (data.kind === 'failed') {
          reject(new Error(`${data.code}: ${data.message}`));
          return;
        }
        outputs.push({ output: data.output, milliseconds: performance.now() - start });
        next();
      };
      worker.onerror = (event) => {
        reject(new Error(event.message));
      };
      next();
    });
  const floor = (stage: string, given: unknown) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(addresses.floors, { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<{ answer?: unknown; error?: string }>) => {
        worker.terminate();
        if (data.error === undefined) resolve(data.answer);
        else reject(new Error(data.error));
      };
      worker.onerror = (event) => {
        reject(new Error(event.message));
      };
      worker.postMessage({ stage, given });
    });
  Object.assign(globalThis, { bench: { app, floor } });
}

export interface BenchPage {
  app(jobs: { name: string; input: unknown }[]): Promise<{ output: unknown; milliseconds: number }[]>;
  floor(stage: string, given: unknown): Promise<unknown>;
}

declare global {
  var bench: BenchPage;
}
