/** What a script puts in the place of TensorFlow's own steps and is not run here is refused by name, never passed over. */
import { expect, it } from 'vitest';
import { analyseKeras, runKeras } from '../keras/program.ts';

const model = (body: string) => `import numpy as np
import tensorflow as tf
from tensorflow import keras


class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1)

    def call(self, x):
        return self.dense(x)
${body}


x, y = np.zeros((4, 2)), np.zeros((4, 1))
model = Own()
model.compile('sgd', 'mse')
`;
const making = (kind: string) => `
    def make_${kind}_function(self, force=False):
        return lambda iterator: {'loss': 0.0}
`;

it.each([
  ['make_train_function', making('train'), 'model.fit(x, y, verbose=0)', 'train_step'],
  ['make_test_function', making('test'), 'model.fit(x, y, validation_data=(x, y), verbose=0)', 'test_step'],
  ['make_test_function', making('test'), 'model.evaluate(x, y, verbose=0)', 'test_step'],
  ['make_predict_function', making('predict'), 'model.predict(x, verbose=0)', 'predict_step'],
  [
    'train_function',
    '',
    "model.train_function = lambda iterator: {'loss': 0.0}\nmodel.fit(x, y, verbose=0)",
    'train_step',
  ],
])('a %s of the script', async (name, body, call, instead) => {
  const program = `${model(body)}${call}\n`;
  const { stderr } = await runKeras(program);
  expect(stderr).toContain(
    `NotImplementedError: A ${name} of the script's own is not supported by Kerascope yet; override ${instead} instead`,
  );
  expect((await analyseKeras(program)).findings).toEqual([]);
});

it("trains with Keras's own functions, also where they were made before or forgotten", async () => {
  const { stdout, stderr } = await runKeras(`${model('')}model.make_train_function()
model.fit(x, y, verbose=0)
model.train_function = None
print(len(model.fit(x, y, verbose=0).history['loss']), model.predict(x, verbose=0).shape)
`);
  expect(stderr).toBe('');
  expect(stdout).toBe('1 (4, 1)\n');
});
