import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, forgetProfile, freshProfile, startBrowser } from '../support/browser';

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types none";

const PAGES: Record<string, string> = {
  '/calm': '<!doctype html><html lang="en"><title>Calm</title><main><h1>Calm</h1></main></html>',
  '/unnamed': '<!doctype html><html lang="en"><title>Form</title><main><h1>Form</h1><input></main></html>',
  '/loud': '<!doctype html><html lang="en"><title>Loud</title><script src="loud.js"></script></html>',
  '/asks': '<!doctype html><html lang="en"><title>Asks</title><script src="asks.js"></script></html>',
  '/loud.js': 'console.error("planted error"); setTimeout(() => { throw new Error("planted defect") });',
  '/asks.js': 'fetch("/calm").then(() => fetch("http://127.0.0.2:9/elsewhere")).catch(() => 0);',
};

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(path in PAGES ? 200 : 204, {
      'content-type': type,
      'content-security-policy': POLICY,
    });
    response.end(PAGES[path]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a console error and an uncaught exception fail the journey that met them', async () => {
  const browser = await startBrowser();
  await browser.page(`${address}/loud`);
  await expect.poll(() => browser.troubles.length).toBe(2);
  await expect(browser.close()).rejects.toThrow(
    /planted error[\s\S]*planted defect|planted defect[\s\S]*planted error/,
  );
});

test('an expected trouble is let through', async () => {
  const browser = await startBrowser({ expected: [/planted/] });
  const page = await browser.page(`${address}/loud`);
  await page.waitForLoadState('networkidle');
  await browser.close();
});

test('every request is on record, and one that the policy forbids is a trouble', async () => {
  const browser = await startBrowser();
  await browser.page(`${address}/asks`);
  await expect.poll(() => browser.troubles.join()).toContain('connect-src');
  expect(browser.requests).toContain(`${address}/calm`);
  await expect(browser.close()).rejects.toThrow('connect-src');
});

test('axe runs in spite of a strict policy and names what it finds', async () => {
  const browser = await startBrowser();
  expect(await barriers(await browser.page(`${address}/calm`))).toEqual([]);
  expect((await barriers(await browser.page(`${address}/unnamed`))).join()).toContain('label');
  await browser.close();
});

test('a killed browser leaves its profile to the next one', async () => {
  const profile = freshProfile();
  const first = await startBrowser({ profile });
  const page = await first.page(`${address}/calm`);
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await first.leave();
  const second = await startBrowser({ profile });
  await second.page(`${address}/calm`);
  await second.kill();
  const third = await startBrowser({ profile });
  const again = await third.page(`${address}/calm`);
  expect(await again.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  await third.close();
  forgetProfile(profile);
});
