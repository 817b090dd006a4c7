/** What a version of Keras has lost is an error only for that version; a script's own idioms say which it is for. */
import { describe, expect, test } from 'vitest';
import { type KerasVersion, resolveKeras } from '../../../src/library/kerasVersion.ts';
import { analyse, type KerasVersionOption } from '../../checks/markers.ts';
import { testParser } from '../../python/run.ts';

async function errors(program: string, version: KerasVersionOption = 'auto'): Promise<string[]> {
  const { findings } = await analyse(program, version);
  return findings.filter(finding => finding.severity === 'error').map(finding => finding.code);
}

const model = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.optimizers import Adam
x = np.random.rand(20, 4)
y = np.random.rand(20)
model = Sequential()
`;

describe('auto', () => {
  test.each<[string, KerasVersion]>([
    ['import keras\nkeras.optimizers.Adam(lr=0.1)', 3],
    ['model.fit(x, y, nb_epoch=2)', 3],
    ['model.add(Dense(output_dim=3))\nmodel.fit(x, y, nb_epoch=2)', 1],
    ['model.fit(x, y, nb_epoch=2)\nAdam(lr=0.1)', 1],
    ["ConvLSTM2D(nb_filter=4, nb_row=3, nb_col=3, border_mode='same')", 1],
    ['Conv2D(nb_filter=4, nb_row=3, nb_col=3)', 1],
    ["Conv2D(4, 3, 3, border_mode='same')\nDense(3, init='uniform')", 1],
    ["Conv2D(nb_filter=4, kernel_size=3, border_mode='same')\nDense(units=3)", 3],
    ["from keras import ops\nConv2D(nb_filter=4, nb_row=3, nb_col=3, border_mode='same')", 3],
    ['from keras.layers.core import Dense', 2],
    ['import tensorflow as tf\ntf.keras.Sequential()', 2],
    ['from tensorflow.keras import layers', 2],
    ['from tensorflow.keras import Model\nModel(input=i, output=o)\nDense(output_dim=3)', 2],
    ['import tensorflow as tf\ntf.keras.Model(input=i, output=o)', 2],
    ['import tensorflow as tf\nModel(input=i, output=o)', 1],
    ['from keras import backend as K\nK.softmax(x)', 2],
    ['from keras import backend as K\nK.clear_session()', 3],
    ['model.fit_generator(g, 3)', 2],
    ['from keras import ops\nmodel.fit_generator(g, 3)', 3],
    ['import numpy as np\nnp.bool', 3],
    ['from keras.utils import np_utils', 2],
    ['from keras.layers import CuDNNLSTM', 2],
    ['from keras.utils import to_categorical', 3],
    ['import tensorflow as tf\ntf.keras.ops.relu', 3],
    ['from tensorflow.keras.layers import RandAugment', 3],
    ['import tensorflow as tf\ntf.keras.layers.Dense(1)', 2],
    ["keras.optimizers.Adam(lr=0.1)\nhistory.history['val_acc']", 2],
    ["history.history['acc']", 3],
    ["model.compile(metrics=['acc'])\nkeras.optimizers.Adam(lr=0.1)\nhistory.history['val_acc']", 3],
    ["ModelCheckpoint('best.hdf5', monitor='val_acc')\nmodel.compile(metrics=['accuracy'])", 2],
    ["model.compile(metrics=['mae'])\nAdam(lr=0.1)\nhistory.history['val_mean_absolute_error']", 2],
    ['from __future__ import print_function\nAdam(lr=0.1)', 2],
    ['from __future__ import print_function\nmodel.fit(x, y, nb_epoch=2)', 1],
    ['import theano\nfrom keras.layers import Dense', 2],
    ['import theano\nmodel.fit(x, y, nb_epoch=2)', 1],
    ['from sklearn.cross_validation import train_test_split\nAdam(lr=0.1)', 2],
    ['import keras\nimport tensorflow as tf\ntf.Session()', 2],
    ['import keras\nimport tensorflow.compat.v1 as tf\ntf.Session()', 3],
    ['shape = x.shape.as_list()\nshape[1]', 3],
    ['for i in xrange(3): pass\nx.shape.as_list()', 2],
    ['model.add(LSTM(3, input_shape=(5, 2), batch_size=4, stateful=True))', 2],
    ['model.add(LSTM(3, batch_input_shape=(4, 5, 2)))', 3],
    ['import keras\nkeras.saving.register_keras_serializable()', 3],
    [
      'import keras\nimport tensorflow as tf\ntf.keras.Model\n@keras.saving.register_keras_serializable()\ndef f(): pass',
      2,
    ],
  ])('%s', async (program, version) => {
    const parser = await testParser();
    expect(resolveKeras('auto', parser.parse(program).module).version).toBe(version);
    expect(resolveKeras('2', parser.parse(program).module).version).toBe(2);
  });
});

describe('names that are gone', () => {
  test.each([
    ['np.float', 'a = np.zeros((2, 3), dtype=np.float)', 'attribute-error'],
    ['lr', `${model}Adam(lr=0.1)`, 'renamed-argument'],
    [
      'nb_epoch',
      `${model}model.add(Dense(1, input_dim=4))\nmodel.compile('sgd', 'mse')\nmodel.fit(x, y, nb_epoch=2)`,
      'renamed-argument',
    ],
  ])('%s', async (_name, program, code) => {
    const text = `import numpy as np\n${program}`;
    expect(await errors(text, '3')).toEqual([code]);
    expect(await errors(text, '2')).toEqual([]);
    expect(await errors(text, '1')).toEqual([]);
  });

  test.each([
    ['a module of utilities', 'from keras.utils import np_utils', 'import-name'],
    ['a module of layers', 'from keras.layers.core import Dense', 'import-name'],
    ['an internal module', 'import keras.engine.training as training', 'import-name'],
    ['a part of a module', 'import keras\nkeras.preprocessing.text.Tokenizer', 'attribute-error'],
    ['a layer', 'from keras.layers import ThresholdedReLU', 'import-name'],
    ['a function of the backend', 'from keras import backend as K\nK.sum([1])', 'attribute-error'],
  ])('%s, in Keras 3 alone', async (_name, program, code) => {
    expect(await errors(program, '3')).toEqual([code]);
    expect(await errors(program, '2')).toEqual([]);
  });

  test('analysis goes on with what is meant', async () => {
    const wrong = `from keras.layers.core import Dense
