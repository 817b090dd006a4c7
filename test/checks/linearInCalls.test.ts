/** Dense layers without activation inside a `call` of the script's own, and through batch normalization. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../src/python/message.ts';
import { analyse, applyFix, compare } from './markers.ts';

const start = `import numpy as np
import keras
from keras import layers, ops

x, y = np.random.random((24, 10)), np.random.randint(0, 3, 24)
`;

const net = (hidden: string, body: string, marker = '') => `${start}
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = ${hidden}
${marker}        self.out = layers.Dense(3, activation='softmax')
        self.drop = layers.Dropout(0.5)
    def call(self, inputs):
${body}
model = Net()
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y)
`;

const marker = (width: number) =>
  `#                     ${'^'.repeat(width)} warning[dense-without-nonlinearity]: no activation\n`;

const found: Readonly<Record<string, string>> = {
  'one after the other': net('layers.Dense(32)', '        return self.out(self.hidden(inputs))', marker(16)),
  'through batch normalization in a functional model': `${start}
inputs = keras.Input((10,))
hidden = layers.Dense(32)(inputs)
#        ^^^^^^^^^^^^^^^^ warning[dense-without-nonlinearity]: no activation
hidden = layers.Dropout(0.2)(layers.BatchNormalization()(hidden))
model = keras.Model(inputs, layers.Dense(3, activation='softmax')(hidden))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y)
`,
};

test.each(Object.entries(found))('%s', async (_, snippet) => {
  expect(await compare(snippet, '3')).toEqual([]);
  // Keras 3 brought the operations.
  expect(await compare(snippet.replace('import layers, ops', 'import layers'), '2')).toEqual([]);
  const { findings } = await analyse(snippet);
  const [relu] = findings[0]!.fixes;
  expect(formatMessage(relu!.title)).toBe('Change the activation to `relu`');
  expect((await analyse(applyFix(snippet, relu!))).findings).toEqual([]);
});

const silent: Readonly<Record<string, string>> = {
  'an activation in the call': net(
    'layers.Dense(32)',
    '        return self.out(ops.relu(self.hidden(inputs)))',
  ),
  'a bottleneck': net('layers.Dense(2)', '        return self.out(self.hidden(inputs))'),
  'something else reads it too': net(
    'layers.Dense(32)',
    '        h = self.hidden(inputs)\n        return self.out(h) * ops.sigmoid(ops.mean(h, axis=-1, keepdims=True))',
  ),
  'normalization with an activation behind it': `${start}
model = keras.Sequential([keras.Input((10,)), layers.Dense(32, use_bias=False), layers.BatchNormalization(),
    layers.Activation('relu'), layers.Dropout(0.2), layers.Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y)
`,
};

test.each(Object.entries(silent))('silent: %s', async (_, snippet) => {
  expect((await analyse(snippet, '3')).findings.map(item => formatMessage(item.message))).toEqual([]);
});
