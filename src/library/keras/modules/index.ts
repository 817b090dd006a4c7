/** The modules `keras.*` that scripts import, with the other paths they are known by: the library's registry. */
import '../tensors/methods.ts';
import '../tensors/variableConstruction.ts';
import { PyClass } from '../../../python/classes.ts';
import { method, NativeFunction, native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { objectClass } from '../../../python/types.ts';
import { PyInstance, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { openStandIns } from '../../standIns.ts';
import { withEarlierNames } from '../../tensorflow/moduleNames.ts';
import { activationFunctions } from '../activations/index.ts';
import { resolveActivation } from '../activations/resolve.ts';
import { applicationModules } from '../applications/index.ts';
import { callbackClasses } from '../callbacks/index.ts';
import { nameClassesByVersion } from '../classPaths.ts';
import { constraintClass, constraintClasses, resolveConstraint } from '../constraints/index.ts';
import { datasetModules } from '../datasets/index.ts';
import { initializerClass, initializerClasses, resolveInitializer } from '../initializers/resolve.ts';
import { layerClass } from '../layers/base/layerClass.ts';
import { layerFunctions } from '../layers/functions.ts';
import { layerClasses } from '../layers/index.ts';
import { olderLayers } from '../layers/older.ts';
import { lossClass, lossClasses, lossFunctions, resolveLoss } from '../losses/lossClasses.ts';
import { metricClass, metricClasses, metricClassNamed } from '../metrics/metricClasses.ts';
import { metricFunctions } from '../metrics/metricFunctions.ts';
import { unknownMetric } from '../metrics/unknownMetric.ts';
import { functionClass, operationClass } from '../models/functionClass.ts';
import { functionalClass, modelClass } from '../models/modelClass.ts';
import { sequentialClass } from '../models/sequential.ts';
import { imageOperations, operations } from '../ops/index.ts';
import { optimizerClass, optimizerClasses, resolveOptimizer } from '../optimizers/optimizerClasses.ts';
import { scheduleClass, scheduleClasses } from '../optimizers/schedules.ts';
import { regularizerClass, regularizerClasses, resolveRegularizer } from '../regularizers/index.ts';
import { deserializeKerasObject, isObjectConfig } from '../saving/deserialize.ts';
import { legacyEntries, modelFunctions, savingEntries, serialization } from '../saving/functions.ts';
import { serializeKerasObject } from '../saving/serialize.ts';
import { tensorClass } from '../tensors/tensorObject.ts';
import { variableClass } from '../tensors/variableObject.ts';
import { backend } from './backend.ts';
import {
  configuration,
  mixedPrecisionSource,
  policyEntries,
  policySettingsSource,
  policySource,
} from './configuration.ts';
import { distributionSource } from './distribution.ts';
import { openFormerArguments } from './earlierArguments.ts';
import { inputSpecClass } from './inputSpecClass.ts';
import { openLaterArguments } from './laterArguments.ts';
import { loggingSettings } from './loggingSettings.ts';
import { namesOf } from './nameHistory.ts';
import { olderNames, publicNames } from './publicNames.ts';
import { quantizersSource } from './quantizers.ts';
import { randomFunctions, seedGeneratorClass } from './random.ts';
import { refusedNames } from './refusals.ts';
import { statelessScopeClass } from './statelessScope.ts';
import { text } from './text.ts';
import { treeSource } from './tree.ts';
import { utilities } from './utilities.ts';
import { laterNames } from './versionNames.ts';
import { versioned } from './versions.ts';

type Entries = Iterable<readonly [string, Value]>;

/** A module under `keras`, `tensorflow.keras` and the paths inside the package. */
function keras(
  name: string,
  entries: (py: Interpreter) => Entries,
  more: readonly string[] = [],
): LibraryModule {
  const path = `keras.${name}`;
  const aliases = [
    `tensorflow.keras.${name}`,
    `keras.api.${name}`,
    `keras.src.${name}`,
    `tensorflow.python.keras.${name}`,
    ...more,
  ];
  return {
    name: path,
    aliases,
    entries: py => {
      if (py.state(kerasVersionKey).current < 3) openEarlier(py);
      else openLaterArguments(py);
      return entries(py);
    },
    unmodelled: namesOf(path),
    handsOn: (py, imported) =>
      imported === path && py.state(kerasVersionKey).current < 3 ? (handedOn[name] ?? {}) : {},
  };
}

const arraysAndBackend = { np: 'numpy', K: 'keras.backend' };
/** What the modules of the Keras beside Theano and TensorFlow imported: none of them said what it exports. */
const handedOn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  activations: { K: 'keras.backend' },
  callbacks: { ...arraysAndBackend, os: 'os', csv: 'csv', json: 'json', time: 'time', warnings: 'warnings' },
  constraints: { K: 'keras.backend' },
  initializers: arraysAndBackend,
  layers: arraysAndBackend,
  losses: { K: 'keras.backend' },
  metrics: arraysAndBackend,
  models: { ...arraysAndBackend, os: 'os', json: 'json', copy: 'copy', warnings: 'warnings' },
  optimizers: arraysAndBackend,
  'preprocessing.image': { ...arraysAndBackend, os: 'os', re: 're' },
  regularizers: { K: 'keras.backend' },
  utils: { np: 'numpy' },
};

/** Before Keras 3 shapes were TensorFlow's, and functions took other arguments. */
function openEarlier(py: Interpreter): void {
  openStandIns(py);
  openFormerArguments(py);
  nameClassesByVersion(py);
}

/** A context that changes nothing: names of operations and devices do not matter here. */
function scopeClass(name: string, parameters: string): PyClass {
  return new PyClass(
    name,
    [objectClass],
    [
      ['__init__', method(`${name}.__init__(self, ${parameters}, **kwargs)`, () => null)],
      ['__enter__', method('__enter__(self)', ([self]) => self)],
      ['__exit__', method('__exit__(self, *details)', () => null)],
    ],
    { module: 'keras', allocate: cls => new PyInstance(cls) },
  );
}

const layers: Entries = [
  ['Layer', layerClass],
  ...layerClasses,
  ...layerFunctions,
  ...serialization(),
  ['InputSpec', inputSpecClass],
  ...refusedNames('keras.layers'),
];

/** Where Keras 1 and 2 kept layers. */
const layerPaths = [
  'core',
  'convolutional',
  'pooling',
  'recurrent',
  'embeddings',
  'normalization',
  'merge',
  'wrappers',
  'noise',
  'local',
  'advanced_activations',
  'convolutional_recurrent',
];

const resolve = (
  signature: string,
  body: (py: Parameters<typeof resolveActivation>[0], value: Value) => Value,
) => native(signature, ([identifier], py) => body(py, identifier));

/** What `keras.losses.get` gives: a function for a name, an object for a config. */
function identifiedLoss(py: Interpreter, value: Value): Value {
  if (typeof value === 'string') return lossFunctions.get(value) ?? resolveLoss(py, value, () => value);
  return isObjectConfig(value) ? deserializeKerasObject(py, value) : value;
}

function identifiedMetric(py: Interpreter, value: Value): Value {
  if (isObjectConfig(value)) return deserializeKerasObject(py, value);
  if (typeof value !== 'string') return value;
  const found = metricFunctions.get(value);
  if (found !== undefined) return found;
  const cls = metricClassNamed(value);
  if (cls === undefined) throw unknownMetric(py, value);
  return py.call(cls, []);
}

/** Activations of Keras are saved by their names alone. */
const serializeActivation = native('serialize(activation)', ([value], py) =>
  value instanceof NativeFunction ? value.name : serializeKerasObject(py, value),
);

/** Functions of keras.ops under the names that a module of it exports. */
function operationsIn(path: string): Entries {
  const more: Entries = path === 'keras.ops' ? operations : [];
  const named = [...namesOf(path)].flatMap(name => {
    const found = operations.get(name) ?? activationFunctions.get(name);
    return found === undefined ? [] : [[name, found] as const];
  });
  return [...more, ...named];
}

/** What TensorFlow's Keras 2 had in modules called `experimental` before, or beside, its place of today. */
const experimentalModules: readonly LibraryModule[] = [
  fromToday('layers.experimental', layerClasses),
  fromToday('layers.experimental.preprocessing', layerClasses),
  fromToday('callbacks.experimental', callbackClasses),
  fromToday('experimental', scheduleClasses),
];

/** A module of names that are elsewhere today. */
function fromToday(name: string, classes: Entries): LibraryModule {
  return keras(name, () => [...classes].filter(([each]) => namesOf(`keras.${name}`).has(each)));
}

const modules: readonly LibraryModule[] = [
  keras(
    'layers',
    py => (py.state(kerasVersionKey).current === 1 ? [...layers, ...olderLayers] : layers),
    layerPaths.map(path => `keras.layers.${path}`),
  ),
  keras(
    'models',
    () => [
      ['Model', modelClass],
      ['Sequential', sequentialClass],
      ['Functional', functionalClass],
      ...modelFunctions,
    ],
    ['keras.engine.training', 'keras.engine.sequential'],
  ),
  keras(
    'losses',
    () => [
      ['Loss', lossClass],
      ...lossClasses,
      ...lossFunctions,
      ...serialization(identifiedLoss),
      ['get', resolve('get(identifier)', identifiedLoss)],
    ],
    ['keras.objectives'],
  ),
  keras('metrics', () => [
    ['Metric', metricClass],
    ...metricFunctions,
    ...metricClasses,
    ...serialization(identifiedMetric),
    ['get', resolve('get(identifier)', identifiedMetric)],
  ]),
  keras(
    'optimizers',
    () => [
      ['Optimizer', optimizerClass],
      ...optimizerClasses,
      ...serialization(),
      ['get', resolve('get(identifier)', (py, value) => resolveOptimizer(py, value, 'identifier'))],
    ],
    [
      'keras.optimizers.legacy',
      'tensorflow.keras.optimizers.legacy',
      'keras.optimizers.experimental',
      'tensorflow.keras.optimizers.experimental',
      'tensorflow.optimizers',
    ],
  ),
  ...experimentalModules,
  keras('optimizers.schedules', () => [
    ['LearningRateSchedule', scheduleClass],
    ...scheduleClasses,
    ...serialization(),
  ]),
  keras('activations', () => [
    ...activationFunctions,
    ...serialization((py, name) => resolveActivation(py, name, 'config').value),
    ['serialize', serializeActivation],
    ['get', resolve('get(identifier)', (py, value) => resolveActivation(py, value, 'identifier').value)],
  ]),
  keras('initializers', () => [
    ['Initializer', initializerClass],
    ...initializerClasses,
    ...serialization(),
    ['get', resolve('get(identifier)', (py, value) => resolveInitializer(py, value, 'identifier').value)],
  ]),
  keras('regularizers', () => [
    ['Regularizer', regularizerClass],
    ...regularizerClasses,
    ...serialization(),
    [
      'get',
      resolve('get(identifier)', (py, value) =>
        resolveRegularizer(py, value, 'identifier') === null ? null : value,
      ),
    ],
  ]),
  keras('constraints', () => [
    ['Constraint', constraintClass],
    ...constraintClasses,
    ...serialization(),
    [
      'get',
      resolve('get(identifier)', (py, value) =>
        resolveConstraint(py, value, 'identifier') === null ? null : value,
      ),
    ],
  ]),
  keras('callbacks', () => callbackClasses),
  keras('ops', () => operationsIn('keras.ops')),
  keras('ops.image', () => imageOperations),
  ...['linalg', 'nn', 'numpy'].map(part => keras(`ops.${part}`, () => operationsIn(`keras.ops.${part}`))),
  keras('random', () => [
    ['SeedGenerator', seedGeneratorClass],
    ...randomFunctions.map(made => [made.name, made] as const),
  ]),
  keras('saving', () => savingEntries),
  keras('legacy.saving', () => legacyEntries),
  keras('utils.legacy', () => legacyEntries),
  {
    ...keras('config', () => [...configuration, ...loggingSettings.map(item => [item.name, item] as const)]),
    source: policySettingsSource,
  },
  { ...keras('dtype_policies', () => policyEntries), source: policySource },
  { ...keras('tree', () => []), source: treeSource },
  keras('export', () => refusedNames('keras.export')),
  { ...keras('quantizers', () => []), source: quantizersSource },
  { ...keras('distribution', () => []), source: distributionSource },
  {
    ...keras('mixed_precision', () => [], ['keras.mixed_precision.experimental']),
    source: mixedPrecisionSource,
  },
  ...utilities,
  ...datasetModules,
  text,
  backend,
  ...applicationModules.map(({ name, entries, source }) => ({
    ...keras(name === '' ? 'applications' : `applications.${name}`, entries),
    source,
  })),
];

/** What TensorFlow 2 hands on of Keras under names by which version 1 had modules of its own. */
const handedOnByTensorFlow: readonly LibraryModule[] = ['initializers', 'losses', 'metrics'].map(name => ({
  name: `tensorflow.${name}`,
  aliases: [`tensorflow.compat.v2.${name}`],
  entries: py => py.importModule(`keras.${name}`).attributes!.map,
  unmodelled: withEarlierNames(`tensorflow.${name}`, namesOf(`keras.${name}`)),
  ownName: `keras.${name}`,
}));

/** Modules of Keras that have no models of ours yet: their names are known. */
const rest: readonly LibraryModule[] = [
  ...new Set([publicNames, olderNames, laterNames].flatMap(names => Object.keys(names))),
]
  .filter(path => path !== 'keras' && path.startsWith('keras.'))
  .filter(path => !modules.some(module => module.name === path || module.aliases?.includes(path)))
  .map(path => keras(path.slice('keras.'.length), () => []));

const root: LibraryModule = {
  name: 'keras',
  aliases: [
    'tensorflow.keras',
    'keras.api',
    'keras.src',
    'tensorflow.python.keras',
    'tensorflow.compat.v2.keras',
  ],
  entries: py => [
    ['__version__', '3.3.3'],
    ['version', native('version()', () => '3.3.3')],
    ['name_scope', scopeClass('name_scope', 'name, deduplicate=True')],
    ['device', scopeClass('device', 'device_name')],
    ['InputSpec', inputSpecClass],
    ['Model', modelClass],
    ['Sequential', sequentialClass],
    ['Input', layerFunctions.get('Input')!],
    ['Layer', layerClass],
    ['Loss', lossClass],
    ['Metric', metricClass],
    ['Optimizer', optimizerClass],
    ['Initializer', initializerClass],
    ['Regularizer', regularizerClass],
    ['KerasTensor', tensorClass],
    ['Variable', variableClass],
    ['Operation', operationClass],
    ['Function', functionClass],
    ['StatelessScope', statelessScopeClass],
    ...modules
      // What is written in Python is run when it is first asked for.
      .filter(module => module.name.split('.').length === 2 && module.source === undefined)
      .map(module => [module.name.split('.')[1], py.importModule(module.name)] as const),
  ],
  elsewhere: new Map([
    ['Quantizer', 'keras.quantizers'],
    ['DTypePolicy', 'keras.dtype_policies'],
    ['FloatDTypePolicy', 'keras.dtype_policies'],
  ]),
  unmodelled: namesOf('keras'),
};

export const kerasModules: readonly LibraryModule[] = [
  ...[root, ...modules, ...rest].map(versioned),
  ...handedOnByTensorFlow,
];
