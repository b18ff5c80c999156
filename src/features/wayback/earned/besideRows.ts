import type { EarnedReport } from '../../../domain/winback/earnedReport';

/** Figures of others that one's own are set beside (method.md [5.15], [1.8]). */
export type BesideName = 'former' | 'review' | 'letters' | 'hand';

export interface BesideRow {
  readonly name: BesideName;
  /** The shop's own: who was contacted like that, and who of them came back. */
  readonly contacted: number;
  readonly recovered: number;
}

/** What each figure is compared with: all former clients, those offered a check of the competitor's work, letters and e-mails, letters by hand. */
export function besideRows({ total, by }: EarnedReport): readonly BesideRow[] {
  const of = (lines: EarnedReport['by']['channel'], ...keys: readonly string[]) => {
    const some = lines.filter(({ key }) => keys.includes(key));
    return {
      contacted: some.reduce((sum, { contacted }) => sum + contacted, 0),
      recovered: some.reduce((sum, { recovered }) => sum + recovered, 0),
    };
  };
  return [
    { name: 'former', contacted: total.contacted, recovered: total.recovered },
    { name: 'review', ...of(by.offer, 'free-check') },
    { name: 'letters', ...of(by.channel, 'email') },
    { name: 'hand', ...of(by.channel, 'letter') },
  ];
}
