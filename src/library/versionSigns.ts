/** The idioms by which a script tells which version of Keras it is written for. */

import type { Node, NodeOf } from '../python/syntax.ts';
import { isGone, isNew } from './keras/modules/nameHistory.ts';
import type { KerasVersion } from './kerasVersion.ts';

/** Keywords that several layers of Keras 1 took. */
const convolution =
  'nb_filter nb_row nb_col border_mode subsample subsample_length dim_ordering init W_regularizer';
const recurrence = 'output_dim init inner_init inner_activation dropout_W dropout_U';

/** Keywords that Keras 2 renamed, by the calls that took them. */
const renamedByKeras2: Readonly<Record<string, string>> = {
  fit: 'nb_epoch',
  fit_generator: 'nb_epoch samples_per_epoch nb_val_samples nb_worker',
  Dense: 'output_dim init W_regularizer',
  Convolution1D: `${convolution} filter_length`,
  Convolution2D: convolution,
  Convolution3D: `${convolution} kernel_dim1 kernel_dim2 kernel_dim3`,
  SeparableConvolution2D: convolution,
  ConvLSTM2D: `${convolution} ${recurrence}`,
  MaxPooling2D: 'border_mode dim_ordering',
  AveragePooling2D: 'border_mode dim_ordering',
  Embedding: 'init W_regularizer',
  LSTM: recurrence,
  GRU: recurrence,
  SimpleRNN: recurrence,
  Model: 'input output',
};
const namesOfKeras1: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(renamedByKeras2).map(([callee, names]) => [callee, new Set(names.split(' '))]),
);

/** Names of today in such calls: beside them an older name is a mistake of today. */
const namesOfLater = new Set(
  (
    'epochs steps_per_epoch validation_steps units filters kernel_size strides padding data_format use_bias ' +
    'kernel_initializer kernel_regularizer recurrent_activation recurrent_dropout inputs outputs'
  ).split(' '),
);

/** Methods of models and generators that Keras 3 has no longer. */
const methodsOfKeras2 = new Set([
  'fit_generator',
  'evaluate_generator',
  'predict_generator',
  'predict_classes',
  'predict_proba',
]);

/** Modules that only Keras 1 and 2 had, and tf.keras, which most scripts know as Keras 2. */
const modulesOfKeras2 =
  /^(keras\.(layers\.(core|convolutional|pooling|recurrent|embeddings|normalization|merge|wrappers|noise|local|advanced_activations|convolutional_recurrent)|engine|legacy|objectives|preprocessing\.text|utils\.np_utils|utils\.generic_utils|utils\.vis_utils|wrappers)|tensorflow\.keras|tensorflow\.python\.keras|tf_keras)(\.|$)/;

/** What earlier versions computed with beside TensorFlow. */
const backendsOfKeras2 = /^(theano|cntk)(\.|$)/;

/** What a script imports to run on Python 2 as well. */
const futures = new Set(['print_function', 'division', 'absolute_import', 'unicode_literals']);

/** What `keras.backend` still has in Keras 3. */
const backendOfKeras3 = new Set(
  (
    'backend clear_session epsilon floatx get_uid image_data_format is_float_dtype is_int_dtype is_keras_tensor ' +
    'result_type set_epsilon set_floatx set_image_data_format standardize_dtype'
  ).split(' '),
);

/** Names that Keras 3 brought, which `saving` is not: a script that uses one is not for an older version. */
const modulesOfKeras3 = new Set(['ops', 'random', 'distribution', 'tree', 'quantizers', 'export']);

/** Names of TensorFlow 1 that its successor lost: no Keras 3 has run beside it. */
const namesOfTensorFlow1 = new Set([
  ...['Session', 'InteractiveSession', 'ConfigProto', 'GPUOptions', 'placeholder', 'contrib', 'get_variable'],
  ...['variable_scope', 'global_variables_initializer', 'initialize_all_variables', 'set_random_seed'],
  ...['reset_default_graph', 'get_default_graph'],
]);

/** What only an earlier Python or another library's earlier release had. */
const earlyModules =
  /^(sklearn\.(cross_validation|grid_search|externals)|sklearn\.preprocessing\.(Imputer|imputation)|scipy\.misc\.(imread|imresize|imsave|imshow|toimage)|matplotlib\.finance|pandas\.tools|StringIO|cPickle|urllib2)(\.|$)/;
const earlyFunctions = new Set(['xrange', 'raw_input', 'unicode', 'basestring']);
const earlyArguments: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['TensorBoard', new Set(['batch_size', 'write_grads', 'embeddings_layer_names', 'embeddings_data'])],
  ['ReduceLROnPlateau', new Set(['epsilon'])],
  ['ModelCheckpoint', new Set(['period'])],
  ['OneHotEncoder', new Set(['n_values', 'categorical_features'])],
]);

/** Before 2.3 a metric that was asked for by its short name was logged by its whole one, and the accuracy by `acc`. */
const wholeNames: ReadonlyMap<string, string> = new Map([
  ['acc', 'accuracy'],
  ['mean_absolute_error', 'mae'],
  ['mean_squared_error', 'mse'],
  ['mean_absolute_percentage_error', 'mape'],
]);

