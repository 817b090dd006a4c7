/** `layer(inputs)`: checks the inputs, builds the layer at its first call, runs `call`, and records the result. */
import { isFloating } from '../../../../graph/dtypes.ts';
import { ops, withOrigin } from '../../../../graph/index.ts';
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import { Tensor } from '../../../../graph/tensor.ts';
import { PyDict } from '../../../../python/collections.ts';
import { NativeFunction } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { PyList, PyTuple, touch, Unknown, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import type { ModelObject } from '../../models/modelObject.ts';
import { toldShapeError } from '../../models/toldShapes.ts';
import { isNarrow } from '../../policy.ts';
import { recordLayer } from '../../record.ts';
import { trackIfEager } from '../../session.ts';
import { accepts } from '../../tensors/callableSignature.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import {
  flatten,
  flattenTensors,
  GraphNode,
  graphTensors,
  mapStructure,
  recordNode,
  withoutHistory,
} from '../../tensors/graphNode.ts';
import { shapeTuple, TensorObject } from '../../tensors/tensorObject.ts';
import { currentTrace, Trace, withTrace } from '../../trace.ts';
import { recordModelCall } from '../../training/comparisons.ts';
import { blamed, inputExplanation, layerDetail, superNotCalled, withCallInfo } from './callErrors.ts';
import { castFloats, convertArguments, isModel } from './callInputs.ts';
import type { LayerResult } from './definition.ts';
import { checkInputs, specsOf } from './inputSpec.ts';
import { scopeFailure } from './layerNames.ts';
import { LayerObject } from './layerObject.ts';
import { inScope } from './nameScope.ts';
import { openAxisFailure } from './openAxes.ts';

/** Calls a layer; inside a functional graph under construction the call becomes a node. */
export function callLayer(
  py: Interpreter,
  layer: LayerObject,
  args: readonly Value[],
  keywords: PyDict | null,
): Value {
  const passed = keywords === null ? args : [...args, ...keywords.values()];
  const unknown = flatten(passed).find(value => value instanceof Unknown);
  if (unknown instanceof Unknown) {
    layer.calledWithUnknown(unknown.reason);
    return unknown;
  }
  if (layer.unknown !== null) return new Unknown(layer.unknown);
  if (!layer.initialised) throw superNotCalled(py, layer);
  const converted = convertArguments(py, layer, args);
  const inputs = inputTensors(layer, converted[0] ?? null);
  if (layer.inputSpec !== null && inputs.length > 0) {
    const specs = specsOf(py, layer.inputSpec);
    const error = checkInputs(
      py,
      specs,
      inputs.map(input => input.shape),
      layer.name,
      () => ({ ...layerDetail(layer), explanation: inputExplanation(layer, specs, inputs) }),
    );
    if (error !== null) throw error;
  }
  if (!layer.built && inputs.length === 1) {
    const error = openAxisFailure(py, layer, inputs[0]);
    if (error !== null) throw blamed(py, error, layer);
  }
  const symbolic =
    graphTensors(keywords === null ? converted : [...converted, ...keywords.values()]).length > 0;
  const isOutermost = currentTrace(py).depth === 0;
  // Within another model standalone Keras 2 looks at no shapes; only TensorFlow's calls a model on data itself.
  if (!symbolic && isOutermost && isModel(layer)) refuseOtherShapes(py, layer as ModelObject, inputs);
  const misnamed = symbolic && isOutermost ? scopeFailure(py, layer) : null;
  if (misnamed !== null) throw misnamed;
  const { site } = py;
  const plain = (leaf: Value) => {
    const value = withoutHistory(leaf);
    return value instanceof TensorObject ? castFloats(py, layer, value) : value;
  };
  const plainArgs = symbolic ? converted.map(arg => mapStructure(arg, plain)) : converted;
  const plainKeywords =
    symbolic && keywords !== null ? (mapStructure(keywords, withoutHistory) as PyDict) : keywords;
  const run = () => inScope(py, layer, () => runLayer(py, layer, plainArgs, plainKeywords));
  const result = symbolic ? withTrace(py, shapesTrace(py), run) : run();
  if (result instanceof Unknown) return result;
  touch(layer);
  const isBatch = currentTrace(py).purpose === 'step';
  rememberShapes(
    layer,
    inputs.map(input => openBatch(input.shape, isBatch)),
    flattenTensors([result]).map(output => openBatch(output.shape, isBatch)),
  );
  recordLayer(py, layer);
  if (!symbolic) {
    const outputs = flattenTensors([result]);
    if (py.running) for (const output of outputs) trackIfEager(py, output);
    else if (isOutermost && isModel(layer))
      recordModelCall(
        py,
        layer as ModelObject,
        site,
        args[0] ?? null,
        outputs.map(({ tensor }) => tensor),
      );
    return result;
  }
  return recordNode(new GraphNode(layer, converted, keywords, py.span), result);
}