from keras.utils import np_utils
from keras.models import Sequential
import numpy as np
model = Sequential([Dense(3, input_dim=4)])
model.compile(loss='categorical_crossentropy')
model.fit(np.zeros((8, 4)), np_utils.to_categorical(np.arange(8) % 4))
`;
    expect(await errors(wrong, '3')).toEqual(['import-name', 'import-name', 'label-shape']);
    const caught = `try:
    from keras.layers.merge import concatenate
except ImportError:
    from keras.layers import concatenate
`;
    expect(await errors(caught, '3')).toEqual([]);
  });

  test('tf.keras has some of them still', async () => {
    const text = `import tensorflow as tf
from tensorflow.keras.preprocessing.text import Tokenizer
Tokenizer()
tf.keras.layers.ThresholdedReLU()
tf.keras.backend.sum([1, 2])
`;
    expect(await errors(text, '3')).toEqual([]);
    expect(await errors('from tensorflow.keras.layers.experimental import preprocessing', '3')).toEqual([
      'import-name',
    ]);
  });

  test('what every version has, and what is in its own folders, is there', async () => {
    expect(await errors('import keras\nkeras.__version__', '3')).toEqual([]);
    expect(await errors('from keras.src import backend\nbackend.Variable(1.0)', '3')).toEqual([]);
  });

  test.each([
    ['a module', 'from keras import ops', 'import-name'],
    ['a layer of a later release', 'import keras\nkeras.layers.RandomHue()', 'attribute-error'],
    ['a class of utilities', 'from keras.utils import PyDataset', 'import-name'],
  ])('what Keras 3 brought is not in Keras 2: %s', async (_name, program, code) => {
    expect(await errors(program, '2')).toEqual([code]);
    expect(await errors(program, '3')).toEqual([]);
  });

  test.each([
    'keras.layers.Dense(3, lora_rank=2, lora_alpha=4)',
    'keras.layers.MultiHeadAttention(2, 8, flash_attention=False)',
    "keras.applications.VGG16(weights=None, name='eyes')",
    'keras.ops.isclose([1.0], [1.0], rtol=0.1)',
    "keras.callbacks.BackupAndRestore('folder', double_checkpoint=True)",
    "keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)]).save('m.keras', zipped=False)",
  ])('what a later release of Keras 3 takes is no mistake: %s', async program => {
    expect(await errors(`import keras\n${program}`, '3')).toEqual([]);
    const misspelt = program.replace(
      /\b(lora_alpha|flash_attention|name|rtol|double_checkpoint|zipped)=/,
      '$1s=',
    );
    expect(await errors(`import keras\n${misspelt}`, '3')).toHaveLength(1);
  });

  test('a layer takes its old required argument by its old name', async () => {
    const text = `${model}model.add(Dense(output_dim=7, input_dim=4, init='uniform'))`;
    const program = await analyse(text, '1');
    expect(program.findings).toEqual([]);
    expect(program.models[0]?.layers.at(-1)?.outputShape).toEqual([null, 7]);
    expect(await errors(text, '3')).not.toEqual([]);
  });
});

describe('Keras 2', () => {
  test('flat labels are a column: warned of, no error', async () => {
    const text = `${model}model.add(Dense(3, input_dim=4))\nmodel.compile('sgd', 'mse')\nmodel.fit(x, y)`;
    expect(await errors(text, '3')).toEqual(['label-shape']);
    const { findings } = await analyse(text, '2');
    expect(findings.map(finding => finding.code)).toContain('regression-broadcast');
    expect(await errors(text, '2')).toEqual([]);
  });

  test('generators have methods of their own', async () => {
    const text = (keyword: string) => `${model}