const watchers = new Set(['EarlyStopping', 'ModelCheckpoint', 'ReduceLROnPlateau']);

/** Layers that took the size of their batches beside their shape before Keras 3. */
const recurrentLayers = new Set(['LSTM', 'GRU', 'SimpleRNN', 'RNN']);

/** What shows that a script is old. One of them may be a mistake of today; together they are of their time. */
type WeakSign = 'rate' | 'rate-attribute' | 'file' | 'python' | 'library' | 'argument' | 'shape';

/** Keras as TensorFlow brings it, which began with Keras 2. */
const kerasOfTensorFlow = /^(tensorflow\.(python\.)?keras|tf_keras)(\.|$)/;

/** What speaks for a version. A renamed keyword alone speaks for a mistake as well as for an old script. */
export class Signs {
  readonly keras1 = new Set<string>();
  /** Names of today where version 1 had others. */
  readonly later = new Set<string>();
  keras2 = false;
  keras3 = false;
  /** Whether it takes Keras from TensorFlow. */
  fromTensorFlow = false;
  /** Whether it computes with a library that Keras 3 knows no longer. */
  earlyBackend = false;
  readonly weak = new Set<WeakSign>();
  /** Names of logs that are read or watched, without `val_`, and those that metrics are compiled by. */
  readonly logsRead = new Set<string>();
  readonly metrics = new Set<string>();
  /** What `keras.backend` and TensorFlow are imported as. */
  readonly backend = new Set<string>();
  readonly tensorflow = new Set<string>();

  /** All that reading uses depends on. */
  get importedNames(): string {
    return `${[...this.backend].join()};${[...this.tensorflow].join()}`;
  }

  /** For the uses of a part of the program: it knows the imports and has no other sign yet. */
  ofUses(): Signs {
    const signs = new Signs();
    for (const name of this.backend) signs.backend.add(name);
    for (const name of this.tensorflow) signs.tensorflow.add(name);
    return signs;
  }

  /** Whether uses have shown nothing. */
  get isEmpty(): boolean {
    const { keras1, later, weak, logsRead, metrics } = this;
    const isSure = this.keras2 || this.keras3 || this.fromTensorFlow;
    return !isSure && [keras1, later, weak, logsRead, metrics].every(signs => signs.size === 0);
  }

  /** Takes over what uses elsewhere have shown. */
  add(other: Signs): void {
    this.keras2 ||= other.keras2;
    this.keras3 ||= other.keras3;
    this.fromTensorFlow ||= other.fromTensorFlow;
    for (const name of other.keras1) this.keras1.add(name);
    for (const name of other.later) this.later.add(name);
    for (const sign of other.weak) this.weak.add(sign);
    for (const name of other.logsRead) this.logsRead.add(name);
    for (const name of other.metrics) this.metrics.add(name);
  }

  get version(): KerasVersion {
    if (this.keras3) return 3;
    const { size: renamed } = this.keras1;
    const old = this.weak.size + (this.readsEarlyLogs ? 1 : 0);
    const isMostlyEarlier = renamed >= 2 && renamed > this.later.size;
    const isEarlier = isMostlyEarlier || (renamed > 0 && (this.earlyBackend || this.isOld));
    if (isEarlier && !this.fromTensorFlow) return 1;
    return this.keras2 || this.earlyBackend || old >= 2 ? 2 : 3;
  }

  /** Whether something else than a log shows that the script is old. */
  private get isOld(): boolean {
    return !this.keras2 && this.weak.size > 0;
  }

  private get readsEarlyLogs(): boolean {
    for (const name of this.logsRead) {
      for (const [early, late] of wholeNames) {
        if (name !== early && !name.endsWith(`_${early}`)) continue;
        if (this.metrics.has(late) || (early === 'acc' && !this.metrics.has('acc'))) return true;
      }
    }
    return false;
  }
}

export function readImports(node: Node, signs: Signs): void {
  if (node.kind === 'Import') {
    for (const { name, asname } of node.names) {
      if (modulesOfKeras2.test(name)) signs.keras2 = true;
      if (kerasOfTensorFlow.test(name)) signs.fromTensorFlow = true;
      if (backendsOfKeras2.test(name)) signs.earlyBackend = true;
      if (earlyModules.test(name)) signs.weak.add('library');
      if (name === 'tensorflow') signs.tensorflow.add(asname ?? name);
      if (/(^|\.)keras\.backend$/.test(name) && asname !== null) signs.backend.add(asname);
    }
  } else if (node.kind === 'ImportFrom' && node.module !== null) {
    const from = node.module;
    if (modulesOfKeras2.test(from)) signs.keras2 = true;
    if (kerasOfTensorFlow.test(from)) signs.fromTensorFlow = true;
    if (backendsOfKeras2.test(from)) signs.earlyBackend = true;
    if (from === '__future__' && node.names.some(({ name }) => futures.has(name))) signs.weak.add('python');
    for (const { name, asname } of node.names) {
      if (modulesOfKeras2.test(`${from}.${name}`) || isGone(from, name)) signs.keras2 = true;
      if (isNew(from.replace(/^tensorflow\./, ''), name)) signs.keras3 = true;
      if (earlyModules.test(`${from}.${name}`)) signs.weak.add('library');
      if (/(^|\.)keras$/.test(from) && name === 'backend') signs.backend.add(asname ?? name);
      if (from === 'keras' && modulesOfKeras3.has(name)) signs.keras3 = true;
      if (from === 'tensorflow' && name === 'keras') signs.keras2 = signs.fromTensorFlow = true;
      if (/^keras\.backend$/.test(from) && !backendOfKeras3.has(name) && name !== '*') signs.keras2 = true;
    }
    if (/^keras\.(ops|random|distribution|tree)(\.|$)/.test(from)) signs.keras3 = true;
  }
}

