import type { Plan } from '../notebook/plan';
import type { FunnelLine } from './earnedReport';

/**
 * Where chains break (method.md [5.14]): of the plans that came to a step, how many clients refused at it; most refusals first. Steps of
 * aftercare lead nowhere and are left out.
 */
export function refusals(plans: readonly Plan[]): readonly FunnelLine[] {
  const lines = new Map<string, { reached: number; refused: number }>();
  for (const { steps } of plans) {
    steps.forEach(({ template, done, aftercare }, place) => {
      if (!done || aftercare) return;
      const key = template ?? String(place + 1);
      const line = lines.get(key) ?? { reached: 0, refused: 0 };
      line.reached++;
      if (done.outcome === 'refused') line.refused++;
      lines.set(key, line);
    });
  }
  return [...lines]
    .map(([key, line]) => ({ key, ...line }))
    .sort((a, b) => b.refused - a.refused || b.reached - a.reached || (a.key < b.key ? -1 : 1));
}
