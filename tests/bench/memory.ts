import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from '../support/browser';

const processes = (): number[] =>
  readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .map(Number);

/** Children of a browser's profile that draw pages; the page and its workers share one of them. */
function renderers(profile: string): number[] {
  return processes().filter((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      return words.includes('--type=renderer') && words.includes(profile);
    } catch {
      return false;
    }
  });
}

const statusBytes = (id: number, field: 'VmRSS' | 'VmHWM'): number => {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
};

/** How far the resident memory of the page's process rose above where it stood, while some work was done. */
export async function peakMemory(browser: Browser, work: () => Promise<unknown>): Promise<number> {
  const [id, ...more] = renderers(browser.profile).toSorted(
    (a, b) => statusBytes(b, 'VmRSS') - statusBytes(a, 'VmRSS'),
  );
  if (id === undefined) throw new Error(`no renderer found among ${more.length}`);
  writeFileSync(`/proc/${id}/clear_refs`, '5');
  const before = statusBytes(id, 'VmRSS');
  await work();
  return statusBytes(id, 'VmHWM') - before;
}
