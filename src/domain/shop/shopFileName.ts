import { isoDay, type Day } from '../kernel/day';

const LONGEST_NAME = 40;

/**
 * Name of the file that a shop is saved to: "boomerang-annas-flowers-2026-11-23.boomerang". Letters and figures of every
 * script stay; whatever a file system or a share sheet could stumble over becomes a dash.
 */
export function shopFileName(shopName: string, day: Day): string {
  const safe = shopName
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const short = Array.from(safe)
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^-+|-+$/g, '');
  return ['boomerang', short, isoDay(day)].filter((part) => part !== '').join('-') + '.boomerang';
}
