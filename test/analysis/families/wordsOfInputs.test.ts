/** Inputs that a model does not take, in the words of each version of Keras. */
import { compiled, stack, testWords, twice } from './versionWords.ts';

const narrow = 'np.random.random((100, 9))';
const given = (name: string, place: string, shape: string) =>
  `ValueError: Error when checking model input: expected ${name} to have ${place} but got array with shape ${shape}`;
const expected = (place: string, shape: string) =>
  `ValueError: Input 0 of layer "sequential" is incompatible with the layer: expected shape=${place}, found shape=${shape}`;
const training = (data: string, labels = '[numbers, numbers]') =>
  `${twice}m.compile(loss='mse', optimizer='adam')\nm.fit(${data}, ${labels})`;

testWords({
  'a column too few': [
    `${compiled()}m.fit(${narrow}, hot)`,
    {
      1: given('dense_input_1', 'shape (None, 10)', '(100, 9)'),
      2: expected('(None, 10)', '(None, 9)'),
    },
  ],
  'a column too few where the script calls the model': [
    `${stack()}m(${narrow}.astype('float32'))`,
    { 2: expected('(None, 10)', '(100, 9)') },
  ],
  'a column too few in a loop': [
    `import tensorflow as tf\n${stack()}with tf.GradientTape() as tape:\n    out = m(tf.constant(${narrow}))`,
    { 2: expected('(None, 10)', '(100, 9)') },
  ],
  'another shape within a model': [
    `${stack()}a = Input((1, 10))\nModel(a, m(a)).predict(np.zeros((4, 1, 10)))`,
    { 2: null },
  ],
  'a column too few in a graph, which tf.keras does not compare': [
    `${stack()}m(Input((9,)))`,
    {
      2: `ValueError: Exception encountered when calling layer "sequential" (type Sequential).

Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 10, but received input with shape (None, 9)

Call arguments received by layer "sequential" (type Sequential):
  • inputs=tf.Tensor(shape=(None, 9), dtype=float32)
  • training=None
  • mask=None`,
    },
  ],
  'a column too few in batches of one size': [
    `${stack()}m.predict(${narrow}, batch_size=50)`,
    { 2: expected('(None, 10)', '(50, 9)') },
  ],
  'a column too few for one batch': [
    `${compiled()}m.train_on_batch(${narrow}, hot)`,
    { 2: expected('(None, 10)', '(100, 9)') },
  ],
  'an axis too many': [
    `${compiled()}m.fit(np.zeros((100, 9, 10)), hot)`,
    {
      1: given('dense_input_1', '2 dimensions,', '(100, 9, 10)'),
      2: expected('(None, 10)', '(None, 9, 10)'),
    },
  ],
  'one sample without its axis': [
    `${compiled()}m.predict(x[0])`,
    {
      2: `ValueError: Exception encountered when calling layer "sequential" (type Sequential).\n\nInput 0 of layer "dense" is incompatible with the layer: expected min_ndim=2, found ndim=1. Full shape received: (None,)\n\nCall arguments received by layer "sequential" (type Sequential):\n  • inputs=tf.Tensor(shape=(None,), dtype=float32)\n  • training=False\n  • mask=None`,
    },
  ],
  'a list of labels beside an array, in TensorFlow': [
    `from tensorflow import keras\n${compiled(undefined, 'sparse_categorical_crossentropy')}m.fit(x, ints.tolist())`,
    {
      2: `ValueError: Failed to find data adapter that can handle input: <class 'numpy.ndarray'>, (<class 'list'> containing values of types {"<class 'int'>"})`,
    },
  ],
  'a list of rows beside an array, in TensorFlow': [
    `from tensorflow import keras\n${compiled()}m.fit(x.tolist(), hot)`,
    {
      2: `ValueError: Failed to find data adapter that can handle input: (<class 'list'> containing values of types {'(<class \\'list\\'> containing values of types {"<class \\'float\\'>"})'}), <class 'numpy.ndarray'>`,
    },
  ],
  'a list of labels beside an array, beside TensorFlow': [
    `import tensorflow as tf\n${compiled(undefined, 'sparse_categorical_crossentropy')}m.fit(x, ints.tolist())`,
    { 2: null },
  ],
  'lists alone, in TensorFlow': [
    `from tensorflow import keras\n${compiled()}m.fit(x.tolist(), hot.tolist())\nm.predict(x.tolist())`,
    { 2: null },
  ],
  'one array for two inputs': [
    training('x'),
    {
      1: 'ValueError: The model expects 2 input arrays, but only received one array. Found: array with shape (100, 10)',
      2: `ValueError: Layer "model" expects 2 input(s), but it received 1 input tensors. Inputs received: [<tf.Tensor 'IteratorGetNext:0' shape=(None, 10) dtype=float32>]`,
    },
  ],
  'three arrays for two inputs': [
    training('both + [x]'),
    {
      1: 'ValueError: Error when checking model input: the list of Numpy arrays that you are passing to your model is not the size the model expected. Expected to see 2 arrays but instead got the following list of 3 arrays: [...]...',
    },
  ],
  'an input by another name': [
    training("{'a': x, 'c': x[:, :5]}"),
    {
      1: `ValueError: No data provided for "b". Need data for each key in: ['a', 'b']`,
      2: `ValueError: Missing data for input "b". You passed a data dictionary with keys ['a', 'c']. Expected the following keys: ['a', 'b']`,
    },
  ],
  'inputs by name, in another order': [training("{'b': x[:, :5], 'a': x}"), { 1: null, 2: null, 3: null }],
  'labels for one of two outputs': [
    training('both', 'numbers'),
    {
      1: 'ValueError: The model expects 2 input arrays, but only received one array. Found: array with shape (100, 1)',
      2: null,
    },
  ],
});
