/** What TensorFlow refuses, in its words; the editor says the same before anything runs. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../src/python/message.ts';
import { analyse } from '../../checks/markers.ts';
import { runKeras } from '../keras/program.ts';

/** An expression on `a` (2, 3), `b` (2, 4) and the functional `x` (None, 3), `y` (None, 4): the error and what it says. */
const refusals: readonly (readonly [string, string, RegExp])[] = [
  ['a + b', 'InvalidArgumentError', /Incompatible shapes: \[2,3\] vs\. \[2,4\] \[Op:AddV2\]/],
  ['tf.matmul(a, b)', 'InvalidArgumentError', /Matrix size-incompatible: In\[0\]: \[2,3\], In\[1\]: \[2,4\]/],
  ['tf.tensordot(a, b, 1)', 'InvalidArgumentError', /Matrix size-incompatible/],
  ['tf.reshape(a, (4, 2))', 'InvalidArgumentError', /a tensor with 6 values, but the requested shape has 8/],
  ['tf.concat([a, b], 0)', 'InvalidArgumentError', /shape\[0\] = \[2,3\] vs\. shape\[1\] = \[2,4\]/],
  ['tf.squeeze(a, 0)', 'InvalidArgumentError', /Can not squeeze dim\[0\], expected a dimension of 1, got 2/],
  ['tf.split(a, 2, axis=1)', 'InvalidArgumentError', /split_dim 1 \(size = 3\) and num_split 2/],
  ['tf.reduce_sum(a, axis=2)', 'InvalidArgumentError', /Invalid reduction dimension \(2 for input with 2/],
  ['tf.gather(a, [5])', 'InvalidArgumentError', /indices\[0\] = 5 is not in \[0, 2\)/],
  ['a[5]', 'InvalidArgumentError', /slice index 5 of dimension 0 out of bounds/],
  ['x + y', 'ValueError', /Cannot broadcast shape, the failure dim has value 3/],
  ['keras.ops.concatenate([x, y], 0)', 'ValueError', /Every value in `xs` must have the same shape/],
  ['np.sqrt(x)', 'ValueError', /A KerasTensor is symbolic/],
  ['x.numpy()', 'AttributeError', /'KerasTensor' object has no attribute 'numpy'/],
  ['a.reshape(3, 2)', 'AttributeError', /EagerTensor object has no attribute 'reshape'/],
  ['a.mean()', 'AttributeError', /EagerTensor' object has no attribute 'mean'/],
  ['a[1.5]', 'TypeError', /Only integers, slices .* are valid indices, got 1\.5/],
  ['a[[0, 1]]', 'TypeError', /are valid indices, got \[0, 1\]/],
  ['bool(a)', 'ValueError', /truth value of an array with more than one element is ambiguous/],
  ['tf.constant([[1, 2], [3]])', 'ValueError', /non-rectangular Python sequence/],
  ["tf.constant([1, 'a'])", 'ValueError', /mixed types/],
  ['tf.constant(None)', 'ValueError', /Attempt to convert a value \(None\) with an unsupported type/],
  [
    'tf.data.Dataset.from_tensor_slices((np.ones(3), np.ones(2)))',
    'ValueError',
    /Dimensions 3 and 2 are not compatible/,
  ],
];

const START = `import keras
import numpy as np
import tensorflow as tf

a, b = tf.ones((2, 3)), tf.ones((2, 4))
x, y = keras.Input((3,)), keras.Input((4,))
`;

describe('TensorFlow refuses', () => {
  it.each(refusals)('%s', async (expression, type, words) => {
    const run = await runKeras(`${START}try:
    ${expression}
except Exception as error:
    print(type(error).__name__)
    print(error)
`);
    expect(run.stderr).toBe('');
    const [name, ...text] = run.stdout.split('\n');
    expect(name).toBe(type);
    expect(text.join('\n')).toMatch(words);
    const { findings } = await analyse(`${START}${expression}\n`, '3');
    expect(findings.map(({ severity, span }) => [severity, span.start.line])).toEqual([['error', 7]]);
    expect(findings[0]!.raises).toMatch(words);
  });

  it('lets shapes be read and joined', async () => {
    const run =
      await runKeras(`${START}print(a.shape.as_list(), a.shape, [a.shape], a.shape.rank, a.shape[1:] + [7])
print('%s' % a.shape, tuple(a.shape), a.shape == [2, 3], np.zeros(a.shape).shape, x.shape)
print(tf.TensorShape(None)[0], tf.TensorShape([None, 3]).merge_with([2, None]))
`);
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(
      '[2, 3] (2, 3) [TensorShape([2, 3])] 2 (3, 7)\n(2, 3) (2, 3) True (2, 3) (None, 3)\nNone (2, 3)\n',
    );
  });
});

describe('in a step that Keras traces', () => {
  const fit = (compile: string) => `import numpy as np
import tensorflow as tf
from tensorflow import keras


def absolute(y_true, y_pred):
    return tf.reduce_mean(tf.abs(y_true - y_pred)) + 0 * np.float32(y_true.numpy().sum())


model = keras.Sequential([keras.layers.Dense(1, input_shape=(3,))])
model.compile('sgd', ${compile})
model.fit(np.ones((4, 3)), np.ones((4, 1)), verbose=0)
`;

  it.each([
    ['a loss', 'absolute'],
    ['a metric', "'mse', metrics=[absolute]"],
  ])('%s has no values to hand to NumPy', async (_name, compile) => {
    const { findings } = await analyse(fit(compile), '3');
    expect(findings.map(({ code, raises }) => [code, raises])).toEqual([
      ['symbolic-value', "AttributeError: 'SymbolicTensor' object has no attribute 'numpy'"],
    ]);
    expect(formatMessage(findings[0]!.message)).toContain('(4, 1)');
  });

  it('is silent about a model that runs line by line', async () => {
    expect((await analyse(fit('absolute, run_eagerly=True'), '3')).findings).toEqual([]);
    const wrapped = fit('absolute').replace(
      'y_true.numpy().sum()',
      'tf.py_function(lambda v: v.numpy().sum(), [y_true], tf.float32)',
    );
    expect((await analyse(wrapped.replace('np.float32(', '('), '3')).findings).toEqual([]);
  });
});
