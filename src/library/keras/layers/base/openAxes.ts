/** Weights whose size follows from an axis that is left open, as that of `Dense` behind `Flatten` over any length. */
import { formatShape } from '../../../../graph/shapes.ts';
import { type PythonError, raise, TypeError, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import type { TensorObject } from '../../tensors/tensorObject.ts';
import { LayerObject } from './layerObject.ts';

/** Layers whose weights are as large as the last axis, by what Keras 2 calls that. */
const sized: ReadonlyMap<string, string> = new Map([
  ['Dense', 'last dimension'],
  ['Conv1D', 'channel dimension'],
  ['Conv2D', 'channel dimension'],
  ['Conv3D', 'channel dimension'],
]);

/** Layers that leave no axis open but those that were open before: analysis knows all of their settings. */
const faithful = new Set(
  (
    'Activation AveragePooling1D AveragePooling2D BatchNormalization Bidirectional Conv1D Conv2D Conv3D Dense Dropout ' +
    'ELU Embedding Flatten GRU LSTM LeakyReLU MaxPooling1D MaxPooling2D PReLU ReLU SimpleRNN Softmax SpatialDropout1D ' +
    'SpatialDropout2D'
  ).split(' '),
);

const makersOfInputs = new WeakMap<LayerObject, LayerObject | null>();
const givenInPart = new WeakSet<LayerObject>();

/** Notes an input that Keras made, and the layer whose arguments say what it takes; null where data says that. */
export function noteInputOf(input: LayerObject, layer: LayerObject | null): void {
  makersOfInputs.set(input, layer);
}

/** Whether Keras made the input when data came, which the model was not told of before. */
export function isMadeForData(input: LayerObject): boolean {
  return makersOfInputs.get(input) === null;
}

/** Notes a layer that is given the shape of its input, where analysis does not know all of that. */
export function noteShape(layer: LayerObject, shape: Value): void {
  const isSequence = shape instanceof PyTuple || shape instanceof PyList;
  if (isSequence && shape.items.some(item => item instanceof Unknown)) givenInPart.add(layer);
}

/** Whether the script itself leaves open what is open of an input. */
function isWrittenOpen(input: LayerObject): boolean {
  const maker = makersOfInputs.get(input);
  if (maker === null) return false;
  return !givenInPart.has(maker ?? input);
}

/** Whether what is open of a tensor's shape is so in Keras too, and not only not known here. */
function isOpenForCertain(tensor: TensorObject): boolean {
  const node = tensor.history?.node;
  if (node === undefined || !(node.operation instanceof LayerObject)) return false;
  const { operation } = node;
  const name = operation.definition?.name ?? '';
  if (name === 'InputLayer') return isWrittenOpen(operation);
  return faithful.has(name) && node.inputs.length === 1 && isOpenForCertain(node.inputs[0]!);
}

/** What Keras raises where a layer's weights would be as large as an axis that is open; null where all is well. */
export function openAxisFailure(
  py: Interpreter,
  layer: LayerObject,
  input: TensorObject,
): PythonError | null {
  const axis = sized.get(layer.definition?.name ?? '');
  if (axis === undefined || input.shape.length < 2 || input.shape.at(-1) !== null) return null;
  if (layer.attributes.get('data_format') === 'channels_first' || !isOpenForCertain(input)) return null;
  const name = layer.definition!.name;
  const { current: version } = py.state(kerasVersionKey);
  const detail = {
    code: 'input-shape',
    explanation: message(
      '`{0}` makes weights for each value of the last axis, and of {1} that axis is open.',
      name,
      formatShape(input.shape),
    ),
  };
  if (version === 2)
    return raise(
      ValueError,
      `The ${axis} of the inputs to ${name === 'Dense' ? 'a Dense layer' : 'the layer'} should be defined. Found None. Full input shape received: ${formatShape(input.shape)}`,
      detail,
    );
  return raise(
    TypeError,
    version === 1
      ? "unsupported operand type(s) for +: 'NoneType' and 'int'"
      : "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",
    detail,
  );
}