/** Raises what tf.keras says of data that has not the shape which a model was told to take. */
function refuseOtherShapes(py: Interpreter, model: ModelObject, inputs: readonly TensorObject[]): void {
  if (py.state(kerasVersionKey).current !== 2 || inputs.length !== model.graph?.inputs.length) return;
  for (const [index, { shape }] of inputs.entries()) {
    // A `Sequential` makes the input of a first layer with `input_shape` itself.
    const stacked = model.stack.find(({ madeAt }) => madeAt?.start.offset !== model.madeAt?.start.offset);
    const first = stacked ?? model.graph.inputs[index]!.history?.node.operation;
    const error = toldShapeError(model, index, shape, () => ({
      code: 'input-shape',
      ...layerDetail(first instanceof LayerObject ? first : model),
      explanation: message(
        'The model takes input of shape {0} and receives {1}.',
        formatShape([null, ...model.graph!.inputs[index]!.shape.slice(1)]),
        formatShape(shape),
      ),
    }));
    if (error !== null) throw error;
  }
}

/** The tensors of the first argument, those of a dict in the order of the layer's inputs. */
function inputTensors(layer: LayerObject, value: Value): TensorObject[] {
  const specs = layer.inputSpec ?? [];
  if (value instanceof PyDict && specs.length > 0 && specs.every(spec => spec.name !== undefined)) {
    const named = specs.map(spec => value.getString(spec.name!) ?? null);
    // What is missing is reported by the model, which knows the names.
    return named.every(item => item !== null) ? flattenTensors(named) : [];
  }
  return flattenTensors([value]);
}

/** Keeps the shapes for hints; a call with an open batch axis says more than the batches of a later fit. */
function rememberShapes(layer: LayerObject, inputs: readonly Shape[], outputs: readonly Shape[]): void {
  const isOpen = (shapes: readonly Shape[]) => shapes.some(shape => shape[0] === null);
  if (layer.lastCall !== null && isOpen(layer.lastCall.outputs) && !isOpen(outputs)) return;
  layer.lastCall = { inputs, outputs };
}

function shapesTrace(py: Interpreter): Trace {
  const outer = currentTrace(py);
  return outer.purpose === 'shapes' ? outer : new Trace('shapes');
}

/** What a layer of Keras gives in 16 bits, also where something inside it was computed in more. */
function inComputeDtype(py: Interpreter, layer: LayerObject, result: Value): Value {
  if (!isNarrow(layer.computeDtype) || layer.definition === null || !hasNativeCall(layer)) return result;
  return mapStructure(result, leaf => {
    if (!(leaf instanceof TensorObject) || leaf.tensor.dtype !== 'float32') return leaf;
    const cast = wrap(py, ops.cast(leaf.tensor, layer.computeDtype));
    cast.mask = leaf.mask;
    return cast;
  });
}

/** Builds where needed and runs `call`, without any bookkeeping of functional graphs. */
function runLayer(
  py: Interpreter,
  layer: LayerObject,
  args: readonly Value[],
  keywords: PyDict | null,
): Value {
  ensureBuilt(py, layer, args);
  const trace = currentTrace(py);
  const site = py.site;
  const call = py.getAttribute(layer, 'call');
  const { training: before, autocast } = trace;
  const explicit = keywords?.getString('training');
  if (typeof explicit === 'boolean') trace.training = explicit;
  if (trace.purpose === 'session' && trace.depth === 0) trace.losses.length = 0;
  if (!layer.autocast) trace.autocast = null;
  else if (isFloating(layer.computeDtype)) trace.autocast = layer.computeDtype;
  trace.depth++;
  try {
    const result = withOrigin({ layer: layer.name, line: layer.madeAt?.start.line }, () =>
      py.call(call, args, callKeywords(layer, call, args, keywords, trace)),
    );
    if (result instanceof Unknown) return result;
    addActivityLoss(py, layer, result, trace);
    return passMask(layer, args, inComputeDtype(py, layer, result));
  } catch (error) {
    py.site = site;
    throw withCallInfo(py, error, layer, args);
  } finally {
    trace.depth--;
    trace.training = before;
    trace.autocast = autocast;
  }
}

