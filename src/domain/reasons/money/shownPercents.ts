import { apportion } from './apportion';

/**
 * Percentages of one whole as they are shown, with so many decimal places, adding up to 100 exactly (largest remainder); all 0 where
 * the parts are. The parts are not negative.
 */
export function shownPercents(parts: readonly number[], digits = 0): readonly number[] {
  if (!parts.some((part) => part > 0)) return parts.map(() => 0);
  const scale = 10 ** digits;
  return Array.from(apportion(parts, 100 * scale), (steps) => steps / scale);
}
