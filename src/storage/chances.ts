import * as v from 'valibot';
import { BANDS, TIMES } from '../domain/chance/evidence';
import type { ChancesRecord, ShopDb } from './shopDb';

/** What a shop keeps about who buys again. */
export type KeptChances = Omit<ChancesRecord, 'id'>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const cases = v.pipe(
  v.object({ cases: count, returned: count }),
  v.check((seen) => seen.returned <= seen.cases),
);
const bands = v.pipe(v.array(cases), v.length(BANDS));

const stored = v.object({
  basis: v.string(),
  parameters: v.nullable(v.object({ r: positive, alpha: positive, a: positive, b: positive })),
  evidence: v.object({
    followUp: count,
    lost: bands,
    longer: v.pipe(v.array(bands), v.length(TIMES.length)),
  }),
});

/** What was kept; `undefined` where nothing was, or nothing that can be read: then it is learnt anew. */
export async function readChances(db: ShopDb): Promise<KeptChances | undefined> {
  const decoded = v.safeParse(stored, await db.results.get('chances'));
  return decoded.success ? decoded.output : undefined;
}

export const writeChances = (db: ShopDb, chances: KeptChances): Promise<unknown> =>
  db.results.put({ id: 'chances', ...chances });
