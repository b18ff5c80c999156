import type { Page } from 'playwright-core';

type Measured = [name: string, value: number, most: number, detail: string];

const ROUNDS = 5;
const STATEMENTS = 5_000;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Milliseconds of the jobs one after the other in a worker that was just started. */
async function fresh(page: Page, jobs: readonly { name: string; input: unknown }[]): Promise<number[]> {
  const outputs = await page.evaluate(
    (some) => bench.app([{ name: 'shops', input: null }, ...(some as { name: string; input: unknown }[])]),
    jobs as unknown,
  );
  return outputs.slice(1).map(({ milliseconds }) => milliseconds);
}

/** Statements about every so many lost clients, as if a shop had asked for years; the dearest lost client. */
const statements = (page: Page, shopId: string, today: number) =>
  page.evaluate(
    async ({ id, on, count }) => {
      const list = { shopId: id, statuses: [4], query: '', sort: 'value', rising: false, today: on };
      const [, lost] = await bench.app([
        { name: 'shops', input: null },
        { name: 'clientList', input: list },
      ]);
      const { client, length } = lost!.output as { client: Uint32Array; length: number };
      const reasons = ['price', 'rudeness', 'late-delivery', 'moved', 'little-attention'];
      const put = Array.from({ length: count }, (_, k) => ({
        kind: 'statement',
        id: `bench-${k}`,
        rev: 1,
        madeAt: k,
        changedAt: k,
        client: client[(k * 7) % length],
        role: k % 3 === 0 ? 'real' : 'stated',
        source: ['client', 'staff', 'owner'][k % 3],
        author: null,
        reasons: [{ reason: reasons[k % 5], weight: 1 + (k % 3) }],
        sure: 'likely',
        severity: null,
        human: null,
        competitor: '',
        words: '',
        day: on,
        from: null,
      }));
      await bench.app([{ name: 'saveEntries', input: { shopId: id, change: { put } } }]);
      return client[0]!;
    },
    { id: shopId, on: today, count: STATEMENTS },
  );

/** What is waited for when somebody asks why clients left: one client's case at the tap, the list of whom to ask, the whole in money. */
export async function reasonsIn(page: Page, shopId: string, today: number): Promise<Measured[]> {
  const client = await statements(page, shopId, today);
  const caseFile = { name: 'caseFile', input: { shopId, client, today } };
  const others = ['whoToAsk', 'reasonsReport', 'reasonsReport', 'employees'].map((name) => ({
    name,
    input: { shopId, today },
  }));
  const cases: number[][] = [];
  const rest: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    cases.push(await fresh(page, [caseFile, caseFile]));
    rest.push(await fresh(page, others));
  }
  const column = (rounds: readonly number[][], at: number) => median(rounds.map((times) => times[at]!));
  const and = (rounds: readonly number[][], at: number, word: string) =>
    `${word} ${column(rounds, at).toFixed(1)}`;
  return [
    ['50k clients: the case of a client, cold, ms', column(cases, 0), 400, and(cases, 1, 'warm')],
    ['50k clients: whom to ask, cold, ms', column(rest, 0), 300, ''],
    [
      '50k clients: reasons in money, ms',
      column(rest, 1),
      1_000,
      `${STATEMENTS} statements, ${and(rest, 2, 'warm')}, ${and(rest, 3, 'employees')}`,
    ],
  ];
}
