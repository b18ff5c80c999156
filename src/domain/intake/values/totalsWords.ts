import { plainWords } from '../roles/fold';

const WORDS = [
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
].map(plainWords);

const TOTALS = new RegExp(`^(?:${WORDS.join('|')})(?: |$)`);

/** Whether a row without a date is the foot of a report ("Total;;;123") or of a group in it. */
export const isTotalRow = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.length > 2 && cell.length < 80 && TOTALS.test(plainWords(cell)));
