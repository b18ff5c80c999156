import {
  NO_KEY,
  NOT_ASKED,
  REST,
  UNKNOWN,
  type Dimension,
  type MoneyLine,
} from '../../domain/reasons/reasonsReport';
import { shownPercents } from '../../domain/reasons/money/shownPercents';
import { FACTS } from './shownTable';

/** A line as it is drawn. */
export interface MoneyRow extends MoneyLine {
  /** Part of all lost money, 0-1. */
  readonly share: number;
  /** The same as it is shown, in percent with one decimal place: those of all rows add up to 100. */
  readonly percent: number;
  /** Part of the known money that this line and all above it make up, 0-1; null where lines are not in order of money. */
  readonly upTo: number | null;
}

export interface MoneyRows {
  /** Dearest first; months newest first. What has no name of its own, and all the smaller ones in one, come last. */
  readonly known: readonly MoneyRow[];
  /** Not asked yet, and asked but nobody knows: always both, also when nothing is in them; none where the sales alone tell. */
  readonly apart: readonly MoneyRow[];
  readonly knownCents: number;
  /**
   * The fewest named lines that make up four fifths of the known money; 0 where they do not, where that takes them all, or where
   * lines are in order of time.
   */
  readonly few: number;
  /** All lines that stand for something: what has no name does not. */
  readonly all: number;
  /** The dearest line with a name of its own; undefined where nothing is known, or none was named. */
  readonly dearest: MoneyRow | undefined;
}

const APART: readonly string[] = [NOT_ASKED, UNKNOWN];
const NAMELESS: readonly string[] = [REST, NO_KEY];
const MOST_OF_IT = 0.8;

/** 0 for a line with a name of its own, above for those that stand last: all the smaller ones in one, and what has no name. */
const nameless = ({ key }: MoneyLine): number => NAMELESS.indexOf(key) + 1;

const byMoney = (a: MoneyLine, b: MoneyLine): number =>
  nameless(a) - nameless(b) || b.cents - a.cents || (a.key < b.key ? -1 : 1);
const byTime = (a: MoneyLine, b: MoneyLine): number => Number(b.key) - Number(a.key);

/** A table of lost money in the order in which it is shown, with shares (method.md [4.12]). */
export function moneyRows(lines: readonly MoneyLine[], dimension: Dimension): MoneyRows {
  const lost = lines.reduce((sum, { cents }) => sum + cents, 0);
  const share = (cents: number, of: number) => (of > 0 ? cents / of : 0);
  const inTime = dimension === 'month';
  const named = lines.filter(({ key }) => !APART.includes(key)).sort(inTime ? byTime : byMoney);
  const knownCents = named.reduce((sum, { cents }) => sum + cents, 0);
  const unnamed = (FACTS.includes(dimension) ? [] : APART).map(
    (key) => lines.find((one) => one.key === key) ?? { key, cents: 0, clients: 0 },
  );
  const percents = shownPercents(
    [...named, ...unnamed].map(({ cents }) => cents),
    1,
  );
  let sum = 0;
  const known = named.map((line, k): MoneyRow => {
    sum += line.cents;
    const upTo = inTime ? null : share(sum, knownCents);
    return { ...line, share: share(line.cents, lost), percent: percents[k]!, upTo };
  });
  const apart = unnamed.map((line, k): MoneyRow => {
    const percent = percents[named.length + k]!;
    return { ...line, share: share(line.cents, lost), percent, upTo: null };
  });
  const all = known.filter(({ key }) => key !== NO_KEY).length;
  const most = known.findIndex(({ upTo }) => upTo !== null && upTo >= MOST_OF_IT);
  const isFew = most >= 0 && nameless(known[most]!) === 0 && knownCents > 0 && most + 1 < all;
  const dearest = known
    .filter((row) => row.cents > 0 && nameless(row) === 0)
    .reduce<MoneyRow | undefined>((a, b) => (!a || b.cents > a.cents ? b : a), undefined);
  return { known, apart, knownCents, few: isFew ? most + 1 : 0, all, dearest };
}
