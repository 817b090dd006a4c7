/** `Input` and `InputLayer`: where data enters a model. */
import type { DType } from '../../../../graph/dtypes.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import { placeholder } from '../../../../graph/tensor.ts';
import { AssertionError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { NotKnown, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { followInputOrder } from '../../imageDataFormat.ts';
import { layerName } from '../../naming.ts';
import { type ArgumentReader, dimsOf, numberOf } from '../../objects/arguments.ts';
import { floatOf } from '../../policy.ts';
import { dtypeOf } from '../../tensors/conversion.ts';
import { GraphNode, recordNode } from '../../tensors/graphNode.ts';
import { TensorObject } from '../../tensors/tensorObject.ts';
import { type ByVersion, type Raised, raiseInWords } from '../../versionWords.ts';
import { defineLayer } from '../base/definition.ts';
import { givenName } from '../base/layerNames.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { numberAsShape } from '../base/numberAsShape.ts';
import { noteShape } from '../base/openAxes.ts';
import { notAShape, passedShape } from '../base/shapeEntries.ts';

export interface InputSettings {
  readonly batchShape: Shape;
  readonly dtype: DType;
}

/** Makes the tensor that a model starts from and remembers that this layer gave it. */
export function startTensor(py: Interpreter, layer: LayerObject, settings: InputSettings): TensorObject {
  const tensor = new TensorObject(placeholder(settings.batchShape, settings.dtype, layer.name), py.span);
  const marked = recordNode(new GraphNode(layer, [], null, py.span), tensor) as TensorObject;
  marked.name = layer.name;
  layer.built = true;
  layer.lastCall = { inputs: [], outputs: [settings.batchShape] };
  return marked;
}

function readShape(args: ArgumentReader, layer: LayerObject): Shape {
  const { py } = args;
  const whole = args.value('batch_shape') ?? args.value('batch_input_shape');
  const shape = args.value('shape') ?? args.value('input_shape');
  noteShape(layer, whole ?? shape);
  const argument = ['batch_shape', 'batch_input_shape', 'shape', 'input_shape'].find(
    name => args.value(name) !== null,
  );
  const failure = notAShape(py, whole ?? shape, passedShape(py.site, argument ?? 'shape'));
  if (failure !== null) throw failure();
  if (whole !== null) return dimsOf(py, whole);
  if (shape === null) {
    if (args.value('type_spec') !== null) throw new NotKnown('`type_spec` is not modelled');
    const words: ByVersion<Raised> = {
      3: 'You must pass a `shape` argument.',
      2: 'Please provide to Input a `shape` or a `tensor` or a `type_spec` argument. Note that `shape` does not include the batch dimension.',
      1: [
        AssertionError,
        'Please provide to Input either a `shape` or a `batch_shape` argument. Note that `shape` does not include the batch dimension.',
      ],
    };
    throw raiseInWords(py, words, {
      code: 'missing-shape',
      explanation: message('`Input` needs the shape of one sample: `shape=(10,)`.'),
    });
  }
  const number = numberOf(shape);
  // tf.keras's version 2 took a number for a shape of one axis.
  if (number !== undefined && py.state(kerasVersionKey).current === 2) return [...batchOf(args), number];
  if (number !== undefined)
    throw numberAsShape(py, shape, 'shape', passedShape(py.site, 'shape').node?.span ?? null);
  return [...batchOf(args), ...dimsOf(py, shape)];
}

function batchOf(args: ArgumentReader): Shape {
  return [args.value('batch_size') === null ? null : args.integer('batch_size')];
}

export const inputLayer = defineLayer<InputSettings>({
  name: 'InputLayer',
  module: 'core.input_layer',
  parameters:
    'shape=None, batch_size=None, dtype=None, sparse=None, batch_shape=None, input_tensor=None, name=None, input_shape=None, batch_input_shape=None, ragged=None, type_spec=None',
  documentation: 'Where data enters a model: fixes the shape of one sample.',
  source: 'https://keras.io/api/layers/core_layers/input/',
  init(args, layer, py) {
    layer.name = givenName(py, layer, args.raw('name')) ?? layerName(py, 'InputLayer');
    const batchShape = readShape(args, layer);
    followInputOrder(py, batchShape);
    const settings = { batchShape, dtype: dtypeOf(py, args.value('dtype')) ?? floatOf(py) };
    layer.dtype = settings.dtype;
    layer.computeDtype = settings.dtype;
    layer.policy = settings.dtype;
    startTensor(py, layer, settings);
    return settings;
  },
  call: (_layer, { inputs }) => inputs[0],
});

/** The tensor of a new InputLayer: what `keras.Input(…)` returns. */
export function inputTensorOf(layer: LayerObject): Value {
  return layer.nodes[0].outputs[0];
}
