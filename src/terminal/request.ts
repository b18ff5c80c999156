import { FIELDS, type Field } from '../domain/intake/fields';
import { parseIsoDay, type Day } from '../domain/kernel/day';
import { err, ok, type Result } from '../domain/kernel/result';
import { defaultRules, type Rules } from '../domain/loss/rules';

export const USAGE = `npm run report -- FILE [--as-of 2011-12-09] [--preset classic|rhythm|fixed:90] [--map client=CustomerID,...] [--json]
FILE is a CSV or text file, or one packed as .gz. Columns of --map by title, or by number from 1.
Fields: ${FIELDS.join(', ')} (also order, unit-price).`;

/** What was asked for on the command line. */
export interface Request {
  readonly file: string;
  readonly asOf: Day | undefined;
  readonly rules: Rules;
  /** Columns as written: a title, or a number from 1. */
  readonly map: ReadonlyMap<Field, string>;
  readonly json: boolean;
}

const ALSO: Readonly<Record<string, Field>> = { order: 'receipt', unitprice: 'price', 'unit-price': 'price' };

function rulesOf(preset: string): Rules | undefined {
  if (preset === 'rhythm' || preset === 'classic') return { ...defaultRules, preset };
  const days = Number(/^fixed:(\d{1,4})$/.exec(preset)?.[1]);
  return days >= 1 ? { ...defaultRules, preset: 'fixed', fixedDays: days } : undefined;
}

function mapOf(text: string): Map<Field, string> | undefined {
  const map = new Map<Field, string>();
  for (const part of text.split(',')) {
    const [name, column] = part.split(/=(.*)/s).map((side) => side.trim());
    const field = FIELDS.find((known) => known === name) ?? ALSO[name!.toLowerCase()];
    if (!field || !column) return undefined;
    map.set(field, column);
  }
  return map;
}

/** Reads the words of the command line; an error is a sentence for the person who typed them. */
export function parseRequest(words: readonly string[]): Result<Request, string> {
  let file: string | undefined;
  let asOf: Day | undefined;
  let rules: Rules = defaultRules;
  let map: ReadonlyMap<Field, string> = new Map();
  let json = false;
  for (let at = 0; at < words.length; at++) {
    const [option, joined] = words[at]!.startsWith('--') ? words[at]!.split(/=(.*)/s) : [words[at]!];
    const value = () => joined ?? words[++at] ?? '';
    if (option === '--json') json = true;
    else if (option === '--as-of') {
      asOf = parseIsoDay(value());
      if (Number.isNaN(asOf)) return err('--as-of takes a day such as 2011-12-09.');
    } else if (option === '--preset') {
      const found = rulesOf(value());
      if (!found)
        return err('--preset takes rhythm, classic, or fixed with a number of days, such as fixed:90.');
      rules = found;
    } else if (option === '--map') {
      const found = mapOf(value());
      if (!found) return err('--map takes pairs such as client=CustomerID,date=3.');
      map = found;
    } else if (option!.startsWith('--')) return err(`${option} is not known.`);
    else if (file === undefined) file = option;
    else return err('One file at a time.');
  }
  return file === undefined ? err('Which file?') : ok({ file, asOf, rules, map, json });
}
