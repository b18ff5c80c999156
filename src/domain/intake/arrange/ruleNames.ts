import type { Mapping } from '../layout';

/** Names of the rules by which rows are put right, each with a sentence of its own in words; none where rows are sales as they stand. */
export function ruleNames({ rules }: Pick<Mapping, 'rules'>) {
  if (!rules) return [];
  const { sections, fill, never, only, ledger, refunds, minus, corrected, plus, othersSpend } = rules;
  const { discount, everyLine, heads, period, year, id, time } = rules;
  const lines = rules.lines ?? (everyLine?.amount === 'order' ? everyLine : undefined);
  const said = [
    ['sections', sections],
    ['lines', lines],
    ['fill', lines ? undefined : fill],
    ['ledger', ledger],
    ['never', never ?? only],
    ['refunds', refunds],
    ['minus', ledger || plus ? undefined : (minus ?? corrected)],
    ['plus', plus],
    ['spent', othersSpend && !ledger ? minus : undefined],
    ['heads', heads],
    ['discount', discount?.off === 'open' ? undefined : discount],
    ['discountOpen', discount?.off === 'open' ? discount : undefined],
    ['period', period],
    ['year', year],
    ['id', id],
    ['time', time],
  ] as const;
  return said.filter(([, rule]) => rule !== undefined).map(([name]) => name);
}
