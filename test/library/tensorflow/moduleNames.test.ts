/** Names that modules of TensorFlow hold, and those that none of its versions has. */
import { describe, expect, it } from 'vitest';
import { listedModules, namesOfModule } from '../../../src/library/tensorflow/moduleNames.ts';
import { analyse } from '../../checks/markers.ts';
import { runKeras } from '../keras/program.ts';

/** What our text defines in one module for another, which is where TensorFlow has it. */
const forOthers = new Set([
  'tensorflow.distribute.CentralStorageStrategy',
  'tensorflow.ragged.RaggedTensor',
  'tensorflow.train.DecodeError',
]);

const raised = async (program: string) => (await analyse(program)).findings.map(({ raises }) => raises);

describe('names of TensorFlow', () => {
  it('lists every name that a module of ours defines', async () => {
    const { stdout, stderr } = await runKeras(
      `import importlib\nfor path in ${JSON.stringify(listedModules)}:\n    print(path, *dir(importlib.import_module(path)))\n`,
    );
    expect(stderr).toBe('');
    const modelled = stdout.trimEnd().split('\n');
    expect(modelled).toHaveLength(listedModules.length);
    const unlisted = modelled.flatMap(line => {
      const [path, ...names] = line.split(' ');
      const listed = namesOfModule(path!);
      return names
        .filter(name => listed !== 'all' && !listed.has(name))
        .map(name => `${path}.${name}`)
        .filter(name => !forOthers.has(name));
    });
    expect(unlisted).toEqual([]);
    expect(modelled.join(' ')).toContain(' reduce_mean ');
  });

  it.each([
    ['tf.reduce_meen([1.0])', 'tensorflow', 'reduce_meen', 'reduce_mean'],
    ['tf.math.redcue_sum([1.0])', 'tensorflow._api.v2.math', 'redcue_sum', 'reduce_sum'],
    ['tf.nn.sigmoyd([1.0])', 'tensorflow._api.v2.nn', 'sigmoyd', 'sigmoid'],
    ['tf.data.Datset', 'tensorflow._api.v2.data', 'Datset', 'Dataset'],
    ['tf.data.experimental.AUTOTUNEE', 'tensorflow._api.v2.data.experimental', 'AUTOTUNEE', 'AUTOTUNE'],
    ['tf.lookup.StaticHashTabel', 'tensorflow._api.v2.lookup', 'StaticHashTabel', 'StaticHashTable'],
    ['tf.confg', 'tensorflow', 'confg', 'config'],
    ['tf.reduce_std([1.0])', 'tensorflow', 'reduce_std', 'reduce_sum'],
    ['tf.kers.layers', 'tensorflow', 'kers', 'keras'],
  ])('tells of %s', async (expression, module, wrong, meant) => {
    expect(await raised(`import tensorflow as tf\n${expression}\n`)).toEqual([
      `AttributeError: module '${module}' has no attribute '${wrong}'. Did you mean: '${meant}'?`,
    ]);
  });

  it('tells of a name that is imported', async () => {
    expect(await raised('from tensorflow.math import reduce_meen\n')).toEqual([
      "ImportError: cannot import name 'reduce_meen' from 'tensorflow.math' (unknown location)",
    ]);
  });

  it.each([
    'tf.raw_ops.Ad(x=1, y=2)',
    'tf.Session()',
    'tf.log(1.0)',
    'tf.mul(1.0, 2.0)',
    'tf.contrib.layers.xaver_initializer()',
    'tf.train.SummaryWriter("logs")',
    'tf.nn.rnn_cell.BasicLSTMCell(3)',
    'tf.gfile.Exists',
    'tf.compat.v1.palceholder',
    'tf.python.framework',
    'tf.__git_version__',
    'tf._private',
    'tf.image.decode_webp',
    'tf.estimator.DNNClassifier',
    'tf.lookup.StaticHashTable',
    'tf.experimental.numpy.asarray([1])',
    'tf.metrics.accuracy([1], [1])',
    'tf.losses.softmax_cross_entropy([[1.0]], [[1.0]])',
    'tf.initializers.variance_scaling()',
  ])('says nothing of %s', async expression => {
    expect(await raised(`import tensorflow as tf\n${expression}\n`)).toEqual([]);
  });

  it('tells of a name that Keras has nowhere, through TensorFlow or not', async () => {
    expect(await raised('import tensorflow as tf\ntf.losses.MeanSquaredErorr()\n')).toEqual([
      "AttributeError: module 'keras.losses' has no attribute 'MeanSquaredErorr'. Did you mean: 'MeanSquaredError'?",
    ]);
    expect(await raised('import keras\nkeras.losses.softmax_cross_entropy\n')).toHaveLength(1);
    expect(await raised('from tensorflow.metrics import auc, AUC\nAUC()\n')).toEqual([]);
  });

  it('says nothing of what the script puts there itself', async () => {
    expect(
      await raised('import tensorflow as tf\ntf.reduce_meen = tf.reduce_mean\ntf.reduce_meen([1.0])\n'),
    ).toEqual([]);
  });
});
