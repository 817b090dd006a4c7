// The generator of combinations: every allowed pair, nothing that is not allowed, and few rows.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinations } from './laws-combinations.ts';
import { allowedPairs, type Factors, pairsOf, pairwise, type Row } from './pairwise.ts';

const factors: fc.Arbitrary<Factors> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 7 })
  .map(sizes =>
    Object.fromEntries(
      sizes.map((size, index) => [`p${index}`, Array.from({ length: size }, (_, value) => `${value}`)]),
    ),
  );

function expectCovered(rows: readonly Row[], given: Factors, allowed?: (row: Partial<Row>) => boolean): void {
  const covered = new Set(rows.flatMap(pairsOf));
  expect([...allowedPairs(given, allowed).keys()].filter(pair => !covered.has(pair))).toEqual([]);
}

test('every pair of values occurs, in fewer rows than there are combinations', () => {
  fc.assert(
    fc.property(factors, given => {
      const rows = pairwise(given);
      expectCovered(rows, given);
      const all = Object.values(given).reduce((product, values) => product * values.length, 1);
      expect(rows.length).toBeLessThanOrEqual(all);
    }),
  );
});

test('thirteen parameters of two values, 8192 combinations, take fourteen rows', () => {
  const given = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`p${index}`, ['0', '1']]));
  expect(pairwise(given).length).toBeLessThanOrEqual(14);
});

test('what may not occur together does not, and all else does', () => {
  fc.assert(
    fc.property(factors, given => {
      const allowed = ({ p0, p1 }: Partial<Row>) => !(p0 === '1' && p1 === '1');
      const rows = pairwise(given, allowed);
      expect(rows.every(allowed)).toBe(true);
      expectCovered(rows, given, allowed);
    }),
  );
});

test('the combinations of layers hold every pair of their parameters', () => {
  for (const { layer, rows, factors: given, allowed } of combinations) {
    expect(rows.length, layer).toBeGreaterThan(3);
    expectCovered(rows, given, allowed);
  }
});
