import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CHROMIUM, PACKAGED_CHROMIUM } from './chromium';

const ENOUGH_TO_READ = 2000;

/** Runs a command silently; true if it went well, else what it said last is printed. */
function run(command: string, ...words: string[]): boolean {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return true;
  console.error(error?.message ?? `${stdout}${stderr}`.slice(-ENOUGH_TO_READ));
  return false;
}

function installed(): boolean {
  if (existsSync(CHROMIUM)) return true;
  const isRoot = process.getuid?.() === 0;
  const maySetUp = isRoot && CHROMIUM === PACKAGED_CHROMIUM && existsSync('/usr/bin/apt-get');
  if (!maySetUp) return false;
  console.log('Installing Chromium for the browser journeys ...');
  run('apt-get', 'update', '-qq');
  return (
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium') && existsSync(CHROMIUM)
  );
}

if (!installed()) {
  console.error(
    `The browser journeys need Chromium at ${CHROMIUM}: install it ("sudo apt-get install chromium"), ` +
      'or set CHROMIUM to the path of another one.',
  );
  process.exitCode = 1;
}
