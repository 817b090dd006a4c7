/** What layers cost, counted by hand. */
import { describe, expect, it } from 'vitest';
import { analyseKeras } from '../library/keras/program.ts';

/** Multiply-adds and type of the last layer of the last model. */
async function lastLayer(code: string) {
  const program = await analyseKeras(
    `import keras\nfrom keras.layers import *\nfrom keras.models import Model, Sequential\n${code}\n`,
  );
  expect(program.findings).toEqual([]);
  return program.models.at(-1)!.layers.at(-1)!;
}

describe('the multiply-adds of a sample', () => {
  it.each([
    ['(10,)', 'Dense(32)', 10 * 32],
    ['(30, 8)', 'SimpleRNN(16)', 30 * (8 * 16 + 16 * 16)],
    ['(30, 8)', 'LSTM(16)', 30 * 4 * (8 * 16 + 16 * 16)],
    ['(30, 8)', 'GRU(16, return_sequences=True)', 30 * 3 * (8 * 16 + 16 * 16)],
    ['(30, 8)', 'Bidirectional(LSTM(16))', 2 * 30 * 4 * (8 * 16 + 16 * 16)],
    ['(30, 8)', 'TimeDistributed(Dense(3))', 30 * 8 * 3],
    ['(5, 8, 8, 3)', 'ConvLSTM2D(4, 3)', 5 * 6 * 6 * 9 * (3 + 4) * 16],
    ['(5, 8, 8, 3)', "ConvLSTM2D(4, 3, padding='same', return_sequences=True)", 5 * 64 * 9 * (3 + 4) * 16],
    ['(8, 8, 3)', 'BatchNormalization()', 8 * 8 * 3],
    ['(8, 8, 3)', 'GlobalAveragePooling2D()', 8 * 8 * 3],
    ['(10, 16)', 'LayerNormalization()', 3 * 10 * 16],
    ['(8, 8, 4)', 'GroupNormalization(2)', 3 * 8 * 8 * 4],
    ['(None, 8)', 'LSTM(16)', null],
    ['(12,)', 'Embedding(100, 8)', null],
    ['(12,)', "Activation('relu')", null],
  ])('of input %s to %s', async (input, layer, expected) => {
    expect((await lastLayer(`Sequential([Input(${input}), ${layer}])`)).flops).toBe(expected);
  });

  it.each([
    ['MultiHeadAttention(2, 16)(a, b)', 10 * 32 * 32 + 2 * 6 * 32 * 32 + 10 * 32 * 32 + 2 * 10 * 6 * 2 * 16],
    ['Attention()([a, b])', 10 * 6 * 32 * 2],
    ['Dot(axes=2)([a, b])', 10 * 6 * 32],
    ['Dot(axes=1)([Flatten()(a), Flatten()(a)])', 10 * 32],
    ['AdditiveAttention()([a, b])', 10 * 6 * 32 * 2],
  ])('of %s', async (call, expected) => {
    const code = `a = Input((10, 32))\nb = Input((6, 32))\nm = Model([a, b], ${call})`;
    expect((await lastLayer(code)).flops).toBe(expected);
  });
});

describe('the type of what a layer gives', () => {
  it.each([
    ["Input((4,), dtype='int32'), Embedding(10, 3)", 'float32'],
    ["Input((1,), dtype='string'), StringLookup(vocabulary=['a'])", 'int64'],
  ])('of %s', async (layers, expected) => {
    expect((await lastLayer(`Sequential([${layers}])`)).dtype).toBe(expected);
  });
});
