import type { Mapping } from '../layout';
import type { RowRules } from './rules';

/** What the rows of one file proved, or its owner answered: another file of the same shape may prove too little. */
const PROVEN = [
  'plus',
  'lines',
  'everyLine',
  'heads',
  'othersSpend',
  'fill',
  'minus',
  'year',
  'discount',
] as const;
/** Of them, what an older version of this app read without a rule and has to go on reading so, or its sales would count again. */
const CHANGES_SALES = new Set<string>(['plus', 'lines', 'everyLine', 'heads', 'othersSpend', 'discount']);

function ofUnknownMaker(remembered: Mapping, now: RowRules, amount: number | undefined): RowRules {
  const { rules: before = {}, isProven, columns } = remembered;
  const isSame = columns.amount === amount;
  const rules = Object.entries(now).filter(([rule]) => !PROVEN.some((proven) => proven === rule));
  const proven = PROVEN.flatMap((rule) => {
    const fits = isSame && (isProven === true || !CHANGES_SALES.has(rule));
    const kept = before[rule] ?? (fits || rule === 'year' ? now[rule] : undefined);
    return kept === undefined ? [] : [[rule, kept] as const];
  });
  const refunds = [
    ...(now.refunds ?? []),
    ...(before.refunds ?? []).filter(({ column }) => !now.refunds?.some((each) => each.column === column)),
  ];
  return {
    ...(Object.fromEntries([...rules, ...proven]) as RowRules),
    ...(refunds.length > 0 ? { refunds } : {}),
  };
}

/**
 * Columns as remembered from the last file of this shape, with the rules of the file at hand: its period is its own, and what was learnt
 * about the maker's layout since holds for it too. In a file of no known maker what the rows proved then stays, so that the same order is never
 * worth something else in the next file. The currency chosen then is still the one to read.
 */
export function recalledMapping(remembered: Mapping, proposed: Mapping, isKnown = false): Mapping {
  const { rules: before = {}, ...mapping } = remembered;
  const now = proposed.rules ?? {};
  const rules = isKnown ? now : ofUnknownMaker(remembered, now, proposed.columns.amount);
  if (Object.keys(rules).length === 0) return mapping;
  const { currency } = rules;
  const chosen = currency && before.currency?.column === currency.column ? before.currency : currency;
  return { ...mapping, rules: chosen ? { ...rules, currency: chosen } : rules };
}
