import ts from 'typescript';

/** Path from the project root, such as `src/ui/Button.svelte`, and its text. */
export type SourceFiles = ReadonlyMap<string, string>;

type Room =
  | 'main'
  | 'app'
  | 'features'
  | 'ui'
  | 'i18n'
  | 'reactive'
  | 'workers/client'
  | 'workers/jobs'
  | 'storage'
  | 'domain'
  | 'domain/kernel'
  | 'terminal'
  | 'sw';

const MAY_IMPORT: Record<Room, readonly Room[]> = {
  main: ['app', 'features', 'ui', 'i18n', 'reactive', 'workers/client', 'storage', 'domain', 'domain/kernel'],
  app: ['features', 'ui', 'i18n', 'reactive', 'workers/client', 'storage', 'domain', 'domain/kernel'],
  features: ['ui', 'i18n', 'reactive', 'workers/client', 'storage', 'domain', 'domain/kernel'],
  ui: ['i18n', 'reactive', 'domain', 'domain/kernel'],
  i18n: ['domain', 'domain/kernel'],
  reactive: ['i18n', 'workers/client', 'storage', 'domain', 'domain/kernel'],
  'workers/client': ['storage', 'domain', 'domain/kernel'],
  'workers/jobs': ['workers/client', 'storage', 'domain', 'domain/kernel'],
  storage: ['domain', 'domain/kernel'],
  domain: ['domain/kernel'],
  'domain/kernel': [],
  terminal: ['i18n', 'domain', 'domain/kernel'],
  sw: [],
};

/** Rooms that may ask for the address of the worker's code, which is not the code itself. */
const MAY_START_WORKERS: readonly Room[] = ['main', 'workers/client'];

