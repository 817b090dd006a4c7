/** Programs with a mistake, and what each version of Keras says of it: its own words, read in its sources. */
import { describe, expect, it } from 'vitest';
import { analyse, type KerasVersionOption } from '../../checks/markers.ts';

const start = `import numpy as np
import keras
from keras.models import Model, Sequential
from keras.layers import *

x = np.random.random((100, 10))
ints = np.random.randint(0, 3, size=100)
hot = np.eye(3)[ints]
flags = np.random.randint(0, 2, size=(100, 1))
numbers = np.random.random((100, 1))
`;

/** A stack of two layers with this last one, for \`x\`. */
export const stack = (last = "Dense(3, activation='softmax')") =>
  `m = Sequential([Dense(8, activation='relu', input_shape=(10,)), ${last}])\n`;
export const compiled = (last?: string, loss = 'categorical_crossentropy') =>
  `${stack(last)}m.compile(loss='${loss}', optimizer='adam')\n`;

/** Two inputs (a, b) and two outputs (one, two). */
export const twice = `a, b = Input(shape=(10,), name='a'), Input(shape=(5,), name='b')
m = Model([a, b], [Dense(1, name='one')(a), Dense(1, name='two')(b)])
both = [x, x[:, :5]]
`;

/** The last line of the traceback by version; null where nothing is raised. A version that is left out is not asked. */
export type Words = Readonly<Partial<Record<'1' | '2' | '3', string | null>>>;

export function testWords(programs: Readonly<Record<string, readonly [body: string, words: Words]>>): void {
  describe.each(Object.entries(programs))('%s', (_name, [body, words]) => {
    it.each(Object.entries(words))('in Keras %s', async (version, said) => {
      // Keras 1 had another name for it.
      const text = `${start}${version === '1' ? body.replaceAll('epochs=', 'nb_epoch=') : body}\n`;
      const { findings } = await analyse(text, version as KerasVersionOption);
      const raised = findings.filter(item => item.severity === 'error').map(item => item.raises);
      expect(raised).toEqual(said === null ? [] : [said]);
    });
  });
}
