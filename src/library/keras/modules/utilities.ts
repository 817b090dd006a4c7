/** `keras.utils` and the data helpers that older versions kept elsewhere. */
import { PyDict } from '../../../python/collections.ts';
import { type Fix, IndexError, raise, ValueError } from '../../../python/errors.ts';
import { native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { takeOlderKeywords } from '../../../python/operations/olderKeywords.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { endsOccur, facts, gaplessEnds } from '../../numpy/facts.ts';
import {
  abstractArray,
  concreteArray,
  NdArray,
  numbersOf,
  requireData,
  spansItsType,
} from '../../numpy/ndarray.ts';
import { keepRows } from '../../numpy/rowOrder.ts';
import { ArrayData, contiguousItems, Memory } from '../../numpy/storage.ts';
import { featureSpace } from '../data/featureSpace.ts';
import { pyDatasetClass } from '../data/pyDataset.ts';
import { setSeed } from '../naming.ts';
import { numberOf } from '../objects/arguments.ts';
import { utilityEntries } from '../saving/functions.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { backend } from './backend.ts';
import { datasetFunctions, loadingFunctions, loadingModules } from './dataFunctions.ts';
import { imageGenerator } from './imageGenerator.ts';
import { interactiveLogging } from './loggingSettings.ts';
import { modelToDot, plotModel } from './modelPlots.ts';
import { namesOf } from './nameHistory.ts';
import { padSequences } from './padSequences.ts';
import { progbarClass } from './progbar.ts';
import { scikitLearnWrappers } from './scikitLearnWrappers.ts';
import { sequences } from './sequences.ts';

/** Labels as an array of numbers, from whatever NumPy takes. */
function arrayOf(py: Interpreter, value: Value): NdArray {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof NdArray) return value;
  const numpy = py.importModule('numpy');
  if (numpy instanceof Unknown) throw new NotKnown(numpy.reason);
  const made = py.call(py.getAttribute(numpy, 'asarray'), [value]);
  if (made instanceof NdArray) return made;
  throw new NotKnown(made instanceof Unknown ? made.reason : 'the labels are no array');
}

/** Both ways out: numbers from 0, or a column for each number. */
function rangeFixes(
  py: Interpreter,
  { minimum, maximum }: { minimum: number | null; maximum: number | null },
  classes: number,
): Fix[] {
  const [labels, count] = [py.site?.argumentSpan('x') ?? null, py.site?.argumentSpan('num_classes') ?? null];
  const text = py.site?.argumentText('x') ?? '';
  if (labels === null || minimum === null || maximum === null) return [];
  const fixes: Fix[] = [];
  if (minimum > 0 && maximum - minimum < classes) {
    const plain = /^[\w.]+$/.test(text) ? text : `(${text})`;
    const edits = [{ span: labels, text: `${plain} - ${minimum}` }];
    fixes.push({
      kind: 'shift-before-encoding',
      title: message('Number the classes from 0'),
      edits,
      preferred: true,
    });
  }
  if (minimum >= 0 && count !== null) {
    const edits = [{ span: count, text: String(maximum + 1) }];
    fixes.push({
      kind: 'widen-encoding',
      title: message('Make the rows {0} wide', maximum + 1),
      edits,
      preferred: fixes.length === 0,
    });
  }
  return fixes;
}

function outOfRange(
  py: Interpreter,
  label: number,
  classes: number,
  text: string | null,
  rest: { minimum: number | null; maximum: number | null },
) {
  return raise(IndexError, `index ${label} is out of bounds for axis 1 with size ${classes}`, {
    code: 'label-range',
    blame: { kind: 'argument', name: 'num_classes' },
    explanation: message(
      '`{0}` holds labels {1}..{2}, which do not fit into {3} classes.',
      text ?? 'x',
      rest.minimum ?? '?',
      rest.maximum ?? '?',
      classes,
    ),
    fixes: rangeFixes(py, rest, classes),
  });
}

