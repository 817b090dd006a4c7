import { afterAll, describe, expect, it } from 'vitest';
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
import { lastLines } from './lastLines.ts';
import { pastedText } from './pasting.ts';
import { realErrors } from './realErrors.ts';

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
  // The torch and JAX back ends, and TensorFlow within a graph.
  [
    'ValueError: Target size (torch.Size([32, 1])) must be the same as input size (torch.Size([32, 3]))',
    'label-shape',
  ],
  ['RuntimeError: 0D or 1D target tensor expected, multi-target not supported', 'label-shape'],
  ['IndexError: Target 3 is out of bounds.', 'label-range'],
  ["RuntimeError: shape '[32, 784]' is invalid for input of size 1024", 'reshape-size'],
  [
    'RuntimeError: Given groups=1, weight of size [32, 1, 3, 3], expected input[32, 28, 28, 1] to have 1 channels, but got 28 channels instead',
    'input-shape',
  ],
  [
    'TypeError: dot_general requires contracting dimensions to have the same shape, got (28,) and (784,).',
    'input-shape',
  ],
  ['ValueError: Incompatible shapes for broadcasting: (32, 3) and (32, 10)', 'label-shape'],
  ['TypeError: add got incompatible shapes for broadcasting: (32, 3), (32, 10).', 'label-shape'],
  [
    "InvalidArgumentError: Graph execution error:\n\nDetected at node 'categorical_crossentropy/softmax_cross_entropy_with_logits'\nlogits and labels must be broadcastable: logits_size=[32,3] labels_size=[32,1]",
    'label-shape',
  ],
  [
    "ValueError: Dimensions must be equal, but are 3 and 10 for '{{node mean_squared_error/SquaredDifference}}' with input shapes: [?,3], [?,10].",
    'label-shape',
  ],
  ["ValueError: No gradients provided for any variable: ['dense/kernel:0']", 'no-gradients'],
  ["ValueError: could not convert string to float: 'Iris-setosa'", 'labels-text'],
  ["KeyError: 'val_acc'", 'key-error'],
  ["AttributeError: 'Sequential' object has no attribute 'predict_classes'", 'attribute-error'],
  [
    'ValueError: The filepath provided must end in `.keras` (Keras model format). Received: filepath=best.h5',
    'file-name',
  ],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'data.csv'", 'file-not-found-error'],
  ['ResourceExhaustedError: OOM when allocating tensor with shape[256,64,224,224]', 'out-of-memory'],
  ['jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory', 'out-of-memory'],
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
    "KeyError: 'accident'",
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
    expect(answer).toEqual({ kind: 'unknown', isNamed: true, line: 9, numbers: null });
  });

  it.each([
    ['IPython 8.0', 'Input In [3], in <cell line: 2>()\n      1 a = 1\n----> 2 model.fit(x, y, epochs=2)\n'],
    [
      'one line',
      'Cell In[3], line 2 1 a = 1 ----> 2 model.fit(x, y, epochs=2) ZeroDivisionError: division by zero',
    ],
    [
      'IPython 7',
      '<ipython-input-4-9b5d> in <module>()\n      1 a = 1\n----> 2 model.fit(x, y, epochs=2)\n\nZeroDivisionError: division by zero',
    ],
    [
      'frames of installed packages',
      'Cell In[3], line 2\n----> 2 model.fit(x, y, epochs=2)\n\nFile ~/miniconda3/lib/python3.11/site-packages/keras/src/utils/traceback_utils.py:122, in filter_traceback.<locals>.error_handler(*args, **kwargs)\n    120 # `keras.config.disable_traceback_filtering()`\n--> 122 raise e.with_traceback(filtered_tb) from None\n',
    ],
  ])('is read as %s prints it', async (_name, text) => {
    const answer = await explain(text, script.replace("'categorical", "'sparse_categorical"), 'lesson.ipynb');
    expect(lineOf(answer)).toBe(9);
  });

  it.each([
    [
      'under another name',
      'File "/kaggle/working/main.py", line 40, in <module>\n    model.fit(x, y, epochs=2)\n',
    ],
    [
      'on Windows',
      'File "C:\\Users\\Ann Lee\\train.py", line 9, in <module>\n    model.fit(x, y, epochs=2)\n',
    ],
    ['in a log', '2024-01-01 12:00:00 ERROR |   File "/app/train.py", line 9, in <module>\n'],
  ])('of the script %s leads to its line', async (_name, text) => {
    expect(lineOf(await explain(`${text}ZeroDivisionError: division by zero`))).toBe(9);
  });

  it('of another file names no line', async () => {
    const answer = await explain('  File "other.py", line 3, in f\n    g()\nKeyError: 1');
    expect(answer).toEqual({ kind: 'unknown', isNamed: false, line: null, numbers: null });
  });
});

describe('an error as people paste it', () => {
  const notebooks = new Set(['jupyter', 'colab', 'colours', 'json', 'kaggle']);
  const errors = { ...realErrors, ...lastLines };
  let landed = 0;
  afterAll(() => {
    process.stdout.write(`errors as pasted: ${landed} of ${Object.keys(errors).length} lead to their line\n`);
  });

  it.each(Object.entries(errors))('%s', async (_name, real) => {
    const { script: program, at, form, kerasVersion, onlyLine } = real;
    const findings = await analyse(program, kerasVersion ?? 'auto');
    const name = notebooks.has(form) ? 'lesson.ipynb' : 'train.py';
    const text = pastedText(real);
    // An input box takes the line breaks away.
    for (const pasted of [text, text.replace(/\s*\n\s*/g, ' ')]) {
      const answer = explainTraceback(pasted, name, program, findings);
      expect(program.split('\n')[(lineOf(answer) ?? 0) - 1], pasted).toContain(at);
      if (onlyLine !== true) expect(answer.kind, pasted).toBe('finding');
    }
    landed++;
  });

  it('tells its own numbers where the script as it stands does not have it', async () => {
    const answer = await explain('ValueError: Shapes (None, 1) and (None, 7) are incompatible', 'x = 1\n');
    expect(answer).toMatchObject({ kind: 'known', numbers: { args: ['(None, 1)', '(None, 7)'] } });
  });

  it.each([
    'ValueError: something about nothing',
    'File "C:\\notes\\File.py", line 3, in f\n    unrelated()\nTypeError: odd',
  ])('without anything of the script leads nowhere: %s', async words => {
    expect(lineOf(await explain(words))).toBeNull();
  });
});
