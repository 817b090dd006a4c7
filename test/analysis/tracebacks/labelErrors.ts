/** Labels that do not fit: mistakes, each with its words in one version of Keras or another. */
import type { RealError } from './pasting.ts';
import { classes, fitted, ints, oneHot, softmax3 } from './programs.ts';

export const labelErrors: Readonly<Record<string, RealError>> = {
  'class numbers, Keras 2.0': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: Error when checking target: expected dense_2 to have shape (3,) but got array with shape (1,)',
    form: 'windows',
    kerasVersion: '2',
  },
  'class numbers, Keras 1': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words:
      'Exception: Error when checking model target: expected dense_2 to have shape (None, 3) but got array with shape (100, 1)',
    form: 'pycharm',
    kerasVersion: '1',
  },
  'class numbers, Keras 2.3': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: You are passing a target array of shape (100, 1) while using as loss `categorical_crossentropy`. `categorical_crossentropy` expects targets to be binary matrices (1s and 0s) of shape (samples, classes).',
    form: 'colab',
    kerasVersion: '2',
  },
  'class numbers, tf.keras': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words: 'ValueError: Shapes (None, 1) and (None, 3) are incompatible',
    form: 'in user code',
    kerasVersion: '2',
  },
  'class numbers, Keras 3': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 3)',
    form: 'jupyter',
  },
  'only the last line, in Chinese': {
    script: classes(ints, softmax3, 'categorical_crossentropy'),
    at: fitted,
    words: 'ValueError: Shapes (32, 1) and (32, 3) are incompatible',
    form: 'chinese',
  },
  'one-hot rows under a sparse loss, Keras 2': {
    script: classes(oneHot, softmax3, 'sparse_categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: Error when checking target: expected dense_2 to have shape (1,) but got array with shape (3,)',
    form: 'kaggle',
    kerasVersion: '2',
  },
  'one-hot rows under a sparse loss, tf.keras': {
    script: classes(oneHot, softmax3, 'sparse_categorical_crossentropy'),
    at: fitted,
    words:
      'InvalidArgumentError:  logits and labels must have the same first dimension, got logits shape [32,3] and labels shape [96]\n\t [[node sparse_categorical_crossentropy/SparseSoftmaxCrossEntropyWithLogits/SparseSoftmaxCrossEntropyWithLogits (defined at <ipython-input-9-77>:1) ]] [Op:__inference_train_function_1104]\n\nFunction call stack:\ntrain_function',
    form: 'words',
  },
  'one-hot rows under a sparse loss, Keras 3': {
    script: classes(oneHot, softmax3, 'sparse_categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None, 3), output.shape=(None, 3)',
    form: 'colours',
  },
  'labels from 1': {
    script: classes('np.random.randint(1, 4, size=100)', softmax3, 'sparse_categorical_crossentropy'),
    at: fitted,
    words:
      'Received a label value of 3 which is outside the valid range of [0, 3).  Label values: 1 3 2 2 1 3',
    form: 'graph execution',
  },
  'two units under binary crossentropy, tf.keras': {
    script: classes(
      'np.random.randint(0, 2, size=100)',
      "Dense(2, activation='softmax')",
      'binary_crossentropy',
    ),
    at: fitted,
    words: 'ValueError: `logits` and `labels` must have the same shape, received ((None, 2) vs (None, 1)).',
    form: 'in user code',
    kerasVersion: '2',
  },
  'two units under binary crossentropy, the oldest words': {
    script: classes(
      'np.random.randint(0, 2, size=100)',
      "Dense(2, activation='softmax')",
      'binary_crossentropy',
    ),
    at: fitted,
    words: 'ValueError: logits and labels must have the same shape ((None, 2) vs (None, 1))',
    form: 'words',
  },
  'more units than columns': {
    script: classes(oneHot, "Dense(4, activation='softmax')", 'categorical_crossentropy'),
    at: fitted,
    words:
      'ValueError: A target array with shape (100, 3) was passed for an output of shape (None, 4) while using as loss `categorical_crossentropy`. This loss expects targets to have the same shape as the output.',
    form: 'colab',
    kerasVersion: '2',
  },
  'more units than columns, in the graph': {
    script: classes(oneHot, "Dense(4, activation='softmax')", 'categorical_crossentropy'),
    at: fitted,
    words: 'logits and labels must be broadcastable: logits_size=[32,4] labels_size=[32,3]',
    form: 'graph execution',
  },
  'a regression of several columns': {
    script: classes('np.random.random((100, 3))', 'Dense(2)', 'mse'),
    at: fitted,
    words:
      "ValueError: Dimensions must be equal, but are 2 and 3 for '{{node mean_squared_error/SquaredDifference}} = SquaredDifference[T=DT_FLOAT](sequential/dense_1/BiasAdd, IteratorGetNext:1)' with input shapes: [?,2], [?,3].",
    form: 'in user code',
  },
};
