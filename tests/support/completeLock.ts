import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Enters into package-lock.json the builds for other platforms that some packages offer as optional. A registry that holds
 * only those of its own platform makes `npm install` leave them out, and then `npm ci` refuses the lockfile everywhere.
 */
interface Locked {
  version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

const FILE = 'package-lock.json';
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Record<string, Locked> };
let added = 0;
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`;
    if (lock.packages[place]) continue;
    const build = name.slice(name.lastIndexOf('/') + 1);
    const system = SYSTEMS.find((candidate) => build.includes(candidate));
    const processor = PROCESSORS.find((candidate) => build.includes(candidate));
    const library = build.includes('musl') ? 'musl' : 'glibc';
    lock.packages[place] = {
      version,
      ...(processor && { cpu: [processor] }),
      ...(dev === true && { dev }),
      ...(system === 'linux' && { libc: [library] }),
      optional: true,
      ...(system && { os: [system] }),
    };
    added++;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} builds for other platforms entered.`);
