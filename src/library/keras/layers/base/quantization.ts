/** `quantize('int8')` of the layers Dense, EinsumDense and Embedding. */
import type { Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { NotImplementedError, raise, ValueError } from '../../../../python/errors.ts';
import { method, type NativeFunction, property } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { touch, type Value } from '../../../../python/values.ts';
import { resolveInitializer } from '../../initializers/resolve.ts';
import { currentTrace } from '../../trace.ts';
import { isQuantized, type MainWeight, weightCalled } from './adaptation.ts';
import { callLayer } from './callLayer.ts';
import type { LayerObject } from './layerObject.ts';

const MODES = ['int8', 'float8'];

/** How a layer's main weight is kept as int8. */
export interface Quantization {
  readonly name: MainWeight;
  /** The shape of the scale for a main weight of this shape. */
  scaleShape(layer: LayerObject, main: Shape): Shape;
  /** Whole numbers and scale, in the shapes of their variables. */
  apply(layer: LayerObject, main: Tensor): { whole: Tensor; scale: Tensor };
}

/** The mode in which a layer is made by its policy (`int8_from_float32`); null for a policy of floats. */
export function quantizedMode(layer: LayerObject): string | null {
  return MODES.find(mode => layer.policy.startsWith(`${mode}_from_`)) ?? null;
}

/** Raises where the mode is one that only some graphics cards have. */
export function refuseFloat8(layer: LayerObject): never {
  throw raise(
    NotImplementedError,
    `Layer '${layer.name}': float8 is not supported by Kerascope: no backend of it computes with 8-bit floats`,
    {
      code: 'not-supported',
      explanation: message('Training in 8-bit floats needs a graphics card that computes with them.'),
    },
  );
}

/** Makes the variables of a quantized layer: the main weight as int8, and its scale. */
export function buildQuantized(
  py: Interpreter,
  layer: LayerObject,
  { name, scaleShape }: Quantization,
  shape: Shape,
): void {
  if (quantizedMode(layer) === 'float8') refuseFloat8(layer);
  const initializer = resolveInitializer(py, 'zeros', 'initializer');
  layer.makeWeight(py, { name, shape, initializer, dtype: 'int8', trainable: false });
  layer.makeWeight(py, {
    name: `${name}_scale`,
    shape: scaleShape(layer, shape),
    initializer: resolveInitializer(py, 'ones', 'initializer'),
    trainable: false,
  });
  layer.attributes.set('_is_quantized', true);
}

function checkArguments(layer: LayerObject, mode: string): void {
  if (!layer.built)
    throw raise(
      ValueError,
      `Cannot quantize a layer that isn't yet built. Layer '${layer.name}' (of type '${layer.cls.name}') is not built yet.`,
    );
  if (isQuantized(layer))
    throw raise(
      ValueError,
      `Layer '${layer.name}' is already quantized with dtype_policy='${layer.policy}'. Received: mode=${mode}`,
    );
  if (!MODES.includes(mode))
    throw raise(
      ValueError,
      `Invalid quantization mode. Expected one of ('int8', 'float8'). Received: mode=${mode}`,
    );
  if (mode === 'int8' && layer.computeDtype === 'float16')
    throw raise(
      ValueError,
      "Quantization mode='int8' doesn't work well with compute_dtype='float16'. Consider loading model/layer with another dtype policy such as 'mixed_bfloat16' or 'mixed_float16' before calling `quantize()`.",
    );
}

/** `quantize` for a class of layers; its subclasses do not inherit the ability. */
export function quantizeMethod(className: string, quantization: Quantization): NativeFunction {
  return method('quantize(self, mode)', ([value, mode], py) => {
    const layer = value as LayerObject;
    if (layer.cls.name !== className || layer.cls.userDefined) throw notQuantizable(layer);
    checkArguments(layer, py.str(mode));
    if (mode === 'float8') refuseFloat8(layer);
    const { name } = quantization;
    const main = weightCalled(layer, name)!;
    const trace = currentTrace(py);
    const { whole, scale } = quantization.apply(layer, main.read(trace));
    touch(layer);
    layer.policy = `int8_from_${layer.policy}`;
    layer.ownWeights = layer.ownWeights.filter(weight => weight !== main);
    buildQuantized(py, layer, quantization, main.shape);
    weightCalled(layer, name)!.assign(trace, whole);
    weightCalled(layer, `${name}_scale`)!.assign(trace, scale);
    return null;
  });
}

function notQuantizable(layer: LayerObject) {
  return raise(
    NotImplementedError,
    `Layer ${layer.cls.name} does not have a \`quantize()\` method implemented.`,
  );
}

/** `quantize` and `quantized_call` of layers that have neither. */
export const unquantized: NativeFunction[] = [
  method('quantize(self, mode)', ([layer]) => {
    throw notQuantizable(layer as LayerObject);
  }),
  method('quantized_call(self, *args, **kwargs)', ([layer]) => {
    throw raise(
      NotImplementedError,
      `Layer ${(layer as LayerObject).cls.name} does not have a \`quantized_call()\` method implemented.`,
    );
  }),
];

/** `quantized_call` of layers that can be quantized: their call on rounded numbers. */
export const quantizedCall: NativeFunction = method('quantized_call(self, inputs)', ([layer, inputs], py) =>
  callLayer(py, layer as LayerObject, [inputs], null),
);

/** The mode of a layer's policy, None without one. */
export const quantizationMode: readonly [string, Value] = property('quantization_mode', layer =>
  quantizedMode(layer as LayerObject),
);
