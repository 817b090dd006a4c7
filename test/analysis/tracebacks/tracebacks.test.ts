import { describe, expect, it } from 'vitest';
import {
  errorFamilies,
  explainTraceback,
  lineOf,
  readTraceback,
  type TracebackAnswer,
} from '../../../src/analysis/tracebacks/index.ts';
import { errorCodes } from '../../../src/checks/errors/index.ts';
import { checks } from '../../../src/checks/index.ts';
import { analyse } from '../../checks/markers.ts';

/** What Keras 2, Keras 3 and TensorFlow say, and the code that the mistake has here. */
const wordings: readonly (readonly [string, string])[] = [
  ['ValueError: Shapes (None, 1) and (None, 3) are incompatible', 'label-shape'],
  [
    'ValueError: Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 3)',
    'label-shape',
  ],
  [
    'ValueError: A target array with shape (100, 6) was passed for an output of shape (None, 10) while using as loss `categorical_crossentropy`. This loss expects targets to have the same shape as the output.',
    'label-shape',
  ],
  [
    'InvalidArgumentError: logits and labels must have the same first dimension, got logits shape [32,3] and labels shape [96]',
    'label-shape',
  ],
  [
    'ValueError: Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None, 3), output.shape=(None, 3)',
    'label-shape',
  ],
  [
    'InvalidArgumentError: Received a label value of 3 which is outside the valid range of [0, 3).  Label values: 1 2 3',
    'label-range',
  ],
  ['ValueError: logits and labels must have the same shape ((None, 2) vs (None, 1))', 'label-shape'],
  [
    'ValueError: `logits` and `labels` must have the same shape, received ((None, 2) vs (None, 1)).',
    'label-shape',
  ],
  [
    'UserWarning: "`categorical_crossentropy` received `from_logits=True`, but the `output` argument was produced by a Softmax activation and thus does not represent logits. Was this intended?',
    'softmax-twice',
  ],
  [
    'ValueError: Input 0 of layer "conv2d" is incompatible with the layer: expected min_ndim=4, found ndim=3. Full shape received: (None, 28, 28)',
    'input-rank',
  ],
  ['ValueError: Input 0 is incompatible with layer conv2d_1: expected ndim=4, found ndim=5', 'input-rank'],
  [
    'ValueError: Input 0 of layer conv2d is incompatible with the layer: : expected min_ndim=4, found ndim=2. Full shape received: [None, 784]',
    'input-rank',
  ],
  [
    'ValueError: Input 0 of layer "lstm_1" is incompatible with the layer: expected ndim=3, found ndim=2. Full shape received: (None, 4)',
    'input-rank',
  ],
  [
    'ValueError: Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 784, but received input with shape (None, 28)',
    'input-shape',
  ],
  [
    'ValueError: Input 0 of layer "sequential" is incompatible with the layer: expected shape=(None, 28, 28), found shape=(None, 32, 32)',
    'input-shape',
  ],
  [
    'ValueError: Error when checking input: expected dense_1_input to have shape (784,) but got array with shape (28,)',
    'input-shape',
  ],
  [
    'ValueError: Computed output size would be negative. Received: `inputs.shape=(None, 1, 1, 64)` and `pool_size=[2 2]`',
    'shape-too-small',
  ],
  [
    "ValueError: Negative dimension size caused by subtracting 3 from 2 for 'conv2d_5/Conv2D' (op: 'Conv2D')",
    'shape-too-small',
  ],
  [
    'ValueError: One of the dimensions in the output is <= 0 due to downsampling in conv2d_3. Consider increasing the input size.',
    'shape-too-small',
  ],
  [
    'ValueError: The total size of the tensor must be unchanged. Received: input_shape=(28, 28, 1), target_shape=(30, 28)',
    'reshape-size',
  ],
  ['ValueError: total size of new array must be unchanged', 'reshape-size'],
  [
    'ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=[(None, 8, 4), (None, 7, 4)]',
    'merge-shapes',
  ],
  [
    'ValueError: Inputs have incompatible shapes. Received shapes (16, 16, 32) and (32, 32, 16)',
    'merge-shapes',
  ],
  [
    'ValueError: Data cardinality is ambiguous:\n  x sizes: 100\n  y sizes: 99\nMake sure all arrays contain the same number of samples.',
    'cardinality',
  ],
  [
    'ValueError: Input arrays should have the same number of samples as target arrays. Found 100 input samples and 99 target samples.',
    'cardinality',
  ],
  [
    'ValueError: Layer "model" expects 2 input(s), but it received 1 input tensors. Inputs received: [<tf.Tensor>]',
    'input-count',
  ],
  ["ValueError: Expected keys ['a', 'b'] in loss dict, but found loss.keys()=['c']", 'output-names'],
  [
    'InvalidArgumentError: indices[3,2] = 1000 is not in [0, 1000)\n\t [[node embedding/embedding_lookup]]',
    'embedding-range',
  ],
  ["ValueError: Argument(s) not recognized: {'lr': 0.01}", 'unknown-argument'],
  ["TypeError: fit() got an unexpected keyword argument 'nb_epoch'", 'unknown-argument'],
  ['ValueError: Could not interpret loss identifier: categorical_crossentropi', 'unknown-loss'],
  [
    'RuntimeError: You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.',
    'not-compiled',
  ],
];

