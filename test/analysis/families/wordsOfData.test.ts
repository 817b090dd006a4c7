/** What helpers for data and weights refuse, in the words of each version of Keras. */
import { compiled, testWords } from './versionWords.ts';

const pad = (settings: string) => `from keras.preprocessing.sequence import pad_sequences
pad_sequences([[1], [2, 3]], ${settings})`;
const few = (name: string, rest: string) =>
  `ValueError: You called \`set_weights(weights)\` on layer ${name} with a weight list of length 2, but the layer was expecting 4 weights.${rest}`;

const stateful = (rows: number, call: string) => `steps = np.random.random((100, 10, 4))
m = Sequential([LSTM(8, stateful=True, batch_input_shape=(${rows}, 10, 4)), Dense(1)])
m.compile(loss='mse', optimizer='adam')
${call}`;
const weights = (named: string) =>
  `ValueError: The \`weights\` argument should be either \`None\` (random initialization), ${named} (pre-training on ImageNet), or the path to the weights file to be loaded.  Received: weights=`;
const whole =
  'ValueError: In a stateful network, you should only pass inputs with a number of samples that can be divided by the batch size.';

testWords({
  'classes by the name of Keras 1': [
    `from keras.utils.np_utils import to_categorical\nassert to_categorical([0, 2], nb_classes=3).shape == (2, 3)`,
    { 1: null, 2: "TypeError: to_categorical() got an unexpected keyword argument 'nb_classes'" },
  ],
  'labels by the name of Keras 2': [
    `from keras.utils import to_categorical\nto_categorical(y=[0, 2], num_classes=3, dtype='int')`,
    { 2: null, 3: "TypeError: to_categorical() got an unexpected keyword argument 'y'" },
  ],
  'a side to fill up that there is not': [
    pad("padding='left'"),
    {
      1: 'ValueError: Padding type "left" not understood',
      3: 'ValueError: Padding type "left" not understood',
    },
  ],
  'a side to cut that there is not': [
    pad("maxlen=1, truncating='end'"),
    {
      1: 'ValueError: Truncating type "end" not understood',
      3: 'ValueError: Truncating type "end" not understood',
    },
  ],
  'sides of nothing': [
    `from keras.preprocessing.sequence import pad_sequences\npad_sequences([[], []], padding='left')`,
    { 1: null, 2: null, 3: null },
  ],
  'too few weights for a stack': [
    `${compiled()}m.set_weights(m.get_weights()[:2])`,
    {
      1: 'ValueError: You called `set_weights(weights)` on layer "dense_2" with a  weight list of length 0, but the layer was expecting 2 weights. Provided weights: []...',
      2: few('"sequential"', ' Provided weights: [array([...'),
      3: few("'sequential'", ''),
    },
  ],
  'too many weights for a stack': [`${compiled()}m.set_weights(m.get_weights() * 2)`, { 1: null }],
  'samples that do not fill the batches of states': [
    stateful(32, 'm.fit(steps, numbers, batch_size=32)'),
    {
      1: `${whole} Found: 100 samples`,
    },
  ],
  'samples to predict that do not fill the batches of states': [
    stateful(32, 'm.predict(steps)'),
    { 1: `${whole} Found: 100 samples. Batch size: 32.` },
  ],
  'batches of another size than is written down': [
    stateful(20, 'm.fit(steps, numbers, batch_size=10)'),
    {
      1: "ValueError: Cannot feed value of shape (10, 10, 4) for Tensor 'lstm_input_1:0', which has shape '(20, 10, 4)'",
    },
  ],
  'a last batch of another size, without states': [
    stateful(32, 'm.fit(steps, numbers, batch_size=32)').replace('stateful=True, ', ''),
    {
      1: "ValueError: Cannot feed value of shape (4, 10, 4) for Tensor 'lstm_input_1:0', which has shape '(32, 10, 4)'",
      2: null,
    },
  ],
  'one batch of another size': [
    stateful(32, 'm.train_on_batch(steps[:10], numbers[:10])'),
    {
      1: 'ValueError: Error when checking model input: expected lstm_input_1 to have shape (32, 10, 4) but got array with shape (10, 10, 4)',
    },
  ],
  'whole batches': [
    stateful(
      20,
      'm.fit(steps, numbers, batch_size=20, validation_split=0.2)\nm.predict(steps, batch_size=20)',
    ),
    { 1: null, 2: null },
  ],
  'weights that nobody has': [
    `keras.applications.VGG16(weights='imagenett')`,
    { 3: `${weights("'imagenet'")}imagenett` },
  ],
  'weights that nobody has, of a later architecture': [
    `keras.applications.InceptionV3(weights='imagenett')`,
    { 3: `${weights('`imagenet`')}imagenett` },
  ],
  'weights in a file of the script': [
    `keras.applications.VGG16(weights='mine.h5')`,
    { 1: null, 2: null, 3: null },
  ],
  'architectures without weights': [
    `keras.applications.ResNet50(weights=None)\nkeras.applications.InceptionV3(weights=None)`,
    { 1: null, 2: null, 3: null },
  ],
});
