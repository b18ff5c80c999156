/** A smooth function of a few numbers and its gradient there. */
export type Smooth = (at: Float64Array) => { readonly value: number; readonly gradient: Float64Array };

export interface Lowest {
  readonly at: Float64Array;
  readonly value: number;
  readonly evaluations: number;
}

const MOST_ROUNDS = 100;
const MOST_HALVINGS = 30;

/** No coordinate moves further than this in one step. */
const LONGEST_STEP = 1.5;

/**
 * The lowest point of a function near `start` by BFGS (Nocedal and Wright, Numerical Optimization, 6.1). `scale` is about
 * how much the function curves; it is done when the fall still to be expected is below `enough`.
 */
export function lowest(smooth: Smooth, start: Float64Array, scale: number, enough: number): Lowest {
  const size = start.length;
  let at: Float64Array = start.slice();
  let { value, gradient } = smooth(at);
  let evaluations = 1;
  let inverse = diagonal(size, 1 / scale);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const direction = times(inverse, gradient).map((part) => -part);
    const fall = -dot(direction, gradient);
    if (!(fall > 2 * enough)) break;
    let length = Math.min(1, LONGEST_STEP / Math.max(...direction.map(Math.abs)));
    let moved: Float64Array = at;
    let next = { value: Infinity, gradient };
    for (let halving = 0; halving < MOST_HALVINGS; halving++) {
      moved = at.map((part, i) => part + length * direction[i]!);
      next = smooth(moved);
      evaluations++;
      if (next.value <= value - 1e-4 * length * fall) break;
      const bent = next.value - value + length * fall;
      const best = Number.isFinite(bent) && bent > 0 ? (0.5 * length * length * fall) / bent : 0;
      length = Math.min(0.5 * length, Math.max(0.1 * length, best));
    }
    if (!(next.value < value)) break;
    const step = moved.map((part, i) => part - at[i]!);
    const turn = next.gradient.map((part, i) => part - gradient[i]!);
    const curved = dot(step, turn);
    if (curved > 0) {
      if (round === 0) inverse = diagonal(size, curved / dot(turn, turn));
      update(inverse, step, turn, curved);
    }
    at = moved;
    ({ value, gradient } = next);
  }
  return { at, value, evaluations };
}

type Square = Float64Array[];

const diagonal = (size: number, value: number): Square =>
  Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => (i === j ? value : 0)),
  );

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, part, i) => sum + part * b[i]!, 0);

const times = (square: Square, column: Float64Array): Float64Array =>
  Float64Array.from(square, (row) => dot(row, column));

/** The BFGS update of the inverse curvature, in place. */
function update(inverse: Square, step: Float64Array, turn: Float64Array, curved: number): void {
  const turned = times(inverse, turn);
  const more = (1 + dot(turn, turned) / curved) / curved;
  inverse.forEach((row, i) => {
    for (let j = 0; j < row.length; j++)
      row[j]! += more * step[i]! * step[j]! - (step[i]! * turned[j]! + turned[i]! * step[j]!) / curved;
  });
}
