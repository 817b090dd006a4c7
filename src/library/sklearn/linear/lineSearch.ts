/** The line search of Moré and Thuente (ACM TOMS 20, 1994): a step of sufficient decrease and small enough slope. */

const DECREASE = 1e-3;
const CURVATURE = 0.9;
const WIDTH = 0.1;

/** A step with the function's value and slope there. */
interface Point {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
}

/** The end of the interval of uncertainty: its best point, its other one, and whether a minimum lies between. */
interface Interval {
  readonly best: Point;
  readonly other: Point;
  readonly bracketed: boolean;
  readonly next: number;
}

/** The minimum of the cubic through two points, on the side of the first. */
function cubic(a: Point, b: Point, falling: boolean): { theta: number; gamma: number } {
  const theta = (3 * (a.value - b.value)) / (b.step - a.step) + a.slope + b.slope;
  const scale = Math.max(Math.abs(theta), Math.abs(a.slope), Math.abs(b.slope));
  const inside = (theta / scale) ** 2 - (a.slope / scale) * (b.slope / scale);
  return { theta, gamma: scale * Math.sqrt(falling ? Math.max(0, inside) : inside) };
}

/** Takes a trial point into the interval and chooses the next step (`dcstep` of MINPACK-2). */
function narrowed({ best, other, bracketed }: Interval, trial: Point, low: number, high: number): Interval {
  const opposite = trial.slope * (best.slope / Math.abs(best.slope)) < 0;
  let between = bracketed;
  let next: number;
  if (trial.value > best.value) {
    const { theta, gamma: size } = cubic(best, trial, false);
    const gamma = trial.step < best.step ? -size : size;
    const ratio = (gamma - best.slope + theta) / (gamma - best.slope + gamma + trial.slope);
    const byCubic = best.step + ratio * (trial.step - best.step);
    const chord = (best.value - trial.value) / (trial.step - best.step) + best.slope;
    const bySquare = best.step + (best.slope / chord / 2) * (trial.step - best.step);
    next =
      Math.abs(byCubic - best.step) < Math.abs(bySquare - best.step)
        ? byCubic
        : byCubic + (bySquare - byCubic) / 2;
    between = true;
  } else if (opposite) {
    const { theta, gamma: size } = cubic(best, trial, false);
    const gamma = trial.step > best.step ? -size : size;
    const ratio = (gamma - trial.slope + theta) / (gamma - trial.slope + gamma + best.slope);
    const byCubic = trial.step + ratio * (best.step - trial.step);
    const bySecant = trial.step + (trial.slope / (trial.slope - best.slope)) * (best.step - trial.step);
    next = Math.abs(byCubic - trial.step) > Math.abs(bySecant - trial.step) ? byCubic : bySecant;
    between = true;
  } else if (Math.abs(trial.slope) < Math.abs(best.slope)) {
    const { theta, gamma: size } = cubic(best, trial, true);
    const gamma = trial.step > best.step ? -size : size;
    const ratio = (gamma - trial.slope + theta) / (gamma + (best.slope - trial.slope) + gamma);
    const byCubic =
      ratio < 0 && gamma !== 0
        ? trial.step + ratio * (best.step - trial.step)
        : trial.step > best.step
          ? high
          : low;
    const bySecant = trial.step + (trial.slope / (trial.slope - best.slope)) * (best.step - trial.step);
    const nearer = Math.abs(byCubic - trial.step) < Math.abs(bySecant - trial.step);
    if (bracketed) {
      next = nearer ? byCubic : bySecant;
      const bound = trial.step + 0.66 * (other.step - trial.step);
      next = trial.step > best.step ? Math.min(bound, next) : Math.max(bound, next);
    } else {
      next = Math.max(low, Math.min(high, nearer ? bySecant : byCubic));
    }
  } else if (bracketed) {
    const { theta, gamma: size } = cubic(trial, other, false);
    const gamma = trial.step > other.step ? -size : size;
    const ratio = (gamma - trial.slope + theta) / (gamma - trial.slope + gamma + other.slope);
    next = trial.step + ratio * (other.step - trial.step);
  } else {
    next = trial.step > best.step ? high : low;
  }
  if (trial.value > best.value) return { best, other: trial, bracketed: between, next };
  return { best: trial, other: opposite ? best : other, bracketed: between, next };
}

/** A point of the function less the wanted decrease, by which the search goes while no lower value is known. */
function lessened(point: Point, wanted: number): Point {
  return { step: point.step, value: point.value - point.step * wanted, slope: point.slope - wanted };
}

function raised(point: Point, wanted: number): Point {
  return { step: point.step, value: point.value + point.step * wanted, slope: point.slope + wanted };
}

/** Looks for a step; null where `limit` evaluations do not find one. */
export function searchLine(
  evaluate: (step: number) => { value: number; slope: number },
  start: { value: number; slope: number },
  first: number,
  longest: number,
  limit: number,
): number | null {
  const origin: Point = { step: 0, ...start };
  let interval: Interval = { best: origin, other: origin, bracketed: false, next: first };
  let [width, before] = [longest, 2 * longest];
  let [low, high] = [0, first + 4 * first];
  let [opening, step] = [true, first];
  const wanted = DECREASE * start.slope;
  for (let count = 0; count < limit; count++) {
    const trial: Point = { step, ...evaluate(step) };
    const aim = start.value + step * wanted;
    if (opening && trial.value <= aim && trial.slope >= 0) opening = false;
    if (trial.value <= aim && Math.abs(trial.slope) <= CURVATURE * -start.slope) return step;
    // What rounding or the bounds leave no room for is as good as found.
    if (interval.bracketed && (step <= low || step >= high || high - low <= WIDTH * high)) return step;
    if (step === longest && trial.value <= aim && trial.slope <= wanted) return step;
    if (opening && trial.value <= interval.best.value && trial.value > aim) {
      const less = narrowed(
        { ...interval, best: lessened(interval.best, wanted), other: lessened(interval.other, wanted) },
        lessened(trial, wanted),
        low,
        high,
      );
      interval = { ...less, best: raised(less.best, wanted), other: raised(less.other, wanted) };
    } else interval = narrowed(interval, trial, low, high);
    step = interval.next;
    const { best, other } = interval;
    if (interval.bracketed) {
      if (Math.abs(other.step - best.step) >= 0.66 * before)
        step = best.step + 0.5 * (other.step - best.step);
      [before, width] = [width, Math.abs(other.step - best.step)];
      [low, high] = [Math.min(best.step, other.step), Math.max(best.step, other.step)];
    } else {
      [low, high] = [step + 1.1 * (step - best.step), step + 4 * (step - best.step)];
    }
    step = Math.min(Math.max(step, 0), longest);
    if (interval.bracketed && (step <= low || step >= high || high - low <= WIDTH * high)) step = best.step;
  }
  return null;
}
