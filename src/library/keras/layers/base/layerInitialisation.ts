/** What the constructors of all layers take: names, dtypes, input shapes, and Keras's error for other keywords. */
import { PyDict } from '../../../../python/collections.ts';
import { type ErrorDetail, type PythonError, TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { refuseOther } from '../../../../python/operations/olderKeywords.ts';
import { NotKnown, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { isKerasOfTensorFlow, kerasVersionKey, takesNamesOfKeras1 } from '../../../kerasVersion.ts';
import { misspeltKeyword } from '../../errors/keywords.ts';
import { followInputOrder } from '../../imageDataFormat.ts';
import { noteOwner } from '../../madeVariables.ts';
import { layerName } from '../../naming.ts';
import { dimsOf } from '../../objects/arguments.ts';
import { callThatMakes } from '../../objects/kerasObject.ts';
import { policyOf } from '../../policy.ts';
import { resolveRegularizer } from '../../regularizers/index.ts';
import { type ByVersion, type Raised, raiseInWords } from '../../versionWords.ts';
import type { LayerDefinition } from './definition.ts';
import { givenName } from './layerNames.ts';
import type { LayerObject } from './layerObject.ts';
import { numberAsShape } from './numberAsShape.ts';
import { noteShape } from './openAxes.ts';
import { notAShape, passedShape } from './shapeEntries.ts';
import { shardingKey } from './sharding.ts';

/** Parameters that every layer takes besides its own. */
const commonParameters = ['activity_regularizer', 'trainable', 'dtype', 'autocast', 'name'];
const inputParameters = [
  'input_shape',
  'input_dim',
  'batch_input_shape',
  'batch_size',
  'weights',
  'input_dtype',
  'input_length',
  'batch_shape',
];

/** Sets what all layers share from the constructor's arguments. */
export function initialiseLayer(
  py: Interpreter,
  layer: LayerObject,
  given: ReadonlyMap<string, Value>,
  definition: LayerDefinition | null,
): void {
  noteOwner(py);
  const name = given.get('name') ?? null;
  const namesItself = definition?.parameters.includes('name=') ?? false;
  if (!namesItself) layer.name = givenName(py, layer, name) ?? layerName(py, layer.cls.name);
  layer.initialised = true;
  layer.tracksAll = py.state(kerasVersionKey).current < 3;
  layer.madeAt = callThatMakes(py, layer);
  if (py.state(shardingKey).depth > 0) layer.unknownWeights = 'how its variables are cut up is not modelled';
  const trainable = given.get('trainable');
  if (trainable === false) layer.trainable = false;
  const policy = policyOf(py, given.get('dtype') ?? null);
  layer.dtype = policy.variable;
  layer.computeDtype = policy.compute;
  layer.policy = policy.name;
  const autocast = given.get('autocast');
  if (autocast !== undefined) layer.autocast = py.truth(autocast);
  layer.activityRegularizer = resolveRegularizer(
    py,
    given.get('activity_regularizer') ?? null,
    'activity_regularizer',
  );
  layer.supportsMasking = definition?.masking === 'pass';
  for (const name of ['input_shape', 'batch_input_shape', 'batch_shape'])
    noteShape(layer, given.get(name) ?? null);
  if (inputParameters.some(name => (given.get(name) ?? null) !== null)) toldShapes.add(layer);
  noteShape(layer, new PyTuple([given.get('input_length') ?? null]));
  const isReal = checkShape(py, layer, given);
  layer.inputShapeArgument = isReal
    ? (sequenceShapeOf(py, given, definition) ?? inputShapeOf(py, given))
    : [null, null];
  if (layer.inputShapeArgument !== null) followInputOrder(py, layer.inputShapeArgument);
}

/** What is raised when a model begins with the layer. */
const noShapes = new WeakMap<LayerObject, () => PythonError>();

/**
 * Whether a layer is told a shape as far as one can see. Otherwise it is refused when the layer begins a model; a number
 * in place of a shape at once before Keras 3.
 */
function checkShape(py: Interpreter, layer: LayerObject, given: ReadonlyMap<string, Value>): boolean {
  const shape = given.get('input_shape') ?? null;
  if (typeof shape === 'number') {
    const span = py.site?.argumentSpan('input_shape') ?? null;
    const failure = () => numberAsShape(py, shape, 'input_shape', span);
    if (py.state(kerasVersionKey).current < 3) throw failure();
    noShapes.set(layer, failure);
    return false;
  }
  // Embeddings have a size of that name themselves.
  const dim = layer.definition?.name === 'Embedding' ? null : (given.get('input_dim') ?? null);
  const told: readonly (readonly [string, Value])[] = [
    ['input_dim', dim === null ? null : new PyTuple([dim])],
    ['input_shape', shape],
    ['batch_input_shape', given.get('batch_input_shape') ?? null],
  ];
  for (const [argument, value] of told) {
    const failure = notAShape(py, value, passedShape(py.site, argument));
    if (failure === null) continue;
    noShapes.set(layer, failure);
    return false;
  }
  return true;
}

/** Raises where a layer that begins a model was not told a shape but something else. */
export function requireRealShape(layer: LayerObject): void {
  const failure = noShapes.get(layer);
  if (failure !== undefined) throw failure();
}

/** Layers that were told what they take, as far as that is known or not. */
const toldShapes = new WeakSet<LayerObject>();

/** Whether a layer's arguments say what it takes. */
export function isToldShape(layer: LayerObject): boolean {
  return toldShapes.has(layer) || layer.inputShapeArgument !== null;
}

function inputShapeOf(py: Interpreter, given: ReadonlyMap<string, Value>) {
  const batch = given.get('batch_size') ?? null;
  const leading = typeof batch === 'number' ? batch : null;
  const dim = given.get('input_dim') ?? null;
  if (dim !== null && !(dim instanceof Unknown)) return [leading, ...dimsOf(py, dim)];
  const shape = given.get('input_shape') ?? null;
  if (shape !== null && !(shape instanceof Unknown)) return [leading, ...dimsOf(py, shape)];
  const whole = given.get('batch_input_shape') ?? given.get('batch_shape') ?? null;
  return whole === null || whole instanceof Unknown ? null : dimsOf(py, whole);
}

/** Layers over steps, which take (batch, steps, features). */
const sequential: ReadonlySet<string> = new Set(['LSTM', 'GRU', 'SimpleRNN', 'RNN', 'Conv1D']);

/**
 * Before Keras 3 a layer over steps in front of a model could say apart how many steps and how many features there are,
 * and an embedding how long its sequences are.
 */
function sequenceShapeOf(
  py: Interpreter,
  given: ReadonlyMap<string, Value>,
  definition: LayerDefinition | null,
): (number | null)[] | null {
  if (definition === null || py.state(kerasVersionKey).current === 3) return null;
  const [length, features] = [given.get('input_length') ?? null, given.get('input_dim') ?? null];
  const steps = typeof length === 'number' ? length : null;
  if (definition.name === 'Embedding') return isShaped(given) ? null : [null, steps];
  if (!sequential.has(definition.name) || isShaped(given)) return null;
  return typeof features === 'number' ? [null, steps, features] : null;
}

function isShaped(given: ReadonlyMap<string, Value>): boolean {
  return ['input_shape', 'batch_input_shape', 'batch_shape'].some(name => (given.get(name) ?? null) !== null);
}

/** Keywords of Keras 1 alone that chose among ways to compute the same. */
const waysToCompute: ReadonlySet<string> = new Set(['consume_less', 'mode', 'use_sparse']);
/** Keywords by which earlier versions chose how weights begin or are kept, of layers that have another now. */
const waysToBegin: ReadonlySet<string> = new Set(['forget_bias_init', 'init', 'sparse']);

/** Convolutions whose kernels have names of their own, and that Keras 2 lets ask for the plain kernel they lack. */
const withoutPlainKernel: ReadonlySet<string> = new Set([
  'DepthwiseConv1D',
  'DepthwiseConv2D',
  'SeparableConv1D',
  'SeparableConv2D',
]);
const ofPlainKernels: ReadonlySet<string> = new Set([
  'kernel_initializer',
  'kernel_regularizer',
  'kernel_constraint',
]);

/** What tf.keras's batch normalization takes besides, off by default. */
const ofTensorFlowsNormalization: ReadonlySet<string> = new Set([
  ...['fused', 'renorm', 'renorm_clipping', 'renorm_momentum', 'virtual_batch_size', 'adjustment'],
]);

/** Whether a keyword of Keras 1 or 2 changes nothing; the layer is unknown to analysis where it does. */
function isGoneWithoutEffect(py: Interpreter, layer: LayerObject, name: string, value: Value): boolean {
  const { current: version } = py.state(kerasVersionKey);
  if (waysToBegin.has(name) && takesNamesOfKeras1(py)) return true;
  if (version === 2 && ofPlainKernels.has(name) && withoutPlainKernel.has(layer.definition?.name ?? ''))
    return true;
  // Whether it is traced as a graph: Keras 3 always does.
  if (version === 2 && name === 'dynamic') return true;
  if (
    version === 2 &&
    layer.definition?.name === 'BatchNormalization' &&
    ofTensorFlowsNormalization.has(name)
  ) {
    if (name === 'fused' || value === null || value === false) return true;
    if (!py.running) throw new NotKnown(`\`${name}\` of tf.keras is not modelled`);
  }
  if (version !== 1) return false;
  if (waysToCompute.has(name) && (typeof value === 'string' || value === 0)) return true;
  if (!py.running && (name === 'mode' || name === 'dropout'))
    throw new NotKnown(`\`${name}\` of Keras 1 is not modelled`);
  return false;
}

/** What TensorFlow's Keras never took for every layer, and the layers of which it takes the length. */
const formerInputParameters: ReadonlySet<string> = new Set(['input_length', 'input_dtype', 'batch_shape']);
const withLength: ReadonlySet<string> = new Set(['Embedding', 'LSTM', 'GRU', 'SimpleRNN', 'RNN']);

/** Whether a layer takes a keyword about what it is given; of most, Keras 3 takes no longer any. */
function takesShape(py: Interpreter, layer: LayerObject, name: string): boolean {
  if (!inputParameters.includes(name)) return false;
  if (isKerasOfTensorFlow(py) && formerInputParameters.has(name))
    return name === 'input_length' && withLength.has(layer.definition?.name ?? '');
  if (py.state(kerasVersionKey).current < 3 || name === 'input_shape' || name === 'input_dim') return true;
  return layer.definition?.name === 'Embedding' && (name === 'input_length' || name === 'weights');
}

/** What to say of a shape that has the batch size in it; null for any other keyword. */
function withBatch(name: string): ErrorDetail | null {
  if (name !== 'batch_input_shape' && name !== 'batch_shape') return null;
  return {
    code: 'renamed-argument',
    blame: { kind: 'keyword', name },
    explanation: message(
      'Layers of Keras 3 take no `{0}`: begin the model with `Input(batch_shape=…)`.',
      name,
    ),
  };
}

/** Takes the keywords that all layers share; raises Keras's error for others. */
export function takeCommon(
  py: Interpreter,
  layer: LayerObject,
  keywords: PyDict,
  own: readonly string[],
  old: ReadonlyMap<string, string>,
): Map<string, Value> {
  const given = new Map<string, Value>();
  const rest: [string, Value][] = [];
  for (const [key, value] of keywords.entries()) {
    const name = key as string;
    if (commonParameters.includes(name) || takesShape(py, layer, name)) given.set(name, value);
    else if (!isGoneWithoutEffect(py, layer, name, value)) rest.push([name, value]);
  }
  if (rest.length > 0) {
    refuseOther(py, '', layer.cls.name, rest[0][0]);
    const shown = py.repr(PyDict.fromStrings(rest));
    const known = [...own, ...commonParameters, 'input_shape', 'input_dim'];
    const detail: ErrorDetail = withBatch(rest[0][0]) ?? misspeltKeyword(py, rest[0][0], known, old);
    const name = rest[0][0];
    const isInput = layer.cls.name === 'InputLayer';
    const words: ByVersion<Raised> = {
      3: `Unrecognized keyword arguments passed to ${layer.cls.name}: ${shown}`,
      2: isInput
        ? `Unrecognized keyword arguments: [${rest.map(([key]) => `'${key}'`).join(', ')}]`
        : [TypeError, `('Keyword argument not understood:', '${name}')`],
      1: isInput
        ? [TypeError, `Input() got an unexpected keyword argument '${name}'`]
        : [TypeError, `('Keyword argument not understood:', '${name}')`],
    };
    throw raiseInWords(py, words, detail);
  }
  return given;
}
