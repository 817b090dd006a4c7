// Layers whose weights change after they are built: int8 quantization and low-rank adaptation, by Keras's formulas.
import { expect, test } from 'vitest';
import { runSaving } from '../saving/program.ts';

async function printed(text: string): Promise<string[]> {
  const run = await runSaving(`rng = np.random.default_rng(3)
def rounded(x, axis):
    scale = 127 / (np.abs(x).max(axis=axis, keepdims=True) + 1e-7)
    return np.clip(np.round(x * scale), -127, 127), scale
${text}`);
  expect(run.stderr.replace(/.*InputLayer does not have.*\n.*\n/, '')).toBe('');
  return run.stdout.trimEnd().split('\n');
}

test('a quantized Dense layer rounds its inputs and its kernel', async () => {
  const lines = await printed(`
m = keras.Sequential([keras.Input((8,)), layers.Dense(5, activation='relu', bias_initializer='ones')])
x = rng.normal(size=(6, 8)).astype('float32')
kernel, bias = m.get_weights()
m.quantize('int8')
q, s = rounded(x, -1)
k, t = rounded(kernel, 0)
wanted = np.maximum(q @ k / (s * t) + bias, 0)
print(np.abs(m.predict(x, verbose=0) - wanted).max() < 1e-5, (m.layers[0].kernel.numpy() == k).all())
print([(w.name, w.dtype, tuple(w.shape), w.trainable) for w in m.weights], m.layers[0].dtype_policy)
m.save('q.keras')
again = keras.models.load_model('q.keras')
print(np.abs(again.predict(x, verbose=0) - wanted).max() < 1e-5, again.layers[0].quantization_mode)`);
  expect(lines).toEqual([
    'True True',
    "[('bias', 'float32', (5,), True), ('kernel', 'int8', (8, 5), False), ('kernel_scale', 'float32', (5,), False)] <QuantizedDTypePolicy \"int8_from_float32\">",
    'True int8',
  ]);
});

test('an embedding has a scale for each of its rows', async () => {
  const lines = await printed(`
e = layers.Embedding(10, 4)
e.build()
table = e.embeddings.numpy()
e.quantize('int8')
q, s = rounded(table, -1)
tokens = np.array([[1, 2], [9, 0]])
print(np.abs(e(tokens).numpy() - (q / s)[tokens]).max() < 1e-6, tuple(e.embeddings_scale.shape))`);
  expect(lines).toEqual(['True (10,)']);
});

// The kernel's scale has the axes of the output, as keras/src/layers/core/einsum_dense.py arranges them.
test.each([
  ['abc,cd->abd', '(3, 5)', '(3, 7)', '(1, 1, 7)'],
  ['abc,cde->abde', '(3, 5)', '(3, 2, 4)', '(1, 1, 2, 4)'],
  ['abcd,cde->abe', '(3, 2, 5)', '(3, 6)', '(1, 1, 6)'],
  ['...x,xy->...y', '(3, 5)', '(7,)', '(1, 1, 7)'],
])('EinsumDense %s', async (equation, input, output, scale) => {
  const lines = await printed(`
d = layers.EinsumDense('${equation}', ${output})
x = rng.normal(size=(2,) + ${input}).astype('float32')
before = d(x).numpy()
d.quantize('int8')
after = d(x).numpy()
print(0 < np.abs(after - before).max() < 0.02 * np.abs(before).max(), tuple(d.kernel_scale.shape))`);
  expect(lines).toEqual([`True ${scale}`]);
});

test('what cannot be quantized says so', async () => {
  const run = await runSaving(`
def message(body):
    try:
        body()
    except (ValueError, NotImplementedError) as error:
        print(type(error).__name__, error)
message(lambda: layers.Dense(3).quantize('int8'))
d = layers.Dense(3, name='d')
d.build((None, 2))
message(lambda: d.quantize('int3'))
d.quantize('int8')
message(lambda: d.quantize('int8'))
message(lambda: layers.Flatten().quantize('int8'))
message(lambda: keras.Sequential([layers.Dense(1)]).quantize('int8'))`);
  expect(run.stdout.split('\n')).toEqual([
    "ValueError Cannot quantize a layer that isn't yet built. Layer 'dense' (of type 'Dense') is not built yet.",
    "ValueError Invalid quantization mode. Expected one of ('int8', 'float8'). Received: mode=int3",
    "ValueError Layer 'd' is already quantized with dtype_policy='int8_from_float32'. Received: mode=int8",
    'NotImplementedError Layer Flatten does not have a `quantize()` method implemented.',
    'ValueError The model must be built first before calling `quantize()`.',
    '',
  ]);
});

test.each([
  ['Dense(3)', '(4,)', '(4, 2) (2, 3)'],
  ['Conv1D(3, 2)', '(5, 4)', '(2, 4, 2) (2, 3)'],
  ["EinsumDense('abc,cd->abd', (5, 3))", '(5, 4)', '(4, 2) (2, 3)'],
])('LoRA trains two small weights in place of the kernel of %s', async (layer, input, shapes) => {
  const lines = await printed(`
m = keras.Sequential([keras.Input(${input}), layers.${layer}])
m.compile('sgd', 'mse')
l = m.layers[0]
l.enable_lora(2)
kept, x = l._kernel.numpy() if hasattr(l, '_kernel') else l.kernel.numpy(), np.ones((8,) + ${input}, 'float32')
print(tuple(l.lora_kernel_a.shape), tuple(l.lora_kernel_b.shape), len(m.trainable_weights), len(m.non_trainable_weights))
y = m.predict(x, verbose=0)
m.fit(x, np.ones_like(y), epochs=2, verbose=0)
a, b = l.lora_kernel_a.numpy(), l.lora_kernel_b.numpy()
print(np.allclose(l.kernel.numpy(), kept + a @ b, atol=1e-6), np.abs(b).max() > 0)
m.save_weights('w.weights.h5')
n = keras.Sequential([keras.Input(${input}), layers.${layer}])
n.load_weights('w.weights.h5')
print(np.allclose(n.predict(x, verbose=0), m.predict(x, verbose=0), atol=1e-5))`);
  const hasBias = !layer.startsWith('Einsum');
  expect(lines).toEqual([`${shapes} ${hasBias ? 3 : 2} 1`, 'True True', 'True']);
});
