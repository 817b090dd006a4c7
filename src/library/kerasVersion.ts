/** Which Keras a script is written for: the user's choice, else what its own idioms say. */

import { nodesOfKind } from '../python/nodeKinds.ts';
import { atOnce } from '../python/pauses.ts';
import { StateKey } from '../python/state.ts';
import type { Module, Node, NodeOf } from '../python/syntax.ts';
import { olderNames, publicNames } from './keras/modules/publicNames.ts';

export type KerasVersion = 1 | 2 | 3;
export type KerasVersionOption = 'auto' | '1' | '2' | '3';

/** The version that one program is taken for; set before the program starts. */
export const kerasVersionKey = new StateKey<{ current: KerasVersion }>('keras.version', () => ({
  current: 3,
}));

/** Keywords that Keras 2 renamed, by the calls that took them. */
const namesOfKeras1: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['fit', new Set(['nb_epoch'])],
  ['fit_generator', new Set(['nb_epoch', 'samples_per_epoch', 'nb_val_samples', 'nb_worker'])],
  ['Dense', new Set(['output_dim', 'init', 'W_regularizer'])],
  ['Convolution1D', new Set(['border_mode', 'nb_filter', 'subsample_length'])],
  ['Convolution2D', new Set(['border_mode', 'nb_filter', 'subsample', 'dim_ordering'])],
  ['MaxPooling2D', new Set(['border_mode', 'dim_ordering'])],
  ['LSTM', new Set(['output_dim', 'inner_activation', 'dropout_W'])],
  ['GRU', new Set(['output_dim', 'inner_activation', 'dropout_W'])],
  ['Model', new Set(['input', 'output'])],
]);

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

/** What `keras.backend` still has in Keras 3. */
const backendOfKeras3 = new Set(
  (
    'backend clear_session epsilon floatx get_uid image_data_format is_float_dtype is_int_dtype is_keras_tensor ' +
    'result_type set_epsilon set_floatx set_image_data_format standardize_dtype'
  ).split(' '),
);

/** Names that Keras 3 brought, which `saving` is not: a script that uses one is not for an older version. */
const modulesOfKeras3 = new Set(['ops', 'random', 'distribution', 'tree', 'quantizers', 'export']);

/** Nodes that are looked at between two pauses. */
const NODES = 5000;

/** What speaks for a version. A renamed keyword alone speaks for a mistake as well as for an old script. */
class Signs {
  keras1 = new Set<string>();
  keras2 = false;
  keras3 = false;
  renamedRate = false;
  /** Whether the learning rate of an optimizer is read or set as `lr`. */
  earlyRate = false;
  /** Whether weights are saved to a file whose name Keras 3 refuses. */
  earlyFile = false;
  /** Whether the logs of `acc` are read, as `accuracy` was called before Keras 2.3. */
  earlyMetric = false;
  readonly backend = new Set<string>();

  get version(): KerasVersion {
    if (this.keras3) return 3;
    if (this.keras1.size >= 2) return 1;
    if (this.keras2) return 2;
    if (this.keras1.size > 0 && this.renamedRate) return 1;
    // One of them may be a mistake of today; together they are of their time.
    if ([this.renamedRate, this.earlyRate, this.earlyMetric, this.earlyFile].filter(Boolean).length >= 2)
      return 2;
    return 3;
  }
}

/** The version for an option; `auto` reads the script's tree. */
export function resolveKerasVersion(option: KerasVersionOption, module: Module): KerasVersion {
  return atOnce(resolvingKerasVersion(option, module));
}

/** The same with pauses. */
export function* resolvingKerasVersion(
  option: KerasVersionOption,
  module: Module,
): Generator<void, KerasVersion> {
  if (option !== 'auto') return Number(option) as KerasVersion;
  const signs = new Signs();
  for (const kind of ['Import', 'ImportFrom'] as const) {
    for (const node of nodesOfKind(module, kind)) readImports(node, signs);
  }
  for (const kind of ['Attribute', 'Call', 'Subscript'] as const) {
    yield;
    for (const [index, node] of nodesOfKind(module, kind).entries()) {
      if (index % NODES === NODES - 1) yield;
      readUse(node, signs);
    }
  }
  return signs.version;
}

function readImports(node: Node, signs: Signs): void {
  if (node.kind === 'Import') {
    for (const { name, asname } of node.names) {
      if (modulesOfKeras2.test(name)) signs.keras2 = true;
      if (/(^|\.)keras\.backend$/.test(name) && asname !== null) signs.backend.add(asname);
    }
  } else if (node.kind === 'ImportFrom' && node.module !== null) {
    const from = node.module;
    if (modulesOfKeras2.test(from)) signs.keras2 = true;
    for (const { name, asname } of node.names) {
      if (modulesOfKeras2.test(`${from}.${name}`) || isGone(from, name)) signs.keras2 = true;
      if (/(^|\.)keras$/.test(from) && name === 'backend') signs.backend.add(asname ?? name);
      if (from === 'keras' && modulesOfKeras3.has(name)) signs.keras3 = true;
      if (from === 'tensorflow' && name === 'keras') signs.keras2 = true;
      if (/^keras\.backend$/.test(from) && !backendOfKeras3.has(name) && name !== '*') signs.keras2 = true;
    }
    if (/^keras\.(ops|random|distribution|tree)(\.|$)/.test(from)) signs.keras3 = true;
  }
}

/** Whether Keras 1 or 2 exported a name and Keras 3 exports it no longer. */
function isGone(module: string, name: string): boolean {
  return !exportsName(publicNames[module], name) && exportsName(olderNames[module], name);
}

/** `names` are apart by spaces. */
function exportsName(names: string | undefined, name: string): boolean {
  return ` ${names ?? ''} `.includes(` ${name} `);
}

function readUse(node: Node, signs: Signs): void {
  if (node.kind === 'Attribute') readAttribute(node, signs);
  if (node.kind === 'Subscript') {
    const { slice } = node;
    if (slice.kind === 'Constant' && slice.value.type === 'str' && /^(val_)?acc$/.test(slice.value.value))
      signs.earlyMetric = true;
  }
  if (node.kind !== 'Call') return;
  const callee =
    node.func.kind === 'Attribute' ? node.func.attr : node.func.kind === 'Name' ? node.func.id : '';
  if (node.func.kind === 'Attribute' && methodsOfKeras2.has(callee)) signs.keras2 = true;
  const [file] = node.args;
  if (
    (callee === 'save_weights' || callee === 'ModelCheckpoint') &&
    file?.kind === 'Constant' &&
    file.value.type === 'str' &&
    /(?<!\.weights)\.(h5|hdf5)$/.test(file.value.value)
  )
    signs.earlyFile = true;
  const renamed = namesOfKeras1.get(callee);
  for (const { arg } of node.keywords) {
    if (arg === 'lr') signs.renamedRate = true;
    if (arg !== null && renamed?.has(arg)) signs.keras1.add(arg);
  }
}

function readAttribute({ value, attr }: NodeOf<'Attribute'>, signs: Signs): void {
  if (attr === 'lr' && value.kind === 'Attribute' && value.attr === 'optimizer') signs.earlyRate = true;
  if (value.kind === 'Name') {
    if (value.id === 'tf' && attr === 'keras') signs.keras2 = true;
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
