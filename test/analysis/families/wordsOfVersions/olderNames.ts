/** Names of Keras 1 in scripts that take Keras from TensorFlow, which never had them, and what it does take. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const ofTensorFlow = (program: string) =>
  `from tensorflow.keras.layers import *\nfrom tensorflow.keras.models import Model, Sequential\n${program}`;

const notUnderstood = (name: string) => ({
  2: `TypeError: ('Keyword argument not understood:', '${name}')`,
});

const missing = (layer: string, name: string) => ({
  2: `TypeError: ${layer}.__init__() missing 1 required positional argument: '${name}'`,
});

const compiled = `m = Sequential([Dense(3, input_shape=(4,))])
m.compile('sgd', 'mse')
`;

export const olderNames: readonly WordsOfVersions[] = [
  ['units by their old name', ofTensorFlow('Dense(output_dim=3)'), missing('Dense', 'units')],
  ['a rate by its old name', ofTensorFlow('Dropout(p=0.5)'), missing('Dropout', 'rate')],
  ['noise by its old name', ofTensorFlow('GaussianNoise(sigma=1)'), missing('GaussianNoise', 'stddev')],
  ['an initializer by its old name', ofTensorFlow("Dense(3, init='uniform')"), notUnderstood('init')],
  [
    'a padding by its old name',
    ofTensorFlow("Conv2D(3, 3, border_mode='same')"),
    notUnderstood('border_mode'),
  ],
  ['strides by their old name', ofTensorFlow('Conv2D(3, 3, subsample=(2, 2))'), notUnderstood('subsample')],
  [
    'an order of axes by its old name',
    ofTensorFlow("MaxPooling2D(dim_ordering='th')"),
    notUnderstood('dim_ordering'),
  ],
  [
    'a gate by its old name',
    ofTensorFlow("LSTM(3, inner_activation='sigmoid')"),
    notUnderstood('inner_activation'),
  ],
  [
    'a length that convolutions do not take',
    ofTensorFlow('Conv1D(3, 2, input_length=9, input_dim=3)'),
    notUnderstood('input_length'),
  ],
  [
    'a shape with its batch for a layer',
    ofTensorFlow('Dense(3, batch_shape=(None, 3))'),
    notUnderstood('batch_shape'),
  ],
  [
    'the ends of a graph by their old names',
    ofTensorFlow('a = Input((3,))\nModel(input=a, output=Dense(3)(a))'),
    notUnderstood('input'),
  ],
  [
    'epochs by their old name',
    ofTensorFlow(`${compiled}m.fit(np.zeros((8, 4)), np.zeros((8, 3)), nb_epoch=2)`),
    { 2: "TypeError: Model.fit() got an unexpected keyword argument 'nb_epoch'" },
  ],
  [
    'what it takes beside the names of today',
    ofTensorFlow(`Dense(3, weights=None, dynamic=False, dtype='float32', batch_input_shape=(None, 3))
LSTM(3, implementation=2, time_major=False, input_dim=3, input_length=5)
Embedding(10, 3, input_length=5)
SeparableConv2D(3, 3, kernel_initializer='zeros')
Convolution2D(3, (3, 3))
CategoryEncoding(max_tokens=5)
Discretization(bins=[1.0, 2.0])
BatchNormalization(renorm=False, fused=True, virtual_batch_size=None)
keras.callbacks.ReduceLROnPlateau(epsilon=0.1)
keras.optimizers.Adam(lr=0.1)
${compiled}m.fit(np.zeros((8, 4)), np.zeros((8, 3)), workers=2, max_queue_size=5)`),
    { 2: null },
  ],
  [
    'the old names where Keras 2 stands beside TensorFlow',
    `Dense(output_dim=3, init='uniform')
Dropout(p=0.5)
Conv2D(3, (3, 3), border_mode='same', subsample=(2, 2))
${compiled}m.fit(np.zeros((8, 4)), np.zeros((8, 3)), nb_epoch=2)`,
    { 1: null, 2: null },
  ],
];
