/** Classes of clients by what they bring: the dearest first (ABC analysis). Their places are what columns hold. */
export const ABC = ['a', 'b', 'c'] as const;
export type Abc = (typeof ABC)[number];

/** Shares of the turnover up to which a client is A, and B (method.md [3.1]). */
const SHARES = [0.5, 0.8] as const;

/**
 * The class of each client as a place in `ABC`: by the share of the turnover that dearer ones bring, under 50 % is A, under 80 % B, else C.
 * Whoever brought nothing is C and outside the turnover. `revenue` in cents; `before` puts clients of equal revenue in order, by name
 * (method.md [3.1], rules.md 3.7).
 */
export function abcClasses(
  revenue: ArrayLike<number>,
  before: (one: number, other: number) => number = (one, other) => one - other,
): Uint8Array<ArrayBuffer> {
  const classes = new Uint8Array(revenue.length).fill(ABC.indexOf('c'));
  const paying = Uint32Array.from(revenue, (_, k) => k).filter((k) => revenue[k]! > 0);
  paying.sort((a, b) => revenue[b]! - revenue[a]! || before(a, b));
  const total = paying.reduce((sum, k) => sum + revenue[k]!, 0);
  let dearer = 0;
  for (const k of paying) {
    const share = dearer / total;
    if (share < SHARES[0]) classes[k] = ABC.indexOf('a');
    else if (share < SHARES[1]) classes[k] = ABC.indexOf('b');
    dearer += revenue[k]!;
  }
  return classes;
}
