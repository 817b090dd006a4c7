/**
 * Exponential smoothing of curves, without the pull towards 0 at the start (as TensorBoard does).
 */

/** `weight` 0 (raw) to below 1; NaN is skipped and stays NaN. */
export function smooth(values: readonly number[], weight: number): number[] {
  let average = 0;
  let share = 0;
  return values.map(value => {
    if (!Number.isFinite(value)) {
      return value;
    }
    average = average * weight + value * (1 - weight);
    share = share * weight + (1 - weight);
    return average / share;
  });
}
