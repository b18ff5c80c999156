import type { PlanOutcome } from './deed';

/**
 * The same outcomes with every return counted once: where two plans of a client claim the same one it belongs to the plan whose step came
 * last before it, and the other brought nothing and would have brought nothing.
 */
export function onceEach(outcomes: readonly PlanOutcome[]): readonly PlanOutcome[] {
  const owners = new Map<string, PlanOutcome>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome);
    const owner = owners.get(key);
    if (!owner || isNearer(outcome, owner)) owners.set(key, outcome);
  }
  return outcomes.map((outcome) =>
    outcome.back?.recovery.ours && owners.get(keyOf(outcome)) !== outcome
      ? { ...outcome, back: null, natural: 0 }
      : outcome,
  );
}

const keyOf = ({ plan, back }: PlanOutcome): string =>
  back?.recovery.ours ? `${plan.client}@${back.recovery.day}` : plan.id;

function isNearer(one: PlanOutcome, other: PlanOutcome): boolean {
  const [a, b] = [one, other].map(({ back }) => back?.recovery.daysSinceStep ?? Infinity) as [number, number];
  return a < b || (a === b && one.plan.id < other.plan.id);
}
