/** What happens in a module beside the script is shown where the script calls it, and nothing of the module is edited. */
import { expect, test } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { testParser } from '../../python/run.ts';

const module = `# A long first line, so that no place of this file is one of the script.


import keras
from keras import layers


def make():
    return keras.Sequential([keras.Input((4,)), layers.Dense(1, activation='softmax')])


def train(model, x, y):
    model.compile('sgd', 'binary_crossentropy')
    return model.fit(x, y, callbacks=[keras.callbacks.EarlyStopping()])


class Net(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.last = layers.Dense(units, activation='softmax')

    def call(self, x):
        return self.last(x)


def misspelt():
    return layers.Dense(3, activaton='relu')
`;

const script = `import numpy as np
from parts import Net, make, misspelt, train
model = make()
x, y = np.zeros((6, 4)), np.array([0, 1] * 3)
train(model, x, y)
train(Net(1), x, y)
misspelt()
`;

test('findings of other files', async () => {
  const { program, policy } = followProgram(await testParser(), script, 'main.py', {
    kerasVersion: '3',
    moduleSource: name => (name === 'parts' ? { path: 'parts.py', text: module } : null),
  });
  expect(policy.faults).toEqual([]);
  const shown = program.findings.map(({ code, span, fixes }) => ({
    code,
    at: script.slice(span.start.offset, span.end.offset),
    fixes: fixes.length,
  }));
  expect(shown).toEqual([
    { code: 'softmax-single-unit', at: 'make()', fixes: 0 },
    { code: 'dead-monitor', at: 'train(model, x, y)', fixes: 0 },
    { code: 'dead-monitor', at: 'train(Net(1), x, y)', fixes: 0 },
    { code: 'softmax-single-unit', at: 'Net(1)', fixes: 0 },
    { code: 'unknown-argument', at: 'misspelt()', fixes: 0 },
  ]);
});
