import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from './support/serve';

/** The policy as vite.config.ts puts it into the page. */
const policy = [
  ...(
    /CONTENT_SECURITY_POLICY = \[([\s\S]*?)\]/.exec(readFileSync('vite.config.ts', 'utf8'))?.[1] ?? ''
  ).matchAll(/["'](.+)["'],/g),
]
  .map((match) => match[1])
  .join('; ');

let dir: string;
let served: Served;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hosting-'));
  mkdirSync(join(dir, 'assets'));
  mkdirSync(join(dir, '.vite'));
  writeFileSync(join(dir, 'index.html'), `<meta http-equiv="Content-Security-Policy" content="${policy}" />`);
  writeFileSync(join(dir, 'sw.js'), '');
  writeFileSync(join(dir, 'assets/index-abc.js'), 'export {};');
  writeFileSync(join(dir, '.vite/manifest.json'), '{}');
  served = await serve(dir);
});

afterAll(async () => {
  await served.close();
  rmSync(dir, { recursive: true, force: true });
});

const ask = (path: string) => fetch(new URL(path, served.url));

describe('the page may do little', () => {
  test('its policy lets in nothing from elsewhere and no code made from text', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:/);
  });

  test('the guide for hosts repeats the policy word for word', () => {
    expect(readFileSync('docs/hosting.md', 'utf8')).toContain(
      `Content-Security-Policy: ${policy}; frame-ancestors 'none'\n`,
    );
  });

  test('the local server sends it as a header', async () => {
    expect((await ask('')).headers.get('content-security-policy')).toBe(`${policy}; frame-ancestors 'none'`);
  });
});

describe('the local server', () => {
  test.each([
    ['', 'text/html; charset=utf-8', 'no-cache'],
    ['sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['assets/index-abc.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('answers /%s as %s, %s', async (path, type, cache) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      type,
      cache,
    ]);
  });

  test.each([
    'assets/index-old.js',
    'loss',
    '.vite/manifest.json',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    'assets/',
  ])('has nothing at /%s', async (path) => {
    const answer = await ask(path);
    expect([400, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain('<');
  });

  test('can be reached from this machine only', () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});
