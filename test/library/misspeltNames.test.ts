/** Misspelt names of modules and of what libraries give, and names that are none of these. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../src/python/message.ts';
import { analyse } from '../checks/markers.ts';

const imports = `
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import scipy.stats
import seaborn as sns
import sklearn.metrics
import tensorflow as tf
from PIL import Image
from sklearn.cluster import KMeans
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, KFold
from sklearn.preprocessing import LabelEncoder, MinMaxScaler, StandardScaler
from tensorflow import keras
a = np.zeros((30, 4))
y = np.arange(30) % 2
`;

const given = {
  ds: 'ds = tf.data.Dataset.from_tensor_slices(a)',
  ax: 'fig, ax = plt.subplots()',
  df: "df = pd.DataFrame({'a': [1, 2], 'b': [3, 4], 'c': ['x', 'y']})",
  model: "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\nmodel.compile('adam', 'mse')",
  fitted: 'model.fit(a, y, epochs=1, verbose=0)',
  grid: "grid = GridSearchCV(RandomForestClassifier(), {'max_depth': [1, 2]})\ngrid.fit(a, y)",
  tape: 'x = tf.Variable(1.0)\nwith tf.GradientTape(persistent=True) as tape:\n    z = x * 2.0',
};

/** What is written, the class or module that lacks it in the library's own words, the wrong name, and the one that is meant. */
const misspelt: readonly (readonly [string, string, string, string])[] = [
  ["pd.read_cvs('x.csv')", "module 'pandas'", 'read_cvs', 'read_csv'],
  ['pd.dataframe(a)', "module 'pandas'", 'dataframe', 'DataFrame'],
  ['plt.plott(a)', "module 'matplotlib.pyplot'", 'plott', 'plot'],
  ["plt.tilte('x')", "module 'matplotlib.pyplot'", 'tilte', 'title'],
  ['np.random.rnad(3)', "module 'numpy.random'", 'rnad', 'rand'],
  ['np.linalg.nrom(a)', "module 'numpy.linalg'", 'nrom', 'norm'],
  ['scipy.stats.zscoer(a)', "module 'scipy.stats'", 'zscoer', 'zscore'],
  ["Image.opne('x.png')", "module 'PIL.Image'", 'opne', 'open'],
  ['sns.heatmpa(a)', "module 'seaborn'", 'heatmpa', 'heatmap'],
  ['sklearn.metrics.acuracy_score(y, y)', "module 'sklearn.metrics'", 'acuracy_score', 'accuracy_score'],
  [`${given.ax}\nax.plto(a)`, "'Axes' object", 'plto', 'plot'],
  [`${given.ax}\nax.set_titel('x')`, "'Axes' object", 'set_titel', 'set_title'],
  [`${given.ax}\nfig.savefgi('x.png')`, "'Figure' object", 'savefgi', 'savefig'],
  [`${given.df}\ndf.haed()`, "'DataFrame' object", 'haed', 'head'],
  [`${given.df}\ndf['a'].mena()`, "'Series' object", 'mena', 'mean'],
  [`${given.df}\ndf['c'].str.lowwer()`, "'StringMethods' object", 'lowwer', 'lower'],
  ['a.reshpae(4, 30)', "'numpy.ndarray' object", 'reshpae', 'reshape'],
  ['MinMaxScaler().fit_tranform(a)', "'MinMaxScaler' object", 'fit_tranform', 'fit_transform'],
  ['StandardScaler().transfrom(a)', "'StandardScaler' object", 'transfrom', 'transform'],
  ['LabelEncoder().fitt(y)', "'LabelEncoder' object", 'fitt', 'fit'],
  ['KMeans(2).fit(a).cluster_centres_', "'KMeans' object", 'cluster_centres_', 'cluster_centers_'],
  [
    'keras.preprocessing.text.Tokenizer().fit_on_text([])',
    "'Tokenizer' object",
    'fit_on_text',
    'fit_on_texts',
  ],
  ['KFold(3).spilt(a)', "'KFold' object", 'spilt', 'split'],
  [
    'RandomForestClassifier().predict_prob(a)',
    "'RandomForestClassifier' object",
    'predict_prob',
    'predict_proba',
  ],
  [`${given.grid}\ngrid.best_parms_`, "'GridSearchCV' object", 'best_parms_', 'best_params_'],
  [
    'tf.data.Dataset.from_tensor_slice(a)',
    "type object 'DatasetV2'",
    'from_tensor_slice',
    'from_tensor_slices',
  ],
  [`${given.ds}\nds.shufle(100)`, "'_TensorSliceDataset' object", 'shufle', 'shuffle'],
  [`${given.ds}\nds.shuffle(9).bacth(2)`, "'_ShuffleDataset' object", 'bacth', 'batch'],
  [`${given.ds}\nds.batch(2).prefetc(1)`, "'_BatchDataset' object", 'prefetc', 'prefetch'],
  ['tf.constant(1.0).shpae', "'tensorflow.python.framework.ops.EagerTensor' object", 'shpae', 'shape'],
  ['tf.constant(1.0).nunpy()', "'tensorflow.python.framework.ops.EagerTensor' object", 'nunpy', 'numpy'],
  ['tf.Variable(1.0).asign(2.0)', "'ResourceVariable' object", 'asign', 'assign'],
  ['keras.Input((3,)).shpae', "'KerasTensor' object", 'shpae', 'shape'],
  [`${given.tape}\ntape.gradiant(z, x)`, "'GradientTape' object", 'gradiant', 'gradient'],
  [`${given.model}\nmodel.sumary()`, "'Sequential' object", 'sumary', 'summary'],
  [`${given.model}\nh = ${given.fitted}\nh.hsitory`, "'History' object", 'hsitory', 'history'],
  ['keras.callbacks.EarlyStopping().stoped_epoch', "'EarlyStopping' object", 'stoped_epoch', 'stopped_epoch'],
];

