import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { CHROMIUM, FLAGS } from './chromium';

export const PHONE = { width: 360, height: 740 } as const;
export const TABLET = { width: 820, height: 1180 } as const;
export const DESKTOP = { width: 1440, height: 900 } as const;

export interface DeviceOptions {
  /** Console errors that belong to the journey, such as failed requests while the server is down. */
  readonly expected?: readonly RegExp[];
  readonly locale?: string;
  readonly timeZone?: string;
  /** Whether pages can be tapped, as on a phone. */
  readonly touch?: boolean;
}

export interface BrowserOptions extends DeviceOptions {
  /** A profile of an earlier browser, to find its data again; a fresh one if not given. */
  readonly profile?: string;
  /** Lets a test put scripts of its own on the page; never for journeys. */
  readonly bypassPolicy?: boolean;
}

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** Where a person opens the app: what it asked for and what went wrong are kept. */
export interface Device {
  readonly context: BrowserContext;
  /** The address of every request since the start, service worker and workers included. */
  readonly requests: readonly string[];
  /** Console errors, uncaught exceptions and breaches of the Content-Security-Policy, except the expected ones. */
  readonly troubles: readonly string[];
  page(address: string, options?: PageOptions): Promise<Page>;
  /** Throws away what is kept there; throws if there was any trouble. */
  close(): Promise<void>;
}

/** A real Chromium with a profile on disk, as a person has it. */
export interface Browser extends Device {
  readonly profile: string;
  /** SIGKILL to the browser and all its processes, as a dead battery would; resolves when none is left. The profile stays. */
  kill(): Promise<void>;
  /** Closes the browser in good order and keeps its profile; throws if there was any trouble. */
  leave(): Promise<void>;
}

/** What `/proc` says of each running process; dead ones that nobody has buried are left out. */
function running(): { id: number; group: number; words: readonly string[] }[] {
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .flatMap((id) => {
      try {
        const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
        const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
        return state === 'Z' ? [] : [{ id: Number(id), group: Number(group), words }];
      } catch {
        return []; // It ended while we looked.
      }
    });
}

/** The process group of the browser that holds a profile: the main process leads it, as Playwright starts it detached. */
const groupOf = (profile: string): number | undefined =>
  running().find(({ id, group, words }) => id === group && words.includes(`--user-data-dir=${profile}`))
    ?.group;

const POLL_MS = 20;

/** Resolves once the condition holds; throws after the time given. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  timeout = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeout;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

const gone = (group: number) => () => !running().some((process) => process.group === group);

export const freshProfile = (): string => mkdtempSync(join(tmpdir(), 'boomerang-profile-'));

export const forgetProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });

/** What every device is like, unless a journey asks for another. */
export const deviceOf = ({ touch, locale, timeZone }: DeviceOptions) => ({
  acceptDownloads: true,
  viewport: PHONE,
  hasTouch: touch ?? false,
  locale: locale ?? 'en-GB',
  timezoneId: timeZone ?? 'Europe/Berlin',
});

/** Follows what happens on a device from its first page on; `expectCalm` throws if there was any trouble. */
export async function followed(context: BrowserContext, expected: readonly RegExp[] = []) {
  const requests: string[] = [];
  const troubles: string[] = [];
  const note = (trouble: string) => {
    if (!expected.some((pattern) => pattern.test(trouble))) troubles.push(trouble);
  };
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `content security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  return {
    context,
    requests,
    troubles,
    expectCalm: () => {
      if (troubles.length > 0) throw new Error(`The browser met trouble:\n${troubles.join('\n')}`);
    },
    async page(address: string, { viewport = PHONE, colorScheme = 'light' }: PageOptions = {}) {
      const blank = context.pages().find((open) => open.url() === 'about:blank');
      const page = blank ?? (await context.newPage());
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      return page;
    },
  };
}

/** Starts Chromium; whoever starts it must `close`, `leave` or `kill` it. */
export async function startBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const profile = options.profile ?? freshProfile();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: [...FLAGS],
    bypassCSP: options.bypassPolicy ?? false,
    ...deviceOf(options),
  });
  const { expectCalm, ...device } = await followed(context, options.expected);
  // The runner of benches keeps names of functions by a call that a page does not know.
  if (options.bypassPolicy) await context.addInitScript('globalThis.__name = (named) => named');

  const group = groupOf(profile);
  if (group === undefined) throw new Error('The browser that was just started cannot be found');
  const leave = async () => {
    await context.close();
    await until(gone(group), 'the browser to close');
    expectCalm();
  };
  return {
    ...device,
    profile,
    leave,
    async kill() {
      process.kill(-group, 'SIGKILL');
      await until(gone(group), 'the browser to die');
    },
    async close() {
      try {
        await leave();
      } finally {
        forgetProfile(profile);
      }
    },
  };
}

/** Chromium's own remote control of a page, for what Playwright has no words for. */
export const remote = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

/** Makes the page's processor `times` slower than this machine's; 1 is full speed. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await remote(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/** What axe finds wrong with the page as it stands, one line a finding; runs beside the page's Content-Security-Policy, not through it. */
export async function barriers(page: Page): Promise<string[]> {
  const session = await remote(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: true,
    });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? 'axe failed');
    return answer.result.value;
  };
  if (await evaluate('typeof axe === "undefined"')) await evaluate(`${axe.source}; undefined`);
  const { violations } = (await evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  await session.detach();
  return violations.map(
    ({ id, impact, nodes }) =>
      `${impact ?? 'minor'} ${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`,
  );
}
