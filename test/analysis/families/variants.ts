/** Small programs with a mistake or without one, and the test of what is found in them. */
import { describe, expect, it } from 'vitest';
import { analyse, type KerasVersionOption } from '../../checks/markers.ts';

const start = `import numpy as np
import tensorflow as tf
import keras
from keras import layers, ops
from keras.models import Model, Sequential
from keras.layers import *

x = np.random.random((96, 10))
ints = np.random.randint(0, 3, size=96)
hot = np.eye(3)[ints]
flags = np.random.randint(0, 2, size=(96, 1))
numbers = np.random.random((96, 1))
`;

/** A stack for `x` with this last layer and loss. */
export const model = (last = "Dense(3, activation='softmax')", loss = 'categorical_crossentropy') =>
  `m = Sequential([Input((10,)), Dense(8, activation='relu'), ${last}])
m.compile(loss='${loss}', optimizer='adam')
`;
export const sparse = model("Dense(3, activation='softmax')", 'sparse_categorical_crossentropy');
/** A program, the expression to blame and the code; null for programs that run. */
export type Variant = readonly [string, string, readonly [string, string] | null, KerasVersionOption?];

export function testVariants(variants: readonly Variant[]): void {
  describe.each(variants.map(([name, ...rest]) => [name, rest] as const))('%s', (_name, rest) => {
    const [body, expected, version = '3'] = rest;
    // Keras 3 brought the operations.
    const text = `${version === '3' ? start : start.replace('import layers, ops', 'import layers')}${body}\n`;
    it(expected === null ? 'runs' : `is ${expected[1]} at ${expected[0]}`, async () => {
      const { findings } = await analyse(text, version);
      const errors = findings
        .filter(item => item.severity === 'error')
        .map(item => [text.slice(item.span.start.offset, item.span.end.offset), item.code]);
      expect(errors).toEqual(expected === null ? [] : [expected]);
    });
  });
}
