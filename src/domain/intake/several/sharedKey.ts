import { plainWords } from '../roles/fold';

const ID_WORDS = new Set(['id', 'no', 'nr', 'number', 'key', 'code']);

/** A column of one table that a column of another points to, by their titles. */
export interface SharedKey {
  readonly here: number;
  readonly there: number;
}

const isBareId = (title: string) => ID_WORDS.has(title);

/** "order id" without what says that it is a number: "order". */
const subject = (title: string) =>
  title
    .split(' ')
    .filter((word) => !ID_WORDS.has(word))
    .join(' ');

/**
 * Columns by which the rows of a table may point to the rows of another: equal titles, or a bare "id" in a table called after what the
 * other's column names ("id" in orders.csv, "order_id" in lines.csv).
 */
export function sharedKeys(
  pointing: readonly string[],
  pointedTo: readonly string[],
  nameOfPointedTo: string,
): SharedKey[] {
  const name = ` ${plainWords(nameOfPointedTo)} `;
  const theirs = pointedTo.map(plainWords);
  return pointing.map(plainWords).flatMap((title, here) =>
    theirs.flatMap((other, there) => {
      const named = subject(title);
      const alike =
        title !== '' &&
        (title === other ||
          (isBareId(other) &&
            named !== '' &&
            named !== title &&
            (name.includes(` ${named} `) || name.includes(` ${named}s `))));
      return alike ? [{ here, there }] : [];
    }),
  );
}