def batches():
    while True:
        yield np.zeros((5, 4)), np.zeros((5, 1))
model.add(Dense(1, input_dim=4))
model.compile('sgd', 'mse')
model.fit_generator(${keyword}=batches(), steps_per_epoch=3, epochs=2, workers=2, max_queue_size=4)
model.evaluate_generator(batches(), steps=2)
model.predict_generator(batches(), steps=2, verbose=1)
`;
    expect(await errors(text('generator'))).toEqual([]);
    expect(await errors(text('x'))).not.toEqual([]);
  });
});

test('logs answer scripts of before Keras 2.3 by the names of their time', async () => {
  const text = (name: string) => `${model}import matplotlib.pyplot as plt
model.add(Dense(1, input_dim=4, name='c1'))
model.compile('sgd', 'mse', metrics=['accuracy', 'mae'])
history = model.fit(x, y, epochs=2)
plt.plot(history.history.get('${name}'))
assert '${name}' in history.history
`;
  expect(await errors(text('acc'), '2')).toEqual([]);
  expect(await errors(text('mean_absolute_error'), '2')).toEqual([]);
  expect(await errors(text('mean_absolute_error'), '3')).not.toEqual([]);
  expect(await errors(text('precision'), '2')).not.toEqual([]);
});

test('EarlyStopping asks for a direction in Keras 3 only', async () => {
  const text = `${model}from keras.callbacks import EarlyStopping
def spread(labels, outputs):
    return labels - outputs
model.add(Dense(1, input_dim=4))
model.compile('sgd', 'mse', metrics=[spread])
model.fit(x, y.reshape(-1, 1), epochs=2, callbacks=[EarlyStopping('spread')])
`;
  expect(await errors(text, '2')).toEqual([]);
});

test('what the command line must give is unknown', async () => {
  const text = `import argparse
parser = argparse.ArgumentParser()
parser.add_argument('image')
parser.add_argument('--size', type=int)
parser.add_argument('--width', type=int, default=8)
args = parser.parse_args()
from keras.layers import Dense, Input
a = Dense(args.size)(Input((args.width,)))
b = args.image + '.png'
c = args.size * 2
`;
  expect(await errors(text)).toEqual([]);
});

test('names that Keras only holds inside of its modules are no errors, in the versions that had them', async () => {
  const inside = (kept: string) => `import keras
from keras import backend as K
print(${kept})
`;
  const ofKeras2 = [
    'keras.utils.np_utils.to_categorical, keras.utils.generic_utils, keras.utils.conv_utils, keras.utils.layer_utils',
    'K.tf, K.np, K.get_session, K.learning_phase, K.tensorflow_backend, K.name_scope',
    'keras.preprocessing.image_dataset, keras.preprocessing.text, keras.mixed_precision.get_layer_policy',
    'keras.layers.experimental.preprocessing.CategoryCrossing, keras.__internal__.losses',
  ];
  for (const names of ofKeras2) expect(await errors(inside(names), '2'), names).toEqual([]);
  expect(await errors(inside('keras.utils.Config, keras.utils.bounding_boxes'), '3')).toEqual([]);
  for (const misspelt of ['keras.utils.to_catgorical', 'K.flaotx', 'keras.preprocessing.imagee'])
    for (const version of ['2', '3'] as const)
      expect(await errors(inside(misspelt), version), misspelt).toHaveLength(1);
});
