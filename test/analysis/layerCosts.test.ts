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

/** Layers of the script's own. */
const own = `from keras import ops
class Scale(Layer):
    def build(self, shape):
        self.gain = self.add_weight(shape=(shape[-1],))
    def call(self, x):
        return x * self.gain
class Linear(Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units))
    def call(self, x):
        return ops.matmul(x, self.w)
class Mixed(Layer):
    def __init__(self):
        super().__init__()
        self.attend = MultiHeadAttention(2, 16)
        self.dense = Dense(32)
    def call(self, x):
        return self.dense(self.attend(x, x))
class Twice(Layer):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner
    def call(self, x):
        return self.inner(self.inner(x))
class Pair(Model):
    def __init__(self):
        super().__init__()
        self.first = Dense(8)
        self.second = Dense(4)
    def call(self, x):
        return self.second(self.first(x))
class Cell(Layer):
    def __init__(self):
        super().__init__()
        self.state_size = 5
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], 5))
        self.u = self.add_weight(shape=(5, 5))
    def call(self, x, states):
        state = ops.tanh(x @ self.w + states[0] @ self.u)
        return state, [state]
inner = Sequential([Input((6,)), Dense(7, activation='relu'), Dense(2)])
`;

describe('the multiply-adds of layers that hold others, or are of own code', () => {
  it.each([
    ['(10,)', 'Scale()', 10],
    ['(10,)', 'Linear(3)', 30],
    ['(5, 10)', 'Linear(3)', 5 * 30],
    ['(10, 32)', 'Mixed()', 4 * 10 * 32 * 32 + 2 * 10 * 10 * 2 * 16 + 10 * 32 * 32],
    ['(10,)', 'Pair()', 10 * 8 + 8 * 4],
    ['(10,)', 'Twice(Dense(10))', 2 * 10 * 10],
    ['(10, 6)', 'Twice(LSTM(6, return_sequences=True))', 2 * 10 * 4 * (6 * 6 + 6 * 6)],
    ['(8, 8, 3)', 'Twice(Conv2DTranspose(3, 3, padding="same"))', 2 * 8 * 8 * 3 * 3 * 3 * 3],
    ['(8, 8, 4)', 'Twice(Conv2D(4, 3, groups=2, padding="same"))', 2 * 8 * 8 * 4 * 9 * 2],
    ['(6,)', 'inner', 6 * 7 + 7 * 2],
    ['(6,)', 'Sequential([inner, Dense(3)])', 6 * 7 + 7 * 2 + 2 * 3],
    ['(4, 6)', 'TimeDistributed(inner)', 4 * (6 * 7 + 7 * 2)],
    ['(10, 6)', 'RNN(LSTMCell(5))', 10 * 4 * (6 * 5 + 5 * 5)],
    ['(10, 6)', 'RNN([GRUCell(5), SimpleRNNCell(2)])', 10 * (3 * (6 * 5 + 5 * 5) + 5 * 2 + 2 * 2)],
    ['(10, 6)', 'Bidirectional(RNN(GRUCell(5)))', 2 * 10 * 3 * (6 * 5 + 5 * 5)],
    ['(10, 6)', 'RNN(Cell())', 10 * (6 * 5 + 5 * 5)],
    ['(None, 6)', 'RNN(Cell())', null],
    ['(10, 3)', 'Lambda(lambda x: ops.matmul(x, ops.transpose(x, (0, 2, 1))))', 10 * 10 * 3],
  ])('of input %s to %s', async (input, layer, expected) => {
    expect((await lastLayer(`${own}Sequential([Input(${input}), ${layer}])`)).flops).toBe(expected);
  });

  it('of a model counts a shared layer as often as it is called', async () => {
    const program = await analyseKeras(
      `from keras.layers import *\nfrom keras.models import Model\na = Input((6,))\nb = Input((6,))\nd = Dense(4)\nm = Model([a, b], Dense(1)(Concatenate()([d(a), d(b)])))\nouter = Model([a, b], m([b, a]))\n`,
    );
    expect(program.models.map(({ name, flops }) => [name, flops])).toEqual([
      ['m', 2 * 24 + 8],
      ['outer', 2 * 24 + 8],
    ]);
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
