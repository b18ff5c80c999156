import type { Fix } from '../domain/intake/fixes/fixes';
import { t } from './t';

/** What the owner decided for rows that would be left out; `title` is that of the column with the word. Needs the area `import`. */
export function fixInWords(fix: Fix, title: string): string {
  switch (fix.kind) {
    case 'dates':
      return t('import.decided.dates', { order: fix.order });
    case 'gifts':
      return t('import.decided.gifts');
    case 'counted':
      return fix.word === '*'
        ? t('import.decided.countedAny', { title })
        : t('import.decided.counted', { word: fix.word.replace(/\*$/, '…'), title });
  }
}