/** Text is read as whole numbers, as `np.array(x, dtype='int64')` does. */
function numbersInText(py: Interpreter, labels: NdArray, text: string | null): number[] {
  return (contiguousItems(requireData(labels)) as readonly Value[]).map(item => {
    const shown = typeof item === 'string' ? item : py.str(item);
    if (/^\s*[+-]?\d+\s*$/.test(shown)) return Number(shown);
    throw raise(ValueError, `invalid literal for int() with base 10: ${py.repr(item)}`, {
      code: 'labels-text',
      blame: { kind: 'argument', name: 'x' },
      explanation: message(
        '`{0}` holds text such as `{1}`, and `to_categorical` takes class numbers.',
        text ?? 'x',
        shown,
      ),
    });
  });
}

function largest(numbers: ArrayLike<number>): number {
  let result = 0;
  for (let index = 0; index < numbers.length; index++)
    result = Math.max(result, Math.trunc(Number(numbers[index])));
  return result;
}

/** How many classes labels have that are not known one by one: certain where the greatest is there. */
function certainClasses(labels: NdArray): number | null {
  // Encoded once already: zeros and ones.
  if ((labels.facts.oneHot?.classes ?? 0) > 1) return 2;
  const ends = gaplessEnds(labels.facts, labels.size);
  return ends === null ? null : Math.max(0, ends.greatest) + 1;
}

const toCategorical = native(
  'to_categorical(x, num_classes=None)',
  ([x, count], py) => {
    const site = py.site;
    const labels = arrayOf(py, x);
    const text = site?.argumentText('x') ?? null;
    const { minimum, maximum } = labels.facts;
    const given = count instanceof Unknown ? null : (numberOf(count) ?? null);
    const numbers = labels.data === null ? null : (numbersOf(labels) ?? numbersInText(py, labels, text));
    const classes = given ?? (numbers === null ? certainClasses(labels) : largest(numbers) + 1);
    const last = labels.shape.at(-1);
    const leading = labels.shape.length > 1 && last === 1 ? labels.shape.slice(0, -1) : labels.shape;
    const isSure = labels.facts.integers && !spansItsType(labels) && endsOccur(labels.facts);
    if (classes !== null && maximum !== null && isSure && maximum >= classes) {
      throw outOfRange(py, maximum, classes, text, { minimum, maximum });
    }
    if (numbers === null || leading.includes(null) || classes === null) {
      const known = classes === null ? facts({ multiHot: true }) : facts({ oneHot: { classes } });
      return keepRows(abstractArray([...leading, classes], 'float64', known), labels);
    }
    const values = new Float64Array(numbers.length * classes);
    for (let index = 0; index < numbers.length; index++) {
      const label = Math.trunc(numbers[index]);
      if (label >= classes || label < -classes)
        throw outOfRange(py, label, classes, text, { minimum, maximum });
      values[index * classes + (label < 0 ? label + classes : label)] = 1;
    }
    return concreteArray(new ArrayData(new Memory(values), 'float64', [...(leading as number[]), classes]));
  },
  'One-hot rows from integer labels: (n,) to (n, classes).',
);

// Keras 1 and 2 called the labels y, and Keras 1 the number of classes nb_classes.
takeOlderKeywords(toCategorical.signature, (name, py) => {
  const { current } = py.state(kerasVersionKey);
  if (name === 'y' && current < 3) return 'x';
  return name === 'nb_classes' && current === 1 ? 'num_classes' : null;
});

const normalize = native('normalize(x, axis=-1, order=2)', ([x, axis, order], py) => {
  const array = arrayOf(py, x);
  const numpy = py.importModule('numpy');
  if (numpy instanceof Unknown) throw new NotKnown(numpy.reason);
  const linalg = py.getAttribute(numpy, 'linalg');
  const call = (name: string, ...args: Value[]) => py.call(py.getAttribute(numpy, name), args);
  const length = py.call(
    py.getAttribute(linalg, 'norm'),
    [array, order],
    PyDict.fromStrings([['axis', axis]]),
  );
  const norm = call('atleast_1d', length);
  const safe = call('where', py.compare('Eq', norm, 0), 1, norm);
  // Keras 3 takes axis 0 for the last one here.
  const along = py.state(kerasVersionKey).current === 3 && !py.truth(axis) ? -1 : axis;
  return py.binary('Div', array, call('expand_dims', safe, along));
});