/** Names as tutorials write them, of all versions, and names that a script gives objects itself. */
const correct: readonly string[] = [
  'pd.read_csv; pd.read_msgpack; pd.rolling_mean; pd.Panel; pd.Int64Index; pd.get_dummies; pd.io; pd.NA',
  'plt.hold(True)\nplt.set_cmap; plt.cm.viridis; plt.rcParams; plt.np; plt.style.use; plt.gca().plot',
  'sklearn.metrics.jaccard_similarity_score; sklearn.metrics.plot_roc_curve',
  'from sklearn.datasets import load_boston, fetch_mldata, load_iris, make_moons',
  'from sklearn.preprocessing import Imputer, StandardScaler, Normalizer',
  'from sklearn.utils import shuffle, class_weight',
  'import sklearn.linear_model as lm\nlm.LassoLars; lm.LassoLarsCV; lm.RandomizedLasso; lm.SGDClassifier',
  'np.random.random_integers; np.random.bit_generator; np.random.mtrand; np.linalg.lstsq; np.fft.rfft2',
  'scipy.stats.norm; scipy.stats.itemfreq; scipy.stats.stats; scipy.stats.median_absolute_deviation',
  `${given.ax}\nax.set_axis_bgcolor; ax.is_first_col; ax.w_xaxis; ax.twinx; ax.set_xticklabels; fig.set_tight_layout`,
  `${given.ds}\nds.make_one_shot_iterator; ds.output_shapes; ds.class_names; ds.element_spec; ds.take; ds.save; ds.scan`,
  `${given.ds}\nds.bach = 3\nds.bach`,
  'x = tf.constant(1.0)\nx.eval; x.op; x.graph; x.get_shape; x._keras_shape; x.experimental_ref; x.item; x.detach',
  'v = tf.Variable(1.0)\nv.assign_add; v.initialized_value; v.load; v.values; v.read_value; v.handle',
  'k = KMeans(2)\nk.inertia_; k.labels_; k.n_iter_; k.n_features_in_; k.get_params; k.labelled = 1\nk.labelled',
  `${given.grid}\ngrid.grid_scores_; grid.best_params_; grid.cv_results_; grid.best_estimator_; grid.scorer_`,
  'e = keras.callbacks.EarlyStopping()\ne.best_epoch; e.stopped_epoch; e.best; e.wait; e.monitor; e.saver; e.step; e.lr_schedule',
  'class Own(MinMaxScaler):\n    pass\nOwn().fit_tranform_',
  'class Own(keras.callbacks.Callback):\n    pass\nOwn().modle',
  'plt.plott = plt.plot\nplt.plott(a)',
  'Image.ANTIALIAS; Image.LANCZOS; Image.Resampling; Image.fromarray; Image.fromstring',
  'pd.no_such_thing_at_all',
  "hasattr(pd, 'read_cvs') or getattr(plt, 'plott', None)",
  'try:\n    pd.read_cvs\nexcept AttributeError:\n    pass',
];

describe('names that are misspelt', () => {
  it.each(misspelt)('%s', async (written, lacking, wrong, meant) => {
    const { findings } = await analyse(`${imports}${written}\n`);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ raises }) => raises?.replace(/\. Did you mean: .*$/, ''))).toEqual([
      `AttributeError: ${lacking} has no attribute '${wrong}'`,
    ]);
    const [error] = errors;
    expect(formatMessage(error!.message)).toContain(`no \`${wrong}\`; did you mean \`${meant}\`?`);
    expect(error!.fixes.map(({ edits }) => edits.map(({ text }) => text))).toEqual([[meant]]);
  });

  it.each([
    ['from sklearn.model_selection import train_test_splits', 'train_test_split'],
    ['from sklearn.preprocessing import StandarScaler', 'StandardScaler'],
    ['from sklearn.ensemble import RandomForrestClassifier', 'RandomForestClassifier'],
    ['from matplotlib.pyplot import subplts', 'subplots'],
    ['from pandas import DataFrme', 'DataFrame'],
  ])('%s', async (written, meant) => {
    const { findings } = await analyse(`${written}\n`);
    expect(findings.map(({ code }) => code)).toEqual(['import-name']);
    expect(formatMessage(findings[0]!.message)).toContain(`did you mean \`${meant}\`?`);
  });

  it.each(correct)('says nothing of %s', async written => {
    const { findings } = await analyse(`${imports}${written}\n`);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('modules that are first needed in a branch', () => {
  it('are whole in the branches after it', async () => {
    const program =
      "import numpy as np\nif input() == 'a':\n    b = np.pad(np.zeros(3), 1)\nelse:\n    b = np.pad(np.zeros(4), 1)\nprint(b)\n";
    expect((await analyse(program)).findings).toEqual([]);
  });
});
