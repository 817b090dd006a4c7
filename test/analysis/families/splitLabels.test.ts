/** Labels are told as the script made them, whole and where that was, also where `fit` keeps a part for validation. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../../src/python/message.ts';
import { analyse } from '../../checks/markers.ts';

test.each([
  ['validation_split=0.1', 'np.random.randint(0, 3, size=100)', '`y` is (100,) integers 0..2'],
  ['validation_split=0.5', 'np.random.randint(0, 3, size=(100, 1))', '`y` is (100, 1) integers 0..2'],
  ['epochs=2', 'np.random.randint(0, 3, size=100)', '`y` is (100,) integers 0..2'],
])('%s of %s', async (option, made, told) => {
  const { findings } = await analyse(`import numpy as np
from keras import Input, Sequential, layers
y = ${made}
m = Sequential([Input((4,)), layers.Dense(3, activation='softmax')])
m.compile('adam', 'categorical_crossentropy')
m.fit(np.zeros((100, 4)), y, ${option})
`);
  expect(findings.map(finding => formatMessage(finding.message))).toEqual([
    `${told}, \`categorical_crossentropy\` needs one-hot rows (100, 3).`,
  ]);
  const [labels] = findings[0]!.related!;
  expect(labels!.span.start.line).toBe(3);
  expect(formatMessage(labels!.message)).toMatch(/^the labels were made here: \(100,/);
});

test('labels of a data set are made where it is loaded', async () => {
  const { findings } = await analyse(`import keras
from keras import Input, Sequential, layers
(x, y), _ = keras.datasets.mnist.load_data()
m = Sequential([Input((28, 28)), layers.Flatten(), layers.Dense(10, activation='softmax')])
m.compile('adam', 'categorical_crossentropy')
m.fit(x / 255.0, y)
`);
  const [labels] = findings.find(({ code }) => code === 'label-shape')!.related;
  expect(labels!.span.start.line).toBe(3);
  expect(formatMessage(labels!.message)).toBe('the labels were made here: (60000,)');
});

test('labels that the loss refuses decide nothing for those of evaluate', async () => {
  const program = (loss: string) => `import numpy as np
from keras import Input, Sequential, layers
y = np.random.randint(0, 3, size=100)
m = Sequential([Input((4,)), layers.Dense(3, activation='softmax')])
m.compile('adam', '${loss}', metrics=['accuracy'])
m.fit(np.zeros((100, 4)), y)
m.evaluate(np.zeros((100, 4)), np.eye(3)[y])
`;
  const lines = async (loss: string) =>
    (await analyse(program(loss))).findings
      .filter(finding => finding.severity === 'error')
      .map(finding => [finding.code, finding.span.start.line]);
  expect(await lines('categorical_crossentropy')).toEqual([['label-shape', 6]]);
  expect(await lines('sparse_categorical_crossentropy')).toEqual([['label-shape', 7]]);
});
