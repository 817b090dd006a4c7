// Long sequences run as loops and give what their steps give one by one (`unroll=True`): forwards, and when trained.
import { expect, test } from 'vitest';
import { runKeras } from '../program.ts';

const STEPS = 19;

/** Two models with the same weights, one of them unrolled: predictions, losses of a few batches, weights afterwards. */
const compare = (layers: string, options = '') => `
import numpy as np
import keras
from keras import layers, ops

def build(unroll):
    def rnn(cls, *args, **kwargs):
        return cls(*args, unroll=unroll, **kwargs)
${layers
  .split('\n')
  .map(line => `    ${line}`)
  .join('\n')}

rng = np.random.default_rng(3)
x = rng.normal(size=(6, ${STEPS}, 3)).astype('float32')
for row in range(6):
    x[row, 12 + row:] = 0
x[2, 4] = 0
looped, unrolled = build(False), build(True)
unrolled.set_weights(looped.get_weights())
shapes = [model.predict(x, verbose=0, batch_size=2).shape for model in (looped, unrolled)]
y = rng.normal(size=shapes[0]).astype('float32')
for model in (looped, unrolled):
    keras.utils.set_random_seed(5)
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss='mse')
difference = float(np.abs(looped.predict(x, verbose=0, batch_size=2) - unrolled.predict(x, verbose=0, batch_size=2)).max())
print('predictions', difference < 1e-6)
losses = [model.fit(x, y, batch_size=2, epochs=3, shuffle=False, verbose=0).history['loss'] for model in (looped, unrolled)]
print('losses', np.allclose(losses[0], losses[1], rtol=1e-5), losses[0][0] > losses[0][-1])
print('weights', all(np.allclose(a, b, atol=2e-6) for a, b in zip(looped.get_weights(), unrolled.get_weights())))
${options}
`;

const expected = 'predictions True\nlosses True True\nweights True\n';

const sequential = (items: string) =>
  `return keras.Sequential([keras.Input((${STEPS}, 3), batch_size=2), ${items}])`;

const cases: [string, string][] = [
  ['LSTM', sequential('rnn(layers.LSTM, 4)')],
  ['LSTM that returns sequences', sequential('rnn(layers.LSTM, 5, return_sequences=True)')],
  ['LSTM backwards', sequential('rnn(layers.LSTM, 4, go_backwards=True, return_sequences=True)')],
  ['stateful LSTM', sequential('rnn(layers.LSTM, 4, stateful=True)')],
  [
    'LSTM with dropout of what is fixed',
    sequential('rnn(layers.LSTM, 3, dropout=0.0, recurrent_dropout=0.0)'),
  ],
  ['GRU', sequential('rnn(layers.GRU, 4)')],
  ['GRU that resets before', sequential('rnn(layers.GRU, 3, reset_after=False, return_sequences=True)')],
  ['SimpleRNN', sequential('rnn(layers.SimpleRNN, 5, activation="relu")')],
  ['masked LSTM', sequential('layers.Masking(), rnn(layers.LSTM, 4)')],
  [
    'masked GRU that returns sequences',
    sequential('layers.Masking(), rnn(layers.GRU, 4, return_sequences=True)'),
  ],
  [
    'masked LSTM backwards',
    sequential('layers.Masking(), rnn(layers.LSTM, 4, go_backwards=True, return_sequences=True)'),
  ],
  [
    'masked Bidirectional',
    sequential('layers.Masking(), layers.Bidirectional(rnn(layers.LSTM, 4, return_sequences=True))'),
  ],
  ['stacked cells', sequential('rnn(layers.RNN, [layers.LSTMCell(3), layers.GRUCell(4)])')],
  [
    'two layers',
    sequential('rnn(layers.LSTM, 4, return_sequences=True), rnn(layers.GRU, 3, return_sequences=True)'),
  ],
];

/** The reference kernels are slow, and tested for themselves. */
const onReference = 3;

for (const backend of ['cpu', 'wasm'] as const) {
  for (const [name, text] of backend === 'wasm' ? cases : cases.slice(0, onReference)) {
    test(`${name} on ${backend}`, async () => {
      const run = await runKeras(compare(text), undefined, 1, backend);
      expect(run.stderr).toBe('');
      expect(run.stdout).toBe(expected);
    });
  }
}
