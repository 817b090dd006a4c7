/** Places of the same mistakes: programs, and where, of what and in what words each is told. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../src/python/message.ts';
import { analyse, type KerasVersionOption } from '../../checks/markers.ts';

export const start = `import numpy as np
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
images = np.random.random((96, 28, 28))
steps = np.random.random((96, 15, 4))
`;

/** The same for versions that lack what Keras 3 brought. */
export const earlier = start.replace('import layers, ops', 'import layers');

export const stack = (last: string, loss: string, width = 10) =>
  `m = Sequential()
m.add(Dense(8, activation='relu', input_shape=(${width},)))
m.add(${last})
m.compile(loss=${loss}, optimizer='adam')
`;
export const graph = (last: string, loss: string) => `i = Input((10,))
h = Dense(8, activation='relu')(i)
m = Model(i, ${last}(h))
m.compile(loss=${loss}, optimizer='adam')
`;
export const softmax = "Dense(3, activation='softmax')";
export const sigmoid = "Dense(1, activation='sigmoid')";
export const categorical = "'categorical_crossentropy'";
export const sparse = "'sparse_categorical_crossentropy'";
export const binary = "'binary_crossentropy'";

/**
 * A name, a program, and what is found: the text that is marked, the code, and what its message says, the names of the
 * script and of Keras in backquotes, shapes and ranges as they stand in it. A null says that the program runs.
 */
export type Variant = readonly [
  string,
  string,
  readonly [string, string, string] | null,
  KerasVersionOption?,
];

/** What Keras 3 says, by the code of the finding, wherever it says the same. */
const words: Readonly<Record<string, RegExp>> = {
  'label-shape':
    /^ValueError: Arguments `target` and `output` must have the same shape( up until the last dimension:|\. Received:) target\.shape=\(.*\), output\.shape=\(.*\)$/,
  'label-range':
    /^RuntimeError: Received a label value of -?\d+ which is outside the valid range of \[0, \d+\)\.$/,
  'input-rank':
    /is incompatible with the layer: expected (min_)?ndim=\d+, found ndim=\d+\. Full shape received: \(.*\)|Kernel shape must have the same length as input, but received kernel of shape \(.*\) and input of shape \(.*\)\.|Invalid input shape for input .* Expected shape \(.*\), but input has incompatible shape \(.*\)/,
  'input-shape':
    /is incompatible with the layer: expected (axis -?\d+ of input shape to have value \d+, but received input with shape \(.*\)|shape=\(.*\), found shape=\(.*\))/,
  'shape-too-small': /^ValueError: Computed output size would be negative\. Received/,
  'reshape-size':
    /^ValueError: The total size of the tensor must be unchanged\. Received: input_shape=\(.*\), target_shape=\(.*\)$/,
  'merge-shapes':
    /A `Concatenate` layer (requires inputs with matching shapes except for the concatenation axis|should be called on a list of at least 1 input)\. Received: input_shape=|^ValueError: Inputs have incompatible shapes\. Received shapes \(.*\) and \(.*\)$/,
  cardinality:
    /^ValueError: Data cardinality is ambiguous\. Make sure all arrays contain the same number of samples\.'x' sizes: [\d, ]+\n'y' sizes: [\d, ]+\n$/,
  'input-names':
    /Missing data for input "\w+"\. You passed a data dictionary with keys \[.*\]\. Expected the following keys: \[.*\]/,
  'input-count': /^ValueError: Layer "\w+" expects \d+ input\(s\), but it received \d+ input tensors\./,
  'embedding-range': /indices\[.*\] = -?\d+ is not in \[0, \d+\)/,
};

/** The parts of what a message says: a name in backquotes, a shape, a range. */
const SAID = /`[^`]*`|\([^)]*\)|\S+/g;

export function testPlaces(variants: readonly Variant[]): void {
  describe.each(variants.map(([name, ...rest]) => [name, rest] as const))('%s', (_name, rest) => {
    const [body, expected, version = '3'] = rest;
    const text = `${version === '3' ? start : earlier}${body}\n`;
    it(expected === null ? 'runs' : `is ${expected[1]} at ${expected[0]}`, async () => {
      const { findings } = await analyse(text, version);
      const errors = findings.filter(item => item.severity === 'error');
      const places = errors.map(item => [
        text.slice(item.span.start.offset, item.span.end.offset),
        item.code,
      ]);
      expect(places).toEqual(expected === null ? [] : [expected.slice(0, 2)]);
      if (expected === null) return;
      const [{ message, raises, code }] = errors as [(typeof errors)[number]];
      for (const part of expected[2].match(SAID) ?? []) expect(formatMessage(message)).toContain(part);
      if (version === '3' && words[code] !== undefined) expect(raises).toMatch(words[code]);
    });
  });
}
