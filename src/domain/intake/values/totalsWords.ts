import { plainWords } from '../roles/fold';

const WRITTEN = [
  'total',
  'totals',
  'grand total',
  'net total',
  'report total',
  'overall total',
  'subtotal',
  'sub total',
  'sum',
  'totaal',
  'eindtotaal',
  'subtotaal',
  'totale',
  'totali',
  'somma',
  'sous total',
  'total general',
  'somme',
  'summe',
  'gesamt',
  'gesamtsumme',
  'endsumme',
  'zwischensumme',
  'suma',
  'razem',
  'celkem',
  'итого',
  'всего',
  'общий итог',
  'общее',
];
const WORDS = WRITTEN.map(plainWords);

const NAMES: ReadonlySet<string> = new Set([...WORDS, ...WRITTEN]);
const LONGEST_NAME = 16;

/** Whether a client is called "Total" or the like: then the row is the foot of a report that bears a date. */
export const isTotalName = (name: string): boolean =>
  name.length > 2 && name.length <= LONGEST_NAME && NAMES.has(name.trim().toLowerCase().replace(/:$/, ''));

const TOTALS = new RegExp(`^(?:${WORDS.join('|')})(?: |$)`);

/** Whether a row without a date is the foot of a report ("Total;;;123") or of a group in it. */
export const isTotalRow = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.length > 2 && cell.length < 80 && TOTALS.test(plainWords(cell)));
