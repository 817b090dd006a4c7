/** Layers as Keras 1 spelled them, in scripts that are written for it. */
import { expect, test } from 'vitest';
import { runKeras } from '../program.ts';

const header = `
from keras.models import Model, Sequential
from keras.layers import Dense, Embedding, Flatten, Input, LSTM, merge
from keras.layers.convolutional import Convolution2D, MaxPooling2D
`;

async function printed(text: string): Promise<string[]> {
  const run = await runKeras(header + text);
  expect(run.stderr).toBe('');
  return run.stdout.trim().split('\n');
}

test('a convolution takes the sides of its window one after another', async () => {
  const lines = await printed(`
m = Sequential()
m.add(Convolution2D(4, 3, 5, border_mode='same', subsample=(2, 1), input_shape=(8, 9, 2), dim_ordering='tf'))
m.add(Convolution2D(nb_filter=3, nb_row=2, nb_col=1, border_mode='valid'))
m.add(Flatten())
m.add(Dense(output_dim=2, init='glorot_normal'))
print([w.shape for w in m.get_weights()], m.output_shape, m.layers[1].output_shape)
`);
  expect(lines).toEqual([
    '[(3, 5, 2, 4), (4,), (2, 1, 4, 3), (3,), (81, 2), (2,)] (None, 2) (None, 3, 9, 3)',
  ]);
});

test('convolutions have a shorter name, and may be derived from', async () => {
  const lines = await printed(`
from keras.layers import Conv1D, Conv2D, ConvLSTM2D, SeparableConv2D
class Doubled(Conv2D):
    def __init__(self, nb_filter, **settings):
        super(Doubled, self).__init__(2 * nb_filter, nb_row=3, nb_col=5, **settings)
m = Sequential([Doubled(2, border_mode='same', input_shape=(8, 9, 2), dim_ordering='tf')])
m.add(Conv2D(nb_filter=3, nb_row=2, nb_col=1, subsample=(2, 1)))
m.add(SeparableConv2D(5, 3, 2))
print([w.shape for w in m.get_weights()], m.output_shape, isinstance(m.layers[1], Convolution2D))
print(Conv1D(4, 3).get_config()['kernel_size'], Conv1D(nb_filter=4, filter_length=3).get_config()['kernel_size'])
print(ConvLSTM2D(nb_filter=4, nb_row=3, nb_col=2).get_config()['kernel_size'])
`);
  expect(lines).toEqual([
    '[(3, 5, 2, 4), (4,), (2, 1, 4, 3), (3,), (3, 2, 3, 1), (1, 1, 3, 5), (5,)] (None, 2, 8, 5) True',
    '(3,) (3,)',
    '(3, 2)',
  ]);
});

test('merge takes tensors together by its modes', async () => {
  const lines = await printed(`
a, b = Input(shape=(3,)), Input(shape=(3,))
joined = merge([a, b], mode='concat', concat_axis=-1)
others = [merge([a, b], mode=mode) for mode in ('sum', 'mul', 'ave', 'max')]
m = Model(input=[a, b], output=[joined] + others + [merge([a, b], mode='dot')])
print(m.output_shape)
Dense(output_dim=1, init='zero')
`);
  expect(lines).toEqual(['[(None, 6), (None, 3), (None, 3), (None, 3), (None, 3), (None, 1)]']);
});

test('an embedding in front says how long its sequences are', async () => {
  const lines = await printed(`
m = Sequential([Embedding(5, 3, input_length=4), LSTM(output_dim=2, inner_activation='hard_sigmoid')])
print(m.output_shape, m.layers[0].output_shape)
`);
  expect(lines).toEqual(['(None, 2) (None, 4, 3)']);
});

test('a layer computes with other weights without changing its own', async () => {
  const run = await runKeras(`
import numpy as np
from keras import layers
d = layers.Dense(1, kernel_initializer='ones')
d.build((None, 2))
out, rest = d.stateless_call([np.full((2, 1), 3.0, 'float32'), np.zeros(1, 'float32')], [], np.ones((1, 2), 'float32'))
store = {}
d.save_own_variables(store)
print(float(out[0, 0]), len(rest), d.get_weights()[0].tolist(), sorted(store))
`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe("6.0 0 [[1.0], [1.0]] ['0', '1']\n");
});

test('a model of earlier versions is computed from its first layer on', async () => {
  const lines = await printed(`
from keras import backend as K
import numpy as np
i = Input(shape=(8,))
m = Model(input=i, output=Dense(output_dim=2)(Dense(output_dim=4)(i)))
print(m.layers[0].input is i, m.layers[0].output is i)
code = K.function([m.layers[0].input], [m.layers[1].output])
print(code([np.ones((3, 8))])[0].shape)
`);
  expect(lines).toEqual(['True True', '(3, 4)']);
});

test('Keras 2 asks depthwise kernels to begin as plain ones, without effect', async () => {
  const text = (version: string) => `
from keras.layers import DepthwiseConv2D, Input, SeparableConv2D
${version}
x = DepthwiseConv2D((3, 3), padding='same', kernel_initializer='zeros')(Input(shape=(8, 8, 3)))
print(SeparableConv2D(4, 3, kernel_regularizer='l2')(x).shape)
`;
  const two = await runKeras(text('from keras.utils import np_utils'));
  expect(two.stderr).toBe('');
  expect(two.stdout).toContain('(None, 6, 6, 4)');
  expect((await runKeras(text('from keras import ops'))).stderr).toContain("{'kernel_initializer': 'zeros'}");
});
