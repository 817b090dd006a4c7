/** The layer `EinsumDense`. */

import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import { formatShape } from '../../../../graph/shapes.ts';
import { message } from '../../../../python/message.ts';
import type { Activation } from '../../activations/resolve.ts';
import { productOf } from '../base/channels.ts';
import { defineLayer } from '../base/definition.ts';
import { activationOf, type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import { analyzeEinsum } from './einsumEquation.ts';

interface Settings {
  readonly equation: string;
  readonly outputShape: Shape;
  readonly biasAxes: string | null;
  readonly activation: Activation;
  readonly kernel: WeightSettings;
  readonly bias: WeightSettings;
}

export const einsumDense = defineLayer<Settings>({
  name: 'EinsumDense',
  module: 'core.einsum_dense',
  parameters:
    'equation, output_shape, activation=None, bias_axes=None, kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, kernel_constraint=None, bias_constraint=None, lora_rank=None',
  documentation: 'einsum(equation, inputs, kernel) + bias: Dense over any axes.',
  source: 'https://keras.io/api/layers/core_layers/einsum_dense/',
  masking: 'stop',
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
    layer.makeWeight(py, { name: 'kernel', shape: shapes.kernel, ...kernel });
    if (shapes.bias !== null) layer.makeWeight(py, { name: 'bias', shape: shapes.bias, ...bias });
  },
  call(layer, { inputs: [x], trace }) {
    const [kernel, bias] = layer.ownWeights.map(weight => weight.read(trace));
    const product = ops.einsum(layer.settings.equation, ops.toFloat(x), kernel);
    return layer.settings.activation.apply(bias === undefined ? product : ops.add(product, bias));
  },
  flops: (layer, input) =>
    productOf([...input.slice(1), ...layer.settings.outputShape.filter(dim => dim !== null)]),
});