/** Packages that have one home, and where it is. */
const HOMES: readonly (readonly [packages: RegExp, home: RegExp])[] = [
  [/^chart\.js(\/|$)/, /^src\/ui\//],
  [/^virtua(\/|$)/, /^src\/ui\//],
  [/^uqr(\/|$)/, /^src\/ui\//],
  [/^@lucide\/svelte(\/|$)/, /^src\/(ui|app|features)\//],
  [/^dexie(-export-import)?(\/|$)/, /^src\/storage\//],
  [/^papaparse(\/|$)/, /^src\/domain\/intake\//],
  [/^(hucre|fflate|htmlparser2)(\/|$)/, /^src\/domain\/intake\/open\//],
  [/^svelte-spa-router(\/|$)/, /^src\/(app|reactive)\//],
  [/^workbox-window(\/|$)/, /^src\/app\//],
  [/^workbox-(?!window)/, /^src\/sw\.ts$/],
  [/^intl-messageformat(\/|$)/, /^src\/(i18n|terminal)\//],
  [/^node:/, /^src\/terminal\//],
  [/^svelte(\/|$)/, /^src\/(main\.ts|app\/|features\/|ui\/|i18n\/|reactive\/)/],
];

const IMPURE = new Set(
  (
    'window document localStorage sessionStorage indexedDB navigator fetch XMLHttpRequest WebSocket setTimeout setInterval ' +
    'queueMicrotask requestAnimationFrame postMessage process'
  ).split(' '),
);

const IMPURE_MEMBERS = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

/** Words that no name may hold, and such as are too little to be the whole of one. */
const EMPTY_ANYWHERE = /^(utils?|helpers?|manager|service|common|misc|temp|v2)$/;
const EMPTY_ALONE = /^(data|info|new)$/;

/** Page-side file by which the worker is reached; everything else under workers/ runs off the page. */
const WORKER_DOOR =
  /^src\/workers\/(byHandJobs|client|correctionJobs|forgetJobs|layoutJobs|listJobs|protocol|reasonsJobs|sameJobs|winbackJobs)\b/;

function roomOf(path: string): Room | undefined {
  if (path.startsWith('src/domain/kernel/')) return 'domain/kernel';
  if (path.startsWith('src/workers/')) return WORKER_DOOR.test(path) ? 'workers/client' : 'workers/jobs';
  if (path.startsWith('src/sw')) return 'sw';
  const [, folder, ...rest] = path.split('/');
  if (rest.length === 0) return /^src\/(main\.ts|[\w.-]+\.d\.ts)$/.test(path) ? 'main' : undefined;
  return folder !== undefined && Object.hasOwn(MAY_IMPORT, folder) && folder !== 'main' && folder !== 'sw'
    ? (folder as Room)
    : undefined;
}

/** The scripts of a component one after the other, and what its markup imports, as one TypeScript text. */
function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.svelte')) return text;
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
  const markup = text.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '');
  const lazy = [...markup.matchAll(/\bimport\(\s*(['"][^'"]+['"])\s*\)/g)].map(
    (match) => `import(${match[1]!});`,
  );
  return [...scripts, ...lazy].join('\n');
}

/** Whatever a file imports: statically, as a type, re-exported, lazily, by glob. Undefined stands for one that cannot be known. */
function importsOf(source: ts.SourceFile): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  const literal = (node: ts.Node | undefined) =>
    node && ts.isStringLiteralLike(node) ? node.text : undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) found.push(literal(node.moduleSpecifier));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) found.push(literal(node.moduleSpecifier));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      found.push(literal(node.argument.literal));
    else if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) found.push(literal(node.arguments[0]));
      else if (node.expression.getText(source).startsWith('import.meta.glob')) {
        const [patterns] = node.arguments;
        const all = patterns && ts.isArrayLiteralExpression(patterns) ? patterns.elements : [patterns];
        for (const pattern of all) found.push(literal(pattern));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function resolve(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.replace(/\?.*$/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const ENDINGS = ['', '.ts', '.svelte', '.svelte.ts', '.json', '/index.ts'];

/** Names a free identifier, not the member of something or the key of an object. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name !== node;
  return true;
}

function impurities(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && IMPURE.has(node.text) && isFree(node)) found.push(node.text);
    if (ts.isPropertyAccessExpression(node)) {
      const member = `${node.expression.getText(source)}.${node.name.text}`;
      if (IMPURE_MEMBERS.has(member.replace(/^globalThis\./, ''))) found.push(member);
    }
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date') found.push('new Date()');
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'Date') found.push('Date()');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`import cycle: ${[...trail.slice(at), path].join(' -> ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
}

function trespass(path: string, room: Room, target: string): string | undefined {
  const other = roomOf(target);
  if (!other) return `${path} imports ${target}, which is in no room of the house`;
  if (room === 'terminal' && other === 'i18n' && !target.endsWith('.json')) {
    return `${path} (terminal) strays into i18n: ${target}; only its messages (.json) are open to it`;
  }
  if (room === other) {
    const [mine, theirs] = [path, target].map((file) => file.split('/')[2]);
    return room === 'features' && mine !== theirs
      ? `${path} strays into another feature: features/${theirs!} (${target})`
      : undefined;
  }
  return MAY_IMPORT[room].includes(other) ? undefined : `${path} (${room}) strays into ${other}: ${target}`;
}

const isHomeless = (path: string, specifier: string): RegExp | undefined =>
  HOMES.find(([packages, home]) => packages.test(specifier) && !home.test(path))?.[1];

/** Every breach of the house's rules, each naming the file and the room it strayed into; empty if the house is in order. */
export function breaches(files: SourceFiles): string[] {
  const found: string[] = [];
  const edges = new Map<string, string[]>();
  for (const [path, text] of files) {
    const name = path.split('/').at(-1)!;
    const words = name
      .replace(/(\.svelte)?\.\w+$/, '')
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[\s._-]+/);
    const empty = words.find(
      (word) => EMPTY_ANYWHERE.test(word) || (words.length === 1 && EMPTY_ALONE.test(word)),
    );
    if (empty !== undefined) found.push(`${path} is named "${empty}", which says nothing`);
    if (/^index\.(svelte\.)?ts$/.test(name)) found.push(`${path} is a barrel`);
    const room = roomOf(path);
    if (!room) {
      if (/\.(ts|svelte)$/.test(path)) found.push(`${path} is in no room of the house`);
      continue;
    }
    if (path.endsWith('.svelte') && text.includes('{@html')) found.push(`${path} uses {@html}`);
    if (!/\.(ts|svelte)$/.test(path)) continue;

    const source = ts.createSourceFile(
      path,
      scriptOf(path, text),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TS,
    );
    const targets: string[] = [];
    for (const specifier of importsOf(source)) {
      if (specifier === undefined)
        found.push(`${path} imports something that cannot be known before it runs`);
      else if (specifier.startsWith('.')) {
        const target = resolve(path, specifier);
        if (target.endsWith('.css')) continue;
        if (target === 'package.json' && !room.startsWith('domain')) continue;
        if (/\?(worker&)?url$/.test(specifier) && MAY_START_WORKERS.includes(room)) continue;
        const wrong = trespass(path, room, target);
        if (wrong !== undefined) found.push(wrong);
        const file = ENDINGS.map((ending) => target + ending).find((candidate) => files.has(candidate));
        if (file !== undefined && file !== path) targets.push(file);
      } else {
        const home = isHomeless(path, specifier);
        if (home) found.push(`${path} (${room}) imports ${specifier}, whose home is ${home.source}`);
      }
    }
    edges.set(path, targets);
    if (room.startsWith('domain')) {
      for (const word of impurities(source)) found.push(`${path} (${room}) is not pure: ${word}`);
      const lines = text.split('\n').length;
      if (lines > 250) found.push(`${path} has ${String(lines)} lines; 250 are the most for one idea`);
    }
  }
  return [...found, ...cyclesIn(edges)];
}
