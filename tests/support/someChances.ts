import type { Evidence } from '../../src/domain/chance/evidence';
import { BANDS, TIMES } from '../../src/domain/chance/evidence';
import type { ClientChance, ShopChances } from '../../src/workers/protocol';

/** Cases by number of usual intervals, for one band of visits. */
type Told = Readonly<Record<number, readonly [returned: number, cases: number]>>;

/** Past silences of a shop, band by band (1, 2, 3-5, 6+), with the rules in force at these multiples. */
export function someEvidence(
  bands: readonly Told[] = [],
  present: readonly number[] = [2, 2, 3, 4],
): Evidence {
  const cell = (band: number, times: number) => {
    const [returned, cases] = bands[band]?.[times] ?? [0, 0];
    return { cases, returned };
  };
  const all = Array.from({ length: BANDS }, (_, band) => band);
  return {
    followUp: 180,
    lost: all.map((band) => cell(band, present[band]!)),
    longer: TIMES.map((times) => all.map((band) => cell(band, times))),
  };
}

/** A shop that expects 41,000.00 of 48,200.00 to stay lost of the year, and 7,900,000 cents in all. */
export const someChances = (facts: Partial<ShopChances> = {}): ShopChances => ({
  model: { clients: 1_402, expectedLoss: 7_900_000, expectedYearLoss: 4_100_000 },
  evidence: someEvidence(),
  proposal: null,
  ...facts,
});

/** Client 7 with a chance of 43 % in a shop of 1,402 clients. */
export const aChance = (facts: Partial<ClientChance> = {}, within180 = 0.43): ClientChance => ({
  client: 7,
  model: { within180, clients: 1_402, visitsAYear: 6.24, stopAfterFirst: 0.36 },
  alike: null,
  ...facts,
});
