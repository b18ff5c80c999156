import { FIELDS } from '../fields';
import { plainWords } from './fold';
import { titleScore } from './titleScore';

const TELLING = 60;

/** How many cells of a row are titles of what a sale has: a date, a client, a sum. */
export const titleHits = (cells: readonly string[]): number =>
  cells.filter((cell) => {
    const words = plainWords(cell);
    return words !== '' && FIELDS.some((field) => titleScore(words, field) >= TELLING);
  }).length;
