/** Work with pauses: a generator yields where it may be left for a while, or for good. */

/** What work with pauses gives in the end. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Result;
  }
}

/** Converts a few items at a time. */
export function* stretches<Item, Result>(
  items: readonly Item[],
  length: number,
  convert: (some: readonly Item[], from: number) => readonly Result[],
): Generator<void, Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += length) {
    if (from > 0) yield;
    for (const made of convert(items.slice(from, from + length), from)) results.push(made);
  }
  return results;
}
