/** Whole tracebacks as Keras 1, 2 and 3 and TensorFlow print them: each leads to its line, with what is found there. */
import { expect, test } from 'vitest';
import { explainTraceback, lineOf } from '../../../src/analysis/tracebacks/index.ts';
import { analyse, type KerasVersionOption } from '../../checks/markers.ts';

const dense = (labels: string, loss: string) => `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

x = np.random.random((100, 10))
y = ${labels}
model = Sequential([Dense(8, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.compile(loss='${loss}', optimizer='adam')
model.fit(x, y, epochs=2)
`;

const words = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Embedding, Flatten, Input

words = np.array([[1, 2, 3], [4, 5, 2]])
y = np.array([[0.0], [1.0]])
model = Sequential([Input((3,)), Embedding(5, 8), Flatten(), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(words, y, epochs=2)
`;

const stacked = `from keras.models import Sequential
from keras.layers import LSTM, Dense

model = Sequential()
model.add(LSTM(32, input_shape=(10, 4)))
model.add(LSTM(16))
model.add(Dense(1))
`;

interface Told {
  readonly script: string;
  readonly version: KerasVersionOption;
  readonly traceback: string;
  readonly code: string;
  readonly line: number;
}

const cases: Readonly<Record<string, Told>> = {
  'Keras 1 on Theano': {
    script: dense('np.random.randint(0, 3, size=100)', 'categorical_crossentropy'),
    version: '1',
    traceback: `Using Theano backend.
Traceback (most recent call last):
  File "train.py", line 9, in <module>
    model.fit(x, y, epochs=2)
  File "/usr/local/lib/python2.7/dist-packages/keras/models.py", line 432, in fit
    sample_weight=sample_weight)
  File "/usr/local/lib/python2.7/dist-packages/keras/engine/training.py", line 1039, in fit
    batch_size=batch_size)
  File "/usr/local/lib/python2.7/dist-packages/keras/engine/training.py", line 110, in standardize_input_data
    str(array.shape))
Exception: Error when checking model target: expected dense_2 to have shape (None, 3) but got array with shape (100, 1)
`,
    code: 'label-shape',
    line: 9,
  },
  'Keras 2 on TensorFlow 1, while the model is made': {
    script: stacked,
    version: '2',
    traceback: `Traceback (most recent call last):
  File "/home/ann/train.py", line 6, in <module>
    model.add(LSTM(16))
  File "/usr/lib/python3.6/site-packages/keras/engine/sequential.py", line 182, in add
    output_tensor = layer(self.outputs[0])
  File "/usr/lib/python3.6/site-packages/keras/engine/base_layer.py", line 311, in assert_input_compatibility
    str(K.ndim(x)))
ValueError: Input 0 is incompatible with layer lstm_2: expected ndim=3, found ndim=2
`,
    code: 'input-rank',
    line: 6,
  },
  'TensorFlow 1, a graph that fails when it runs': {
    script: dense('np.array([1, 2, 3, 1] * 25)', 'sparse_categorical_crossentropy'),
    version: '2',
    traceback: `2019-05-02 10:11:12.123456: W tensorflow/core/framework/op_kernel.cc:1401] OP_REQUIRES failed at sparse_xent_op.cc:90
Traceback (most recent call last):
  File "train.py", line 9, in <module>
    model.fit(x, y, epochs=2)
  File "/usr/lib/python3.6/site-packages/tensorflow/python/client/session.py", line 1439, in __call__
    run_metadata_ptr)
tensorflow.python.framework.errors_impl.InvalidArgumentError: Received a label value of 3 which is outside the valid range of [0, 3).  Label values: 1 2 3 1 1 2
\t [[{{node loss/dense_2_loss/SparseSoftmaxCrossEntropyWithLogits/SparseSoftmaxCrossEntropyWithLogits}}]]
`,
    code: 'label-range',
    line: 9,
  },
  'tf.keras 2, from a traced function': {
    script: dense('np.random.randint(0, 3, size=(100, 1))', 'categorical_crossentropy'),
    version: '2',
    traceback: `Traceback (most recent call last):
  File "train.py", line 9, in <module>
    model.fit(x, y, epochs=2)
  File "/usr/lib/python3.9/site-packages/keras/utils/traceback_utils.py", line 67, in error_handler
    raise e.with_traceback(filtered_tb) from None
  File "/usr/lib/python3.9/site-packages/tensorflow/python/framework/func_graph.py", line 1147, in autograph_handler
    raise e.ag_error_metadata.to_exception(e)
