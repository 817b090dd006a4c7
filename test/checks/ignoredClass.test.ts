/** Labels of a loss's ignored class are no labels out of range, under analysis as in a run. */
import { expect, test } from 'vitest';
import { analyse } from './markers.ts';
import { runProgram } from './running.ts';

const program = (labels: string, ignored: number) => `import numpy as np
import keras
from keras import layers

x, y = np.random.random((9, 4)), ${labels}
model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation='softmax')])
model.compile('adam', keras.losses.SparseCategoricalCrossentropy(ignore_class=${ignored}))
model.fit(x, y, verbose=0)
`;

test.each([
  ['-1', program('np.arange(9) % 4 - 1', -1)],
  ['the number behind the last', program('np.arange(9) % 4', 3)],
  ['255', program('np.where(np.arange(9) < 3, np.arange(9), 255)', 255)],
])('%s may be ignored', async (_name, text) => {
  expect((await analyse(text)).findings).toEqual([]);
  expect(await runProgram(text)).toMatchObject({ raises: '' });
});

test('others are still out of range', async () => {
  const text = program('np.arange(9) % 5 - 1', -1);
  expect((await analyse(text)).findings.map(item => item.code)).toEqual(['label-range']);
  expect(await runProgram(text)).toMatchObject({ code: 'label-range' });
});
