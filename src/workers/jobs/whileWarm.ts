import type { Results } from '../../storage/results';
import type { OpenShop } from './openShops';

/** Work done once for figures that are warm, also where two jobs ask at the same time; what it gave goes when the figures go. */
export function whileWarm<Value>(
  work: (open: OpenShop, results: Results) => Promise<Value>,
): (open: OpenShop, results: Results) => Promise<Value> {
  const warm = new WeakMap<Results, Promise<Value>>();
  return (open, results) => {
    const known = warm.get(results);
    if (known) return known;
    const made = work(open, results);
    warm.set(results, made);
    made.catch(() => warm.delete(results));
    return made;
  };
}
