import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.csv': 'text/csv; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Names under assets/ change with their contents and can be kept for ever; all else is asked for again each time. */
const cacheRule = (path: string) =>
  path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** The page's own policy, and what only a header can say. */
async function pagePolicy(dir: string): Promise<string> {
  const page = await readFile(join(dir, 'index.html'), 'utf8').catch(() => '');
  const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  return [own, "frame-ancestors 'none'"].filter(Boolean).join('; ');
}

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function answer(dir: string, address: string, response: ServerResponse): Promise<void> {
  const asked = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  const path = normalize(asked.endsWith('/') ? `${asked}index.html` : asked).replace(/^[/\\]+/, '');
  const file = resolve(dir, path);
  const isInside = file.startsWith(resolve(dir) + sep);
  const isHidden = path.split(/[/\\]/).some((part) => part.startsWith('.'));
  const found = isInside && !isHidden && (await stat(file).catch(() => undefined))?.isFile();
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end('Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': cacheRule(path),
    'content-security-policy': await pagePolicy(dir),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  });
  response.end(await readFile(file));
}

/** Serves a built app on this machine only; port 0 takes any that is free. */
export async function serve(dir: string, port = 0): Promise<Served> {
  const server = createServer((request, response) => {
    answer(dir, request.url ?? '/', response).catch(() => {
      response.writeHead(400);
      response.end();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(taken)}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;

if (isMain) {
  const { url } = await serve('dist', Number(process.env.PORT ?? process.argv[2] ?? 4173));
  console.log(`Boomerang is at ${url}`);
}
