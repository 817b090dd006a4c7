/** Layers and models of the script's own classes stand where they are called for, with the layers that they hold. */
import { expect, it } from 'vitest';
import type { AnalysedLayer } from '../../src/analysis/program.ts';
import { lineNotes } from '../../src/editor/lineNotes.ts';
import { formatMessage } from '../../src/python/message.ts';
import { analyseKeras } from '../library/keras/program.ts';

const script = `from keras.layers import Dense, Input, Layer
from keras.models import Model

class Base(Layer):
    def __init__(self, **settings):
        super().__init__(**settings)

class Block(Base):
    def __init__(self, width):
        super().__init__()
        self.dense = Dense(width, activation='relu')

    def call(self, x):
        return self.dense(x)

class Whole(Model):
    def __init__(self):
        super().__init__()
        self.block = Block(3)

    def call(self, x):
        return self.block(x)

inputs = Input((10,))
first = Block(4)(inputs)
model = Model(
    inputs,
    Block(5)(first),
)
whole = Whole()
whole(inputs)
`;
const lines = script.split('\n');
const lineOf = (text: string) => lines.findIndex(line => line.includes(text)) + 1;

it('stand at the calls of their classes', async () => {
  const { models } = await analyseKeras(script);
  const place = ({ className, span }: AnalysedLayer) => [className, span?.start.line];
  expect(models[0]!.layers.map(place)).toEqual([
    ['InputLayer', lineOf('inputs = ')],
    ['Block', lineOf('Block(4)')],
    ['Block', lineOf('Block(5)')],
  ]);
  expect(models[0]!.layers[1]!.inner.map(place)).toEqual([['Dense', lineOf('self.dense = ')]]);
  expect(models[1]!.span?.start.line).toBe(lineOf('Whole()'));
  expect(models[1]!.layers.map(place)).toEqual([['Block', lineOf('Block(3)')]]);
});

it('have their shapes at the ends of their lines, those inside of them as well', async () => {
  const notes = lineNotes(await analyseKeras(script), { layers: true, arrays: false }, formatMessage);
  const texts = Object.fromEntries(notes.map(({ end, text }) => [end.line, text]));
  expect(texts).toEqual({
    [lineOf('inputs = ')]: '(None, 10)',
    [lineOf('Block(4)')]: '(None, 4) · 44 params',
    [lineOf('Block(5)')]: '(None, 5) · 25 params',
    [lineOf('Block(3)')]: '(None, 3) · 33 params',
    [lineOf('self.dense = ')]: '(None, 4) / (None, 5) / (None, 3)',
  });
});
