/** The layer `EinsumDense`. */

import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import { formatShape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { message } from '../../../../python/message.ts';
import type { Activation } from '../../activations/resolve.ts';
import type { Trace } from '../../trace.ts';
import {
  absMaxQuantize,
  adaptFromStart,
  biasOf,
  isQuantized,
  loraMethod,
  loraTerm,
  mainWeight,
  mainWeightProperty,
  roundedInputs,
  weightCalled,
} from '../base/adaptation.ts';
import { productOf } from '../base/channels.ts';
import { defineLayer } from '../base/definition.ts';
import { activationOf, type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import {
  buildQuantized,
  type Quantization,
  quantizedCall,
  quantizedMode,
  quantizeMethod,
} from '../base/quantization.ts';
import { analyzeEinsum } from './einsumEquation.ts';
import {
  arrangedScale,
  inputAxes,
  type KernelAxes,
  kernelAxes,
  scaleOfKernel,
  scaleShape,
} from './einsumQuantization.ts';

interface Settings {
  readonly equation: string;
  readonly outputShape: Shape;
  readonly biasAxes: string | null;
  readonly activation: Activation;
  readonly kernel: WeightSettings;
  readonly bias: WeightSettings;
}

function axesOf(layer: LayerObject): KernelAxes {
  const { equation } = layer.settings as Settings;
  return kernelAxes(equation, layer.inputSpec?.[0]?.ndim ?? 0);
}

const quantization: Quantization = {
  name: 'kernel',
  scaleShape: (layer, kernel) => scaleShape(axesOf(layer), kernel),
  apply(layer, kernel) {
    const axes = axesOf(layer);
    const { whole, scale } = absMaxQuantize(kernel, axes.reduced);
    return { whole, scale: arrangedScale(axes, scale, kernel.shape) };
  },
};

/** The product with a kernel of int8, and what low-rank adaptation adds. */
function quantizedProduct(layer: LayerObject, x: Tensor, trace: Trace): Tensor {
  const { equation } = layer.settings as Settings;
  const kernel = weightCalled(layer, 'kernel')!;
  const scale = scaleOfKernel(axesOf(layer), weightCalled(layer, 'kernel_scale')!.read(trace), kernel.shape);
  const plain = ops.div(ops.cast(kernel.read(trace), 'float32'), scale);
  const product = ops.einsum(equation, roundedInputs(x, inputAxes(equation, x.shape.length)), plain);
  const term = loraTerm(layer, 'kernel', trace);
  return term === null ? product : ops.add(product, ops.einsum(equation, x, term));
}

export const einsumDense = defineLayer<Settings>({
  name: 'EinsumDense',
  module: 'core.einsum_dense',
  parameters:
    'equation, output_shape, activation=None, bias_axes=None, kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, kernel_constraint=None, bias_constraint=None, lora_rank=None',
  documentation: 'einsum(equation, inputs, kernel) + bias: Dense over any axes.',
  source: 'https://keras.io/api/layers/core_layers/einsum_dense/',
  masking: 'stop',
  methods: [loraMethod('kernel'), quantizeMethod('EinsumDense', quantization), quantizedCall],
  entries: [mainWeightProperty('kernel')],
  init: args => ({
    equation: args.string('equation'),
    outputShape: args.dims('output_shape'),
    biasAxes: args.optionalString('bias_axes'),
    activation: activationOf(args),
    kernel: weightSettings(args, 'kernel'),
    bias: weightSettings(args, 'bias'),
  }),
  derive: (layer, _inputs, output) =>
    message('the equation {0} gives {1}', layer.settings.equation, formatShape(output)),
  build(layer, [shape], py) {
    const { equation, outputShape, biasAxes, kernel, bias } = layer.settings;
    const shapes = analyzeEinsum(equation, biasAxes, shape, outputShape);
    layer.inputSpec = [{ ndim: shape.length }];
    const target = layer as LayerObject;
    if (quantizedMode(target) !== null) buildQuantized(py, target, quantization, shapes.kernel);
    else layer.makeWeight(py, { name: 'kernel', shape: shapes.kernel, ...kernel });
    if (shapes.bias !== null) layer.makeWeight(py, { name: 'bias', shape: shapes.bias, ...bias });
    layer.built = true;
    adaptFromStart(py, target, 'kernel');
  },
  call(layer, { inputs: [x], trace }) {
    const target = layer as LayerObject;
    const bias = biasOf(target);
    const input = ops.toFloat(x);
    const product = isQuantized(target)
      ? quantizedProduct(target, input, trace)
      : ops.einsum(layer.settings.equation, input, mainWeight(target, 'kernel', trace));
    return layer.settings.activation.apply(bias === undefined ? product : ops.add(product, bias.read(trace)));
  },
  flops: (layer, input) =>
    productOf([...input.slice(1), ...layer.settings.outputShape.filter(dim => dim !== null)]),
});
