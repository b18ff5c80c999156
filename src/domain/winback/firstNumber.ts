/** What stands between several telephone numbers in one field. */
const BETWEEN = /[;,\n]|\s(?:or|ou|of|или)\s/i;
/** A slash may stand between two numbers or, as in "0151 / 23 45", within one. */
const SLASH = /\s\/\s/;
const FEWEST_DIGITS = 7;

const digits = (text: string): number => text.replace(/\D/g, '').length;

/** The first of several telephone numbers in one field, as it is written; the whole text where it holds no more than one. */
export function firstNumber(text: string): string {
  const [first = ''] = text.split(BETWEEN);
  const [before = ''] = first.split(SLASH);
  return (digits(before) < FEWEST_DIGITS ? first : before).trim();
}
