/** Callbacks that watch a log by a name that it does not have, and those that lie next to them. */
import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../src/python/message.ts';
import { analyse, applyFix, type KerasVersionOption } from './markers.ts';

const start = `import numpy as np
import pandas as pd
import keras
from keras import layers
from keras.callbacks import *

x, y = np.random.random((40, 4)), np.random.randint(0, 3, 40)
`;

function trained(
  callback: string,
  metrics = ", metrics=['acc']",
  fit = 'x, y, validation_split=0.2',
): string {
  return `${start}
model = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation='relu'), layers.Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam'${metrics})
model.fit(${fit}, epochs=3, callbacks=[${callback}])
`;
}

async function messages(program: string, kerasVersion: KerasVersionOption): Promise<string[]> {
  const { findings } = await analyse(program, kerasVersion);
  return findings.map(item => `${item.code}: ${formatMessage(item.message)}`);
}

const named = ['Watch `val_acc`'];
const dead: Readonly<Record<string, readonly [string, string, readonly string[]]>> = {
  'an accuracy by its other name': [
    trained("EarlyStopping(monitor='val_accuracy', mode='max')"),
    '`EarlyStopping` watches `val_accuracy`, which is never measured; there are `loss`, `acc`, `val_loss`, `val_acc`.',
    named,
  ],
  'a checkpoint by place': [
    trained("ModelCheckpoint('best.keras', 'val_accuracy', save_best_only=True)"),
    '`ModelCheckpoint` watches `val_accuracy`, which is never measured; there are `loss`, `acc`, `val_loss`, `val_acc`.',
    named,
  ],
  'a metric with a name of its own': [
    trained(
      "ReduceLROnPlateau(monitor='val_accuracy')",
      ", metrics=[keras.metrics.SparseCategoricalAccuracy(name='acc')]",
    ),
    '`ReduceLROnPlateau` watches `val_accuracy`, which is never measured; there are `loss`, `acc`, `val_loss`, `val_acc`.',
    named,
  ],
  'beside lambdas that only look at the logs': [
    trained(
      "ModelCheckpoint('best.keras', 'val_accuracy', save_best_only=True), LambdaCallback(on_epoch_end=lambda epoch, logs: print(logs['loss']))",
    ),
    '`ModelCheckpoint` watches `val_accuracy`, which is never measured; there are `loss`, `acc`, `val_loss`, `val_acc`.',
    named,
  ],
  'no metrics': [
    trained("EarlyStopping(monitor='val_accuracy', mode='max')", ''),
    '`EarlyStopping` watches `val_accuracy`, which is never measured; there are `loss`, `val_loss`.',
    ["Compile with metrics=['accuracy']"],
  ],
  'data of which nothing is known': [
    trained(
      "EarlyStopping(monitor='accuracy', mode='max')",
      ", metrics=['acc']",
      "pd.read_csv('a.csv').values, pd.read_csv('b.csv').values",
    ),
    '`EarlyStopping` watches `accuracy`, which is never measured; there are `loss`, `acc`.',
    ['Watch `acc`'],
  ],
  'a slip of the pen': [
    trained("EarlyStopping(monitor='vall_loss', mode='min')"),
    '`EarlyStopping` watches `vall_loss`, which is never measured; there are `loss`, `acc`, `val_loss`, `val_acc`.',
    ['Watch `val_loss`'],
  ],
};

describe.each(['2', '3'] as const)('Keras %s', version => {
  test.each(Object.entries(dead))('%s', async (_, [program, text, titles]) => {
    const { findings } = await analyse(program, version);
    expect(findings.map(item => `${item.code}: ${formatMessage(item.message)}`)).toEqual([
      `dead-monitor: ${text}`,
    ]);
    const [{ fixes }] = findings as [(typeof findings)[number]];
    expect(fixes.map(fix => formatMessage(fix.title))).toEqual(titles);
    for (const fix of fixes) expect(await messages(applyFix(program, fix), version)).toEqual([]);
  });
});

const own = `class Log(Callback):
    def on_epoch_end(self, epoch, logs=None):
        logs['val_f1'] = 1.0
`;

const silent: Readonly<Record<string, string>> = {
  'the name that is logged': trained("EarlyStopping(monitor='val_acc', mode='max')"),
  'a callback of the script that adds the log':
    `${own}${trained("Log(), EarlyStopping(monitor='val_f1', mode='max')")}`.replace(
      /^([\s\S]*?\n)(import[\s\S]*?callbacks import \*\n)/,
      '$2$1',
    ),
  'functions given to a callback': trained(
    "LambdaCallback(on_epoch_end=lambda epoch, logs: logs.update(f1=1)), EarlyStopping(monitor='f1', mode='max')",
  ),
  'a function that a callback hands its logs': trained(
    "LambdaCallback(on_epoch_end=lambda epoch, logs: (lambda kept: kept.update(f1=1))(logs)), EarlyStopping(monitor='f1', mode='max')",
  ),
  'the learning rate': trained("EarlyStopping(monitor='learning_rate', mode='min'), ReduceLROnPlateau()"),
  'a checkpoint of every epoch': trained("ModelCheckpoint('each.keras', monitor='val_accuracy')"),
  'the number of a second metric of its kind': trained(
    "EarlyStopping(monitor='val_auc', mode='max')",
    ', metrics=[keras.metrics.AUC(name="auc_1")]',
    'x, keras.utils.to_categorical(y), validation_split=0.2',
  ).replace('sparse_categorical', 'categorical'),
  'a training step of the script': `${start}
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3, activation='softmax')
    def call(self, inputs):
        return self.dense(inputs)
    def train_step(self, data):
        return {**super().train_step(data), 'f1': 1.0}
model = Net()
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(x, y, epochs=3, callbacks=[EarlyStopping(monitor='f1', mode='max')])
`,
};

test.each(Object.entries(silent))('silent: %s', async (_, program) => {
  for (const version of ['2', '3'] as const) expect(await messages(program, version)).toEqual([]);
});

test('silent where a layer of Keras 2 adds a metric', async () => {
  const program = `${start}
class Watched(layers.Layer):
    def call(self, inputs):
        self.add_metric(inputs, name='mean_input')
        return inputs
model = keras.Sequential([keras.Input((4,)), Watched(), layers.Dense(3, activation='softmax')])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
table = pd.read_csv('a.csv').values
for data in ((x, y), (table[:, :4], table[:, 4])):
    model.fit(*data, epochs=3, callbacks=[EarlyStopping(monitor='mean_input', mode='max')])
model.fit(x, y, epochs=3, callbacks=[EarlyStopping(monitor='mean_input', mode='max')])
model.fit(table[:, :4], table[:, 4], epochs=3, callbacks=[EarlyStopping(monitor='mean_input', mode='max')])
`;
  expect(await messages(program, '2')).toEqual([]);
});

test('an accuracy that early versions of Keras 2 logged as `acc`', async () => {
  const program = trained("EarlyStopping(monitor='val_acc', mode='max')", ", metrics=['accuracy']");
  expect(await messages(program, '2')).toEqual([]);
  const found = [
    'dead-monitor: `EarlyStopping` watches `val_acc`, which is never measured; there are `loss`, `accuracy`, `val_loss`, `val_accuracy`.',
  ];
  expect(await messages(program, '3')).toEqual(found);
  expect(await messages(program.replace('import keras', 'from tensorflow import keras'), '2')).toEqual(found);
});
