/** Exact summation of doubles (Shewchuk's algorithm), as `math.fsum` sums. */

/** The correctly rounded sum. Infinities and NaN follow the arithmetic of doubles. */
export function exactSum(values: Iterable<number>): number {
  const partials: number[] = [];
  let special = 0;
  let hasSpecial = false;
  for (const value of values) {
    if (!Number.isFinite(value)) {
      special += value;
      hasSpecial = true;
      continue;
    }
    let x = value;
    let kept = 0;
    for (const partial of partials) {
      let y = partial;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
  }
  return hasSpecial ? special : roundPartials(partials);
}

function roundPartials(partials: readonly number[]): number {
  let index = partials.length;
  if (index === 0) return 0;
  let high = partials[--index];
  let low = 0;
  while (index > 0) {
    const x = high;
    const y = partials[--index];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // A half-way case is decided by the sign of what comes after.
  if (index > 0 && ((low < 0 && partials[index - 1] < 0) || (low > 0 && partials[index - 1] > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}
