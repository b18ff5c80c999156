import { cpSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const isText = (path: string) => /\.(js|css|html|json|webmanifest)$/.test(path);

/** Every file of a folder, as paths below it. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );

/**
 * Copies a built app as its next version would be deployed: every hashed file has another name, none of the old ones is
 * there any more, and the page says which version it is.
 */
export function nextVersion(built: string, target: string, mark: string): void {
  cpSync(built, target, { recursive: true });
  const hashed = filesOf(join(target, 'assets')).map((path) => path.replaceAll('\\', '/'));
  const renamed = new Map(hashed.map((name) => [name, name.replace(/(\.\w+)$/, `${mark}$1`)]));
  for (const path of filesOf(target).filter(isText)) {
    const file = join(target, path);
    let text = readFileSync(file, 'utf8');
    for (const [old, name] of renamed) text = text.replaceAll(old, name);
    if (path === 'index.html') text = text.replace('<head>', `<head><meta name="version" content="${mark}">`);
    if (path === 'sw.js')
      text = text
        .replace(/("?url"?:\s*["'`]index\.html["'`])/, '$1')
        .replaceAll(/("?revision"?:\s*["'`])(\w{8,})/g, `$1${mark}$2`);
    writeFileSync(file, text);
  }
  for (const [old, name] of renamed) renameSync(join(target, 'assets', old), join(target, 'assets', name));
}
