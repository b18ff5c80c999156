import { commonestWord } from '../arrange/wordsByCount';
import type { CellWords, RowRules } from '../arrange/rules';
import type { TitlePlaces } from './places';
import type { PresetRules, TitledWords } from './preset';

const defined = <Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape]: Exclude<Shape[Key], undefined> } =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]: Exclude<Shape[Key], undefined>;
  };

function wordsAt(
  at: TitlePlaces,
  given: readonly TitledWords[] | undefined,
): readonly CellWords[] | undefined {
  const found = (given ?? []).flatMap(([title, ...words]) => {
    const column = at.of(title);
    return column === undefined ? [] : [{ column, words }];
  });
  return found.length > 0 ? found : undefined;
}

/** Every part of a rule, or no rule. */
function whole<Key extends string>(
  at: TitlePlaces,
  parts: Readonly<Record<Key, string | readonly string[]>> | undefined,
): Record<Key, number> | undefined {
  if (!parts) return undefined;
  const places = (Object.entries(parts) as [Key, string][]).map(
    ([key, title]) => [key, at.of(title)] as const,
  );
  return places.some(([, place]) => place === undefined)
    ? undefined
    : (Object.fromEntries(places) as Record<Key, number>);
}

/**
 * A preset's rules with the column numbers of a file. `rows` are samples of it, which tell its commonest currency; `above` is the line over
 * the titles, which may tell its period.
 */
export function placedRules(
  given: PresetRules,
  at: TitlePlaces,
  rows: readonly (readonly string[])[],
  above: readonly string[],
): RowRules {
  const { fill, joined, instead, period, currency } = given;
  const receipt = at.of(fill?.receipt);
  const joinedAt = joined && at.of(joined[0]);
  const currencyAt = at.of(currency);
  const code = currencyAt === undefined ? '' : commonestWord(rows, currencyAt);
  const days = period && { from: above[period.from] ?? '', to: above[period.to] ?? '' };
  const insteads = (instead ?? []).flatMap(([column, from, ...unless]) => {
    const places = whole(at, { column, from });
    return places && places.column !== places.from ? [{ ...places, unless }] : [];
  });
  return defined({
    sections: given.sections ? 0 : undefined,
    fill:
      receipt === undefined
        ? undefined
        : defined({ receipt, columns: at.all(fill?.columns) ?? [], line: at.of(fill?.line) }),
    lines: whole(at, given.lines),
    heads: whole(at, given.heads),
    only: wordsAt(at, given.only),
    never: wordsAt(at, given.never),
    refunds: wordsAt(at, given.refunds),
    othersSpend: given.othersSpend,
    currency: currencyAt === undefined || code === '' ? undefined : { column: currencyAt, code },
    id: at.of(given.id),
    instead: insteads.length > 0 ? insteads : undefined,
    joined:
      joined && joinedAt !== undefined
        ? { column: joinedAt, from: at.all(joined.slice(1)) ?? [] }
        : undefined,
    time: at.of(given.time),
    period: days && /^\d{8}$/.test(days.from) && /^\d{8}$/.test(days.to) ? days : undefined,
    plus: at.all(given.plus),
    minus: at.all(given.minus),
    corrected: at.of(given.corrected),
    ledger: whole(at, given.ledger),
    sure: given.sure,
  });
}
