import type { Day } from '../../kernel/day';
import type { DecimalMark, Mapping } from '../layout';
import { discountOf } from './discount';
import { everyLine } from './everyLine';
import { headsOf } from './heads';
import { lineMoney } from './lineMoney';
import { namesApart } from './namesApart';
import { netAndTax } from './netAndTax';
import { orderFacts } from './orderFacts';
import { proposeRules } from './proposeRules';
import { refundPointers } from './refundPointers';
import type { RowRules } from './rules';
import { Samples } from './samples';
import { twoSides } from './twoSides';
import { yearOfDays } from './yearless';

/** Rows of a table and what its titles say, before its layout is known. */
export interface Untold {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The lines over the titles. */
  readonly above: readonly string[];
  readonly columns: Mapping['columns'];
  readonly decimal: DecimalMark;
  readonly today: Day;
}

/** What columns of money mean and how rows are put right, as the rows of a file of no known maker prove it. */
export interface ProvenLayout {
  readonly columns: Mapping['columns'];
  readonly rules?: RowRules;
}

function moneyOf(samples: Samples, proposed: Mapping['columns']): ProvenLayout {
  const sides = twoSides(samples, proposed);
  if (sides) {
    const { amount: _, ...others } = proposed;
    if (sides.amount === undefined || !sides.rules) return { columns: others };
    return { columns: { ...others, amount: sides.amount }, rules: sides.rules };
  }
  const columns = lineMoney(samples, proposed);
  const taxed = netAndTax(samples, columns);
  if (!taxed) return { columns };
  const { amount, plus } = taxed;
  return { columns: { ...columns, amount }, ...(plus ? { rules: { plus } } : {}) };
}

/**
 * How the rows of a file of no known maker become sales: which column is the money, what its titles ask for, and what only the rows can prove, such
 * as an order's total on each of its lines. What is not proven stays as it is, or is asked.
 */
export function provenLayout({ titles, rows, above, columns, decimal, today }: Untold): ProvenLayout {
  const samples = new Samples(titles, rows, decimal);
  const parts = namesApart(samples, columns);
  const money = moneyOf(samples, parts ? { ...columns, name: parts.name } : columns);
  const told = proposeRules(titles, rows, money);
  const taken = new Set([...Object.values(money.columns), ...(told?.minus ?? [])]);
  const year = yearOfDays(samples, money.columns.date, above, today, taken);
  const facts = orderFacts(samples, money.columns);
  const every = facts?.lines ? undefined : everyLine(samples, money.columns);
  const heads = every || facts ? undefined : headsOf(samples, money.columns);
  const pointers = refundPointers(samples, money.columns, taken);
  const discount = discountOf(samples, titles, money.columns);
  const refunds = [...(told?.refunds ?? []), ...pointers];
  const rules: RowRules = {
    ...told,
    ...money.rules,
    ...(parts ? { joined: parts.joined } : {}),
    ...year,
    ...facts,
    ...(every ? { everyLine: every } : {}),
    ...(heads ? { heads } : {}),
    ...(discount ? { discount } : {}),
    ...(refunds.length > 0 ? { refunds } : {}),
  };
  return { columns: money.columns, ...(Object.keys(rules).length > 0 ? { rules } : {}) };
}
