import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/domain/loss/analyse';
import { defaultRules, type Rules } from '../../../src/domain/loss/rules';
import type { StatusName } from '../../../src/domain/loss/status';
import totals from '../../golden/totals.json';
import { day } from '../../support/salesLog';
import { cdnowSample, onlineRetail, sharedLogsExist } from '../../support/sharedLogs';

interface TotalsOfLog {
  readonly log: string;
  readonly asOf: string;
  readonly preset: Rules['preset'];
  readonly typicalGap: number;
  readonly counts: Record<StatusName, number>;
  readonly clientsWithPurchase: number;
  readonly lostStockPercent: number;
  readonly annualLost: number;
  readonly lostSoFar: number;
  readonly annualAll: number;
}

const sets = totals.sets as readonly TotalsOfLog[];
const readers = { 'CDNOW sample': cdnowSample, 'Online Retail': onlineRetail };

for (const [name, read] of Object.entries(readers)) {
  describe.skipIf(!sharedLogsExist)(`${name} (skipped where the shared logs are absent)`, () => {
    const log = sharedLogsExist ? read() : null;

    it.each(sets.filter((set) => set.log === name))(
      'gives the totals of an independent engine on $asOf, preset $preset',
      (set) => {
        const report = analyse(
          log!.sales,
          log!.clientCount,
          { ...defaultRules, preset: set.preset },
          day(set.asOf),
        );
        expect(report.typicalGap).toBe(set.typicalGap);
        expect(report.typicalGapFound).toBe(true);
        expect(report.counts).toEqual(set.counts);
        expect(report.clientsWithPurchase).toBe(set.clientsWithPurchase);
        expect(report.lostStockPercent).toBeCloseTo(set.lostStockPercent, 2);
        expect(Math.abs(report.annualLost / 100 - set.annualLost)).toBeLessThan(0.5);
        expect(Math.abs(report.lostSoFar / 100 - set.lostSoFar)).toBeLessThan(0.5);
        expect(Math.abs(report.annualAll / 100 - set.annualAll)).toBeLessThan(0.5);
      },
    );
  });
}
