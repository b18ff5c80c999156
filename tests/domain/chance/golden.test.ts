import { describe, expect, it } from 'vitest';
import { chanceAlive, chanceToBuy } from '../../../src/domain/chance/chanceToBuy';
import { fit } from '../../../src/domain/chance/fit';
import { histories, type VisitColumns } from '../../../src/domain/chance/histories';
import { likelihood } from '../../../src/domain/chance/likelihood';
import { shopPrior, type Parameters, type Prior } from '../../../src/domain/chance/parameters';
import { walked } from '../../../src/domain/loss/analyse';
import { defaultRules } from '../../../src/domain/loss/rules';
import type { Day } from '../../../src/domain/kernel/day';
import golden from '../../golden/models.json';
import { bgLogLikelihood, mbgLogLikelihood, summed } from '../../support/obviousModel';
import { day } from '../../support/salesLog';
import { cdnowSample, sharedLogsExist } from '../../support/sharedLogs';

const WEEK = 7;

/** The model does not mind the unit of time, only its densities do: each repeat visit costs a factor of the unit. */
const inUnits = (parameters: Parameters, units: number): Parameters => ({
  ...parameters,
  alpha: parameters.alpha * units,
});

describe('the published formulas (MBG/NBD)', () => {
  const { params, cases } = golden.mbgnbd;
  const HUNDREDTHS = 100;

  it.each(cases)('after $x more visits, the last at $tx of $T weeks', (one) => {
    const history = { repeats: one.x, lastAt: one.tx, age: one.T };
    expect(chanceAlive(params, history) / one.palive).toBeCloseTo(1, 10);
    expect(1 - chanceToBuy(params, history, one.t)).toBeCloseTo(one.p_no_purchase, 12);
    const client: VisitColumns = {
      length: 1,
      visits: Uint32Array.of(one.x + 1),
      firstVisit: Int32Array.of(1000),
      lastVisit: Int32Array.of(1000 + Math.round(one.tx * HUNDREDTHS)),
    };
    const now = (1000 + Math.round(one.T * HUNDREDTHS)) as Day;
    const { value } = likelihood(histories(client, now), inUnits(params, HUNDREDTHS));
    expect(value + one.x * Math.log(HUNDREDTHS)).toBeCloseTo(one.loglik, 9);
    expect(mbgLogLikelihood(params, one.x, one.tx, one.T)).toBeCloseTo(one.loglik, 9);
  });
});

describe.skipIf(!sharedLogsExist)('the CDNOW sample (skipped where the shared logs are absent)', () => {
  const { cdnow, withPrior } = golden;
  const asOf = day('1997-09-30');
  /** Every day with a row is a purchase there, also at a price of 0. */
  const visitsOf = () => {
    const { sales, clientCount } = cdnowSample();
    const counted = { ...sales, cents: sales.cents.map(() => 100) };
    return walked(counted, clientCount, defaultRules, asOf).figures;
  };
  const figures = sharedLogsExist ? visitsOf() : undefined!;
  const inWeeks = (value: number) => value + cdnow.repeats * Math.log(WEEK);
  const flat: Prior = { ...shopPrior(withPrior.typicalGapInDays), spread: Infinity };

  it('is read as the field reads it: clients, repeat visits and the log-likelihood of the published BG/NBD', () => {
    const read = histories(figures, asOf);
    expect(read.clients).toBe(cdnow.clients);
    expect(read.clientsOf[0]).toBe(cdnow.once);
    const days = inUnits(cdnow.bgnbd, WEEK);
    expect(inWeeks(summed(bgLogLikelihood, days, figures, asOf))).toBeCloseTo(cdnow.bgnbdLogLikelihood, 3);
  });

  it('gives the published parameters of MBG/NBD where the prior is flat', () => {
    const { parameters, objective } = fit(histories(figures, asOf), flat);
    for (const name of ['r', 'a', 'b'] as const)
      expect(Math.abs(parameters[name] - cdnow.mbgnbd[name])).toBeLessThan(0.001);
    expect(Math.abs(parameters.alpha / WEEK - cdnow.mbgnbd.alpha)).toBeLessThan(0.003);
    expect(Math.abs(inWeeks(objective) - cdnow.mbgnbdLogLikelihood)).toBeLessThan(0.01);
  });

  it('gives the parameters and chances of an independent fit with the prior', () => {
    const { parameters, objective } = fit(histories(figures, asOf), shopPrior(withPrior.typicalGapInDays));
    const expected = inUnits(withPrior.params, WEEK);
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      expect(Math.abs(parameters[name] / expected[name] - 1)).toBeLessThan(0.001);
    expect(Math.abs(inWeeks(objective) - withPrior.objective)).toBeLessThan(0.01);
    for (const { x, tx, T, p_return: chance } of withPrior.within26Weeks) {
      const history = { repeats: x, lastAt: tx * WEEK, age: T * WEEK };
      expect(chanceToBuy(parameters, history, 26 * WEEK)).toBeCloseTo(chance, 3);
      expect(chanceToBuy(expected, history, 26 * WEEK)).toBeCloseTo(chance, 9);
    }
  });
});
