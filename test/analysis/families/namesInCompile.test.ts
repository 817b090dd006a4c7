/** Names in `compile` that do not exist, where little else of the program is known. */
import { expect, test } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { formatMessage } from '../../../src/python/message.ts';
import { testParser } from '../../python/run.ts';

async function errors(source: string, kerasVersion: '2' | '3' = '3'): Promise<string[]> {
  const { program } = followProgram(await testParser(), source, 'script.py', { kerasVersion });
  return program.findings
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ span, message }) => `${source.slice(span.start.offset, span.end.offset)}: ${formatMessage(message)}`,
    );
}

const models = {
  'data that are not read': 'model = keras.Sequential([keras.layers.Dense(3)])',
  'a width that is not known': `model = keras.Sequential([keras.layers.Dense(other.width), keras.layers.Dense(3)])`,
  'a layer of another library': 'model = keras.Sequential([other.Layer(3), keras.layers.Dense(3)])',
  'an input that is not known': `x = keras.Input(other.shape)
model = keras.Model(x, keras.layers.Dense(3)(x))`,
} as const;

const program = (model: string, options: string, data = 'other.x, other.y') => `import numpy as np
import other
import tensorflow as tf
keras = tf.keras
def own(labels, outputs):
    return tf.reduce_mean(labels - outputs)
${model}
model.compile(${options})
model.fit(${data})
`;

test.each(Object.entries(models))('a misspelt loss is told beside %s', async (_, model) => {
  for (const data of ['other.x, other.y', 'np.zeros((9, 4)), np.zeros((9, 3))'])
    expect(await errors(program(model, "'adam', 'categorical_crossentropyy'", data))).toEqual([
      "'categorical_crossentropyy': There is no loss called `categorical_crossentropyy`.",
    ]);
});

test.each(Object.entries(models))('a misspelt metric is told beside %s', async (_, model) => {
  for (const metrics of ["['acuracy']", "['mae', 'acuracy']", "[['acuracy']]"])
    expect(await errors(program(model, `'adam', 'mse', metrics=${metrics}`))).toEqual([
      expect.stringContaining('There is no metric called `acuracy`.'),
    ]);
});

test.each([
  "'adam', 'mse', metrics=['acc', 'AUC', 'ce', 'mean_absolute_error']",
  "'adam', ['MeanSquaredError', None], metrics=[None, ['accuracy']]",
  "'adam', {'a': 'mse', 'b': other.loss}, metrics={'a': ['mae', other.metric], 'b': own}",
  "'adam', other.name, metrics=other.names",
])('compile(%s) raises nothing', async options => {
  for (const model of Object.values(models)) expect(await errors(program(model, options))).toEqual([]);
});

test('a step of the script itself need not use what compile is given', async () => {
  const model = `class Own(keras.Model):
    def train_step(self, data):
        return {}
model = Own()`;
  expect(await errors(program(model, "'adam', 'no such loss'"))).toEqual([]);
});

test('what the script registers has its name before Keras 3, which looks among its own alone', async () => {
  const registered = `keras.utils.get_custom_objects()['own'] = own
model = keras.Sequential([keras.layers.Dense(3)])`;
  for (const data of ['other.x, other.y', 'np.zeros((9, 4)), np.zeros((9, 3))']) {
    const source = program(registered, "'adam', 'own', metrics=['own']", data);
    expect(await errors(source, '2')).toEqual([]);
    expect(await errors(source, '3')).toEqual(["'own': There is no loss called `own`."]);
  }
});
