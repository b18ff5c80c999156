import { spawnSync } from 'node:child_process';

/** Builds the app into `dist` as a person would, whatever this process is: test settings must not leak into the build. */
export function buildApp(...words: string[]): void {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')),
  );
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...words],
    { env, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) throw new Error('The app could not be built');
}
