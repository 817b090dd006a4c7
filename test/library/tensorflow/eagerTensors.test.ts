/** Element types, the class of eager tensors, and writing into parts of variables, as TensorFlow has them. */
import { expect, it } from 'vitest';
import { runKeras } from '../keras/program.ts';

async function printed(body: string): Promise<string[]> {
  const run = await runKeras(
    `import numpy as np\nimport tensorflow as tf\nfrom tensorflow import keras\n${body}`,
  );
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

it('element types are objects that equal their names', async () => {
  const lines = await printed(`x = tf.constant([1.0])
print(x.dtype, [x.dtype], x.dtype == tf.float32, x.dtype == 'float32', 'float32' == x.dtype, x.dtype == np.float32)
print(x.dtype != 'int32', x.dtype == 'nothing', x.dtype == None, isinstance(x.dtype, tf.DType), x.dtype is tf.float32)
print(tf.float32.min, tf.float32.max, tf.int32.max, tf.int64.min, tf.uint8.limits, tf.float32.limits, tf.bool.limits)
print(tf.float32.size, tf.bfloat16.size, tf.string.name, tf.float32.is_floating, tf.int8.is_integer, tf.uint8.is_unsigned)
print(tf.float32.as_numpy_dtype, tf.as_dtype('int64'), tf.dtypes.float16.as_datatype_enum, {tf.int32: 1}[tf.int32])
try:
    tf.bool.max
except TypeError as error:
    print(error)`);
  expect(lines).toEqual([
    "<dtype: 'float32'> [tf.float32] True True True True",
    'True False False True True',
    '-3.4028235e+38 3.4028235e+38 2147483647 -9223372036854775808 (0, 255) (0, 1) (0, True)',
    '4 2 string True True True',
    "<class 'numpy.float32'> <dtype: 'int64'> 19 1",
    "Cannot find maximum value of <dtype: 'bool'>.",
  ]);
});

it('Keras and NumPy take element types wherever they take a name', async () => {
  const lines = await printed(`inputs = keras.Input((3,), dtype=tf.float32)
dense = keras.layers.Dense(2, dtype=tf.float32)
dense(inputs)
print(inputs.dtype, dense.dtype, dense.get_config()['dtype'], keras.metrics.Mean(dtype=tf.float32).get_config()['dtype'])
print(np.zeros(2, tf.int32).dtype, np.ones(2).astype(tf.float32).dtype, np.dtype(tf.bool), keras.ops.cast([1], tf.int8).numpy().dtype)
print(keras.backend.standardize_dtype(tf.float16), tf.TensorSpec((None, 2), 'int32'), tf.strings.to_number('7', tf.int64).numpy())`);
  expect(lines).toEqual([
    'float32 float32 float32 float32',
    'int32 float32 bool int8',
    'float16 TensorSpec(shape=(None, 2), dtype=tf.int32, name=None) 7',
  ]);
});

it('eager tensors have a class of their own, which models do not use', async () => {
  const lines = await printed(`x = tf.constant([1.0, 2.0])
print(type(x), isinstance(x, tf.Tensor), isinstance(x * 2, tf.Tensor))
print(type(keras.layers.Dense(1)(keras.Input((2,)))).__name__)
try:
    x < {}
except TypeError as error:
    print(error)`);
  expect(lines).toEqual([
    "<class 'tensorflow.python.framework.ops.EagerTensor'> True True",
    'KerasTensor',
    "'<' not supported between instances of 'tensorflow.python.framework.ops.EagerTensor' and 'dict'",
  ]);
});

it('parts of variables are written to', async () => {
  const lines = await printed(`v = tf.Variable([1.0, 2.0, 3.0, 4.0])
v[0].assign(9.0)
v[1:3].assign([7.0, v[0] * 2])
print(v)
w = tf.Variable(tf.zeros((2, 3), tf.int32))
w[0].assign(1)
w[:, 2].assign([5, 6])
print(w.numpy().tolist())

@tf.function
def shift():
    v[0].assign(v[1] + 1)

shift()
print(v.numpy())
for change in (lambda: v[0].assign_add(1.0), lambda: tf.constant([1.0])[0].assign(2.0)):
    try:
        change()
    except AttributeError as error:
        print(error)`);
  expect(lines).toEqual([
    "<tf.Variable 'Variable:0' shape=(4,) dtype=float32, numpy=array([ 9.,  7., 18.,  4.], dtype=float32)>",
    '[[1, 1, 5], [0, 0, 6]]',
    '[ 8.  7. 18.  4.]',
    "'tensorflow.python.framework.ops.EagerTensor' object has no attribute 'assign_add'",
    "'tensorflow.python.framework.ops.EagerTensor' object has no attribute 'assign'",
  ]);
});

it('initializers of TensorFlow take arrays, and layers take them', async () => {
  const lines = await printed(`kernel = np.array([[1., 2.], [3., 4.], [5., 6.]])
layer = keras.layers.Dense(2, kernel_initializer=tf.constant_initializer(kernel), bias_initializer=tf.constant_initializer([7.]))
print(layer(tf.ones((1, 3))).numpy(), tf.constant_initializer(2)((2, 1)).numpy().tolist())`);
  expect(lines).toEqual(['[[16. 19.]] [[2.0], [2.0]]']);
});
