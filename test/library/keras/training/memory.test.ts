/** What does not fit is refused with numbers. */
import { expect, it } from 'vitest';
import { allLibraries } from '../../../../src/library/index.ts';
import { silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../../src/library/keras/services.ts';
import { formatBytes } from '../../../../src/library/keras/training/memory.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { runPython } from '../../../python/run.ts';

it('sizes are said as NumPy says them', () => {
  expect([12, 2048, 7.45 * 1024 ** 3].map(formatBytes)).toEqual(['12 bytes', '2.00 KiB', '7.45 GiB']);
});

it('data for which there is no room raise MemoryError before the first step, which the script can catch', async () => {
  const engine = await openEngine({ backend: 'wasm' });
  engine.upload = () => {
    throw new RangeError('Array buffer allocation failed');
  };
  const text = `
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
model = Sequential([Dense(1)])
model.compile(loss='mse', optimizer='sgd')
try:
    model.fit(np.zeros((512, 8)), np.zeros((512, 1)), verbose=0)
except MemoryError as error:
    print(error)
`;
  const run = await runPython(text, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = { engine: async () => engine, monitor: silentMonitor, seed: 1 };
    },
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe(
    'Unable to allocate 16.0 KiB for an array with shape (512, 8) and data type float32\n',
  );
  engine.close();
});
