/** Lines as they stand while somebody types them: they are wrong themselves, and what follows is not blamed for it. */
import { expect, test } from 'vitest';
import { analyse } from '../checks/markers.ts';

const lines = [
  'import numpy as np',
  'from keras.models import Sequential',
  'from keras.layers import Dense',
  'x = np.random.rand(100, 4)',
  'y = np.random.randint(0, 3, size=100)',
  'model = Sequential()',
  "model.add(Dense(8, activation='relu', input_shape=(4,)))",
  "model.add(Dense(3, activation='softmax'))",
  "model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')",
  'model.fit(x, y, epochs=3)',
];

const put = (row: number, text: string) => lines.toSpliced(row, 0, text);
const replaced = (row: number, text: string) => lines.with(row, text);

test.each(
  Object.entries({
    'a name and a dot': put(4, 'x.'),
    'an attribute and a dot, assigned': put(4, 'rows = x.shape.'),
    'a module and a dot': put(4, 'np.random.'),
    'an item to assign': put(4, 'x[0] ='),
    'a call of compile': replaced(8, 'model.compile('),
    'the name of a method': replaced(8, 'model.'),
    'a layer': replaced(7, "model.add(Dense(3, activation='soft"),
    'a layer without its bracket': replaced(7, 'model.add(Dense(3'),
    'a list of layers': replaced(5, 'model = Sequential(['),
  }),
)('%s', async (_name, text) => {
  const { findings } = await analyse(text.join('\n'));
  expect([...new Set(findings.map(({ code }) => code))]).toEqual(['syntax-error']);
});

test('what is wrong in front of an unfinished line is still told', async () => {
  const text = [...lines.slice(0, 9), "model.fit(x, y, epoch='3')", 'model.'].join('\n');
  const { findings } = await analyse(text);
  expect(findings.map(({ code }) => code).sort()).toEqual(['syntax-error', 'unknown-argument']);
});
