/** The layer `Embedding`. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { message } from '../../../../python/message.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { checkTokens } from '../../errors/tokens.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import type { Trace } from '../../trace.ts';
import {
  absMaxQuantize,
  adaptFromStart,
  isQuantized,
  loraMethod,
  loraTerm,
  mainWeight,
  mainWeightProperty,
  weightCalled,
} from '../base/adaptation.ts';
import { defineLayer } from '../base/definition.ts';
import { type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import {
  buildQuantized,
  type Quantization,
  quantizedCall,
  quantizedMode,
  quantizeMethod,
} from '../base/quantization.ts';

interface EmbeddingSettings {
  readonly inputDim: number;
  readonly outputDim: number;
  readonly maskZero: boolean;
  readonly embeddings: WeightSettings;
}

const quantization: Quantization = {
  name: 'embeddings',
  scaleShape: (_layer, [rows]) => [rows],
  apply(_layer, table) {
    const { whole, scale } = absMaxQuantize(table, [-1]);
    return { whole, scale: ops.squeeze(scale, -1) };
  },
};

/** Rows of a table of int8, and what low-rank adaptation adds. */
function quantizedRows(layer: LayerObject, tokens: Tensor, trace: Trace): Tensor {
  const row = (name: string) => ops.gather(weightCalled(layer, name)!.read(trace), tokens, 0);
  const scales = ops.expandDims(row('embeddings_scale'), -1);
  const rows = ops.div(ops.cast(row('embeddings'), 'float32'), scales);
  const term = loraTerm(layer, 'embeddings', trace);
  return term === null ? rows : ops.add(rows, ops.gather(term, tokens, 0));
}

/** One of the table's sizes; Keras 2 speaks of both where one of them is not positive. */
function sizeOf(args: ArgumentReader, name: 'input_dim' | 'output_dim'): number {
  const given = numberOf(args.value(name));
  if (given !== undefined && given <= 0 && args.py.state(kerasVersionKey).current === 2) {
    const [rows, columns] = ['input_dim', 'output_dim'].map(side => args.py.str(args.value(side)));
    args.fail(
      name,
      `Both \`input_dim\` and \`output_dim\` should be positive, Received input_dim = ${rows} and output_dim = ${columns}`,
    );
  }
  return args.positiveInteger(name);
}

export const embedding = defineLayer<EmbeddingSettings>({
  name: 'Embedding',
  module: 'core.embedding',
  parameters:
    'input_dim, output_dim, embeddings_initializer="uniform", embeddings_regularizer=None, embeddings_constraint=None, mask_zero=False, lora_rank=None, weights=None',
  renamed: {
    init: 'embeddings_initializer',
    W_regularizer: 'embeddings_regularizer',
    W_constraint: 'embeddings_constraint',
  },
  documentation: 'A row of the table for every integer: (batch, steps) to (batch, steps, output_dim).',
  source: 'https://keras.io/api/layers/core_layers/embedding/',
  masking: 'pass',
  buildsWithoutShape: true,
  methods: [loraMethod('embeddings'), quantizeMethod('Embedding', quantization), quantizedCall],
  entries: [mainWeightProperty('embeddings')],
  init(args, layer) {
    // `input_dim` is the size of the vocabulary here, not the width of the input.
    layer.inputShapeArgument = layer.inputShapeArgument ?? null;
    return {
      inputDim: sizeOf(args, 'input_dim'),
      outputDim: sizeOf(args, 'output_dim'),
      maskZero: args.boolean('mask_zero'),
      embeddings: weightSettings(args, 'embeddings'),
    };
  },
  build(layer, _shapes, py) {
    const { inputDim, outputDim, embeddings } = layer.settings;
    const target = layer as LayerObject;
    if (quantizedMode(target) !== null) buildQuantized(py, target, quantization, [inputDim, outputDim]);
    else layer.makeWeight(py, { name: 'embeddings', shape: [inputDim, outputDim], ...embeddings });
    layer.built = true;
    adaptFromStart(py, target, 'embeddings');
  },
  call(layer, { inputs: [x], trace, py }) {
    checkTokens(py, layer as LayerObject, x, layer.settings.inputDim, trace);
    const target = layer as LayerObject;
    const tokens = ops.cast(x, 'int32');
    if (isQuantized(target)) return quantizedRows(target, tokens, trace);
    return ops.gather(mainWeight(target, 'embeddings', trace), tokens, 0);
  },
  derive: layer => message('every integer becomes a row of {0} numbers', layer.settings.outputDim),
  mask: (layer, { inputs: [x] }) => (layer.settings.maskZero ? ops.notEqual(x, 0) : null),
});
