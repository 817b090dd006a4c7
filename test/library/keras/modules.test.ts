// Names of Keras beside layers and models: scopes, functions, quantizers, distribution, steps as functions.
import { expect, test } from 'vitest';
import { runKeras } from './program.ts';

async function printed(script: string): Promise<string[]> {
  const run = await runKeras(`import numpy as np
import keras
from keras import ops
${script}`);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

test('a StatelessScope keeps what is assigned in it', async () => {
  const lines = await printed(`v = keras.Variable([1., 2.])
with keras.StatelessScope([(v, [5., 5.])]) as scope:
    v.assign_add([1., 1.])
    print(v.numpy())
print(scope.get_current_value(v).numpy(), v.numpy(), scope.get_current_value(keras.Variable(0.)))
try:
    keras.StatelessScope([(v, [1.])])
except ValueError as error:
    print(str(error)[:45])`);
  expect(lines).toEqual(['[6. 6.]', '[6. 6.] [1. 2.] None', 'Invalid variable value in StatelessScope: all']);
});

test('an Operation of a script is a step of a graph, and a Function is a graph', async () => {
  const lines = await printed(`class Scaled(keras.Operation):
    def call(self, a, by=2):
        return a * by
i = keras.Input((4,))
o = Scaled()(i, by=3)
m = keras.Model(i, o)
print(m.predict(np.ones((1, 4)), verbose=0), Scaled(name='s').name, float(Scaled()(ops.ones(()))))
f = keras.Function([i], [o])
print(f(np.full((2, 4), 2.0)).numpy()[0], isinstance(f, keras.Operation))`);
  expect(lines).toEqual(['[[3. 3. 3. 3.]] s 2.0', '[6. 6. 6. 6.] True']);
});

test('quantizers round to steps of the largest value', async () => {
  const lines =
    await printed(`q, s = keras.quantizers.abs_max_quantize(np.array([[1., -2.], [4., 0.5]]), axis=-1)
print(q.numpy().tolist(), q.dtype, s.numpy().tolist())
a = keras.quantizers.AbsMaxQuantizer(axis=0)
print(a.get_config(), keras.quantizers.get('abs_max_quantizer', axis=1).axis, keras.quantizers.get(None))
r = keras.quantizers.deserialize(keras.quantizers.serialize(a))
print(r(np.array([[1.], [-4.]]))[0].numpy().ravel().tolist(), isinstance(r, keras.Quantizer))
x = np.array([0.3, 1.1, -17.3, 500., 0.001], 'float32')
print(keras.quantizers.quantize_and_dequantize(x, 1.0, 'float8_e4m3fn', 'float32').numpy().tolist())
print(keras.quantizers.compute_float8_amax_history(x, np.zeros(3, 'float32')).numpy())`);
  // 127 / (2 + 1e-7) and 127 / (4 + 1e-7) in double precision; e4m3 has three binary digits behind the leading one, the smallest step is 2 to the -9.
  expect(lines).toEqual([
    '[[63, -127], [127, 16]] int8 [[63.49999682500017], [31.749999206250017]]',
    "{'axis': (0,), 'value_range': (-127, 127), 'epsilon': 1e-07, 'output_dtype': 'int8'} (1,) None",
    '[32, -127] True',
    '[0.3125, 1.125, -18.0, 448.0, 0.001953125]',
    '[500.   0.   0.]',
  ]);
});

test('one machine is a mesh of one device', async () => {
  const lines = await printed(`from keras import distribution
print(distribution.list_devices(), distribution.list_devices('gpu'))
d = distribution.DataParallel()
print(d.device_mesh, d.get_data_layout((None, 3)).axes)
with d.scope():
    m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    print(distribution.distribution() is d)
print(distribution.distribution())
l = distribution.LayoutMap(d.device_mesh)
l['dense.*kernel'] = (None, 'batch')
print(l['dense_1/kernel'].axes, l['bias'], len(l))
try:
    distribution.DeviceMesh((2,), ['batch'])
except ValueError as error:
    print(error)`);
  expect(lines).toEqual([
    "['cpu:0'] []",
    "<DeviceMesh shape=(1,), axis_names=['batch']> ('batch', None)",
    'True',
    'None',
    "(None, 'batch') None 1",
    'Shape does not match the number of devices. Received: shape=(2,); devices.shape=(1,)',
  ]);
});

test('make_train_function gives a step on the next batch', async () => {
  const lines =
    await printed(`m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer='zeros')])
m.compile('sgd', 'mse')
print(m.train_function)
step = m.make_train_function()
batches = iter([(np.ones((4, 2)), np.ones((4, 1)))] * 3)
print({k: float(v) for k, v in step(batches).items()}, m.train_function is step)
print(list(m.make_test_function()(batches)), m.make_predict_function()(batches).shape)
try:
    step(batches)
except StopIteration:
    print('end')`);
  expect(lines).toEqual(['None', "{'loss': 1.0} True", "['loss'] (4, 1)", 'end']);
});

test('metrics update without state', async () => {
  const lines = await printed(`m = keras.metrics.MeanSquaredError()
v = m.stateless_reset_state() or [ops.zeros(()), ops.zeros(())]
v = m.stateless_update_state(v, np.ones((2, 2)), np.zeros((2, 2)))
v = m.stateless_update_state(v, np.ones((2, 2)), np.ones((2, 2)))
print(float(m.stateless_result(v)), float(m.result()))`);
  expect(lines).toEqual(['0.5 0.0']);
});

test('names of other frameworks can be imported and say why they cannot be used', async () => {
  const run = await runKeras(`from keras.layers import TFSMLayer, TorchModuleWrapper
from keras.export import ExportArchive
ExportArchive()`);
  expect(run.stderr).toContain(
    "NotImplementedError: keras.export.ExportArchive is not supported by Kerascope: it writes a SavedModel, a graph of TensorFlow's own operations",
  );
});

test('what tf.keras once called experimental is what it has become', async () => {
  const run = await runKeras(`from tensorflow.keras import callbacks, layers, optimizers
from tensorflow.keras.layers.experimental import preprocessing
print(preprocessing.Rescaling is layers.Rescaling, layers.experimental.EinsumDense is layers.EinsumDense)
print(callbacks.experimental.BackupAndRestore is callbacks.BackupAndRestore, optimizers.experimental.Adam is optimizers.Adam)`);
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('True True\nTrue True\n');
});

test('what a metric gives is printed at once, also where Python cannot wait', async () => {
  const lines = await printed(`m = keras.metrics.CategoricalAccuracy()
m.update_state(np.eye(2), np.eye(2))
a = m.result()
print('%.1f' % a, f'{a:.2f}', '{:.3f}'.format(a), np.array(a), np.mean([a, a * 2]), np.array([a]).dtype)`);
  expect(lines).toEqual(['1.0 1.00 1.000 1.0 1.5 float32']);
});

test('what a layer says of its input is an object with its settings', async () => {
  const lines = await printed(`spec = keras.layers.InputSpec(shape=[None, 3, 4], dtype='float32')
other = keras.InputSpec(min_ndim=2, axes={-1: 5})
print(spec.ndim, spec.shape, spec.axes, spec.dtype, other.ndim, other.min_ndim, other.axes)`);
  expect(lines).toEqual(['3 (None, 3, 4) {} float32 None 2 {-1: 5}']);
});
