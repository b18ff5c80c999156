import { NO_KEY, NOT_ASKED, REST, UNKNOWN, type Dimension, type MoneyLine } from '../reasonsReport';
import { apportion } from './apportion';
import { eachPart, type Division } from './division';
import type { LostClients } from './lostClients';

/** Lines that stand for no thing of its own: shown last, in this order. */
const LAST: readonly string[] = [REST, NO_KEY, UNKNOWN, NOT_ASKED];

/** Beyond the largest 30 the others come to one line, where there may be thousands. */
export const MOST_LINES: Readonly<Partial<Record<Dimension, number>>> = { product: 30, competitor: 30 };

type Money = Pick<LostClients, 'length' | 'value' | 'cents'>;

/**
 * The lines of a table of lost money, largest first, what has no name last; months by time. Together they are exactly the yearly loss
 * of the shop in cents (method.md [4.12]).
 */
export function moneyLines(lost: Money, division: Division, dimension: Dimension): readonly MoneyLine[] {
  const { keys, lineOf } = linesOf(lost, division, dimension);
  const cents = new Float64Array(keys.length);
  const clients = new Uint32Array(keys.length);
  const last = new Uint32Array(keys.length);
  eachPart(lost, division, (client, key, value) => {
    const line = lineOf[key]!;
    cents[line]! += value;
    if (last[line] === client + 1) return;
    last[line] = client + 1;
    clients[line]!++;
  });
  const whole = apportion(cents, lost.cents);
  const lines = keys.map((key, line) => ({ key, cents: whole[line]!, clients: clients[line]! }));
  return lines.filter((line) => line.clients > 0).sort(dimension === 'month' ? byTime : bySize);
}

/** One client behind a line; `at` is their place among the lost clients, cents are whole and sum to the line's. */
export interface PartOfLine {
  readonly at: number;
  readonly cents: number;
}

/** The clients behind one line of a table, those with the largest part first; none for a line that is not there. */
export function clientsOfLine(
  lost: Money,
  division: Division,
  dimension: Dimension,
  key: string,
): readonly PartOfLine[] {
  const line = moneyLines(lost, division, dimension).find((some) => some.key === key);
  if (!line) return [];
  const { keys, lineOf } = linesOf(lost, division, dimension);
  const parts = new Map<number, number>();
  eachPart(lost, division, (client, slot, value) => {
    if (keys[lineOf[slot]!] === key) parts.set(client, (parts.get(client) ?? 0) + value);
  });
  const whole = apportion([...parts.values()], line.cents);
  return [...parts.keys()]
    .map((at, k) => ({ at, cents: whole[k]! }))
    .sort((a, b) => b.cents - a.cents || a.at - b.at);
}

/** The line of each key: its own, or the one for all others beyond the largest. */
function linesOf(lost: Money, division: Division, dimension: Dimension) {
  const { keys } = division;
  const most = MOST_LINES[dimension] ?? Infinity;
  const cents = new Float64Array(keys.length);
  eachPart(lost, division, (_, key, value) => (cents[key]! += value));
  const named = [...keys.keys()].filter((key) => !LAST.includes(keys[key]!));
  const small = new Set(
    named
      .sort((a, b) => cents[b]! - cents[a]! || (keys[a]! < keys[b]! ? -1 : 1))
      .slice(Math.min(most, named.length)),
  );
  const names = keys.map((key, slot) => (small.has(slot) ? REST : key));
  const lines = [...new Set(names)];
  const lineOfName = new Map(lines.map((name, line) => [name, line]));
  return { keys: lines, lineOf: Uint32Array.from(names, (name) => lineOfName.get(name)!) };
}

/** Largest first, what has no name of its own last. */
export const bySize = (a: MoneyLine, b: MoneyLine): number =>
  LAST.indexOf(a.key) - LAST.indexOf(b.key) ||
  b.cents - a.cents ||
  b.clients - a.clients ||
  (a.key < b.key ? -1 : 1);

const byTime = (a: MoneyLine, b: MoneyLine): number => Number(a.key) - Number(b.key);