ValueError: in user code:

    File "/usr/lib/python3.9/site-packages/keras/engine/training.py", line 1021, in train_function  *
        return step_function(self, iterator)
    File "/usr/lib/python3.9/site-packages/keras/backend.py", line 5134, in categorical_crossentropy
        target.shape.assert_is_compatible_with(output.shape)

    ValueError: Shapes (None, 1) and (None, 3) are incompatible
`,
    code: 'label-shape',
    line: 9,
  },
  'TensorFlow 2, a node that fails, with where it was defined': {
    script: words,
    version: '3',
    traceback: `Traceback (most recent call last):
  File "/home/ann/train.py", line 9, in <module>
    model.fit(words, y, epochs=2)
tensorflow.python.framework.errors_impl.InvalidArgumentError: Graph execution error:

Detected at node 'sequential/embedding/embedding_lookup' defined at (most recent call last):
    File "/home/ann/train.py", line 9, in <module>
      model.fit(words, y, epochs=2)
    File "/usr/lib/python3.10/site-packages/keras/layers/core/embedding.py", line 208, in call
      out = tf.nn.embedding_lookup(self.embeddings, inputs)
Node: 'sequential/embedding/embedding_lookup'
indices[1,1] = 5 is not in [0, 5)
\t [[{{node sequential/embedding/embedding_lookup}}]] [Op:__inference_train_function_707]
`,
    code: 'embedding-range',
    line: 7,
  },
  'Keras 3, with the layer that was called': {
    script: dense('np.eye(3)[np.random.randint(0, 3, size=100)]', 'categorical_crossentropy').replace(
      'input_shape=(10,)',
      'input_shape=(8,)',
    ),
    version: '3',
    traceback: `Traceback (most recent call last):
  File "/home/ann/train.py", line 9, in <module>
    model.fit(x, y, epochs=2)
  File "/usr/lib/python3.11/site-packages/keras/src/layers/input_spec.py", line 227, in assert_input_compatibility
    raise ValueError(
ValueError: Exception encountered when calling Sequential.call().

\u001b[1mInput 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 8, but received input with shape (None, 10)\u001b[0m

Arguments received by Sequential.call():
  • inputs=tf.Tensor(shape=(None, 10), dtype=float32)
  • training=True
  • mask=None
`,
    code: 'input-shape',
    line: 9,
  },
  'Keras 3 on torch': {
    script: words,
    version: '3',
    traceback: `Traceback (most recent call last):
  File "train.py", line 9, in <module>
    model.fit(words, y, epochs=2)
  File "/usr/lib/python3.11/site-packages/torch/nn/functional.py", line 2264, in embedding
    return torch.embedding(weight, input, padding_idx, scale_grad_by_freq, sparse)
IndexError: index out of range in self
`,
    code: 'embedding-range',
    line: 7,
  },
  'a notebook, with the cell and its arrow': {
    script: stacked,
    version: '3',
    traceback: `---------------------------------------------------------------------------
ValueError                                Traceback (most recent call last)
Cell In[3], line 6
      4 model = Sequential()
      5 model.add(LSTM(32, input_shape=(10, 4)))
----> 6 model.add(LSTM(16))
      7 model.add(Dense(1))

File /usr/lib/python3.11/site-packages/keras/src/models/sequential.py:122, in Sequential.add(self, layer, rebuild)
    121 if rebuild:
--> 122     self._maybe_rebuild()

ValueError: Input 0 of layer "lstm_1" is incompatible with the layer: expected ndim=3, found ndim=2. Full shape received: (None, 32)
`,
    code: 'input-rank',
    line: 6,
  },
};

test.each(Object.entries(cases))('%s', async (_name, { script, version, traceback, code, line }) => {
  const answer = explainTraceback(traceback, 'train.py', script, await analyse(script, version));
  expect(answer).toMatchObject({ kind: 'finding', finding: { code } });
  expect(lineOf(answer)).toBe(line);
});
