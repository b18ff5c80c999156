import type { Mapping } from '../../../domain/intake/layout';

/** Names of the sentences that say how rows are put right, as in `import.rule.<name>`; none where rows are sales as they stand. */
export function rulesInWords({ rules }: Pick<Mapping, 'rules'>) {
  if (!rules) return [];
  const { sections, lines, fill, never, only, ledger, refunds, minus, corrected, plus, period, id, time } =
    rules;
  const said = [
    ['sections', sections],
    ['lines', lines],
    ['fill', lines ? undefined : fill],
    ['ledger', ledger],
    ['never', never ?? only],
    ['refunds', refunds],
    ['minus', ledger || plus ? undefined : (minus ?? corrected)],
    ['plus', plus],
    ['period', period],
    ['id', id],
    ['time', time],
  ] as const;
  return said.filter(([, rule]) => rule !== undefined).map(([name]) => name);
}
