/** Few combinations of parameters' values that contain every pair of values: faults lie in one value, or where two meet. */

/** A parameter and the values that it takes; the first is what it is where nothing else matters. */
export type Factors = Readonly<Record<string, readonly string[]>>;
export type Row = Readonly<Record<string, string>>;

type Allowed = (row: Partial<Row>) => boolean;

const keyOf = (a: string, b: string, row: Partial<Row>): string =>
  a < b ? `${a}=${row[a]} ${b}=${row[b]}` : `${b}=${row[b]} ${a}=${row[a]}`;

/** Every pair of values of two parameters that may occur together. */
export function allowedPairs(factors: Factors, allowed: Allowed = () => true): Map<string, Partial<Row>> {
  const names = Object.keys(factors);
  const pairs = new Map<string, Partial<Row>>();
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      for (const x of factors[a]) {
        for (const y of factors[b]) {
          const pair = { [a]: x, [b]: y };
          if (allowed(pair)) pairs.set(keyOf(a, b, pair), pair);
        }
      }
    }
  }
  return pairs;
}

/** The pairs that a row contains. */
export function pairsOf(row: Partial<Row>): string[] {
  const names = Object.keys(row);
  return names.flatMap((a, index) => names.slice(index + 1).map(b => keyOf(a, b, row)));
}

/**
 * Rows that contain every allowed pair: each begins with a pair that is missing and takes, parameter by parameter, the
 * value that brings most of those that are.
 * @param allowed whether values may occur together; a row that is not yet whole lacks parameters
 */
export function pairwise(factors: Factors, allowed: Allowed = () => true): Row[] {
  const missing = allowedPairs(factors, allowed);
  const rows: Row[] = [];
  while (missing.size > 0) {
    const [first, pair] = missing.entries().next().value as [string, Partial<Row>];
    const row: Record<string, string> = { ...(pair as Row) };
    for (const name of Object.keys(factors)) {
      if (name in row) continue;
      const choices = factors[name].filter(value => allowed({ ...row, [name]: value }));
      const gain = (value: string) =>
        Object.keys(row).filter(other => missing.has(keyOf(name, other, { ...row, [name]: value }))).length;
      const [best] = choices.toSorted((a, b) => gain(b) - gain(a));
      if (best !== undefined) row[name] = best;
    }
    missing.delete(first);
    if (Object.keys(row).length < Object.keys(factors).length) continue;
    for (const key of pairsOf(row)) missing.delete(key);
    rows.push(row);
  }
  return rows;
}
