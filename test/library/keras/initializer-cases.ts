/** The spread of random initializers' numbers by their formulas. */

/** The initializer, the shape, the deviation it should have, and the largest absolute value (null: unbounded). */
export const initializerCases: readonly [string, string, number, number | null][] = [
  ['GlorotUniform()', '(100, 60)', Math.sqrt(2 / 160), Math.sqrt(6 / 160)],
  ['GlorotNormal()', '(100, 60)', Math.sqrt(2 / 160), (2 * Math.sqrt(2 / 160)) / 0.87962566103423978],
  ['HeUniform()', '(100, 60)', Math.sqrt(2 / 100), Math.sqrt(6 / 100)],
  ['HeNormal()', '(100, 60)', Math.sqrt(2 / 100), (2 * Math.sqrt(2 / 100)) / 0.87962566103423978],
  ['LecunUniform()', '(100, 60)', Math.sqrt(1 / 100), Math.sqrt(3 / 100)],
  ['LecunNormal()', '(100, 60)', Math.sqrt(1 / 100), (2 * Math.sqrt(1 / 100)) / 0.87962566103423978],
  // A 3 x 3 kernel from 16 to 32 channels: 144 units in, 288 out.
  ['GlorotUniform()', '(3, 3, 16, 32)', Math.sqrt(2 / 432), Math.sqrt(6 / 432)],
  ['RandomNormal(stddev=0.5)', '(100, 60)', 0.5, null],
  ['TruncatedNormal(stddev=0.5)', '(100, 60)', 0.5 * 0.87962566103423978, 1],
  ['RandomUniform(-0.5, 0.5)', '(100, 60)', 1 / Math.sqrt(12), 0.5],
  // Columns of length 100 whose squares add up to gain².
  ['OrthogonalInitializer(2.0)', '(100, 60)', 2 / Math.sqrt(100), null],
  ["VarianceScaling(2.0, 'fan_out', 'uniform')", '(100, 60)', Math.sqrt(2 / 60), Math.sqrt(6 / 60)],
];