function callKeywords(
  layer: LayerObject,
  call: Value,
  args: readonly Value[],
  keywords: PyDict | null,
  trace: Trace,
): PyDict | null {
  const entries = new Map<string, Value>();
  if (keywords !== null) for (const [key, value] of keywords.entries()) entries.set(String(key), value);
  if (!accepts(call, 'training')) entries.delete('training');
  else if (trace.training !== null && (entries.get('training') ?? null) === null && args.length < 2)
    entries.set('training', trace.training);
  if (accepts(call, 'mask') && (entries.get('mask') ?? null) === null && args.length < 2 && !isModel(layer)) {
    const mask = args.length === 0 ? null : maskOf(args[0]);
    if (mask !== null) entries.set('mask', mask);
  }
  return entries.size === 0 ? null : PyDict.fromStrings(entries);
}

function maskOf(input: Value): Value {
  if (input instanceof TensorObject) return input.mask;
  if (!(input instanceof PyList) && !(input instanceof PyTuple)) return null;
  const masks = input.items.map(maskOf);
  return masks.every(mask => mask === null) ? null : new PyList(masks);
}

/** Calls `build` with the shape of the first argument, once. */
export function ensureBuilt(py: Interpreter, layer: LayerObject, args: readonly Value[]): void {
  if (layer.built) return;
  const shapes =
    args.length === 0
      ? new PyTuple([])
      : shapesOf(args[0], currentTrace(py).purpose === 'step' && !needsBatchSize(layer));
  buildLayer(py, layer, shapes);
}

/** Calls `build` with a shape, or a structure of shapes. */
export function buildLayer(py: Interpreter, layer: LayerObject, shape: Value): void {
  const site = py.site;
  try {
    inScope(py, layer, () => py.callMethod(layer, 'build', [shape]));
  } catch (error) {
    py.site = site;
    throw blamed(py, error, layer);
  }
  touch(layer);
  layer.built = true;
  layer.buildShape = shape;
}

/** Stateful recurrent layers keep a state for each sample of a batch, so its size must be known. */
function needsBatchSize(layer: LayerObject): boolean {
  return layer.allLayers().some(inner => inner.attributes.get('stateful') === true);
}

/** The shapes of tensors in a structure; batches of data leave the first axis open. */
function shapesOf(value: Value, isBatch: boolean): Value {
  return mapStructure(value, leaf =>
    leaf instanceof TensorObject ? shapeTuple(openBatch(leaf.shape, isBatch)) : null,
  );
}

function openBatch(shape: Shape, isBatch: boolean): Shape {
  return isBatch && shape.length > 0 ? [null, ...shape.slice(1)] : shape;
}

function addActivityLoss(py: Interpreter, layer: LayerObject, result: Value, trace: Trace): void {
  if (layer.activityRegularizer === null) return;
  for (const output of flattenTensors([result]))
    trace.losses.push(layer.activityRegularizer.apply(tensorOf(py, output)));
}

/** Passes the first input's mask on where the layer says so and set none itself. */
function passMask(layer: LayerObject, args: readonly Value[], result: Value): Value {
  if (!layer.supportsMasking || !(result instanceof TensorObject) || result.mask !== null) return result;
  const mask = args.length === 0 ? null : maskOf(args[0]);
  if (mask instanceof TensorObject) {
    if (args[0] === result) {
      const copy = new TensorObject(result.tensor, result.madeAt);
      copy.mask = mask;
      return copy;
    }
    result.mask = mask;
  }
  return result;
}

/** Whether the layer's `call` is the one its native class defines. */
export function hasNativeCall(layer: LayerObject): boolean {
  return layer.cls.lookup('call') instanceof NativeFunction;
}

/** Shapes of tensors in an argument, flattened. */
export function shapesIn(value: Value): Shape[] {
  if (value instanceof PyTuple && value.items.every(item => item === null || typeof item === 'number')) {
    return [value.items as (number | null)[]];
  }
  if (
    value instanceof PyList &&
    value.items.length > 0 &&
    value.items.every(item => item === null || typeof item === 'number')
  ) {
    return [value.items as (number | null)[]];
  }
  return value instanceof PyTuple || value instanceof PyList
    ? value.items.flatMap(shapesIn)
    : value instanceof PyDict
      ? [...value.values()].flatMap(shapesIn)
      : [];
}

/** Wraps a native layer's result for Python. */
export function wrapResult(py: Interpreter, result: LayerResult): Value {
  return result instanceof Tensor ? wrap(py, result) : new PyList(result.map(item => wrapResult(py, item)));
}