const script = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

x = np.random.random((100, 10))
y = np.random.randint(0, 3, size=(100, 1))
model = Sequential([Dense(8, activation='relu', input_shape=(10,)), Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(x, y, epochs=2)
`;

const pasted = `Traceback (most recent call last):
  File "C:\\\\Users\\\\ann\\\\train.py", line 9, in <module>
    model.fit(x, y, epochs=2)
  File "/usr/lib/python3/site-packages/keras/src/utils/traceback_utils.py", line 122, in error_handler
    raise e.with_traceback(filtered_tb) from None
ValueError: Arguments \`target\` and \`output\` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 3)
`;

async function explain(text: string, of = script, name = 'train.py'): Promise<TracebackAnswer> {
  return explainTraceback(text, name, of, await analyse(of));
}

describe('the words of an error', () => {
  it.each(wordings)('%s', (words, code) => {
    expect(readTraceback(words).family?.codes[0]).toBe(code);
  });

  it.each([
    'ZeroDivisionError: division by zero',
    'ValueError: something else is wrong',
    'the model trains well',
    '',
  ])('nothing is guessed of "%s"', words => {
    expect(readTraceback(words).family).toBeNull();
  });

  it('every family names codes that have a page', () => {
    const pages = new Set([...errorCodes, ...checks].map(item => item.code));
    expect(errorFamilies.flatMap(family => family.codes).filter(code => !pages.has(code))).toEqual([]);
  });
});

describe('a pasted traceback', () => {
  it('leads to the finding for the same mistake', async () => {
    const answer = await explain(pasted);
    expect(answer).toMatchObject({ kind: 'finding', finding: { code: 'label-shape' } });
    expect(lineOf(answer)).toBe(9);
  });

  it('is found without line breaks, as an input box gives it back', async () => {
    expect(await explain(pasted.replace(/\s*\n\s*/g, ' '))).toMatchObject({ kind: 'finding' });
  });

  it('follows the line where the script has changed above it', async () => {
    const fixed = `# one line more\n${script.replace("'categorical", "'sparse_categorical")}`;
    const answer = await explain(pasted, fixed);
    expect(answer.kind).toBe('known');
    expect(lineOf(answer)).toBe(10);
  });

  it('is read as IPython prints it', async () => {
    const answer = await explain(
      '---------------------------------------------------------------------------\nZeroDivisionError                         Traceback (most recent call last)\nCell In[3], line 2\n      1 a = 1\n----> 2 model.fit(x, y, epochs=2)\n\nZeroDivisionError: division by zero',
      script.replace("'categorical", "'sparse_categorical"),
      'lesson.ipynb',
    );
    expect(answer).toEqual({ kind: 'unknown', line: 9 });
  });

  it('of another file names no line', async () => {
    const answer = await explain('  File "other.py", line 3, in f\n    g()\nKeyError: 1');
    expect(answer).toEqual({ kind: 'unknown', line: null });
  });
});
