/**
 * Exponential smoothing of curves, without the pull towards 0 at the start (as TensorBoard does).
 */

/** `weight` 0 (raw) to below 1; NaN and what is missing is skipped and stays as it is. */
export function smooth(values: readonly (number | null)[], weight: number): (number | null)[] {
  let average = 0;
  let share = 0;
  return values.map(value => {
    if (value === null || !Number.isFinite(value)) {
      return value;
    }
    average = average * weight + value * (1 - weight);
    share = share * weight + (1 - weight);
    return average / share;
  });
}
