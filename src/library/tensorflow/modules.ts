/** The modules `tensorflow.*` that scripts mix with Keras. Keras itself is listed by the keras library. */

import { printUnmuted } from '../../python/builtins/streams.ts';
import { native, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { NotKnown, type Value } from '../../python/values.ts';
import { bitwise } from './bitwise.ts';
import './dataset.ts';
import './datasetSpec.ts';
import { tensorflowErrors } from '../keras/errors/tensorflowErrors.ts';
import { shardingKey } from '../keras/layers/base/sharding.ts';
import { numpyBehaviorKey } from '../keras/tensors/arrayNames.ts';
import { tensorShapeClass } from '../keras/tensors/tensorShape.ts';
import { openStandIns } from '../standIns.ts';
import { audioSource } from './audioSource.ts';
import { averagesSource } from './averagesSource.ts';
import { checkpointSource } from './checkpointSource.ts';
import { classesSource, dataSource } from './classesSource.ts';
import { complexSource } from './complexSource.ts';
import { entriesOnComposites } from './compositeTensors.ts';
import { crossentropies } from './crossentropies.ts';
import { cardinality, dataEntries } from './datasetSteps.ts';
import {
  configSource,
  debuggingSource,
  distributeExperimentalSource,
  distributeSource,
  fileSource,
  gfileSource,
  summarySource,
} from './environmentSource.ts';
import { exampleSource } from './exampleSource.ts';
import { fileFunctions, pictureFunctions } from './fileFunctions.ts';
import { imageSource } from './imageSource.ts';
import { linalgSource } from './linalgSource.ts';
import { mathSource } from './mathSource.ts';
import { listedModules, namesOfModule } from './moduleNames.ts';
import { nnSource } from './nnSource.ts';
import { raggedSource } from './raggedSource.ts';
import { random } from './randomFunctions.ts';
import { recordNatives } from './records.ts';
import { recordsSource } from './recordsSource.ts';
import { type Entries, elementTypes, elementwise, own, plain, reductions, renamed } from './rootFunctions.ts';
import { rootSource } from './rootSource.ts';
import { signalSource } from './signalSource.ts';
import { sparseSource } from './sparseSource.ts';
import { stringsEntries } from './strings.ts';
import { entriesWithoutSymbols } from './symbolicInputs.ts';
import { tensorArraySource } from './tensorArraySource.ts';
import { eagerFunctions } from './tracedFunctions.ts';

const nn: Entries = [
  ...renamed({ sigmoid: 'sigmoid', tanh: 'tanh' }),
  ...renamed({ softmax: 'softmax', log_softmax: 'log_softmax' }, 'logits'),
  ...renamed(
    {
      relu: 'relu',
      elu: 'elu',
      selu: 'selu',
      softplus: 'softplus',
      softsign: 'softsign',
      relu6: 'relu6',
    },
    'features',
  ),
];

const math: Entries = [
  ...elementwise,
  ...reductions,
  ...renamed({
    log: 'log',
    log1p: 'log1p',
    rsqrt: 'rsqrt',
    reciprocal: 'reciprocal',
    softplus: 'softplus',
    is_nan: 'isnan',
    is_inf: 'isinf',
    is_finite: 'isfinite',
    acos: 'arccos',
    asin: 'arcsin',
    atan: 'arctan',
    atan2: 'arctan2',
    acosh: 'arccosh',
    asinh: 'arcsinh',
    atanh: 'arctanh',
    cosh: 'cosh',
    sinh: 'sinh',
    truediv: 'true_divide',
    conj: 'conj',
    real: 'real',
    imag: 'imag',
    l2_normalize: 'l2_normalize',
    erf: 'erf',
    expm1: 'expm1',
    ceil: 'ceil',
    mod: 'mod',
    negative: 'negative',
  }),
  ...own.filter(([name]) => ['argmax', 'argmin'].includes(name)),
];

function module(
  name: string,
  entries: () => Iterable<readonly [string, Value]>,
  source?: string,
  aliases: readonly string[] = [],
): LibraryModule {
  const path = `tensorflow.${name}`;
  return {
    name: path,
    aliases: [`tensorflow.compat.v2.${name}`, ...aliases],
    entries,
    ...(source === undefined ? {} : { source }),
    ...named(path),
  };
}

/** Which names a module of TensorFlow has besides, and what it calls itself. */
function named(path: string): Pick<LibraryModule, 'unmodelled' | 'openClasses' | 'ownName'> {
  const unmodelled = namesOfModule(path);
  const ownName = path.replace(/^tensorflow\./, 'tensorflow._api.v2.');
  return { unmodelled, openClasses: true, ...(unmodelled === 'all' ? {} : { ownName }) };
}

const none = () => [];

/** Names that modules of our own define for TensorFlow's, which are loaded when a script first reads one. */
const elsewhere = {
  root: new Map([
    ...['complex', 'complex64', 'complex128'].map(name => [name, 'tensorflow._complex'] as const),
    ['SparseTensor', 'tensorflow.sparse'],
    ['RaggedTensor', 'tensorflow.ragged'],
    ['TensorArray', 'tensorflow._arrays'],
  ]),
  math: new Map([['angle', 'tensorflow._complex']]),
  dtypes: new Map(['complex', 'complex64', 'complex128'].map(name => [name, 'tensorflow._complex'])),
};

/** Sounds are files: what is in them is known when the script runs. */
const decodeWav = suspendable(
  'decode_wav(contents, desired_channels=-1, desired_samples=-1, name=None)',
  function* (given, py) {
    if (!py.running) throw new NotKnown('sounds are read when the script runs');
    return yield* py.callAndWait(py.getAttribute(py.importModule('tensorflow.audio'), '_decode_wav'), given);
  },
);

/** Enters or leaves a scope whose variables are cut up. */
const shard = native('_shard(by)', ([by], py) => {
  py.state(shardingKey).depth += by as number;
  return null;
});

/** Reductions that only `tf.math` has. */
const ofMath: ReadonlySet<string> = new Set(['reduce_std', 'reduce_variance']);

/** The top of `tf`; Python's own functions that some of its names hide keep theirs with a line before it. */
function rootEntries(py: Interpreter): Entries {
  const hidden = ['range', 'round', 'slice'].map(
    name => [`_${name}`, py.builtins.get(name) ?? null] as const,
  );
  const unmuted = ['_print', printUnmuted] as const;
  const functions = [...elementwise, ...reductions, ...own, ...plain].filter(([name]) => !ofMath.has(name));
  return [...hidden, unmuted, ...entriesWithoutSymbols(entriesOnComposites(functions))];
}

/** Names of `tf.random` that stood at the top of `tf` in version 1. */
const olderRandom: Entries = random.map(([name, value]) => [
  name === 'set_seed' ? 'set_random_seed' : `random_${name}`,
  value,
]);

function standIns(py: Interpreter): Entries {
  openStandIns(py);
  return [];
}

const modelled: readonly LibraryModule[] = [
  {
    name: 'tensorflow',
    aliases: ['tensorflow.compat.v2'],
    entries: py => [
      ...standIns(py),
      ...rootEntries(py),
      ['TensorShape', tensorShapeClass],
      ['keras', py.importModule('keras')],
    ],
    source: rootSource + classesSource,
    elsewhere: elsewhere.root,
    ...named('tensorflow'),
  },
  module('nn', () => [...entriesWithoutSymbols(nn), ...crossentropies], nnSource),
  {
    ...module('math', () => entriesWithoutSymbols(entriesOnComposites(math)), mathSource),
    elsewhere: elsewhere.math,
  },
  {
    ...module('dtypes', () => [...elementTypes, ...own.filter(([name]) => name === 'cast')]),
    elsewhere: elsewhere.dtypes,
  },
  module('bitwise', () => bitwise),
  module('signal', none, signalSource),
  { name: 'tensorflow._complex', entries: none, source: complexSource, unmodelled: 'all' },
  module('linalg', () => [['matmul', own.find(([name]) => name === 'matmul')![1]]], linalgSource),
  module('image', () => pictureFunctions, imageSource),
  module('audio', () => [['decode_wav', decodeWav]], audioSource),
  module('strings', stringsEntries),
  module('random', () => random),
  module('data', () => dataEntries, dataSource),
  module('data.experimental', () => [
    ['AUTOTUNE', -1],
    ['cardinality', cardinality],
    ['UNKNOWN_CARDINALITY', -2],
    ['INFINITE_CARDINALITY', -1],
  ]),
  module('debugging', none, debuggingSource),
  module('config', () => eagerFunctions, configSource),
  module('summary', none, summarySource),
  module('distribute', () => [['_shard', shard]], distributeSource),
  module('distribute.experimental', none, distributeExperimentalSource),
  module('io', () => fileFunctions, fileSource + recordsSource),
  {
    ...module('train', none, exampleSource + checkpointSource + averagesSource),
    notes: [
      "Checkpoints are files of Kerascope's own: TensorFlow does not read them, nor Kerascope those of TensorFlow.",
    ],
  },
  module('sparse', none, sparseSource),
  module('ragged', none, raggedSource),
  { name: 'tensorflow._arrays', entries: none, source: tensorArraySource, unmodelled: 'all' },
  { name: 'tensorflow._records', entries: () => recordNatives, unmodelled: 'all' },
  module('io.gfile', none, gfileSource, ['tensorflow.gfile']),
  module('experimental', none),
  module('experimental.numpy', () => [
    [
      'experimental_enable_numpy_behavior',
      native(
        'experimental_enable_numpy_behavior(prefer_float32=False, dtype_conversion_mode="legacy")',
        (_settings, py) => {
          py.state(numpyBehaviorKey).current = true;
          return null;
        },
      ),
    ],
  ]),
  module('errors', () => tensorflowErrors, undefined, [
    'tensorflow.python.framework.errors',
    'tensorflow.python.framework.errors_impl',
  ]),
  module('test', () => [
    ['is_gpu_available', native('is_gpu_available(cuda_only=False)', () => false)],
    ['is_built_with_cuda', native('is_built_with_cuda()', () => false)],
    ['gpu_device_name', native('gpu_device_name()', () => '')],
  ]),
  module('compat', none),
  {
    name: 'tensorflow.compat.v1',
    entries: py => [
      ...rootEntries(py),
      ...olderRandom,
      ...[
        'disable_eager_execution',
        'enable_eager_execution',
        'disable_v2_behavior',
        'enable_v2_behavior',
      ].map(name => [name, native(`${name}()`, () => null)] as const),
    ],
    source: rootSource + classesSource,
    unmodelled: 'all',
  },
  module('compat.v1.logging', () => [
    ...['set_verbosity', 'info', 'warning', 'error', 'debug'].map(
      name => [name, native(`${name}(*args)`, () => null)] as const,
    ),
    ['ERROR', 40],
    ['WARN', 30],
    ['INFO', 20],
    ['DEBUG', 10],
    ['FATAL', 50],
  ]),
];

/** Modules of which only the names are known. */
const others = listedModules.filter(path => modelled.every(({ name }) => name !== path));

export const tensorflowModules: readonly LibraryModule[] = [
  ...modelled,
  ...others.map(path => module(path.replace(/^tensorflow\./, ''), none)),
];