const setRandomSeed = native('set_random_seed(seed)', ([seed], py) => {
  const number = numberOf(seed);
  if (number === undefined || !Number.isInteger(number)) {
    throw raise(ValueError, `Expected \`seed\` argument to be an integer. Received: seed=${py.str(seed)}`, {
      blame: { kind: 'argument', name: 'seed' },
    });
  }
  setSeed(py, number);
  for (const [module, name] of [
    ['random', 'seed'],
    ['numpy.random', 'seed'],
  ] as const) {
    const found = py.importModule(module);
    if (!(found instanceof Unknown)) py.call(py.getAttribute(found, name), [number]);
  }
  return null;
});

const packBatch = native('pack_x_y_sample_weight(x, y=None, sample_weight=None)', ([x, y, weight]) => {
  // Lists would be taken for several inputs: alone they go into a tuple.
  if (y === null) return x instanceof PyList || x instanceof PyTuple ? new PyTuple([x]) : x;
  return new PyTuple(weight === null ? [x, y] : [x, y, weight]);
});

const unpackBatch = native('unpack_x_y_sample_weight(data)', ([data], py) => {
  if (data instanceof Unknown) throw new NotKnown(data.reason);
  const parts = data instanceof PyList || data instanceof PyTuple ? data.items : [data];
  if (parts.length >= 1 && parts.length <= 3) return new PyTuple([...parts, null, null].slice(0, 3));
  throw raise(
    ValueError,
    `Data is expected to be in format \`x\`, \`(x,)\`, \`(x, y)\`, or \`(x, y, sample_weight)\`, found: ${py.str(data)}`,
  );
});

/** The inputs that a tensor of a model under construction follows from. */
const getSourceInputs = native('get_source_inputs(tensor)', ([tensor]) => {
  if (tensor instanceof Unknown) throw new NotKnown(tensor.reason);
  const found = new Set<TensorObject>();
  const visit = (one: TensorObject): void => {
    const node = one.history?.node;
    if (node === undefined || node.isInput) found.add(one);
    else node.inputs.forEach(visit);
  };
  if (tensor instanceof TensorObject) visit(tensor);
  return new PyList([...found]);
});

const entries: readonly (readonly [string, Value])[] = [
  ['to_categorical', toCategorical],
  ['normalize', normalize],
  ['pad_sequences', padSequences],
  ['set_random_seed', setRandomSeed],
  ['PyDataset', pyDatasetClass],
  ['Sequence', pyDatasetClass],
  ...utilityEntries,
  ['Progbar', progbarClass],
  ['pack_x_y_sample_weight', packBatch],
  ['unpack_x_y_sample_weight', unpackBatch],
  ['get_source_inputs', getSourceInputs],
  ...[plotModel, modelToDot, ...interactiveLogging, ...loadingFunctions].map(
    item => [item.name, item] as const,
  ),
  [
    'is_keras_tensor',
    native(
      'is_keras_tensor(x)',
      ([x]) => typeof x === 'object' && x !== null && 'history' in x && x.history !== null,
    ),
  ],
];

function sharedWithBackend(py: Interpreter): (readonly [string, Value])[] {
  // Its natives alone: what the module has besides is written in Python and run when it is asked for.
  const names = new Set(['clear_session', 'standardize_dtype']);
  return [...backend.entries(py)].filter(([name]) => names.has(name));
}

export const utilities: readonly LibraryModule[] = [
  ...loadingModules,
  {
    name: 'keras.utils',
    elsewhere: new Map([['FeatureSpace', featureSpace.name]]),
    aliases: [
      'tensorflow.keras.utils',
      'keras.api.utils',
      'keras.utils.np_utils',
      'keras.utils.data_utils',
      'tensorflow.python.keras.utils',
      'keras.src.utils',
    ],
    entries: py => [...entries, ...sharedWithBackend(py)],
    unmodelled: namesOf('keras.utils'),
  },
  {
    name: 'keras.preprocessing',
    aliases: ['tensorflow.keras.preprocessing', 'keras.api.preprocessing'],
    entries: () => datasetFunctions.map(item => [item.name, item] as const),
    unmodelled: namesOf('keras.preprocessing'),
  },
  sequences(padSequences),
  imageGenerator,
  ...scikitLearnWrappers,
];
