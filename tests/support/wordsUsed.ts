import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = 'src/i18n/en';
const ENDINGS = ['', '.ts', '.svelte', '.svelte.ts'];

/** Message key -> the area it lives in. */
export const areaOfKey: ReadonlyMap<string, string> = new Map(
  readdirSync(ROOT).flatMap((file) => {
    const messages = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, string>;
    return Object.keys(messages).map((key) => [key, file.slice(0, -'.json'.length)] as const);
  }),
);

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)].flatMap((match) => {
    const target = join(dirname(path), match[1]!);
    const file = ENDINGS.map((ending) => target + ending).find(
      (candidate) => /\.(ts|svelte)$/.test(candidate) && existsSync(candidate),
    );
    return file === undefined ? [] : [file];
  });
}

/** The areas that a file waits for by itself, on behalf of what it brings along. */
const areasLoaded = (text: string): string[] =>
  [...text.matchAll(/\bloadArea\(([^)]*)\)/g)].flatMap((call) =>
    [...call[1]!.matchAll(/'([^']+)'/g)].map((area) => area[1]!),
  );

/** A page's file and everything it brings along, each with the areas that were waited for on the way to it, however it is reached. */
function filesFrom(
  path: string,
  waited: ReadonlySet<string> = new Set(),
  found = new Map<string, ReadonlySet<string>>(),
): Map<string, ReadonlySet<string>> {
  const before = found.get(path);
  const certain = before ? new Set([...before].filter((area) => waited.has(area))) : waited;
  if (before?.size === certain.size) return found;
  found.set(path, certain);
  const text = readFileSync(path, 'utf8');
  const onTheWay = new Set([...certain, ...areasLoaded(text)]);
  for (const next of importsOf(path, text)) filesFrom(next, onTheWay, found);
  return found;
}

/** Keys written out in a text, and all keys that begin like one that is put together (`loss.status.${name}`). */
export function keysIn(source: string): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const whole = [...text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi)].map((match) => match[1]!);
  const begun = [...text.matchAll(/`([a-z][\w-]*(?:\.[\w-]+)*\.)\$\{/gi)].map((match) => match[1]!);
  const keys = [...areaOfKey.keys()];
  return [
    ...whole.filter((key) => areaOfKey.has(key)),
    ...begun.flatMap((start) => keys.filter((key) => key.startsWith(start))),
  ];
}

/** The areas that a page and all it brings along take words from, each with a key and the file that uses it. */
export function areasUsed(page: string): Map<string, string> {
  const used = new Map<string, string>();
  for (const [file, waited] of filesFrom(page)) {
    for (const key of keysIn(readFileSync(file, 'utf8'))) {
      const area = areaOfKey.get(key)!;
      if (!used.has(area) && !waited.has(area)) used.set(area, `${key} in ${file}`);
    }
  }
  return used;
}
