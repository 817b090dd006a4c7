/** The layer `Dense`. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { message } from '../../../../python/message.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import type { Activation } from '../../activations/resolve.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
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
import { defineLayer } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import { activationOf, type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import {
  buildQuantized,
  type Quantization,
  quantizedCall,
  quantizedMode,
  quantizeMethod,
} from '../base/quantization.ts';

interface DenseSettings {
  readonly units: number;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernel: WeightSettings;
  readonly bias: WeightSettings;
}

const quantization: Quantization = {
  name: 'kernel',
  scaleShape: (_layer, [, units]) => [units],
  apply(_layer, kernel) {
    const { whole, scale } = absMaxQuantize(kernel, [0]);
    return { whole, scale: ops.squeeze(scale, 0) };
  },
};

/** The product with a kernel of int8, and what low-rank adaptation adds. */
function quantizedProduct(layer: LayerObject, x: Tensor, trace: Trace): Tensor {
  const [kernel, scale] = [weightCalled(layer, 'kernel')!, weightCalled(layer, 'kernel_scale')!];
  const plain = ops.div(ops.cast(kernel.read(trace), 'float32'), scale.read(trace));
  const product = ops.matmul(roundedInputs(x, [-1]), plain);
  const term = loraTerm(layer, 'kernel', trace);
  return term === null ? product : ops.add(product, ops.matmul(x, term));
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
  init(args, layer) {
    layer.inputSpec = [{ minNdim: 2 }];
    return {
      units: unitsOf(args),
      activation: activationOf(args),
      useBias: args.boolean('use_bias'),
      kernel: weightSettings(args, 'kernel'),
      bias: weightSettings(args, 'bias'),
    };
  },
  masking: 'pass',
  methods: [loraMethod('kernel'), quantizeMethod('Dense', quantization), quantizedCall],
  entries: [mainWeightProperty('kernel')],
  build(layer, [shape], py) {
    const { units, useBias, kernel, bias } = layer.settings;
    const features = shape.at(-1) ?? null;
    const target = layer as LayerObject;
    if (quantizedMode(target) !== null) buildQuantized(py, target, quantization, [features, units]);
    else layer.makeWeight(py, { name: 'kernel', shape: [features, units], ...kernel });
    if (useBias) layer.makeWeight(py, { name: 'bias', shape: [units], ...bias });
    layer.inputSpec = [
      {
        minNdim: 2,
        ...(features === null ? {} : { axes: new Map([[-1, features]]) }),
        inKeras1: { minNdim: 2 },
      },
    ];
    layer.built = true;
    adaptFromStart(py, target, 'kernel');
  },
  call(layer, { inputs: [x], trace }) {
    const target = layer as LayerObject;
    const bias = biasOf(target);
    const input = ops.toFloat(x);
    const product = isQuantized(target)
      ? quantizedProduct(target, input, trace)
      : ops.matmul(input, mainWeight(target, 'kernel', trace));
    return layer.settings.activation.apply(bias === undefined ? product : ops.add(product, bias.read(trace)));
  },
  derive: (layer, [input]) =>
    message('the last axis, {0} features, becomes {1} units', dimText(input.at(-1)), layer.settings.units),
  flops: (_layer, input, output) => multiplyAdds(input.at(-1), output.slice(1)),
});

/** How many there are; Keras 2 makes a whole number of one with a fraction. */
function unitsOf(args: ArgumentReader): number {
  const given = numberOf(args.value('units'));
  const isWhole = given === undefined || Number.isInteger(given);
  if (isWhole || given < 1 || args.py.state(kerasVersionKey).current !== 2)
    return args.positiveInteger('units');
  return Math.trunc(given);
}

/** Multiply-adds of one sample: every output sums over the features. */
function multiplyAdds(
  features: number | null | undefined,
  outputs: readonly (number | null)[],
): number | null {
  let count = features ?? null;
  for (const dim of outputs) count = count === null || dim === null ? null : count * dim;
  return count;
}
