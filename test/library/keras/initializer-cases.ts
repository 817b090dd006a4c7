/** The spread of random initializers' numbers by their formulas. */

/** The initializer, the shape, the deviation it should have, and the largest absolute value (null: unbounded). */
export const initializerCases: readonly [string, string, number, number | null][] = [
  ['GlorotUniform()', '(300, 200)', Math.sqrt(2 / 500), Math.sqrt(6 / 500)],
  ['GlorotNormal()', '(300, 200)', Math.sqrt(2 / 500), (2 * Math.sqrt(2 / 500)) / 0.87962566103423978],
  ['HeUniform()', '(300, 200)', Math.sqrt(2 / 300), Math.sqrt(6 / 300)],
  ['HeNormal()', '(300, 200)', Math.sqrt(2 / 300), (2 * Math.sqrt(2 / 300)) / 0.87962566103423978],
  ['LecunUniform()', '(300, 200)', Math.sqrt(1 / 300), Math.sqrt(3 / 300)],
  ['LecunNormal()', '(300, 200)', Math.sqrt(1 / 300), (2 * Math.sqrt(1 / 300)) / 0.87962566103423978],
  // A 3 x 3 kernel from 16 to 32 channels: 144 units in, 288 out.
  ['GlorotUniform()', '(3, 3, 16, 32)', Math.sqrt(2 / 432), Math.sqrt(6 / 432)],
  ['RandomNormal(stddev=0.5)', '(300, 200)', 0.5, null],
  ['TruncatedNormal(stddev=0.5)', '(300, 200)', 0.5 * 0.87962566103423978, 1],
  ['RandomUniform(-0.5, 0.5)', '(300, 200)', 1 / Math.sqrt(12), 0.5],
  ["VarianceScaling(2.0, 'fan_out', 'uniform')", '(300, 200)', Math.sqrt(2 / 200), Math.sqrt(6 / 200)],
];
