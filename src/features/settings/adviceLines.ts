import { TIMES } from '../../domain/chance/evidence';
import { timesTold } from '../../domain/chance/proposedPatience';
import type { Patience } from '../../domain/loss/rules';
import { formatNumber, formatPercent } from '../../i18n/formats';
import { t } from '../../i18n/t';
import type { ShopChances } from '../../workers/protocol';

/** Names of the bands of visits in the words. */
export const BANDS = ['one', 'two', 'few', 'many'] as const;

const times = (value: number): string => formatNumber(value, 1);

/**
 * For each band of visits that should be given more patience: what its own past silences say, or that it follows the
 * band before (rules.md 3.4).
 */
export function adviceLines(
  evidence: ShopChances['evidence'],
  present: Patience,
  proposal: Patience,
): readonly string[] {
  return BANDS.flatMap((name, band) => {
    const [from, to] = [present[band]!, proposal[band]!];
    if (to === from) return [];
    const told = timesTold(evidence, band) === to ? TIMES.findIndex((some) => some === to) : -1;
    const line = { band: t(`settings.patience.${name}`), to: times(to) };
    const then = evidence.longer[told]?.[band];
    if (!then) return [t('settings.advice.follows', line)];
    const now = evidence.lost[band]!;
    return [
      t('settings.advice.told', {
        ...line,
        cases: now.cases,
        from: times(from),
        percent: formatPercent((100 * now.returned) / now.cases, 0),
        days: evidence.followUp,
        thenPercent: formatPercent((100 * then.returned) / then.cases, 0),
        thenCases: then.cases,
      }),
    ];
  });
}

/** A patience under the names that the words use. */
export const patienceWords = ([one, two, few, many]: Patience) => ({
  one: times(one),
  two: times(two),
  few: times(few),
  many: times(many),
});
