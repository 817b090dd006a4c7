/** What follows from a mistake alone is not told beside it, and what else is wrong is. */
import { expect, test } from 'vitest';
import { analyse } from './markers.ts';

const program = (labels: string) => `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

x, y = np.random.random((9, 4)), ${labels}
model = Sequential([Dense(3, activation='softmax', input_shape=(4,))])
model.compile(loss='categorical_crossentropy', optimizer='adm')
model.fit(x, y)
`;

test('a model whose optimizer is misspelt counts as compiled', async () => {
  const codes = async (text: string) => (await analyse(text)).findings.map(item => item.code);
  expect(await codes(program('np.eye(3)[np.arange(9) % 3]'))).toEqual(['unknown-optimizer']);
  expect(await codes(program('np.arange(9) % 3'))).toEqual(['unknown-optimizer', 'label-shape']);
});

test('a call of compile with an argument that there is not counts as one', async () => {
  const text = program('np.arange(9) % 3').replace("optimizer='adm'", "optimiser='adam'");
  expect((await analyse(text)).findings.map(item => item.code)).toEqual(['unknown-argument']);
});
