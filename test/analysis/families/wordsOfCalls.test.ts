/** What the training methods refuse of their arguments and data, in the words of each version of Keras. */
import { compiled, stack, testWords } from './versionWords.ts';

const unknown = (kind: string, name: string) =>
  `ValueError: Unknown ${kind}: '${name}'. Please ensure you are using a \`keras.utils.custom_object_scope\` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details.`;
const compiledWith = (settings: string) => `${stack()}m.compile(${settings})\nm.fit(x, hot)`;

testWords({
  'a stack that is not compiled': [
    `${stack()}m.fit(x, hot)`,
    {
      1: 'RuntimeError: The model needs to be compiled before being used.',
      2: 'RuntimeError: You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.',
      3: 'ValueError: You must call `compile()` before calling `fit()`.',
    },
  ],
  'a graph that is not compiled': [
    `a = Input(shape=(10,))\nm = Model(a, Dense(3)(a))\nm.evaluate(x, hot)`,
    {
      1: 'RuntimeError: You must compile a model before training/testing. Use `model.compile(optimizer, loss)`.',
      2: 'RuntimeError: You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.',
    },
  ],
  'no loss': [
    compiledWith("optimizer='adam'"),
    {
      1: "TypeError: compile() missing 1 required positional argument: 'loss'",
      2: 'ValueError: No loss found. You may have forgotten to provide a `loss` argument in the `compile()` method.',
      3: 'ValueError: No loss to compute. Provide a `loss` argument in `compile()`.',
    },
  ],
  'a keyword that fit does not take': [
    `${compiled()}m.fit(x, hot, epoch=3)`,
    {
      1: "TypeError: Received unknown keyword arguments: {'epoch': 3}",
      2: "TypeError: Model.fit() got an unexpected keyword argument 'epoch'",
      3: "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument 'epoch'",
    },
  ],
  'a keyword that a graph does not take': [
    `a = Input(shape=(10,))\nm = Model(a, Dense(3)(a))\nm.predict(x, batchsize=3)`,
    {
      1: "TypeError: predict() got an unexpected keyword argument 'batchsize'",
      2: "TypeError: Model.predict() got an unexpected keyword argument 'batchsize'",
    },
  ],
  'a keyword that evaluate does not take': [
    `${compiled()}m.evaluate(x, hot, batchsize=3)`,
    {
      2: "TypeError: Invalid keyword arguments: ['batchsize']",
      3: "ValueError: Arguments not recognized: {'batchsize': 3}",
    },
  ],
  'a keyword that compile does not take': [
    compiledWith("optimizer='adam', loss='mse', metric=['mae']"),
    {
      1: null,
      2: `TypeError: Invalid keyword argument(s) in \`compile()\`: ({'metric'},). Valid keyword arguments include "cloning", "experimental_run_tf_function", "distribute", "target_tensors", or "sample_weight_mode".`,
    },
  ],
  'a fit without labels in Keras 1': [
    `${compiled()}m.fit(x)`,
    { 1: "TypeError: fit() missing 1 required positional argument: 'y'" },
  ],
  'a loss that nobody knows': [
    compiledWith("optimizer='adam', loss='categorical'"),
    { 1: 'ValueError: Invalid objective: categorical', 2: unknown('loss function', 'categorical') },
  ],
  'a number for a loss': [
    compiledWith("optimizer='adam', loss=3"),
    {
      1: "AttributeError: 'int' object has no attribute '__name__'",
      2: 'ValueError: Could not interpret loss function identifier: 3',
    },
  ],
  'a class for a loss': [
    compiledWith("optimizer='adam', loss=keras.losses.CategoricalCrossentropy"),
    {
      2: 'TypeError: Failed to convert elements of <keras.src.losses.CategoricalCrossentropy object at 0x...> to Tensor. Consider casting elements to a supported type. See https://www.tensorflow.org/api_docs/python/tf/dtypes for supported TF dtypes.',
      3: null,
    },
  ],
  'a class for a loss that takes a reduction first': [
    compiledWith("optimizer='adam', loss=[keras.losses.MeanSquaredError]"),
    { 2: "TypeError: Expected float32, but got auto of type 'str'.", 3: null },
  ],
  'a class for a loss on integers': [
    `${stack('Dense(1)')}m.compile('adam', keras.losses.MeanAbsoluteError)\nm.fit(x, flags)`,
    { 2: "TypeError: Expected int64, but got auto of type 'str'.", 3: null },
  ],
  'a class for a loss that takes a reduction second': [
    `${stack('Dense(1)')}m.compile('adam', keras.losses.Huber)\nm.fit(x, flags)`,
    { 2: "TypeError: Expected float32, but got auto of type 'str'.", 3: null },
  ],
  'a class of the script for a loss': [
    `class Own(keras.losses.Loss):
    def __init__(self, factor=2.0, name='own'):
        super().__init__(name=name)
        self.factor = 2.0
    def call(self, y_true, y_pred):
        return self.factor * keras.ops.mean(y_pred - y_true, axis=-1)
${stack()}m.compile('adam', Own)`,
    { 2: null, 3: null },
  ],
  'a class for a metric': [
    compiledWith("optimizer='adam', loss='mse', metrics=['mae', keras.metrics.AUC]"),
    {
      2: 'TypeError: Expected `name` argument to be a string, but got: <property object at 0x...>',
      3: null,
    },
  ],
  'a metric that nobody knows': [
    compiledWith("optimizer='adam', loss='mse', metrics=['acuracy']"),
    { 1: 'ValueError: Invalid metric: acuracy', 2: "TypeError: 'str' object is not callable" },
  ],
  'an optimizer that nobody knows': [
    compiledWith("optimizer='adm', loss='mse'"),
    { 1: 'ValueError: Invalid optimizer: adm', 2: unknown('optimizer', 'adm') },
  ],
  'fewer labels than samples': [
    `${compiled()}m.fit(x, hot[:90])`,
    {
      1: 'ValueError: Input arrays should have the same number of samples as target arrays. Found 100 input samples and 90 target samples.',
      2: 'ValueError: Data cardinality is ambiguous:\n  x sizes: 100\n  y sizes: 90\nMake sure all arrays contain the same number of samples.',
    },
  ],
  'fewer weights than samples': [
    `${compiled()}m.fit(x, hot, sample_weight=np.ones(90))`,
    {
      1: 'ValueError: Sample_weight arrays should have the same number of samples as input arrays. Found 100 input samples and 90 target samples.',
      2: 'ValueError: Data cardinality is ambiguous:\n  x sizes: 100\n  y sizes: 100\n  sample_weight sizes: 90\nMake sure all arrays contain the same number of samples.',
    },
  ],
  'weights of classes in a list': [
    `${compiled()}m.fit(x, hot, class_weight=[1, 2, 3])`,
    {
      1: null,
      2: "AttributeError: 'list' object has no attribute 'keys'",
      3: 'ValueError: Expected `class_weight` to be a dict. Received: class_weight=[1, 2, 3]',
    },
  ],
  'weights of classes with a gap': [
    `${compiled()}m.fit(x, hot, class_weight={0: 1.0, 2: 2.0})`,
    {
      1: null,
      2: 'ValueError: Expected `class_weight` to be a dict with keys from 0 to one less than the number of classes, found {0: 1.0, 2: 2.0}',
      3: null,
    },
  ],
  'a class without a weight': [
    `${compiled(undefined, 'sparse_categorical_crossentropy')}labels = np.array([0, 1, 2, 1] * 25)\nm.fit(x, labels, class_weight={0: 1.0, 1: 2.0})`,
    {
      1: 'KeyError: 2',
      2: 'InvalidArgumentError: Graph execution error:\n\nindices[...] = 2 is not in [0, 2)',
      3: null,
    },
  ],
  'weights of classes and of samples': [
    `${compiled()}m.fit(x, hot, class_weight={0: 1.0, 1: 2.0, 2: 3.0}, sample_weight=np.ones(100))`,
    { 1: null, 2: null, 3: 'ValueError: You cannot `class_weight` and `sample_weight` at the same time.' },
  ],
  'all samples for validation': [
    `${compiled()}m.fit(x, hot, validation_split=1.0)`,
    {
      1: null,
      2: 'ValueError: Training data contains 100 samples, which is not sufficient to split it into a validation and training set as specified by `validation_split=1.0`. Either provide more data, or a different value for the `validation_split` argument.',
    },
  ],
  'a share of a generator': [
    `${compiled()}def batches():\n    while True:\n        yield x, hot\nm.fit(batches(), steps_per_epoch=3, validation_split=0.2)`,
    {
      2: "ValueError: `validation_split` is only supported for Tensors or NumPy arrays, found following types in the input: [<class 'generator'>]",
    },
  ],
  'batches of a generator': [
    `${compiled()}def batches():\n    while True:\n        yield x, hot\nm.fit_generator(batches(), 100, 2)`,
    { 1: null, 2: null },
  ],
  'labels beside a generator': [
    `${compiled()}def batches():\n    while True:\n        yield x, hot\nm.fit(batches(), hot)`,
    { 2: 'ValueError: `y` argument is not supported when using python generator as input.' },
  ],
  'lists from a generator': [
    `${compiled()}def batches():\n    while True:\n        yield [x, hot]\nm.fit_generator(batches(), 100, 2)`,
    {
      1: 'ValueError: output of generator should be a tuple (x, y, sample_weight) or (x, y). Found: [...]',
      2: null,
    },
  ],
  'four parts to validate on': [
    `${compiled()}m.fit(x, hot, validation_data=(x, hot, None, None))`,
    {
      1: 'ValueError: When passing validation_data, it must contain 2 (x_val, y_val) or 3 (x_val, y_val, val_sample_weights) items, however it contains 4 items',
      2: 'ValueError: Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: (...)',
    },
  ],
  'no labels': [
    `${compiled()}m.fit(x)`,
    {
      2: 'ValueError: Target data is missing. Your model was compiled with loss=categorical_crossentropy, and therefore expects target data to be provided in `fit()`.',
    },
  ],
  'no labels for a test, which tf.keras does without': [
    `${compiled()}m.fit(x, hot)\nm.evaluate(x)`,
    { 1: "TypeError: evaluate() missing 1 required positional argument: 'y'", 2: null },
  ],
  'no rows': [
    `${compiled()}m.fit(x[:0], hot[:0])`,
    { 2: 'ValueError: Expected input data to be non-empty.' },
  ],
  'no steps': [
    `${compiled()}m.fit(x, hot, steps_per_epoch=0)`,
    {
      2: 'ValueError: Unexpected value for `steps_per_epoch`. Received value is 0. Please check the docstring for `model.fit()` for supported values.',
    },
  ],
  'words for a layer that computes': [
    `${compiled()}m.fit(np.array([['a'] * 10] * 100), hot)`,
    {
      1: "ValueError: could not convert string to float: 'a'",
      2: 'UnimplementedError: Graph execution error:\n\nCast string to float is not supported',
    },
  ],
  'numbers in an array of objects': [
    `${compiled()}m.fit(np.array([[1.0] * 10] * 100, dtype=object), hot)`,
    {
      1: null,
      2: 'ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type float).',
    },
  ],
  'a number without a row in the table': [
    `m = Sequential([Embedding(5, 8, input_length=3), Flatten(), Dense(1)])
m.compile(loss='mse', optimizer='adam')
m.fit(np.array([[1, 2, 3], [4, 5, 2]]), np.array([[0.0], [1.0]]))`,
    {
      1: 'InvalidArgumentError: indices[...] = 5 is not in [0, 5)',
      2: 'InvalidArgumentError: Graph execution error:\n\nindices[...] = 5 is not in [0, 5)',
    },
  ],
  'a factor of 1.5': [
    `keras.callbacks.ReduceLROnPlateau(factor=1.5)`,
    {
      1: 'ValueError: ReduceLROnPlateau does not support a factor >= 1.0.',
      2: 'ValueError: ReduceLROnPlateau does not support a factor >= 1.0. Got 1.5',
      3: 'ValueError: ReduceLROnPlateau does not support a factor >= 1.0. Received factor=1.5',
    },
  ],
});
