/** The layer `Dense`. */
import { ops } from '../../../../graph/index.ts';
import { message } from '../../../../python/message.ts';
import type { Activation } from '../../activations/resolve.ts';
import { defineLayer } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import { activationOf, type WeightSettings, weightSettings } from '../base/layerArguments.ts';

interface DenseSettings {
  readonly units: number;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernel: WeightSettings;
  readonly bias: WeightSettings;
}

export const dense = defineLayer<DenseSettings>({
  name: 'Dense',
  module: 'core.dense',
  parameters:
    'units, activation=None, use_bias=True, kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, lora_rank=None',
  renamed: {
    output_dim: 'units',
    init: 'kernel_initializer',
    W_regularizer: 'kernel_regularizer',
    b_regularizer: 'bias_regularizer',
    W_constraint: 'kernel_constraint',
    b_constraint: 'bias_constraint',
    bias: 'use_bias',
  },
  documentation: 'activation(inputs @ kernel + bias): every output unit sees every feature of the last axis.',
  source: 'https://keras.io/api/layers/core_layers/dense/',
  init: args => ({
    units: args.positiveInteger('units'),
    activation: activationOf(args),
    useBias: args.boolean('use_bias'),
    kernel: weightSettings(args, 'kernel'),
    bias: weightSettings(args, 'bias'),
  }),
  masking: 'pass',
  build(layer, [shape], py) {
    const { units, useBias, kernel, bias } = layer.settings;
    const features = shape.at(-1) ?? null;
    layer.makeWeight(py, { name: 'kernel', shape: [features, units], ...kernel });
    if (useBias) layer.makeWeight(py, { name: 'bias', shape: [units], ...bias });
    layer.inputSpec = [{ minNdim: 2, ...(features === null ? {} : { axes: new Map([[-1, features]]) }) }];
  },
  call(layer, { inputs: [x], trace }) {
    const [kernel, bias] = layer.ownWeights;
    const product = ops.matmul(ops.toFloat(x), kernel.read(trace));
    return layer.settings.activation.apply(bias === undefined ? product : ops.add(product, bias.read(trace)));
  },
  derive: (layer, [input]) =>
    message('the last axis, {0} features, becomes {1} units', dimText(input.at(-1)), layer.settings.units),
  flops: (_layer, input, output) => multiplyAdds(input.at(-1), output.slice(1)),
});

/** Multiply-adds of one sample: every output sums over the features. */
function multiplyAdds(
  features: number | null | undefined,
  outputs: readonly (number | null)[],
): number | null {
  let count = features ?? null;
  for (const dim of outputs) count = count === null || dim === null ? null : count * dim;
  return count;
}
