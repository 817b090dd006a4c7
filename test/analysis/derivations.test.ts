import { describe, expect, it } from 'vitest';
import { parameterFormula } from '../../src/analysis/parameterFormula.ts';
import { formatMessage } from '../../src/python/message.ts';
import { analyseKeras } from '../library/keras/program.ts';

/** What is said of the last layer of a Sequential model. */
async function derivationOf(input: string, layer: string): Promise<string | null> {
  const program = await analyseKeras(
    `import keras\nfrom keras.layers import *\nmodel = keras.Sequential([Input(${input}), ${layer}])\n`,
  );
  expect(program.findings).toEqual([]);
  const found = program.models[0].layers.at(-1)!.derivation;
  return found === null ? null : formatMessage(found);
}

describe('the derivation of an output shape', () => {
  it.each([
    ['(10,)', 'Dense(32)', 'the last axis, 10 features, becomes 32 units'],
    ['(28, 28, 1)', 'Conv2D(64, 3)', '(28 - 3) / 1 + 1 = 26, (28 - 3) / 1 + 1 = 26; 64 filters'],
    ['(28, 28, 1)', 'Conv2D(8, 3, strides=2)', '⌊(28 - 3) / 2⌋ + 1 = 13, ⌊(28 - 3) / 2⌋ + 1 = 13; 8 filters'],
    ['(28, 28, 1)', "Conv2D(8, 3, strides=2, padding='same')", '⌈28 / 2⌉ = 14, ⌈28 / 2⌉ = 14; 8 filters'],
    ['(20, 4)', 'Conv1D(8, 3, dilation_rate=2)', '(20 - 2 × (3 - 1) - 1) / 1 + 1 = 16; 8 filters'],
    ['(None, 4)', 'Conv1D(8, 3)', '(None - 3) / 1 + 1 = None; 8 filters'],
    [
      '(7, 7, 4)',
      'Conv2DTranspose(2, 3, strides=2)',
      '(7 - 1) × 2 + 3 = 15, (7 - 1) × 2 + 3 = 15; 2 filters',
    ],
    ['(7, 7, 4)', 'DepthwiseConv2D(3)', '(7 - 3) / 1 + 1 = 5, (7 - 3) / 1 + 1 = 5; 4 channels × 1'],
    ['(26, 26, 64)', 'MaxPooling2D()', '(26 - 2) / 2 + 1 = 13, (26 - 2) / 2 + 1 = 13; 64 channels stay'],
    ['(7, 7, 64)', 'Flatten()', 'all axes but the batch: 7 × 7 × 64 = 3136'],
    ['(32,)', 'Reshape((4, -1))', 'the same elements: 32, and 4 × 8 = 32'],
    ['(30, 8)', 'LSTM(16)', 'the last of 30 steps gives 16 units'],
    ['(30, 8)', 'GRU(16, return_sequences=True)', 'every one of 30 steps gives 16 units'],
    ['(12,)', 'Embedding(1000, 16)', 'every integer becomes a row of 16 numbers'],
    ['(7, 7, 8)', 'UpSampling2D()', '7 × 2 = 14, 7 × 2 = 14; 8 channels stay'],
    ['(7, 7, 8)', 'ZeroPadding2D(((1, 2), (0, 0)))', '7 + 1 + 2 = 10, 7 + 0 + 0 = 7; 8 channels stay'],
    ['(7, 7, 8)', 'Cropping2D(1)', '7 - 1 - 1 = 5, 7 - 1 - 1 = 5; 8 channels stay'],
    ['(7, 7, 8)', 'GlobalAveragePooling2D()', 'one number for each of 8 channels'],
    ['(6,)', 'RepeatVector(4)', '4 times the 6 features'],
    ['(10,)', "Activation('relu')", 'the shape stays (None, 10)'],
    ['(5, 8)', 'Permute((2, 1))', 'axes in the order 2, 1: 8, 5'],
    ['(30, 8)', 'Bidirectional(LSTM(16))', '`LSTM` forwards and backwards over 30 steps: 32 units'],
    [
      '(30, 8)',
      'Bidirectional(GRU(4, return_sequences=True))',
      '`GRU` forwards and backwards, both at each of 30 steps: 8 units',
    ],
    ['(30, 8)', 'TimeDistributed(Dense(3))', '`Dense` at each of 30 steps: (8,) becomes (3,)'],
    ['(20, 4)', "EinsumDense('abc,cd->abd', (None, 6))", 'the equation abc,cd->abd gives (None, 20, 6)'],
    ['(8, 8, 3)', 'Resizing(4, 4)', '(None, 8, 8, 3) becomes (None, 4, 4, 3)'],
    ['(8, 8, 3)', 'BatchNormalization()', 'the shape stays (None, 8, 8, 3)'],
    ['(10,)', 'Lambda(lambda x: x[:, :3])', '(None, 10) becomes (None, 3)'],
  ])('of input %s to %s', async (input, layer, expected) => {
    expect(await derivationOf(input, layer)).toBe(expected);
  });

  it('adds the parts that Concatenate joins', async () => {
    const program = await analyseKeras(
      'from keras.layers import *\nfrom keras.models import Model\na = Input((32,))\nb = Input((16,))\nm = Model([a, b], Concatenate()([a, b]))\n',
    );
    expect(formatMessage(program.models[0].layers.at(-1)!.derivation!)).toBe('axis 1: 32 + 16 = 48');
  });
});

describe('the derivation of the shape of two inputs', () => {
  it.each([
    ['(4, 6)', '(6,)', 'Dot(axes=(2, 1))([a, b])', 'sums the products along 6 values, which leaves 4'],
    ['(6,)', '(6,)', 'Dot(axes=1)([a, b])', 'sums the products along 6 values: one number'],
    ['(6,)', '(6,)', 'Add()([a, b])', '2 inputs of shape (None, 6) become one'],
    [
      '(4, 6)',
      '(9, 6)',
      'MultiHeadAttention(2, 3)(a, b)',
      '2 heads: each of 4 queries looks at 9 values; the last axis is 6',
    ],
  ])('of %s and %s by %s', async (first, second, layer, expected) => {
    const program = await analyseKeras(
      `from keras.layers import *\nfrom keras.models import Model\na = Input(${first})\nb = Input(${second})\nm = Model([a, b], ${layer})\n`,
    );
    expect(program.findings).toEqual([]);
    expect(formatMessage(program.models[0].layers.at(-1)!.derivation!)).toBe(expected);
  });
});

describe('the formula of a number of parameters', () => {
  it.each([
    [[[10, 32], [32]], '(10 + 1) × 32 = 352'],
    [[[3, 3, 1, 8], [8]], '(3 × 3 × 1 + 1) × 8 = 80'],
    [[[8, 64], [16, 64], [64]], '(8 + 16 + 1) × 64 = 1600'],
    [[[5], [5], [5], [5]], '4 × 5 = 20'],
    [[[1000, 16]], '1000 × 16 = 16000'],
    [[[3, 3, 4, 1], [4]], '3 × 3 × 4 × 1 + 4 = 40'],
    [[[null, 4]], null],
    [[[3]], null],
    [[], null],
  ])('for weights %j', (shapes, expected) => {
    expect(parameterFormula(shapes)).toBe(expected);
  });
});
