/** Layers in float64: no step of them keeps 32 bits, which a change of a billionth of their inputs would not survive. */
import { expect, it } from 'vitest';
import { runKeras } from '../program.ts';

const layers: readonly (readonly [string, string])[] = [
  ["Dense(3, activation='tanh')", '5'],
  ["EinsumDense('ab,bc->ac', output_shape=3)", '5'],
  ["Conv1D(3, 2, activation='elu')", '6, 4'],
  ["Conv2D(3, 2, strides=2, padding='same')", '5, 5, 2'],
  ['DepthwiseConv2D(2)', '5, 5, 2'],
  ['SeparableConv2D(3, 2)', '5, 5, 2'],
  ['Conv2DTranspose(3, 2, strides=2)', '4, 4, 2'],
  ['Conv3D(2, 2)', '3, 3, 3, 2'],
  ['AveragePooling2D(2)', '4, 4, 2'],
  ['GlobalMaxPooling1D()', '5, 3'],
  ['LSTM(3)', '4, 2'],
  ['GRU(3, return_sequences=True)', '4, 2'],
  ['SimpleRNN(3)', '4, 2'],
  ['Bidirectional(layers.LSTM(2))', '4, 2'],
  ['ConvLSTM2D(2, 2)', '3, 4, 4, 2'],
  ['BatchNormalization()', '5'],
  ['LayerNormalization()', '5'],
  ['GroupNormalization(2)', '4, 4'],
  ['UnitNormalization()', '5'],
  ['PReLU()', '5'],
  ['Softmax()', '5'],
  ["UpSampling2D(2, interpolation='bilinear')", '3, 3, 2'],
  ['Resizing(5, 5)', '3, 3, 2'],
  ['Rescaling(1 / 3)', '5'],
];

it('every layer of a sample sees a billionth', async () => {
  const cases = layers.map(([layer, shape]) => `(lambda: layers.${layer}, (2, ${shape})),`).join('\n    ');
  const { stdout, stderr } = await runKeras(`import numpy as np, keras
from keras import layers
keras.backend.set_floatx('float64')
rng = np.random.default_rng(0)
for make, shape in [
    ${cases}
]:
    layer = make()
    x = rng.normal(size=shape)
    first = np.asarray(layer(x))
    moved = np.asarray(layer(x * (1 + 1e-9)))
    # Of what a layer measures itself by, the scale of the inputs says nothing.
    if np.allclose(moved, first, rtol=0, atol=1e-13):
        moved = np.asarray(layer(x + 1e-9 * rng.normal(size=shape)))
    change = np.abs(moved - first)
    print(layer.__class__.__name__, first.dtype, 1e-12 < change.max() < 1e-6, np.any(first != first.astype('float32')))
`);
  expect(stderr).toBe('');
  const names = layers.map(([layer]) => layer.slice(0, layer.indexOf('(')));
  expect(stdout.trimEnd().split('\n')).toEqual(names.map(name => `${name} float64 True True`));
});
