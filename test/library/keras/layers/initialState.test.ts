/** `get_initial_state` of recurrent layers: zeros for so many rows, which a script may pass on. */
import { expect, it } from 'vitest';
import { analyseKeras, runKeras } from '../program.ts';

it('gives the states that a layer begins with', async () => {
  const program = `import numpy as np
from keras import layers
x = np.random.default_rng(0).normal(size=(2, 5, 3)).astype('float32')
for layer in (layers.GRU(4, return_state=True), layers.LSTM(4, return_state=True), layers.SimpleRNN(4, return_state=True)):
    start = layer.get_initial_state(2)
    plain = layer(x)[0]
    print(type(start).__name__, [tuple(state.shape) for state in start], bool(np.allclose(layer(x, initial_state=start)[0], plain)))
`;
  const { stdout, stderr } = await runKeras(program);
  expect(stderr).toBe('');
  expect(stdout).toBe('list [(2, 4)] True\nlist [(2, 4), (2, 4)] True\nlist [(2, 4)] True\n');
  expect((await analyseKeras(program)).findings).toEqual([]);
});