export function readUse(node: Node, signs: Signs): void {
  if (node.kind === 'Attribute') readAttribute(node, signs);
  if (node.kind === 'Subscript') readKey(node, signs);
  if (node.kind === 'Call') readCall(node, signs);
}

function readCall(node: NodeOf<'Call'>, signs: Signs): void {
  const { func } = node;
  const callee = func.kind === 'Attribute' ? func.attr : func.kind === 'Name' ? func.id : '';
  const [first] = node.args;
  if (func.kind === 'Attribute' && methodsOfKeras2.has(callee)) signs.keras2 = true;
  if (func.kind === 'Name' && earlyFunctions.has(callee)) signs.weak.add('python');
  if (func.kind === 'Attribute' && callee === 'get') readLog(first, signs);
  if (watchers.has(callee) && callee !== 'ModelCheckpoint') readLog(first, signs);
  const file = textOf(first ?? node.keywords.find(({ arg }) => arg === 'filepath')?.value);
  if ((callee === 'save_weights' || callee === 'ModelCheckpoint') && /(?<!\.weights)\.(h5|hdf5)$/.test(file))
    signs.weak.add('file');
  const renamed = namesOfKeras1.get(callee.replace(/Conv(?=\dD$)/, 'Convolution'));
  for (const { arg, value } of node.keywords) {
    if (arg === null) continue;
    if (arg === 'lr') signs.weak.add('rate');
    if (arg === 'batch_input_shape') signs.weak.add('argument');
    if (arg === 'batch_size' && recurrentLayers.has(callee)) signs.keras2 = true;
    if (arg === 'metrics') readMetrics(value, signs);
    if (arg === 'monitor' && watchers.has(callee)) readLog(value, signs);
    if (renamed?.has(arg)) signs.keras1.add(arg);
    else if (renamed !== undefined && namesOfLater.has(arg)) signs.later.add(arg);
    if (earlyArguments.get(callee)?.has(arg)) signs.weak.add('argument');
  }
}

function textOf(node: Node | undefined): string {
  return node?.kind === 'Constant' && node.value.type === 'str' ? node.value.value : '';
}

function readLog(node: Node | undefined, signs: Signs): void {
  const name = textOf(node).replace(/^val_/, '');
  if (/acc$|_error$/.test(name)) signs.logsRead.add(name);
}

/** `history['learning_rate']` is called `lr` before Keras 3. */
function readKey({ value, slice }: NodeOf<'Subscript'>, signs: Signs): void {
  readLog(slice, signs);
  if (value.kind !== 'Attribute' || value.attr !== 'history') return;
  if (textOf(slice) === 'learning_rate') signs.keras3 = true;
  if (textOf(slice) === 'lr') signs.weak.add('rate');
}

function readMetrics(value: Node, signs: Signs): void {
  const items = value.kind === 'List' || value.kind === 'Tuple' ? value.elts : [value];
  for (const item of items) signs.metrics.add(textOf(item));
}

function readAttribute({ value, attr }: NodeOf<'Attribute'>, signs: Signs): void {
  if (attr === 'lr' && value.kind === 'Attribute' && value.attr === 'optimizer')
    signs.weak.add('rate-attribute');
  if (attr === 'as_list' && value.kind === 'Attribute' && value.attr === 'shape') signs.weak.add('shape');
  const owner = value.kind === 'Name' ? value.id : value.kind === 'Attribute' ? value.attr : '';
  if (isNew(owner === 'keras' ? owner : `keras.${owner}`, attr)) signs.keras3 = true;
  if (value.kind === 'Name') {
    if (value.id === 'tf' && attr === 'keras') signs.keras2 = signs.fromTensorFlow = true;
    if (signs.tensorflow.has(value.id) && namesOfTensorFlow1.has(attr)) signs.keras2 = true;
    if (value.id === 'keras' && modulesOfKeras3.has(attr)) signs.keras3 = true;
    if (signs.backend.has(value.id) && !backendOfKeras3.has(attr) && !attr.startsWith('_'))
      signs.keras2 = true;
  } else if (
    value.kind === 'Attribute' &&
    value.attr === 'backend' &&
    value.value.kind === 'Name' &&
    value.value.id === 'keras' &&
    !backendOfKeras3.has(attr)
  ) {
    signs.keras2 = true;
  }
}
