/** Layers of a functional model are known before the model is written, and where an error leaves it unknown. */
import { expect, test } from 'vitest';
import { hoverAt } from '../../src/editor/hoverText.ts';
import { lineNotes } from '../../src/editor/lineNotes.ts';
import { formatMessage } from '../../src/python/message.ts';
import { analyse } from '../checks/markers.ts';

const start = `import keras
from keras import layers

inputs = keras.Input((16, 16, 3))
x = layers.Conv2D(8, 3)(inputs)
steps = layers.Bidirectional(layers.LSTM(4))(layers.Reshape((14, 112))(x))
`;

const notes = async (program: string): Promise<Record<number, string>> => {
  const all = lineNotes(await analyse(program), { layers: true, arrays: true }, formatMessage);
  return Object.fromEntries(all.map(({ end, text }) => [end.line, text]));
};

test.each([
  ['not written yet', start],
  ['left unknown by an error', `${start}model = keras.Model(inputs, layers.Add()([x, inputs]))\n`],
])('a model that is %s', async (_name, program) => {
  const analysed = await analyse(program);
  expect(analysed.looseLayers.map(layer => layer.className)).toEqual(['Conv2D', 'Bidirectional', 'Reshape']);
  const [part] = hoverAt(analysed, program.indexOf('Conv2D') + 1, formatMessage);
  expect(part?.text).toContain('224');
  expect(await notes(program)).toMatchObject({ 5: '(None, 14, 14, 8) · 224 params' });
});

test('a model that is whole holds its layers, and theirs, and is none itself', async () => {
  const stacked = await analyse(`${start}model = keras.Sequential()
model.add(layers.Dense(3, input_shape=(4,)))
model.compile('adam', 'mse')
`);
  expect(stacked.looseLayers.map(layer => layer.className)).toEqual(['Conv2D', 'Bidirectional', 'Reshape']);
  const whole = await analyse(`${start}model = keras.Model(inputs, steps)\n`);
  expect(whole.models).toHaveLength(1);
  expect(whole.looseLayers).toEqual([]);
});
